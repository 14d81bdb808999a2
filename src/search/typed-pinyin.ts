import { blur, cutPinyin, syllablesOfHan } from './sound.ts'

const LATIN_RUN = /[a-z]+/g
const NUMBER = /(\d[\d.,]*)/
const HAN = /\p{Script=Han}/u
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
/** Everyday words that people write between those of the subject: what is wanted often stands in them alone. */
const EVERYDAY =
  '单笔 单次 单件 每单 每次 每年 最多 最少 别人 他人 别的 人家 帮我 告诉 教我 不会 不被 不要 不想 不用 没有 不能 如果 但是 因为 所以 这个 那个 这样 那样 一个 几个 两个 我们 他们 你们 自己 朋友 亲戚 家人 爸妈 员工 同事 老板 客户 店里 ' +
  '东西 价格 价钱 便宜 一点 低一点 写低 报低 少报 填少 改成 写成 报成 当成 偷偷 发现 查到 查出 看出 知道 安全 稳妥 分开 拆开 拆成 包裹 箱子 行李 藏在 放在 带过 寄到 寄给 寄回 拿去 拿来 ' +
  '进货 囤货 拿货 卖掉 转卖 赚钱 假的 编造 编个 做假 伪造 红包 送礼 记录 删掉 销毁 哪家 哪个 谁能 介绍 推荐 渠道 办法 技巧 多报 虚报 发票 合同 证明 盖章 冒充 假装 借用 借来 收购 购买 出售'
/** Single characters for syllables that no word takes in: the one meant most often. */
const SINGLES =
  '我你他的了吗呢把被给跟和在是有没不要能会想用借买写报改填拆藏带寄送拿找交帮骗删少多低高假证钱单货税人谁哪几个件台箱次天年月号店家来去过走到出进上下里外好就都还再先后才别让叫说讲问查看怎这那为以可成做开收'

/** What a single character is worth beside a word of two, which is worth four. */
const SINGLE = 0.5
/** Syllables in the longest word. */
const LONGEST = 6
/** A text without Chinese is taken for pinyin when at least this share of its letters can be, and no word of it is surely English. */
const LEAST_SHARE = 0.8
/** Letters from which on a word that the knowledge uses is English, whatever else it might spell. */
const SURELY_ENGLISH = 6
/** Words that are spelt and that nobody uses, from which on a text is pinyin whatever word of ours stands among them. */
const PLAINLY_SPELT = 3

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
  for (const [word, count] of [
    ...words,
    ...[...ASKING, ...EVERYDAY.split(' ')].map((word): [string, number] => [word, 1]),
  ]) {
    if (!HAN_WORD.test(word)) continue
    const sound = syllablesOfHan(word).map(blur).join('-')
    if ((bySound.get(sound)?.count ?? 0) < count) bySound.set(sound, { word, count })
  }
  const bySyllable = new Map<string, string>()
  for (const character of SINGLES) {
    const sound = syllablesOfHan(character).map(blur).join('')
    if (!bySyllable.has(sound)) bySyllable.set(sound, character)
  }
  return (folded) => {
    if (HAN.test(folded)) return mixed(folded)
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
    // A Chinese word that English texts of ours use too (fapiao) is no English among others that are spelt.
    const isEnglish = (run: string) =>
      run.length >= SURELY_ENGLISH && isWord(run) && (strange.length < PLAINLY_SPELT || cutPinyin(run) === undefined)
    if (runs.some(isEnglish)) return undefined
    // Numbers stay where they stand.
    const chinese = folded
      .split(NUMBER)
      .map((part) =>
        /\d/.test(part)
          ? part
          : spell(
              (part.match(LATIN_RUN) ?? []).flatMap((run) => cutPinyin(run) ?? []),
              true,
            ),
      )
      .join('')
    return HAN.test(chinese) ? chinese : undefined
  }

  /** Letters among Chinese (`edu怎么查`): only words that nobody uses and that spell a word of the subject. */
  function mixed(folded: string): string | undefined {
    const written = folded.replace(LATIN_RUN, (run) => {
      const syllables = isWord(run) ? undefined : cutPinyin(run)
      return syllables && syllables.length > 1 ? spell(syllables, false) || run : run
    })
    return written === folded ? undefined : written
  }

  /**
   * The words that take in the most syllables: of every beginning, the best way to write it. Nothing where no word is found.
   * @param filled whether single characters are written for the syllables between
   */
  function spell(syllables: string[], filled: boolean): string {
    const sounds = syllables.map(blur)
    const best: Spelt[] = [{ worth: 0, text: '', words: 0 }]
    for (let end = 1; end <= sounds.length; end++) {
      const rest = best[end - 1] ?? { worth: 0, text: '', words: 0 }
      const single = filled ? bySyllable.get(sounds[end - 1] ?? '') : undefined
      let choice = single === undefined ? rest : { ...rest, worth: rest.worth + SINGLE, text: rest.text + single }
      for (let length = 2; length <= Math.min(LONGEST, end); length++) {
        const known = bySound.get(sounds.slice(end - length, end).join('-'))
        const before = best[end - length]
        if (!known || !before) continue
        const worth = before.worth + length * length + Math.log(1 + known.count) / 4
        if (worth > choice.worth) choice = { worth, text: before.text + known.word, words: before.words + 1 }
      }
      best[end] = choice
    }
    const whole = best.at(-1)
    return whole && whole.words > 0 ? whole.text : ''
  }
}

/** How the beginning of a text is written, what that is worth, and how many words of two syllables or more it holds. */
type Spelt = { worth: number; text: string; words: number }
