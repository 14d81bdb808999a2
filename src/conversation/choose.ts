import { parseNumeral } from '../core/numerals.ts'
import type { Choice } from '../core/reply.ts'
import { fold } from '../search/fold.ts'
import type { Understanding } from './understanding.ts'

/** The choices of the last reply; the last of a question back is `none of these`. */
export type Menu = { choices: Choice[]; none: boolean }

/** What a message picks from a menu; undefined when it picks nothing. */
export type Picked = { choice: Choice } | 'none' | undefined

const NONE =
  /^(?:以上|上面|这些|这几个|几个)?(?:都|全|通通)?(?:不是|不对|没有|唔系|唔啱)(?:以上|上面|这些|这几个|我要的|我想(?:要|问)的)?(?:的)?$|^没有(?:我)?(?:要|想问|想要)的$|^(?:no,? )?(?:none|neither)(?: of (?:these|those|them|the above))?$|^not (?:any of )?(?:these|those|them)$|^no$|^nope$|^something else$|^(?:别的|其他|其它|另外的)$/u
const ORDINALS: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 }
const NUMBER_ZH =
  /^(?:我)?(?:选|要|看|就|是)?(?:择)?(?:第)?\s*([1-4一二两三四])\s*(?:个|条|项|号|种|款)?(?:吧|呗|啊|呀|谢谢)?$/u
const LAST_ZH = /^(?:我)?(?:选|要|看|就)?(?:最后|最后面)(?:一|1)?(?:个|条|项)?$/u
const NUMBER_EN =
  /^(?:i(?:'d like| want| choose| pick)? )?(?:the |option |number |no\.? ?|choice |answer )*(first|second|third|fourth|last|one|two|three|four|[1-4])(?: one| option)?(?: please)?$/u
const WORDS: Record<string, number> = { one: 1, two: 2, three: 3, four: 4 }
const ASKS = /[?？]|吗|什么|多少|怎么|为啥|为什么|\b(?:what|how|why|which|where|when|can|is|do)\b/u
/** Words of a message that may be a part of a label. */
const MOST_WORDS = 6

/** What a message picks from a menu: by number, by place in order, by its words, or as `none of these`. */
export function pick(text: string, { choices, none }: Menu, understanding: Understanding): Picked {
  const folded = fold(text)
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim()
  const offered = none ? choices.slice(0, -1) : choices
  const pressed = choices.findIndex(({ utterance, label }) => same(utterance, text) || same(label, text))
  if (none && (pressed === choices.length - 1 || NONE.test(folded))) return 'none'
  if (pressed >= 0) return { choice: choices[pressed] as Choice }
  const number = numberIn(folded, choices.length)
  if (number !== undefined) {
    const choice = choices[number - 1]
    if (!choice) return undefined
    return none && number === choices.length ? 'none' : { choice }
  }
  // Buttons under an answer are no question: only what names one of them picks it.
  return none ? partOf(text, folded, offered, understanding) : undefined
}

const bare = (text: string) => fold(text).replace(/[\s\p{P}\p{S}]/gu, '')
const same = (one: string, other: string): boolean => bare(one) === bare(other) && bare(one) !== ''

function numberIn(folded: string, count: number): number | undefined {
  const chinese = NUMBER_ZH.exec(folded)?.[1]
  if (chinese !== undefined) return parseNumeral(chinese)
  if (LAST_ZH.test(folded)) return count
  const english = NUMBER_EN.exec(folded)?.[1]
  if (english === undefined) return undefined
  const place = ORDINALS[english] ?? WORDS[english] ?? Number(english)
  return place === -1 ? count : place
}

/** The one label that holds all words of a short message. */
function partOf(text: string, folded: string, choices: Choice[], { terms }: Understanding): Picked {
  if (folded.length < 2 || ASKS.test(fold(text))) return undefined
  const words = [...new Set(terms(text))]
  if (words.length > MOST_WORDS) return undefined
  const literally = choices.filter(({ label }) => fold(label).includes(folded))
  if (literally.length === 1 && literally[0]) return { choice: literally[0] }
  const holding = choices.filter(({ label }) => {
    const known = new Set(terms(label))
    return words.length > 0 && words.every((word) => known.has(word))
  })
  return holding.length === 1 && holding[0] ? { choice: holding[0] } : undefined
}
