/**
 * Words and their numbers, from 0 on, in three arrays: what a map from words to numbers holds, in a fifth of its memory, and there as soon as it is read from disk, where a map is made anew
 * and each of its words an object. The letters of word `n` are `letters[starts[n]]` up to `letters[starts[n + 1]]`, in UTF-16.
 */
export type Lexicon = {
  letters: Uint16Array
  starts: Uint32Array
  /** A hash table with open addressing and linear probing, as many places as a power of two: the number of a word and one; 0 where there is none. */
  places: Uint32Array
}

/** Packs words, which are numbered in their order. Each must come once. */
export function lexiconOf(words: Iterable<string>): Lexicon {
  const list = [...words]
  const starts = new Uint32Array(list.length + 1)
  list.forEach((word, number) => {
    starts[number + 1] = (starts[number] ?? 0) + word.length
  })
  const letters = new Uint16Array(starts[list.length] ?? 0)
  const places = new Uint32Array(2 ** Math.ceil(Math.log2(2 * list.length + 1)))
  list.forEach((word, number) => {
    const start = starts[number] ?? 0
    for (let at = 0; at < word.length; at++) letters[start + at] = word.charCodeAt(at)
    let place = hashOf(word) & (places.length - 1)
    while (places[place] !== 0) place = (place + 1) & (places.length - 1)
    places[place] = number + 1
  })
  return { letters, starts, places }
}

/** The number of a word; undefined where it is not there. */
export function numberOf({ letters, starts, places }: Lexicon, word: string): number | undefined {
  const mask = places.length - 1
  for (let place = hashOf(word) & mask; ; place = (place + 1) & mask) {
    const number = (places[place] ?? 0) - 1
    if (number === -1) return undefined
    const start = starts[number] ?? 0
    if ((starts[number + 1] ?? 0) - start !== word.length) continue
    let at = 0
    while (at < word.length && letters[start + at] === word.charCodeAt(at)) at++
    if (at === word.length) return number
  }
}

/** How many words there are. */
export const sizeOf = ({ starts }: Lexicon): number => starts.length - 1

/** The words in the order of their numbers; each is made when it is come to. */
export function* wordsOf({ letters, starts }: Lexicon): Generator<string, undefined> {
  for (let number = 0; number + 1 < starts.length; number++)
    yield String.fromCharCode(...letters.subarray(starts[number], starts[number + 1]))
}

/** FNV-1a over UTF-16 code units, its upper half folded in, since the lower bits alone choose the place. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}
