import { Big } from 'big.js'
import type { OrderSum } from '../advisors/order-sums.ts'
import type { Sum } from '../advisors/sums.ts'
import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import { valueOn } from '../core/figure.ts'
import type { TopicId } from '../core/topic.ts'
import { hasPrice } from './advisor-for.ts'
import { foldAmounts } from './slots/fold-amounts.ts'
import { readSlots } from './slots/read-slots.ts'
import type { Reading, ReadOptions } from './slots/reading.ts'
import type { Understanding } from './understanding.ts'

/** A sum that a message asks for, the topic it is counted under, and the entry whose documents it rests on, where no figure does. */
export type AskedSum = { sum: Sum; topic: TopicId; entry?: EntryId }

const PERCENT =
  /(?<![\d.])(?<number>\d{1,2}(?:\.\d{1,2})?)\s?(?:%|percent\b|per cent\b|个点|(?=(?:这个)?(?:综合税率|怎么|咋|点样|是怎)))|百分之(?<spoken>\d{1,2}(?:\.\d{1,2})?)/u
const HOW_IT_COMES =
  /(?:怎么|咋|怎样|点样?|如何|哪里|哪儿|边度)[^。?？]{0,3}(?:来|出|得|算|计)|怎么回事|为[啥什]么?是|怎么(?:会)?是|来源|\b(?:where|how)\b[^.?]{0,40}\b(?:come|comes|came|derived?|calculated|worked out|get|got|computed|made up|arrive)|\b(?:derivation|breakdown)\b|\bwhy (?:is|are)\b/u
const MORE =
  /还(?:能|可以)[^。？?]{0,6}(?:买|要|囤|入)|剩[^。？?]{0,4}(?:多少|几多|几)|仲可以|\bhow (?:much|many) more\b|\bstill buy\b|\bleft\b/u
/** The annual limit, in so many words; where a message names its amount, that stands here as 额度. */
const QUOTA = '(?:额度|配额|限额|\\b(?:quota|allowance|annual limit|yearly limit)\\b)'
const COUNTS_FOR = new RegExp(
  `${QUOTA}[^。？?\\d]{0,8}(?:扣|占|用|减|算)(?:掉|去|了|我)?(?:多少|几多|几钱)|(?:扣|占|用)(?:掉|去|我)?(?:多少|几多|几钱)[^。？?]{0,6}${QUOTA}|(?:算|计|占|扣)(?:进|到|入|在|用)[了咗]?(?:那个?|我的?|年度的?|这个?){0,2}${QUOTA}{1,2}(?:里面?|内|中)?(?:的|嘅)?(?:钱|金额|数)?(?:到底|究竟|应该|[是系有才]){0,3}(?:多少|几多|几钱)|从(?:我|那)?(?:年度)?${QUOTA}(?:里|里面|中)?(?:扣|减|用)(?:掉)?(?:多少|几多)|\\bhow much\\b[^.?]{0,30}${QUOTA}[^.?]{0,30}\\b(?:use|take|count|deduct|eat|consume)|\\bhow much\\b[^.?]{0,30}\\b(?:use|take|count|deduct|eat|consume|come off|comes off|goes? (?:off|against))\\w*\\b[^.?]{0,30}${QUOTA}`,
  'u',
)
const ACTUAL_PAID = /实付|实际支付|acturalpaid|actual ?paid|actually paid|amount paid field/u
const TO_FILL = /填|报文|申报|订单|字段|写|\bfield\b|\bfill|\bdeclare|\breport|\bmessage\b/u
const TAX_SAID =
  /(?:(?<!含|包)税(?:款|费|额|金)?|\btax(?:total| total)?)\s?(?:合计|一共|共)?(?:是|为|[:：=]|of|is)?\s?(?<tax>\d+(?:\.\d+)?)(?!\s?%|\d)|(?<tax>\d+(?:\.\d+)?)(?:元|块)?(?:的税|\s?(?:yuan )?(?:in |of )?tax\b)/u

