import type { Context, Outcome } from '../advisors/advisor.ts'
import { between } from '../advisors/alternatives.ts'
import { inForce } from '../core/effective-period.ts'
import type { ConsumptionTax, Good } from '../core/good.ts'
import type { Item, Slots } from '../core/slots.ts'
import type { Reading } from './slots/reading.ts'

/** Alcohol is free by the litre in luggage, and taxed by it elsewhere. */
const BY_VOLUME = new Set<ConsumptionTax>(['wine', 'beer', 'spirits', 'yellow-wine'])

/** The goods of an order that has one price, where all of them have a name and none a price of its own. */
function goodsOf({ orderTotal, items }: Reading, { goods }: Context): Good[] | undefined {
  if (orderTotal === undefined || items.length < 2) return undefined
  if (items.some(({ total, each }) => total !== undefined || each !== undefined)) return undefined
  const known = items.flatMap(({ good }) => goods.get(good ?? '') ?? [])
  return known.length === items.length ? known : undefined
}

/** How a good is taxed as a personal article, where its price does not decide that; and as an order. */
const asArticle = ({ parcelClass }: Good): string | undefined =>
  typeof parcelClass === 'number' ? String(parcelClass) : undefined
function asOrder({ vat, consumptionTax, tariff }: Good, on: string): string | undefined {
  const rate = vat.find(({ effective }) => inForce(effective, on))?.rate
  return consumptionTax !== 'none' || rate === undefined || rate === 'unsettled' ? undefined : `${rate} ${tariff ?? ''}`
}

function treatmentOf(good: Good, advisor: string, on: string): string | undefined {
  const drunk = BY_VOLUME.has(good.consumptionTax)
  switch (advisor) {
    case 'parcel-tax':
      return asArticle(good)
    case 'luggage-tax':
      return drunk ? undefined : asArticle(good)
    case 'import-tax':
      return asOrder({ ...good, tariff: undefined }, on)
    case 'general-trade':
      return asOrder(good, on)
    default: {
      const [article, order] = [asArticle(good), asOrder(good, on)]
      return article && order && `${article} ${order}`
    }
  }
}

const isBarred = ({ list, barred }: Good): boolean => list === 'not-listed' || (barred?.length ?? 0) > 0

/** All goods of an order as one kind, at the price of all. */
const asOne = (good: string | undefined, { items, orderTotal }: Reading): Item => ({
  good,
  total: orderTotal,
  pieces: items.reduce((sum, { pieces }) => sum + (pieces ?? 1), 0),
})

/**
 * Several goods with one price (一瓶褪黑素和两瓶鱼油 一共390), where all of them are taxed alike: which of them cost how much changes nothing then, and they are worked out as one.
 */
export function underOneTotal(reading: Reading, advisor: string, context: Context): Reading {
  const goods = goodsOf(reading, context)
  const ways = new Set(goods?.map((good) => treatmentOf(good, advisor, context.on)))
  if (!goods || ways.size > 1 || ways.has(undefined)) return reading
  const { orderTotal: _, ...others } = reading
  return { ...others, items: [asOne((goods.find(isBarred) ?? goods[0])?.id, reading)] }
}

/** What is asked back where goods with one price are taxed differently: with the least and the most it can come to. */
export function openTotal(reading: Reading, asked: Outcome, run: (slots: Slots) => Outcome, context: Context): Outcome {
  if (asked.kind !== 'asked' || asked.missing !== 'price' || !goodsOf(reading, context)) return asked
  const results = reading.items.map(({ good, content }) =>
    run({ ...reading, items: [{ ...asOne(good, reading), ...(content && { content }) }] }),
  )
  const worked = results.flatMap((result) => (result.kind === 'calculated' ? [result.calculation] : []))
  if (worked.length < results.length || worked.some(({ total }) => total === undefined)) return asked
  return { ...asked, verdict: between(worked, 'verdict.one-total'), columns: [] }
}
