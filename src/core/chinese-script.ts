import { configs } from 'opencc-js/preset'

/** Entries of OpenCC (`key value|key value…`), in the order in which they take precedence. */
type Dictionaries = readonly string[]

/** How OpenCC converts from one script to another, as opencc-js describes it. */
type Conversion = {
  normalizationChain?: readonly Dictionaries[]
  segmentation?: string | Dictionaries
  conversionChain: readonly Dictionaries[]
}

/** What is written for all the words that begin with one character: by word, and the lengths of these, longest first, by what follows the character (0: nothing). */
type Beginning = { words: Map<string, string>; lengths: Map<number, number[]> }

/** Finds the longest entry at a place of a text. */
type Lookup = (text: string, at: number) => { length: number; written: string } | undefined

/**
 * Makes a conversion between Chinese scripts with OpenCC's dictionaries, to the letter what opencc-js does. That builds a tree of maps of a hundred thousand words at
 * start, a quarter of our memory; this looks a character's words up in the dictionary when the character is first met.
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
      (next < text.length ? longestAt(text, at, beginning, text.charCodeAt(next)) : undefined) ??
      longestAt(text, at, beginning, 0)
    )
  }
}

function longestAt(text: string, at: number, { words, lengths }: Beginning, following: number): ReturnType<Lookup> {
  for (const length of lengths.get(following) ?? []) {
    if (at + length > text.length) continue
    const written = words.get(text.slice(at, at + length))
    if (written !== undefined) return { length, written }
  }
  return undefined
}

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

function read(dictionaries: Dictionaries, places: number[]): Beginning {
  const words = new Map<string, string>()
  const fromFirst = new Map<string, number>()
  for (let at = 0; at < places.length; at += 3) {
    const [dictionary = 0, start = 0, end = 0] = places.slice(at, at + 3)
    for (const entry of (dictionaries[dictionary] ?? '').slice(start, end).split('|')) {
      const [word = '', written = ''] = entry.split(' ')
      // An earlier dictionary wins over a later one; within one, the later entry.
      if ((fromFirst.get(word) ?? dictionary) < dictionary) continue
      fromFirst.set(word, dictionary)
      words.set(word, written)
    }
  }
  const lengths = new Map<number, number[]>()
  for (const word of words.keys()) {
    const following = word.charCodeAt((word.codePointAt(0) ?? 0) > 0xffff ? 2 : 1) || 0
    const known = lengths.get(following) ?? []
    if (!known.includes(word.length)) known.push(word.length)
    lengths.set(following, known)
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a)
  return { words, lengths }
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
