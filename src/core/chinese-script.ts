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
 * The words that begin with one character, sorted: where the entry of each begins, as dictionary and place in it, two numbers for each; and the lengths of these words, longest first, by
 * what follows the character (0: nothing).
 */
type Beginning = { places: Uint32Array; lengths: Map<number, number[]> }

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
  return (text, at) => {
    const character = text.codePointAt(at) ?? 0
    let beginning = beginnings.get(character)
    if (!beginning) {
      const known = places.get(character)
      if (!known) return undefined
      beginning = read(dictionaries, known)
      beginnings.set(character, beginning)
    }
    const next = at + (character > 0xffff ? 2 : 1)
    // Most characters begin no word with the one that follows, so that few words have to be cut out and looked up.
    return (
      (next < text.length ? longestAt(text, at, dictionaries, beginning, text.charCodeAt(next)) : undefined) ??
      longestAt(text, at, dictionaries, beginning, 0)
    )
  }
}

function longestAt(
  text: string,
  at: number,
  dictionaries: Dictionaries,
  { places, lengths }: Beginning,
  following: number,
): ReturnType<Lookup> {
  for (const length of lengths.get(following) ?? []) {
    if (at + length > text.length) continue
    const written = writtenFor(text, at, length, dictionaries, places)
    if (written !== undefined) return { length, written }
  }
  return undefined
}

/** What the dictionaries write for a word that stands in a text, found by halving. */
function writtenFor(
  text: string,
  at: number,
  length: number,
  dictionaries: Dictionaries,
  places: Uint32Array,
): string | undefined {
  let [low, high] = [0, places.length / 2]
  while (low < high) {
    const middle = (low + high) >>> 1
    const entries = dictionaries[places[2 * middle] ?? 0] ?? ''
    const start = places[2 * middle + 1] ?? 0
    const order = compare(entries, start, text, at, length)
    if (order === 0) {
      const end = entries.indexOf('|', start + length)
      return entries.slice(start + length + 1, end < 0 ? undefined : end)
    }
    if (order < 0) low = middle + 1
    else high = middle
  }
  return undefined
}

/** Whether an entry's word comes before (below 0) or after one of a text, by UTF-16 code units. */
function compare(entries: string, start: number, text: string, at: number, length: number): number {
  for (let index = 0; index < length; index++) {
    const [one, other] = [entries.charCodeAt(start + index), text.charCodeAt(at + index)]
    // A space ends the entry's word, and sorts before anything in a word.
    if (one !== other) return one - other
  }
  return entries.charCodeAt(start + length) === SPACE ? 0 : 1
}

const SPACE = 0x20

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
  const lengths = new Map<number, number[]>()
  for (const word of found.keys()) {
    const following = word.charCodeAt((word.codePointAt(0) ?? 0) > 0xffff ? 2 : 1) || 0
    const known = lengths.get(following) ?? []
    if (!known.includes(word.length)) known.push(word.length)
    lengths.set(following, known)
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a)
  const sorted = [...found].sort(([one], [other]) => (one < other ? -1 : 1))
  return { places: Uint32Array.from(sorted.flatMap(([, { dictionary, start }]) => [dictionary, start])), lengths }
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
    } else at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
  }
  return copied === 0 ? text : result + text.slice(copied)
}

/** A text cut where entries begin and end. */
function segmentsOf(text: string, lookup: Lookup): string[] {
  const segments: string[] = []
  let copied = 0
  for (let at = 0; at < text.length; ) {
    const length = lookup(text, at)?.length
    if (length === undefined) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
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
