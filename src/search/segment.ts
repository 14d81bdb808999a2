import lunr from 'lunr'
import { growingLexicon } from '../core/lexicon.ts'
import { fold } from './fold.ts'
import { hanEnd } from './han.ts'
import { type CutForSearch, jieba } from './jieba/jieba.ts'

/** Words of a text as the index knows them, in order, repeats included. */
export type Segment = (text: string) => string[]

/** Chinese words that carry no subject: particles, pronouns, politeness, filler; Cantonese ones too. */
const STOP_ZH = new Set(
  (
    '的 了 吗 呢 啊 吧 呀 嘛 哦 噢 哈 啦 么 嘅 喺 咗 咩 喎 㗎 嘎 啫 嘞 唉 哎 我 你 您 他 她 它 我们 你们 他们 咱 咱们 自己 这 那 这个 那个 这些 那些 这样 那样 这种 ' +
    '请 请问 问 问下 问一下 想 想问 麻烦 谢谢 你好 您好 大家 帮 帮忙 一下 一个 个 就 都 也 还 又 才 只 和 跟 与 或 在 从 对 把 被 给 为 到 着 过 得 地 之 其 而 但 但是 因为 所以 如果 的话 ' +
    '时候 东西 现在 目前 已经 刚 刚刚 可以 能 能不能 可不可以 是 是不是 有 有没有 没 没有 不 会 要 要不要 需要 应该 什么 啥 怎么 怎样 如何 哪 哪个 哪些 吗？ 几 多少 为什么 为啥 老公 老婆 妈妈 朋友 亲 宝 哥 姐 ' +
    '我想 知道 听说 告诉 说 讲 觉得 真的 到底 究竟 其实 比如 例如 上 下 里 中 后 前 去 来 又 再 很 太 非常 比较 挺 好 嗯 额 呃 这里 那里 了吗'
  ).split(' '),
)

/** Where each of them begins, 1 for a letter that one begins with: a number is looked up sooner than a word. */
const STOP_BEGINNINGS = new Uint8Array(0x10000)
for (const word of STOP_ZH) STOP_BEGINNINGS[word.charCodeAt(0)] = 1

/** English words that carry no subject here. Negation and question words stay out of the index: rules of understanding read those. */
const STOP_EN = new Set(
  (
    'a an the of to in on at by for with from as is are am be was were been do does did can could may might must shall should will would i me my we our us you your he she it its they them their this that these those ' +
    'there here and or but if then so than what which whom whose why how please thanks thank hi hello hey dear just really actually also too very much many any some get got have has had having not no dont doesnt cant wont ' +
    'im ive id its whats about into out up there all one like want need know tell help anyone anybody someone guys btw pls plz u ur r if through via under over'
  ).split(' '),
)

/** English words by number, and what the index knows each by; nothing where it carries no subject. Building an index meets the same few thousand words over and over. */
let words = growingLexicon()
let stems: string[] = []
const MOST_STEMS = 20_000

/** What the index knows the English word between two places of a text by. */
function stem(text: string, from: number, to: number): string {
  const known = stems[words.numberFor(text, from, to)]
  if (known !== undefined) return known
  const word = text.slice(from, to).replace(/'s$|'/g, '')
  const stemmed = STOP_EN.has(word) ? '' : lunr.stemmer(new lunr.Token(word, {})).toString()
  if (stems.length >= MOST_STEMS) {
    words = growingLexicon()
    stems = []
  }
  stems[words.numberFor(text, from, to)] = stemmed
  return stemmed
}

/** Whether a Latin word carries no subject: everybody writes it, whether the knowledge does or not. */
export const isFiller = (word: string): boolean => STOP_EN.has(word)

const [A, Z, ZERO, NINE, POINT, APOSTROPHE] = [0x61, 0x7a, 0x30, 0x39, 0x2e, 0x27]

/**
 * Makes the one function that cuts text into terms, for documents and questions alike: folded, canonical words for people's words, Chinese
 * by jieba with our dictionary, English stemmed, filler left out.
 * @param dictionary words that must not be cut apart
 * @param canonical writes the policy's words for people's words
 */
export function createSegmenter(dictionary: Iterable<string>, canonical: (folded: string) => string): Segment {
  const whole = [...dictionary].map(fold).filter((word) => /^\p{Script=Han}{2,}$/u.test(word))
  const cutChinese = jieba(whole.map((word) => [word, MUST_STAY_WHOLE]))
  return (text) => cut(canonical(fold(text)), cutChinese)
}

/** How often a word of ours is taken to have been met in jieba's corpus: often enough that nothing cuts it apart. */
const MUST_STAY_WHOLE = 20_000

/** Cuts a folded text into runs of Chinese, Latin words with an apostrophe or none, and numbers with their points; letter by letter, which takes a third of what a regular expression takes. */
function cut(text: string, cutChinese: CutForSearch): string[] {
  const terms: string[] = []
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at)
    let end = at
    if (isLatin(unit)) {
      end = runEnd(text, at, isLatin)
      if (text.charCodeAt(end) === APOSTROPHE && isLatin(text.charCodeAt(end + 1))) end = runEnd(text, end + 1, isLatin)
      const word = stem(text, at, end)
      if (word !== '') terms.push(word)
    } else if (isDigit(unit)) {
      end = runEnd(text, at, isDigit)
      while (text.charCodeAt(end) === POINT && isDigit(text.charCodeAt(end + 1))) end = runEnd(text, end + 1, isDigit)
      terms.push(text.slice(at, end))
    } else {
      end = hanEnd(text, at)
      if (end > at) addChinese(cutChinese(text.slice(at, end)), terms)
    }
    // What is none of these is passed over.
    at = Math.max(end, at + 1)
  }
  return terms
}

function addChinese(words: string[], terms: string[]): void {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (STOP_BEGINNINGS[word.charCodeAt(0)] === 0 || !STOP_ZH.has(word)) terms.push(word)
  }
}

const isLatin = (unit: number): boolean => unit >= A && unit <= Z
const isDigit = (unit: number): boolean => unit >= ZERO && unit <= NINE

function runEnd(text: string, start: number, belongs: (unit: number) => boolean): number {
  let end = start
  while (end < text.length && belongs(text.charCodeAt(end))) end++
  return end
}
