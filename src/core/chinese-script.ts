import { configs } from 'opencc-js/preset'

/** Entries of OpenCC (`key value|key value…`), in the order in which they take precedence. */
type Dictionaries = readonly string[]

/** How OpenCC converts from one script to another, as opencc-js describes it. */
type Conversion = {
  normalizationChain?: readonly Dictionaries[]
  segmentation?: string | Dictionaries
  conversionChain: readonly Dictionaries[]
}

/**
 * The words that begin with one character, sorted: where the entry of each begins, as dictionary and place in it, two numbers for each; and which characters may follow the first,
 * roughly: see {@link mayFollow}.
 */
type Beginning = { places: readonly number[]; following: [number, number] }

/** Finds the longest entry at a place of a text. */
type Lookup = (text: string, at: number) => { length: number; written: string } | undefined

/**
 * Makes a conversion between Chinese scripts with OpenCC's dictionaries, to the letter what opencc-js does. That builds a tree of maps of a hundred thousand words at
 * start, a quarter of our memory; this sorts the places of a character's words in the dictionary when the character is first met, and reads there what is written for one.
 * @param config opencc-js's name for the conversion
 */
const conversion = (config: 's2tw' | 'tw2s' | 'hk2s'): ((text: string) => string) => {
  const { normalizationChain = [], segmentation, conversionChain } = configs[config] as unknown as Conversion
  const normalise = normalizationChain.map(lookupIn)
  const cut = segmentation === undefined ? undefined : lookupIn([segmentation].flat())
  const chain = conversionChain.map(lookupIn)
  return (text) => {
    if (!BEYOND_LATIN.test(text)) return text
    const normal = normalise.reduce(rewrite, text)
    const segments = cut ? segmentsOf(normal, cut) : [normal]
    let result = ''
    for (const segment of segments) result += chain.reduce(rewrite, segment)
    return result
  }
}

const BEYOND_LATIN = /[^\0-\u02ff]/

const memory = new Map<string, Lookup>()

/** A look-up in dictionaries; one for all conversions that use the same. */
function lookupIn(dictionaries: Dictionaries): Lookup {
  const name = dictionaries.map((text) => `${text.length} ${text.slice(0, 20)}`).join('|')
  const known = memory.get(name) ?? newLookup(dictionaries)
  memory.set(name, known)
  return known
}

function newLookup(dictionaries: Dictionaries): Lookup {
  const places = placesByBeginning(dictionaries)
  const beginnings = new Map<number, Beginning>()
  const begins = bitsOf(places.keys())
  return (text, at) => {
    // Most characters of a text begin no word: a bit tells it sooner than a map.
    const unit = text.charCodeAt(at)
    if (((begins[unit >> 5] ?? 0) & (1 << (unit & 31))) === 0) return undefined
    const character = text.codePointAt(at) ?? 0
    let beginning = beginnings.get(character)
    if (!beginning) {
      const known = places.get(character)
      if (!known) return undefined
      beginning = read(dictionaries, known)
      beginnings.set(character, beginning)
    }
    return longestAt(text, at, dictionaries, beginning)
  }
}

/** A bit for each UTF-16 unit that one of the characters begins with. */
function bitsOf(characters: Iterable<number>): Uint32Array {
  const bits = new Uint32Array(0x10000 / 32)
  for (const character of characters) {
    const unit = String.fromCodePoint(character).charCodeAt(0)
    bits[unit >> 5] = (bits[unit >> 5] ?? 0) | (1 << (unit & 31))
  }
  return bits
}

/** The longest of the words that begin with the character at a place of a text: their sorted list is narrowed letter by letter to those that the text goes on with. */
function longestAt(
  text: string,
  at: number,
  dictionaries: Dictionaries,
  { places, following }: Beginning,
): ReturnType<Lookup> {
  let [low, high] = [0, places.length / 2]
  let longest: ReturnType<Lookup>
  const first = firstLength(text, at)
  for (let length = first; ; length++) {
    const entries = dictionaries[places[2 * low] ?? 0] ?? ''
    const end = (places[2 * low + 1] ?? 0) + length
    // A space ends the entry's word, and sorts before anything in a word.
    if (entries.charCodeAt(end) === SPACE) {
      const bar = entries.indexOf('|', end)
      longest = { length, written: entries.slice(end + 1, bar < 0 ? undefined : bar) }
    }
    const wanted = text.charCodeAt(at + length)
    if (Number.isNaN(wanted) || wanted === SPACE) return longest
    // Most characters begin no word with the one that follows.
    if (length === first && !mayFollow(following, wanted)) return longest
    low = firstFrom(wanted, length, dictionaries, places, low, high)
    high = firstFrom(wanted + 1, length, dictionaries, places, low, high)
    if (low === high) return longest
  }
}

