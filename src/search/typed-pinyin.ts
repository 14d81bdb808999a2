import { blur, cutPinyin, syllablesOfHan } from './sound.ts'

const LATIN_RUN = /[a-z]+/g
const HAN_WORD = /^\p{Script=Han}{2,6}$/u
/** Words of asking, which are no subject and so stand in no list of the subject's words. */
const ASKING = [
  '多少',
  '怎么',
  '什么',
  '为什么',
  '哪里',
  '可以',
  '能不能',
  '要不要',
  '什么时候',
  '多久',
  '是不是',
  '有没有',
  '怎么办',
  '如何',
  '今年',
  '一年',
  '一次',
  '一单',
]
/** Syllables in the longest word. */
const LONGEST = 6
/** A text without Chinese is taken for pinyin when at least this share of its letters can be, and no word of it is surely English. */
const LEAST_SHARE = 0.8
/** Letters from which on a word that the knowledge uses is English, whatever else it might spell. */
const SURELY_ENGLISH = 6

/**
 * Makes the function that writes Chinese for pinyin typed as letters (`haitao edu chaxun` → `海淘额度查询`), by the words of the subject: the words that take in the most
 * syllables, the commonest among those of the same sound. Undefined when a text is no pinyin.
 * @param words Chinese words of the subject and how often each stands there
 * @param isWord whether a Latin word is one the knowledge uses
 */
export function pinyinReader(
  words: Iterable<[string, number]>,
  isWord: (word: string) => boolean,
): (folded: string) => string | undefined {
  const bySound = new Map<string, { word: string; count: number }>()
  for (const [word, count] of [...words, ...ASKING.map((word): [string, number] => [word, 1])]) {
    if (!HAN_WORD.test(word)) continue
    const sound = syllablesOfHan(word).map(blur).join('-')
    if ((bySound.get(sound)?.count ?? 0) < count) bySound.set(sound, { word, count })
  }
  return (folded) => {
    if (/\p{Script=Han}/u.test(folded)) return mixed(folded)
    const runs = folded.match(LATIN_RUN) ?? []
    const cut = runs.map((run) => ({ run, syllables: cutPinyin(run) }))
    const letters = runs.join('').length
    const spelt = cut.reduce((sum, { run, syllables }) => sum + (syllables ? run.length : 0), 0)
    const strange = cut.filter(({ run, syllables }) => syllables && !isWord(run))
    const telling =
      strange.some(({ syllables }) => (syllables?.length ?? 0) > 1) ||
      strange.length >= 3 ||
      (strange.length === runs.length && runs.length > 1)
    if (!telling || spelt < LEAST_SHARE * letters) return undefined
    if (runs.some((run) => run.length >= SURELY_ENGLISH && isWord(run))) return undefined
    const chinese = spell(cut.flatMap(({ syllables }) => syllables ?? []))
    return chinese === '' ? undefined : chinese
  }

  /** Letters among Chinese (`edu怎么查`): only words that nobody uses and that spell a word of the subject. */
  function mixed(folded: string): string | undefined {
    const written = folded.replace(LATIN_RUN, (run) => {
      const syllables = isWord(run) ? undefined : cutPinyin(run)
      return syllables && syllables.length > 1 ? spell(syllables) || run : run
    })
    return written === folded ? undefined : written
  }

  /** The words that take in the most syllables: of every beginning, the best way to write it. */
  function spell(syllables: string[]): string {
    const sounds = syllables.map(blur)
    const best: { worth: number; text: string }[] = [{ worth: 0, text: '' }]
    for (let end = 1; end <= sounds.length; end++) {
      let choice = best[end - 1] ?? { worth: 0, text: '' }
      for (let length = 2; length <= Math.min(LONGEST, end); length++) {
        const known = bySound.get(sounds.slice(end - length, end).join('-'))
        const before = best[end - length]
        if (!known || !before) continue
        const worth = before.worth + length * length + Math.log(1 + known.count) / 4
        if (worth > choice.worth) choice = { worth, text: before.text + known.word }
      }
      best[end] = choice
    }
    return best.at(-1)?.text ?? ''
  }
}
