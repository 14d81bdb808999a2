import { fold } from '../search/fold.ts'
import type { Before } from './in-context.ts'
import { KINDS, type Kind, namedIn } from './kinds.ts'
import type { Understanding } from './understanding.ts'

const OPENING =
  /^(?:那么?|咁|噉|好吧?|嗯|哦|噢|所以|换成?|改成|要是|如果|假如|还有|另外|na(?= )|我(?:说|问|是说|是问|想问|指)的?是?|wo shuo(?: de shi)?|不(?:对|是)|错了|and|so|ok(?:ay)?|then|well|but|or|no|sorry|actually|i (?:mean|meant|said|was asking about)|what (?:about|if)|how about|what's about|make (?:it|that)|with|for|until|since|by (?:when|what|which)|within|under|above|over|per|at|as)[\s,，、:：]*/u
/** Not this but that: what is denied is not what is asked. */
const NOT_THAT = /^(?:不是|唔系|not )[^，,。]{1,12}[，,]\s*(?:而?是|but|it's|i mean)?\s*/u
const CLOSING = /[\s,，。.!！?？]*(?:的话|的呢|呢|\bne|的|then|instead|too|as well)?[\s。.!！?？~]*$/u
const ENDS = /(?:呢|\bne|\btoo|\binstead|\bthen)[\s?？。.!！]*$/u
/** What may stand beside the new word without saying anything. */
const FILLER =
  /现在|目前|今年|是多少|多少|是什么|怎么样|怎样|如何|几多|可以吗|行吗|也(?:是)?(?:一样|这样)?|一样吗|我们?|自己|回来|过来|返来|寄来|发来|买的|的|了|吗|啊|呀|是|从|到|用|走|\b(?:now|today|currently|is it|is|are|it|the|a|an|same|how much|what|of|from|in|to|on|via|i|we|you|me|do|does|can|them|that|this)\b|[\s\p{P}]+/gu
const PRONOUN = /它们?|这个|那个|这些|那些|这种|那种|\b(?:it|they|them|this one|that one|those|these)\b/u

/** A question for the rate, and nothing else. */
const RATE_ASKED =
  /^(?:跨境|海淘)?(?:的)?(?:综合|进口)?(?:税率|税点|税)(?:是|大概|又)?(?:多少|几多|几|怎么算|咋算|点计)?[啊呀呢]?$|^(?:what(?:['’]s| is) )?the (?:(?:composite|tax|duty|import) )*(?:rate|tax rate)$|^(?:tax|duty) rate$/u

/** Whether something is the same as a thing that is named: what it is compared with was named before. */
export const COMPARES =
  /^(?:那|这|它|是不是)?(?:和|跟|与|同).{1,16}(?:一样|1样|一回事|1回事|概念|区别|不同|冲突|矛盾)|^(?:and )?(?:is (?:it|that|this) )?(?:the same|different) (?:as|from|to) /u

/** Whoever asks for something about a deed does not name it in another's place: `can I resell them`. */
export const ASKS_ITSELF = /能|可以|怎么|多少|吗$|什么|\b(?:can|may|do|does|how|what|when|where|is|are)\b/u
const ANYTHING = /东西|商品|物品|\b(?:things|stuff|goods|something|items?)\b/u
const BOTH =
  /(?:这|那|它们?|他们)?(?:两|2)(?:个|者|种)|这俩|它俩|二者|它们|\b(?:these|those|the) two\b|\b(?:two|both) of them\b|\bboth\b|\bthem\b/u

const HAN = /\p{Script=Han}/u
/** What is carried is not sent. */
const SENT = /邮?寄/gu
/** An amount in the money of a market. */
const FOREIGN_AMOUNT =
  /[$€£]\s?\d[\d,.]*|\d[\d,.]*\s?(?:美元|美金|欧元|英镑|加元|澳元|日元|韩元|usd|eur|gbp|dollars?|euros?|pounds?)/gu
/** What stands between the parts of a list. */
const LISTS = /^[\s、，,/&和跟与及或]*(?:and|or|加|还有)?\s*$/u
const ONE_CHARACTER = /^\p{Script=Han}$/u

/** Words of a follow-up at most; more make a question of their own. */
const MOST_WORDS = 6
const LONGEST = 48
/** Words beside those that were put in the other's place, from which on the follow-up asks something of its own. */
const OF_ITS_OWN = 2

/** How many words a text has: in Chinese, where two characters make one, without cutting it; in English three of five, since the small ones say little. */
export function wordsIn(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  if (han === 0) return Math.ceil((text.match(/[\p{L}\d]+(?:['’-][\p{L}\d]+)*/gu)?.length ?? 0) * 0.6)
  return Math.ceil(han / 2) + (text.match(/[a-z\d]+(?:[.,]\d+)*/giu)?.length ?? 0)
}

/** Whether a text names goods, or a member of a kind: something to go on about. */
export function namesSomething(text: string, { findGoods }: Pick<Understanding, 'findGoods'>): boolean {
  const folded = fold(text)
  return findGoods(folded).length > 0 || (Object.keys(KINDS) as Kind[]).some((kind) => namedIn(kind, folded).length > 0)
}

/** Whether a text names what a talk can be about: goods, or a member of a kind other than what is done with them (`能退税吗` is asked about something). */
export const namesSubject = (text: string, { findGoods }: Pick<Understanding, 'findGoods'>): boolean => {
  const folded = fold(text)
  const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => kind !== 'deed')
  return findGoods(folded).length > 0 || kinds.some((kind) => namedIn(kind, folded).length > 0)
}

/** Whether a text names goods, or a member of a kind, that another text does not. */
export function namesOther(text: string, known: string, { findGoods }: Pick<Understanding, 'findGoods'>): boolean {
  const [said, before] = [fold(text), fold(known)]
  const goods = new Set(findGoods(before).map(({ good }) => good))
  if (findGoods(said).some(({ good }) => !goods.has(good))) return true
  return (Object.keys(KINDS) as Kind[]).some((kind) => {
    const members = new Set(namedIn(kind, before).map(({ member }) => member))
    return namedIn(kind, said).some(({ member }) => !members.has(member))
  })
}

/** What the talk is about after a message that leans on a question: the message, where it names enough; the question with what it names beside; else the question. */
export function goneOn(text: string, { question }: Before, understanding: Understanding): string {
  // What names only what was named (`per parcel?`) is about that.
  if (!namesSomething(text, understanding) || !namesOther(text, question, understanding)) return question
  if ((namesSubject(text, understanding) && wordsIn(text) >= WHOLE) || question.length > LONGEST_BEFORE)
    return namesSubject(text, understanding) ? text : question
  return `${question} ${text}`
}
/** Words of a message that can stand for itself. */
const WHOLE = 3
/** A question so long is not made longer. */
const LONGEST_BEFORE = 40

/** Whether a message leans on the one before it: it opens or ends like a continuation, or is no more than a few words. */
export function isElliptical(text: string): boolean {
  const folded = fold(text).trim()
  if (folded.length > LONGEST) return false
  const words = wordsIn(text)
  const leans = [OPENING, ENDS, PRONOUN, BOTH, COMPARES].some((sign) => sign.test(folded))
  return (leans && words <= MOST_WORDS) || words <= 2
}

/**
 * A follow-up made whole: the question before it with the words of the follow-up in the place of those of the same kind (`那红酒呢` after `跨境买口红税率多少` gives
 * `跨境买红酒税率多少`), or the follow-up with what its pronoun stands for. Undefined when nothing of the same kind stands in both, or when the follow-up asks
 * something of its own.
 */
export function complete(before: Before, text: string, understanding: Understanding): string | undefined {
  const base = fold(before.question)
  const core = coreOf(text)
  if (core === '') return undefined
  const both = before.earlier !== undefined && BOTH.test(core) ? bothOf(fold(before.earlier), base, core) : undefined
  if (both !== undefined) return both
  // Words of one language do not stand in a sentence of another.
  if (HAN.test(core) !== HAN.test(base)) return undefined

  let whole = base
  let rest = core
  for (const kind of Object.keys(KINDS) as Kind[]) {
    if (kind === 'deed' && ASKS_ITSELF.test(core)) continue
    const [now] = namedIn(kind, core)
    const [then, ...more] = namedIn(kind, base)
    if (!now || !then) continue
    rest = rest.replace(now.words, ' ')
    if (now.member === then.member || more.some(({ member }) => member === now.member)) continue
    whole = whole.replaceAll(then.words, now.words)
    // What is free in one country says nothing of another.
    if (kind === 'place') whole = whole.replace(FOREIGN_AMOUNT, ' ')
    // No year's limit holds for what is sent or carried.
    if (now.member === 'luggage' || now.member === 'parcel') whole = whole.replace(KINDS.limit.year, ' ')
    if (now.member === 'luggage') whole = whole.replace(SENT, '带')
    for (const { words } of more) whole = whole.replaceAll(words, '')
  }
  const [good] = understanding.findGoods(core)
  const goods = understanding.findGoods(whole)
  if (good && (goods.length > 0 || ANYTHING.test(whole))) {
    const said = core.slice(good.start, good.end)
    // A name of one character is part of too many words to be found among others.
    const name = ONE_CHARACTER.test(said)
      ? (understanding.knowledge.goods.get(good.good)?.name['zh-Hans'] ?? said)
      : said
    whole = goods.length > 0 ? withGood(whole, goods, name) : whole.replace(ANYTHING, name)
    rest = rest.replace(said, ' ')
  } else if (goods[0] && RATE_ASKED.test(core)) {
    // 税率多少, of the goods that were spoken of.
    return `${whole.slice(goods[0].start, goods[0].end)} ${core}`
  } else if (goods[0] && PRONOUN.test(core)) {
    const name = whole.slice(goods[0].start, goods[0].end)
    return core.replace(PRONOUN, /\p{Script=Han}/u.test(core) ? name : ` ${name} `)
  }
  if (whole === base) return undefined
  const more = rest.replace(FILLER, ' ').trim()
  return wordsIn(more) >= OF_ITS_OWN ? undefined : `${whole} ${more}`.trim()
}

/** Whether a message is about the two things that were named last. */
export const asksOfBoth = (text: string): boolean => BOTH.test(fold(text))

/** `These two`, by what the last two questions named. */
function bothOf(earlier: string, base: string, core: string): string | undefined {
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const [one] = namedIn(kind, earlier)
    const [other] = namedIn(kind, base)
    if (one && other && one.member !== other.member)
      return core.replace(
        BOTH,
        /\p{Script=Han}/u.test(core) ? `${one.words}和${other.words}` : `${one.words} and ${other.words}`,
      )
  }
  const rest = core.replace(BOTH, ' ').trim()
  return rest === '' || `${earlier}${base}`.length > LONGEST_BOTH ? undefined : `${earlier} ${base} ${rest}`
}
/** Two questions so long are not put together. */
const LONGEST_BOTH = 60

/** A message without the words that only tie it to the one before. */
function coreOf(text: string): string {
  let core = fold(text).trim().replace(NOT_THAT, '')
  for (let last = ''; last !== core; ) {
    last = core
    core = core.replace(OPENING, '')
  }
  core = core.replace(CLOSING, '')
  // 咁成年呢: not somebody's age.
  return core === '成年' ? '全年' : core
}

/** One thing asked about takes the place of all that were. */
function withGood(text: string, goods: { start: number; end: number }[], name: string): string {
  const [first, ...others] = goods
  let changed = text
  // What is listed goes; what the first is said to be (`面霜算不算高档化妆品`) stays.
  const listed = others.filter(({ start }, index) => LISTS.test(text.slice((goods[index] ?? first)?.end, start)))
  for (const { start, end } of listed.reverse()) changed = changed.slice(0, start) + changed.slice(end)
  return first ? changed.slice(0, first.start) + name + changed.slice(first.end) : changed
}
