import { Big } from 'big.js'
import type { Day } from '../core/day.ts'
import { inForce } from '../core/effective-period.ts'
import { valueOn } from '../core/figure.ts'
import type { ConsumptionTax, Good } from '../core/good.ts'
import type { TopicId } from '../core/topic.ts'
import { fold } from '../search/fold.ts'
import { compares } from './advisor-for.ts'
import type { Reading } from './slots/reading.ts'
import type { Understanding } from './understanding.ts'

const TOPICS: Record<string, TopicId> = {
  'import-tax': 'tax.formula',
  'general-trade': 'tax.over-limit',
  'one-order': 'quota.single',
  quota: 'quota.annual',
  'quota-orders': 'quota.count',
  'parcel-tax': 'channel.parcel',
  'luggage-tax': 'channel.luggage',
  'compare-channels': 'channel.compare',
  'compare-rates': 'channel.compare',
}

/** Advisors of one way of buying whose sums are about a limit as soon as a single piece costs more than it allows. */
const OF_ONE_ORDER = new Set(['import-tax', 'one-order', 'quota', 'quota-orders'])
/** The VAT of most goods. What bears another, or a consumption tax of its own kind, is asked about for its rate. */
const USUAL_VAT = 'vat-standard-rate'
const HIGH_END = /高档|高端|奢侈|\bhigh[- ]end\b|\bluxury\b|\bpremium\b/u

/**
 * The topic a calculation is counted under: a comparison only where ways of buying are set side by side, else a piece above the limit of an order, the tax on cosmetics or on alcohol, the
 * rate of what does not bear the usual one, or how tax is worked out.
 */
export function topicOf(
  advisor: string,
  reading: Reading,
  on: Day,
  { knowledge }: Understanding,
  text?: string,
): TopicId {
  const topic = TOPICS[advisor] ?? 'tax.formula'
  const folded = text === undefined ? '' : fold(text)
  const oneWay = (reading.regimes?.length ?? 0) < 2 && !compares(folded)
  if (OF_ONE_ORDER.has(advisor) && isOnePiece(reading)) {
    const figure = knowledge.figures.get('single-limit')
    const most = figure && valueOn(figure, on)?.value
    if (most instanceof Big && priceOf(reading).gt(most)) return 'tax.over-limit'
  }
  if (topic !== 'tax.formula' && !(topic === 'channel.compare' && oneWay)) return topic
  const goods = reading.items.flatMap(({ good }) => knowledge.goods.get(good ?? '') ?? [])
  if (goods.some((good) => isCosmetics(good, reading, folded))) return 'tax.cosmetics'
  if (goods.some(({ consumptionTax }) => ALCOHOL.has(consumptionTax))) return 'tax.alcohol'
  const [only] = goods
  return only && reading.items.length === 1 && hasOwnRate(only, on) ? 'tax.rates' : 'tax.formula'
}

const ALCOHOL = new Set<ConsumptionTax>(['wine', 'beer', 'spirits', 'yellow-wine'])

/** Cosmetics of the consumption tax, and what people take for such. */
const isCosmetics = ({ consumptionTax, notCosmetics }: Good, { highEnd, compositeRate }: Reading, folded: string) =>
  consumptionTax === 'high-end-cosmetics' ||
  (notCosmetics === true && (highEnd === true || compositeRate !== undefined || HIGH_END.test(folded)))

/** Whether goods bear another VAT than most, or a consumption tax that is not one of a topic. */
const hasOwnRate = ({ consumptionTax, vat }: Good, on: Day): boolean =>
  consumptionTax === 'golf' ||
  consumptionTax === 'jewellery' ||
  consumptionTax === 'watch' ||
  vat.some(({ effective, rate }) => inForce(effective, on) && rate !== USUAL_VAT && rate !== 'unsettled')

/** Whether a message is about one thing that is bought alone. */
const isOnePiece = ({ items }: Reading): boolean => items.length === 1 && (items[0]?.pieces ?? 1) === 1

/** What the goods cost together, as far as prices were read. */
const priceOf = ({ items, orderTotal }: Reading): Big =>
  orderTotal ??
  items.reduce(
    (sum, { total, each, pieces }) => sum.plus(total ?? each?.times(String(pieces ?? 1)) ?? '0'),
    new Big('0'),
  )
