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
  const { numberFor, lexicon } = growingLexicon()
  for (const word of words) numberFor(word)
  return lexicon()
}

/**
 * Numbers words as they come: the number of one that came before, or the next for a new one. A map takes several times as long, since it makes an object of each word.
 * Of a short word all letters stand in the table itself, so that one look at memory tells.
 */
export function growingLexicon(): {
  /** The number of a word, or of the part of a text between two places: nothing is cut out to ask for it. */
  numberFor: (text: string, from?: number, to?: number) => number
  lexicon: () => Lexicon
} {
  let letters = new Uint16Array(1024)
  let starts = new Uint32Array(256)
  /** Four numbers for each place: the number of a word and one, its length, and two by which it is told. */
  let table = new Int32Array(SLOT * 512)
  let size = 0
  const numberFor = (text: string, from = 0, to = text.length): number => {
    const length = to - from
    const short = length <= SHORT
    const first = twoLetters(text, from, to)
    const second = short ? twoLetters(text, from + 2, to) : hashOf(text, from, to)
    let place = placeOf(first, second, table.length)
    for (let number = table[place] ?? 0; number !== 0; number = table[place] ?? 0) {
      const told = table[place + 1] === length && table[place + 2] === first && table[place + 3] === second
      if (told && (short || isWord(letters, starts, number - 1, text, from, to))) return number - 1
      place = (place + SLOT) & (table.length - 1)
    }
    const start = starts[size] ?? 0
    const end = start + length
    while (end > letters.length) letters = longer(letters)
    for (let at = 0; at < length; at++) letters[start + at] = text.charCodeAt(from + at)
    if (size + 2 > starts.length) starts = longer(starts)
    starts[size + 1] = end
    size++
    table.set([size, length, first, second], place)
    if (2 * SLOT * size >= table.length) table = rehashed(table)
    return size - 1
  }
  return {
    numberFor,
    lexicon: () => ({
      letters: letters.slice(0, starts[size]),
      starts: starts.slice(0, size + 1),
      places: placesOf(letters, starts, size, 2 ** Math.ceil(Math.log2(2 * size + 1))),
    }),
  }
}

/** Letters of a word that is told by them alone, and numbers for each place of the table. */
const [SHORT, SLOT] = [4, 4]

/** The two letters of a text at a place in one number; what stands from `to` on is no letter of the word. */
const twoLetters = (text: string, from: number, to: number): number =>
  (from < to ? text.charCodeAt(from) : 0) | (from + 1 < to ? text.charCodeAt(from + 1) << 16 : 0)

/** Where two numbers stand in a table of some length, if nothing stood there before. */
function placeOf(first: number, second: number, length: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
  return (Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 4) & (length - 1) & -SLOT
}

/** The same table, twice as long. */
function rehashed(table: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * table.length)
  for (let from = 0; from < table.length; from += SLOT) {
    if (table[from] === 0) continue
    let place = placeOf(table[from + 2] ?? 0, table[from + 3] ?? 0, longer.length)
    while (longer[place] !== 0) place = (place + SLOT) & (longer.length - 1)
    longer.set(table.subarray(from, from + SLOT), place)
  }
  return longer
}

function longer<Numbers extends Uint16Array | Uint32Array>(numbers: Numbers): Numbers {
  const more = new (numbers.constructor as { new (length: number): Numbers })(2 * numbers.length)
  more.set(numbers)
  return more
}

function placesOf(letters: Uint16Array, starts: Uint32Array, size: number, length: number): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(length)
  for (let number = 0; number < size; number++) {
    let place = hashOfLetters(letters, starts[number] ?? 0, starts[number + 1] ?? 0) & (length - 1)
    while (places[place] !== 0) place = (place + 1) & (length - 1)
    places[place] = number + 1
  }
  return places
}

/** The number of a word; undefined where it is not there. */
export function numberOf({ letters, starts, places }: Lexicon, word: string): number | undefined {
  const mask = places.length - 1
  for (let place = hashOf(word, 0, word.length) & mask; ; place = (place + 1) & mask) {
    const number = (places[place] ?? 0) - 1
    if (number === -1) return undefined
    if (isWord(letters, starts, number, word, 0, word.length)) return number
  }
}

/** Whether the word of a number is the part of a text between two places. */
function isWord(
  letters: Uint16Array,
  starts: Uint32Array,
  number: number,
  text: string,
  from: number,
  to: number,
): boolean {
  const start = starts[number] ?? 0
  if ((starts[number + 1] ?? 0) - start !== to - from) return false
  let at = from
  while (at < to && letters[start + at - from] === text.charCodeAt(at)) at++
  return at === to
}

/** How many words there are. */
export const sizeOf = ({ starts }: Lexicon): number => starts.length - 1

/** The words in the order of their numbers; each is made when it is come to. */
export function* wordsOf({ letters, starts }: Lexicon): Generator<string, undefined> {
  for (let number = 0; number + 1 < starts.length; number++)
    yield String.fromCharCode(...letters.subarray(starts[number], starts[number + 1]))
}

/** FNV-1a over UTF-16 code units, its upper half folded in, since the lower bits alone choose the place. */
function hashOf(text: string, from: number, to: number): number {
  let hash = FNV_OFFSET
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME)
  return hash ^ (hash >>> 15)
}

/** The same of a word that is packed. */
function hashOfLetters(letters: Uint16Array, start: number, end: number): number {
  let hash = FNV_OFFSET
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (letters[at] ?? 0), FNV_PRIME)
  return hash ^ (hash >>> 15)
}

const [FNV_OFFSET, FNV_PRIME] = [0x811c9dc5, 0x01000193]
