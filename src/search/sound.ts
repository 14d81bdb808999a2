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

/** How each character sounds, blurred, by its code point. */
const sounds = new Map<number, string>()

function soundOf(code: number): string {
  const known = sounds.get(code)
  if (known !== undefined) return known
  const sound = blur(syllablesOfHan(String.fromCodePoint(code))[0] ?? '')
  sounds.set(code, sound)
  return sound
}

/** What a folded text sounds like, as pairs of neighbouring syllables of its Chinese runs: short enough to survive one wrong character, long enough to mean something. */
export function soundsOf(folded: string): string[] {
  const pairs: string[] = []
  let last: string | undefined
  for (let at = 0; at < folded.length; ) {
    const code = folded.codePointAt(at) ?? 0
    at += code > 0xffff ? 2 : 1
    const sound = isHan(code) ? soundOf(code) : undefined
    if (last !== undefined && sound !== undefined) pairs.push(`${last}-${sound}`)
    last = sound
  }
  return pairs
}
