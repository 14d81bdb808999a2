/** Bits of a text's marks: few enough to stay in the processor's cache, and of a question of sixty characters only one in a hundred is set. */
const BITS = 8192

/** The place of two neighbouring characters, or of one. */
const placeOf = (first: number, second: number): number => (Math.imul(first, 31) ^ Math.imul(second, 131)) & (BITS - 1)

const marks = new Uint8Array(BITS)
let marked = ''

/** Marks all that neighbours each other in a text, unless it is the one that was marked last. */
function mark(text: string): void {
  if (text === marked) return
  marks.fill(0)
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    marks[placeOf(code, 0)] = 1
    marks[placeOf(before, code)] = 1
    before = code
  }
  marked = text
}

/**
 * Makes a quick look at whether a text can hold one of some words: false where it holds none for certain. Thousands of words are looked for in every question, and nearly all of them
 * are not there; a look costs a hundredth of a pattern.
 */
export function mayHold(words: string[]): (text: string) => boolean {
  const beginnings = Uint16Array.from(words, (word) =>
    word.length === 1 ? placeOf(word.charCodeAt(0), 0) : placeOf(word.charCodeAt(0), word.charCodeAt(1)),
  )
  return (text) => {
    mark(text)
    for (const place of beginnings) if (marks[place] === 1) return true
    return false
  }
}
