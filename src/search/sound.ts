import { pinyin } from 'pinyin-pro'

/**
 * Sounds that people and input methods confuse, made one: zh/z, ch/c, sh/s, ang/an, eng/en, ing/in. A typo by homophone
 * (`限饿` for `限额`) then sounds like the right word.
 */
export const blur = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/ng$/, 'n')
    .replace(/^v/, 'w')

const HAN_RUN = /\p{Script=Han}+/gu
const LATIN_RUN = /[a-z]+/g

const INITIALS = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?'
const FINALS =
  '(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ou|ia|ie|in|iu|ua|ui|un|uo|ue|a|e|i|o|u)'
const SYLLABLE = new RegExp(`${INITIALS}${FINALS}`, 'y')

/** Letters cut into pinyin syllables, longest first; undefined when they are no pinyin or a single syllable. */
function syllablesOf(letters: string): string[] | undefined {
  const syllables: string[] = []
  SYLLABLE.lastIndex = 0
  while (SYLLABLE.lastIndex < letters.length) {
    const syllable = SYLLABLE.exec(letters)
    if (!syllable) return undefined
    syllables.push(syllable[0])
  }
  return syllables.length > 1 ? syllables : undefined
}

/** Pairs of neighbouring syllables: short enough to survive one wrong character, long enough to mean something. */
function pairs(syllables: string[]): string[] {
  const blurred = syllables.map(blur)
  return blurred.slice(1).map((syllable, index) => `${blurred[index]}-${syllable}`)
}

/** What a folded text sounds like, as pairs of syllables, of its Chinese runs. */
export function soundsOf(folded: string): string[] {
  const sounds: string[] = []
  for (const [run] of folded.matchAll(HAN_RUN))
    sounds.push(...pairs(pinyin(run, { toneType: 'none', type: 'array', v: true })))
  return sounds
}

/**
 * The same for pinyin typed as letters (`edu chaxun`), when the text has no Chinese characters.
 * @param isWord whether a Latin word is one the knowledge uses, and so is no pinyin
 */
export function soundsOfLetters(folded: string, isWord: (word: string) => boolean): string[] {
  const syllables: string[] = []
  for (const [letters] of folded.matchAll(LATIN_RUN)) {
    if (isWord(letters)) continue
    const parts = letters.length === 1 ? undefined : (syllablesOf(letters) ?? [letters])
    if (parts) syllables.push(...parts)
  }
  return pairs(syllables)
}
