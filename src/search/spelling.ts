/** Words shorter than this are left as they are, and words of just this length unless a letter is missing: nearly every short word is one letter from another. */
const SHORTEST = 4
const LATIN_WORD = /[a-z]{4,}/g

/** Whether two words are within one edit (a letter more, less, other, or two neighbours swapped), found without the whole matrix. */
function oneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let ends = 0
  while (ends < a.length - start && ends < b.length - start && a.at(-1 - ends) === b.at(-1 - ends)) ends++
  const [restA, restB] = [a.slice(start, a.length - ends), b.slice(start, b.length - ends)]
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}

/**
 * Makes the function that mends Latin words nobody wrote down in a folded text: the one known word within one edit (Damerau–Levenshtein), the commonest when
 * there are several. The first letter is taken as right: thumbs miss it least, and other words differ by it most.
 * @param words known words and how often each stands in the knowledge
 * @param isFiller whether a word carries no subject: such a one is mended into its like (`whats`) and into nothing else (`thanks` is not `thinks`)
 */
export function speller(
  words: ReadonlyMap<string, number>,
  isFiller: (word: string) => boolean = () => false,
): (folded: string) => string {
  const byFirst = new Map<string, [string, number][]>()
  for (const [word, count] of words)
    if (word.length >= SHORTEST && /^[a-z]+$/.test(word)) {
      const like = byFirst.get(word[0] ?? '') ?? []
      like.push([word, count])
      byFirst.set(word[0] ?? '', like)
    }
  const mend = (word: string): string => {
    if (words.has(word)) return word
    const filler = isFiller(word)
    let best = word
    let most = 0
    for (const [known, count] of byFirst.get(word[0] ?? '') ?? []) {
      if (word.length === SHORTEST && known.length <= SHORTEST) continue
      if (count > most && oneEditApart(word, known) && (!filler || isFiller(known))) [best, most] = [known, count]
    }
    return best
  }
  return (folded) => folded.replace(LATIN_WORD, mend)
}
