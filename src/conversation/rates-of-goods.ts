import type { Answer, RatesAsked, RateWay } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import { valueOn } from '../core/figure.ts'
import type { Good } from '../core/good.ts'
import type { TopicId } from '../core/topic.ts'
import { fold } from '../search/fold.ts'
import { hasPrice } from './advisor-for.ts'
import { readSlots } from './slots/read-slots.ts'
import { goesAbroad } from './slots/traveller.ts'
import type { Understanding } from './understanding.ts'

/** The rate that retail import has had since it has rates of its own. */
const ORDINARY = 'composite-ordinary'
const RATE_ASKED =
  /税率|税点|税号?[^。？?]{0,3}(?:多少|几多|几)个?点|(?:多少|几多|几)个?点|百分之(?:多少|几多|几)|行邮税|税(?:费)?(?:是)?(?:多少|几多)$|(?<![交缴付])(?:多少|几多)税$|\brates?\b|\bpercent(?:age)?\b|\bwhat %|\b(?:parcel|import|cbec|customs|luggage) (?:tax|duty)\b|\b(?:tax|duty) (?:on|for) /u
/** Rates of refunds and of other countries are no rates of imports. */
const EXPORT = /出口|退税率|\bexport|rebate|refund/u
const PERSONAL =
  /行邮|邮包|包裹|邮寄|寄|直邮个人|行李|入境|带回|parcel|\bpost(?:ed)?\b|\bmail(?:ed)?\b|courier|luggage|bring|carry/u
const CBEC = /跨境|海淘|保税|综合税|平台|cbec|cross-border|bonded|haitao|composite/u

/** The day whose rates are asked, and the one on which they are. */
type Days = { on: Day; today: Day }
type Lookup = Pick<Understanding, 'findGoods' | 'knowledge'>

/** Whether a message asks for a rate rather than for an amount. */
export const asksRate = (text: string): boolean => RATE_ASKED.test(fold(text)) && !EXPORT.test(fold(text))

/** The goods whose rates a message asks for, where it names one kind of goods, no price, and asks for no more than the rate. */
export function ratesAsked(
  text: string,
  { on, today }: Days,
  understanding: Lookup,
): { rates: RatesAsked; topic: TopicId } | undefined {
  return asksRate(text) ? ratesOf(text, { on, today }, understanding) : undefined
}

/** The rates of the goods a message names, where it names one kind and no price. */
function ratesOf(
  text: string,
  { on, today }: Days,
  { findGoods, knowledge }: Lookup,
): { rates: RatesAsked; topic: TopicId } | undefined {
  const folded = fold(text)
  if (EXPORT.test(folded) || goesAbroad(folded)) return undefined
  const reading = readSlots(text, { today, findGoods })
  const named = [...new Set(reading.items.flatMap(({ good }) => good ?? []))]
  const good = knowledge.goods.get(named[0] ?? '')
  const composite = knowledge.figures.get(ORDINARY)
  if (!composite || valueOn(composite, on)?.value === undefined) return undefined
  if (good === undefined || named.length > 1 || hasPrice(reading)) return undefined
  const personal = PERSONAL.test(folded) || reading.regime === 'parcel' || reading.regime === 'luggage'
  const asked: RateWay[] = personal
    ? ['personal', ...(CBEC.test(folded) ? (['cbec'] as const) : [])]
    : ['cbec', 'personal']
  const ways = asked.filter((way) => isTold(good, way))
  const [first] = ways
  if (first === undefined || (first !== asked[0] && personal)) return undefined
  return { rates: { good: good.id, ways }, topic: topicOf(good, first) }
}

/** Whether the rate of goods by a way is settled and there is any: what may not come that way has none. */
function isTold({ barred, consumptionTax, vat, parcelClass }: Good, way: RateWay): boolean {
  if (way === 'personal') return !barred.includes('parcel') && parcelClass !== 'unsettled'
  return (
    !barred.includes('cbec') &&
    vat.length > 0 &&
    vat.every(({ rate }) => rate !== 'unsettled') &&
    consumptionTax !== 'watch'
  )
}

function topicOf({ consumptionTax, parcelClass }: Good, way: RateWay): TopicId {
  if (consumptionTax === 'high-end-cosmetics' || (parcelClass === 'by-threshold' && consumptionTax !== 'watch'))
    return 'tax.cosmetics'
  if (way === 'personal') return 'channel.parcel'
  return ['wine', 'spirits', 'beer', 'yellow-wine'].includes(consumptionTax) ? 'tax.alcohol' : 'tax.rates'
}

/** A question back for the price, with the rates of the goods it is about, which can be told already. */
export function withRates<Asked extends { answer: Answer }>(
  asked: Asked,
  text: string,
  days: Days,
  lookup: Lookup,
): Asked {
  const { answer } = asked
  if (answer.outcome !== 'asked' || !('missing' in answer) || answer.missing !== 'price') return asked
  const rated = ratesOf(text, days, lookup)
  if (!rated) return asked
  // Whoever asks what tax to pay on goods of the usual rate asks for a sum, of which the rate is told while the price is missing.
  const topic = rated.topic === 'tax.rates' ? answer.topic : rated.topic
  return { ...asked, answer: { ...answer, topic, rates: rated.rates } }
}
