import { isHan } from './han.ts'
import { readingOf } from './pinyin/readings.ts'

/**
 * Sounds that people and input methods confuse, made one: zh/z, ch/c, sh/s, ang/an, eng/en, ing/in. A typo by homophone
 * (`限饿` for `限额`) then sounds like the right word.
 */
export const blur = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/ng$/, 'n')
    .replace(/^v/, 'w')

/** One syllable of pinyin as it is typed, without tones: an initial with a final, or a final that stands alone. */
const SYLLABLE =
  /^(?!(?:[zcs]h?|r)i[a-z])(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|ou|ia|ie|in|iu|ua|ui|un|uo|ue|a|e|i|o|u|v)|ang|eng|ai|an|ao|ei|en|er|ou|a|e|o)$/
const LONGEST_SYLLABLE = 6

/** Letters cut into pinyin syllables, the longest first that lets the rest be cut too; undefined when they are no pinyin. */
export function cutPinyin(letters: string): string[] | undefined {
  /** What the letters from each place on are cut into, from the end forwards. */
  const cuts: (string[] | undefined)[] = Array(letters.length + 1)
  cuts[letters.length] = []
  for (let start = letters.length - 1; start >= 0; start--)
    for (let end = Math.min(letters.length, start + LONGEST_SYLLABLE); end > start && !cuts[start]; end--) {
      const rest = cuts[end]
      const syllable = letters.slice(start, end)
      if (rest && SYLLABLE.test(syllable)) cuts[start] = [syllable, ...rest]
    }
  return letters === '' ? undefined : cuts[0]
}

/** The commonest reading of each character of a run: the same in documents and questions. */
export const syllablesOfHan = (run: string): string[] => Array.from(run, readingOf)

/** How characters sound, blurred, numbered from 1 on as they came; 0 is no sound. */
const sounds = ['']
const numbers = new Map<string, number>()
/** The number of each character's sound, 0 where it was not asked for: by its UTF-16 unit, and of characters beyond by code point. */
const ofUnit = new Uint32Array(0x10000)
const beyond = new Map<number, number>()

function soundNumberOf(code: number): number {
  const known = code < ofUnit.length ? ofUnit[code] : beyond.get(code)
  if (known) return known
  const sound = blur(readingOf(String.fromCodePoint(code)))
  const number = numbers.get(sound) ?? sounds.push(sound) - 1
  numbers.set(sound, number)
  if (code < ofUnit.length) ofUnit[code] = number
  else beyond.set(code, number)
  return number
}

/** What a folded text sounds like, as pairs of neighbouring syllables of its Chinese runs: short enough to survive one wrong character, long enough to mean something. */
export function soundsOf(folded: string): string[] {
  const pairs: string[] = []
  eachPairOfSounds(folded, (first, second) => pairs.push(pairOf(first, second)))
  return pairs
}

/** A pair of sounds as {@link soundsOf} writes it. */
export const pairOf = (first: number, second: number): string => `${sounds[first]}-${sounds[second]}`

/** Goes through a folded text and tells the numbers of each two sounds that are neighbours in it. */
export function eachPairOfSounds(folded: string, pair: (first: number, second: number) => void): void {
  let last = 0
  for (let at = 0; at < folded.length; ) {
    const code = folded.codePointAt(at) ?? 0
    at += code > 0xffff ? 2 : 1
    const sound = isHan(code) ? soundNumberOf(code) : 0
    if (last !== 0 && sound !== 0) pair(last, sound)
    last = sound
  }
}
