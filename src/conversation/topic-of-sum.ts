import { Big } from 'big.js'
import type { Day } from '../core/day.ts'
import { valueOn } from '../core/figure.ts'
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

/**
 * The topic a calculation is counted under: a comparison only where ways of buying are set side by side, else the tax on cosmetics, on alcohol, on an order above the limit, or how tax is
 * worked out.
 */
export function topicOf(
  advisor: string,
  reading: Reading,
  on: Day,
  { knowledge }: Understanding,
  text?: string,
): TopicId {
  const topic = TOPICS[advisor] ?? 'tax.formula'
  const oneWay = (reading.regimes?.length ?? 0) < 2 && !(text !== undefined && compares(fold(text)))
  if (topic !== 'tax.formula' && !(topic === 'channel.compare' && oneWay)) return topic
  const kinds = reading.items.map(({ good }) => knowledge.goods.get(good ?? '')?.consumptionTax)
  if (kinds.includes('high-end-cosmetics')) return 'tax.cosmetics'
  if (kinds.some((kind) => kind === 'wine' || kind === 'beer' || kind === 'spirits' || kind === 'yellow-wine'))
    return 'tax.alcohol'
  const limit = knowledge.figures.get('single-limit')
  const most = limit && valueOn(limit, on)?.value
  return most instanceof Big && priceOf(reading).gt(most) ? 'tax.over-limit' : 'tax.formula'
}

/** What the goods cost together, as far as prices were read. */
const priceOf = ({ items, orderTotal }: Reading): Big =>
  orderTotal ??
  items.reduce(
    (sum, { total, each, pieces }) => sum.plus(total ?? each?.times(String(pieces ?? 1)) ?? '0'),
    new Big('0'),
  )
