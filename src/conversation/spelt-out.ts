import { createRequire } from 'node:module'
import { cutPinyin } from '../search/sound.ts'

/** Words of two to five characters; one syllable alone means too many things. */
const [SHORTEST, LONGEST] = [2, 5]
/** Words that make a text English, however well they read as pinyin. */
const ENGLISH =
  /\b(?:a|an|the|i|me|my|can|do|she|he|we|you|die|be|use|to|no|or|in|on|is|are|of|for|what|how|when|why|sell|buy|tax|men|women|ten|hen|sun|fan|gang|long|song|sang|hang|bang|dangerous|china|wine|sake|rose)\b/g
/** Of how many words one may be English by chance: `ge ren you ji bao guo xian zhi` has `you`. */
const BY_CHANCE = 5
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
  shui: '税',
  yao: '要',
  jiao: '交',
  bao: '包',
  chao: '超',
  neng: '能',
  bu: '不',
  mei: '没',
  you: '有',
  dai: '带',
  ji: '寄',
  mai: '买',
  tui: '退',
  zai: '再',
  cong: '从',
  jian: '件',
  ping: '瓶',
  kuai: '块',
  qian: '钱',
}
/** What follows a number is a particle: 5000 de bao. */
const OF = 'de'
/** Words of asking, which are no subject of ours. */
const ASKING = [
  '怎么办',
  '怎么',
  '多少',
  '为什么',
  '什么',
  '可以',
  '哪里',
  '多久',
  '交税',
  '要交',
  '多少钱',
  '能不能',
  '要不要',
  '怎么样',
  '什么时候',
]

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
    if (/[^a-z\d\s\p{P}]/u.test(folded)) return undefined
    const letters = folded.match(/[a-z]+|\d+/g) ?? []
    if ((folded.match(ENGLISH)?.length ?? 0) * BY_CHANCE > letters.length) return undefined
    const syllables: string[] = []
    for (const run of letters) {
      const cut = /\d/.test(run) ? [run] : cutPinyin(run)
      if (!cut) return undefined
      syllables.push(...cut)
    }
    if (letters.every((run) => run.length > 4 && isWord(run))) return undefined
    if (syllables.filter((syllable) => !/\d/.test(syllable)).length < SHORTEST) return undefined
    sounds ??= soundsOf([...ASKING, ...words])
    const bySound = sounds
    let written = ''
    let known = 0
    for (let at = 0; at < syllables.length; ) {
      let step = 1
      let part = PARTICLES[syllables[at] ?? ''] ?? ` ${syllables[at]} `
      // 那 opens a follow-up; the word comes after it.
      const opens = at === 0 && syllables[0] === 'na'
      const follows = syllables[at] === OF && /\d/.test(syllables[at - 1] ?? '')
      for (let length = opens || follows ? 0 : Math.min(LONGEST, syllables.length - at); length >= SHORTEST; length--) {
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
    // 200 de ne: nothing but particles after a number.
    const ofNumber = syllables.every((syllable) => /\d/.test(syllable) || syllable in PARTICLES)
    return known === 0 && !(ofNumber && /\d/.test(folded)) ? undefined : written.replace(/\s+/g, ' ').trim()
  }
}
