import { createRequire } from 'node:module'
import { cutPinyin } from '../search/sound.ts'

/** Words of two to five characters; one syllable alone means too many things. */
const [SHORTEST, LONGEST] = [2, 5]
/** Words that make a text English, however well they read as pinyin. */
const ENGLISH =
  /\b(?:a|an|the|i|me|my|can|do|she|he|we|you|die|be|use|to|no|or|in|on|is|are|of|for|what|how|when|why|sell|buy|tax|men|women|ten|hen|sun|fan|gang|long|song|sang|hang|bang|dangerous|china|wine|sake|rose)\b/
/** Particles of Chinese that carry no word of ours. */
const PARTICLES: Record<string, string> = {
  ne: '呢',
  ma: '吗',
  de: '的',
  ba: '吧',
  na: '那',
  wo: '我',
  shuo: '说',
  le: '了',
  yi: '一',
  ge: '个',
  duo: '多',
  shao: '少',
}

/** What reads words in context. Loaded where a text is pinyin: it takes 10 MB, and few messages are typed so. */
const loadPinyin = () => createRequire(import.meta.url)('pinyin-pro') as typeof import('pinyin-pro')

/** Each sound, syllables parted by spaces, with the first of the words that has it. */
function soundsOf(words: Iterable<string>): Map<string, string> {
  const { pinyin } = loadPinyin()
  const bySound = new Map<string, string>()
  for (const word of words)
    if (/^\p{Script=Han}+$/u.test(word) && word.length >= SHORTEST && word.length <= LONGEST) {
      const sound = pinyin(word, { toneType: 'none', type: 'array', v: true }).join(' ')
      if (!bySound.has(sound)) bySound.set(sound, word)
    }
  return bySound
}

/**
 * Makes the function that writes pinyin typed as letters in Chinese characters where the syllables are those of a word of our subject: `na dan ci ne` becomes `那单次呢`.
 * Undefined unless every word of the text can be cut into syllables and at least one of them is a word of ours.
 * @param words words of the subject
 * @param isWord whether a Latin word is one the knowledge uses, and so is no pinyin
 */
export function speltOut(
  words: Iterable<string>,
  isWord: (word: string) => boolean,
): (folded: string) => string | undefined {
  let sounds: Map<string, string> | undefined
  return (folded) => {
    if (/[^a-z\d\s\p{P}]/u.test(folded) || ENGLISH.test(folded)) return undefined
    const letters = folded.match(/[a-z]+|\d+/g) ?? []
    const syllables: string[] = []
    for (const run of letters) {
      const cut = /\d/.test(run) ? [run] : cutPinyin(run)
      if (!cut) return undefined
      syllables.push(...cut)
    }
    if (letters.every((run) => run.length > 4 && isWord(run))) return undefined
    if (syllables.filter((syllable) => !/\d/.test(syllable)).length < SHORTEST) return undefined
    sounds ??= soundsOf(words)
    const bySound = sounds
    let written = ''
    let known = 0
    for (let at = 0; at < syllables.length; ) {
      let step = 1
      let part = PARTICLES[syllables[at] ?? ''] ?? ` ${syllables[at]} `
      // 那 opens a follow-up; the word comes after it.
      const opens = at === 0 && syllables[0] === 'na'
      for (let length = opens ? 0 : Math.min(LONGEST, syllables.length - at); length >= SHORTEST; length--) {
        const word = bySound.get(syllables.slice(at, at + length).join(' '))
        if (word === undefined) continue
        part = word
        step = length
        known++
        break
      }
      written += part
      at += step
    }
    return known === 0 ? undefined : written.replace(/\s+/g, ' ').trim()
  }
}