/** The tax that a payment holds: 其中398是税, of which 398 is tax. */
const TAX_WITHIN =
  /(?:里头|里面|其中|当中|包括|包含|含|内)(?:有|了|的|着|,|\s){0,2}(?<tax>\d+(?:\.\d+)?)(?:元|块)?(?:都|才|就)?(?:是|系|的)?(?:关|增值)?税|(?:里头|里面|其中|当中|包括|包含|(?<!不)含)(?:有|了|的|着|\s){0,2}税(?:款|费|金|额)?(?:是|有|占|为|\s){0,2}(?<tax>\d+(?:\.\d+)?)|\b(?:of which|including|includes|incl\.?|and) (?<tax>\d+(?:\.\d+)?) ?(?:yuan |rmb )?(?:of (?:it|that|this|which) )?(?:is|was|in|of)? ?(?:the |import )?tax\b/u

/** How the composite rate that a message names by its number comes about. */
function compositeIn(written: string, reading: Reading): AskedSum | undefined {
  const { number, spoken } = PERCENT.exec(written)?.groups ?? {}
  const said = number ?? spoken
  if (said === undefined || hasPrice(reading) || !HOW_IT_COMES.test(written)) return undefined
  return { sum: { sum: 'composite', base: new Big(said).div('100') }, topic: 'tax.formula' }
}

/** What is left of the quantity of some goods that may be bought in a year. */
function capLeftIn(written: string, { items }: Reading, { knowledge }: Understanding): AskedSum | undefined {
  const [item, ...more] = items
  const cap = knowledge.goods.get(item?.good ?? '')?.quantityCap
  if (cap === undefined || more.length > 0 || item?.content?.unit !== 'g' || !MORE.test(written)) return undefined
  const bought = item.content.amount.times(String(item.pieces ?? 1)).div('1000')
  return { sum: { sum: 'cap-left', base: bought, cap }, topic: 'list.quantity' }
}

/** The amount of the annual limit, as people write it. */
function limitIn({ knowledge }: Understanding, on: Day): string {
  const figure = knowledge.figures.get('annual-limit')
  const held = figure && valueOn(figure, on)?.value
  return held instanceof Big ? held.toFixed() : ''
}

/** What an order takes from the annual limit, or what its message holds as actually paid. */
function orderSumIn(written: string, reading: Reading, limit: string): AskedSum | undefined {
  const prices = reading.items.map(({ total, each, pieces }) => total ?? each?.times(String(pieces ?? 1)))
  if (prices.length === 0 || prices.some((price) => price === undefined)) return undefined
  const goods = prices.reduce<Big>((sum, price) => sum.plus(price ?? '0'), new Big('0'))
  const zero = new Big('0')
  const of = (sum: OrderSum['sum'], tax: Big): OrderSum => ({
    sum,
    base: goods.minus(reading.openDiscount ?? zero),
    freight: (reading.freight ?? zero).plus(reading.insurance ?? zero),
    tax,
    voucher: reading.voucher ?? zero,
  })
  const named = limit === '' ? written : written.replaceAll(limit, '额度')
  if (COUNTS_FOR.test(named)) {
    const within = TAX_WITHIN.exec(written)?.groups?.tax
    const paid = of('counts-for', zero)
    const base = within === undefined || paid.base.lte(within) ? paid.base : paid.base.minus(within)
    return { sum: { ...paid, base }, topic: 'quota.count' }
  }
  const tax = ACTUAL_PAID.test(written) && TO_FILL.test(written) ? TAX_SAID.exec(written)?.groups?.tax : undefined
  return tax === undefined
    ? undefined
    : { sum: of('actual-paid', new Big(tax)), topic: 'order.three-docs', entry: 'amounts-in-order-data' }
}

/** A sum of an order, of what is left of a yearly limit, or of the taxes in a composite rate, where a message asks for one. */
export function orderSum(written: string, options: ReadOptions, understanding: Understanding): AskedSum | undefined {
  const folded = foldAmounts(written)
  const reading = readSlots(written, options)
  return (
    compositeIn(folded, reading) ??
    capLeftIn(folded, reading, understanding) ??
    orderSumIn(folded, reading, limitIn(understanding, options.today))
  )
}