/** The first of some sorted words whose letter at a place is not below a code, found by halving. */
function firstFrom(
  code: number,
  letter: number,
  dictionaries: Dictionaries,
  places: readonly number[],
  low: number,
  high: number,
): number {
  while (low < high) {
    const middle = (low + high) >>> 1
    const entries = dictionaries[places[2 * middle] ?? 0] ?? ''
    if (entries.charCodeAt((places[2 * middle + 1] ?? 0) + letter) < code) low = middle + 1
    else high = middle
  }
  return low
}

/** Adds a character to those that follow: two sets of bits, by its last five and by the five before. */
function addFollowing([one, other]: Beginning['following'], code: number): Beginning['following'] {
  return [one | (1 << (code & 31)), other | (1 << ((code >> 5) & 31))]
}

const mayFollow = ([one, other]: Beginning['following'], code: number): boolean =>
  ((one >>> (code & 31)) & (other >>> ((code >> 5) & 31)) & 1) === 1

const SPACE = 0x20

/** How many UTF-16 units the character at a place takes. */
const firstLength = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

/** Where the entries of each first character stand: dictionary, start and end, three numbers for each run of entries. */
function placesByBeginning(dictionaries: Dictionaries): Map<number, number[]> {
  const places = new Map<number, number[]>()
  dictionaries.forEach((entries, dictionary) => {
    let last: number | undefined
    for (let start = 0; start < entries.length; ) {
      const bar = entries.indexOf('|', start)
      const end = bar < 0 ? entries.length : bar
      const character = entries.codePointAt(start) ?? 0
      const known = places.get(character)
      if (known && last === character) known[known.length - 1] = end
      else if (known) known.push(dictionary, start, end)
      else places.set(character, [dictionary, start, end])
      last = character
      start = end + 1
    }
  })
  return places
}

function read(dictionaries: Dictionaries, runs: number[]): Beginning {
  const found = new Map<string, { dictionary: number; start: number }>()
  for (let run = 0; run < runs.length; run += 3) {
    const [dictionary = 0, from = 0, to = 0] = runs.slice(run, run + 3)
    const entries = dictionaries[dictionary] ?? ''
    for (let start = from; start < to; ) {
      const bar = entries.indexOf('|', start)
      const end = bar < 0 ? to : bar
      const space = entries.indexOf(' ', start)
      const word = entries.slice(start, space < 0 ? end : Math.min(space, end))
      // An earlier dictionary wins over a later one; within one, the later entry.
      if ((found.get(word)?.dictionary ?? dictionary) >= dictionary) found.set(word, { dictionary, start })
      start = end + 1
    }
  }
  let following: Beginning['following'] = [0, 0]
  for (const word of found.keys()) {
    const next = firstLength(word, 0)
    if (next < word.length) following = addFollowing(following, word.charCodeAt(next))
  }
  const sorted = [...found].sort(([one], [other]) => (one < other ? -1 : 1))
  return { places: sorted.flatMap(([, { dictionary, start }]) => [dictionary, start]), following }
}

/** A text with every entry in it, the longest first, written as its dictionary has it. */
function rewrite(text: string, lookup: Lookup): string {
  let result = ''
  let copied = 0
  for (let at = 0; at < text.length; ) {
    const found = lookup(text, at)
    if (found) {
      result += text.slice(copied, at) + found.written
      at += found.length
      copied = at
    } else at += firstLength(text, at)
  }
  return copied === 0 ? text : result + text.slice(copied)
}

/** A text cut where entries begin and end. */
function segmentsOf(text: string, lookup: Lookup): string[] {
  const segments: string[] = []
  let copied = 0
  for (let at = 0; at < text.length; ) {
    const length = lookup(text, at)?.length
    if (length === undefined) at += firstLength(text, at)
    else {
      if (copied < at) segments.push(text.slice(copied, at))
      segments.push(text.slice(at, at + length))
      at += length
      copied = at
    }
  }
  if (copied < text.length) segments.push(text.slice(copied))
  return segments
}

/** Simplified Chinese in the characters of Taiwan, which readers of traditional Chinese elsewhere read too. */
export const inTraditional = conversion('s2tw')

/** Traditional Chinese as Taiwan writes it, in simplified characters. */
export const fromTaiwan = conversion('tw2s')

/** Traditional Chinese as Hong Kong writes it, in simplified characters. */
export const fromHongKong = conversion('hk2s')
