/** Words shorter than this are left as they are: nearly every short word is one letter from another. */
const SHORTEST = 5

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
 * Makes the function that mends a Latin word nobody wrote down: the one known word within one edit (Damerau–Levenshtein), the commonest when there are several.
 * @param vocabulary known terms
 * @param weight the smaller, the commoner
 */
export function speller(
  vocabulary: Iterable<string>,
  weight: (term: string) => number | undefined,
): (term: string) => string {
  const words = [...vocabulary].filter((term) => /^[a-z]+$/.test(term) && term.length >= SHORTEST - 1)
  const known = new Set(words)
  return (term) => {
    if (term.length < SHORTEST || known.has(term) || !/^[a-z]+$/.test(term)) return term
    let best = term
    let least = Number.POSITIVE_INFINITY
    for (const word of words) {
      const worth = weight(word) ?? Number.POSITIVE_INFINITY
      if (worth < least && oneEditApart(term, word)) [best, least] = [word, worth]
    }
    return best
  }
}
