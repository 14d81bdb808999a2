import { Big } from 'big.js'
import type { Context } from '../advisors/advisor.ts'
import { taxesOfComposite } from '../advisors/composite-rate.ts'
import { figuresOn, readFigures } from '../advisors/figures-on.ts'
import type { Day } from '../core/day.ts'
import { valueOn } from '../core/figure.ts'
import type { Good } from '../core/good.ts'
import type { Item } from '../core/slots.ts'
import type { Reading } from './slots/reading.ts'

/** Goods of which nothing is known but that no special rate was named. */
export const ORDINARY = 'ordinary-goods'

/** What was said, with what it means by the goods and figures of the day: the class of cosmetics, what the year has used, the taxes in a rate, what a cut takes. */
export function certain(reading: Reading, context: Context): Reading {
  return withCut(withComposite(withClass(withYear(reading, context), context), context))
}

/** Cosmetics that are said to be high-end, or ordinary, need no content to be classed, and so no threshold. */
function withClass(reading: Reading, { goods, figures, on }: Context): Reading {
  const items = reading.items.map((item) => {
    const good = goods.get(item.good ?? '')
    const open = good?.consumptionTax === 'high-end-cosmetics' && good.parcelClass === 'by-threshold'
    if (!open || item.content || reading.highEnd === undefined) return item
    return { ...item, good: reading.highEnd ? 'high-end-cosmetics' : 'ordinary-cosmetics' }
  })
  const said = { ...reading, items }
  const [item, ...others] = items
  if (others.length > 0 || item?.content || !isHighEnd(goods.get(item?.good ?? ''))) return said
  const figure = figures.get('ct-high-end-cosmetics')
  const rate = figure && valueOn(figure, on)?.value
  return rate instanceof Big ? { ...said, consumptionTaxRate: rate } : said
}

const isHighEnd = (good: Good | undefined): boolean =>
  good?.consumptionTax === 'high-end-cosmetics' && good.parcelClass === 3

/** What was used of the annual limit, where only what is left of it was said. */
function withYear(reading: Reading, { figures, on }: Context): Reading {
  const { leftThisYear, spentThisYear } = reading
  const figure = figures.get('annual-limit')
  const limit = figure && valueOn(figure, on)?.value
  const known = spentThisYear === undefined && leftThisYear && limit instanceof Big && limit.gte(leftThisYear)
  return known ? { ...reading, spentThisYear: limit.minus(leftThisYear) } : reading
}

/** A composite rate that was named says which taxes goods bear that were not named, or what they would bear if it held: 那6.3%呢. */
function withComposite(reading: Reading, { goods, figures, on }: Context): Reading {
  const { compositeRate, items, regime } = reading
  const named = items.some(({ good }) => good !== undefined)
  if (compositeRate === undefined || (named && !reading.insteadRate)) return reading
  const personal = regime === 'parcel' || regime === 'luggage' ? classOfRate(compositeRate, figures, on) : undefined
  if (personal) return { ...reading, items: items.map((item) => ({ ...item, parcelClass: personal })) }
  const taxes = taxesOfComposite(compositeRate, readFigures(figuresOn(figures, on), on))
  if (!taxes) return reading
  const known = (item: Item) => (item.good === undefined && goods.has(ORDINARY) ? { ...item, good: ORDINARY } : item)
  return { ...reading, items: items.map(known), vatRate: taxes.vat, consumptionTaxRate: taxes.consumption }
}

const CLASSES = [1, 2, 3] as const

/** The class of the tax on personal articles that has a rate on a day: 包裹 1000块 按20%. */
const classOfRate = (named: Big, figures: Context['figures'], on: Day): 1 | 2 | 3 | undefined =>
  CLASSES.find((one) => {
    const figure = figures.get(`parcel-rate-class-${one}`)
    const rate = figure && valueOn(figure, on)?.value
    return rate instanceof Big && rate.eq(named)
  })

/** What 八折 takes off prices that were named before it. */
function withCut(reading: Reading): Reading {
  const { shareLeft, items, openDiscount } = reading
  const prices = items.map(({ total, each, pieces }) => total ?? each?.times(String(pieces ?? 1)))
  if (shareLeft === undefined || openDiscount !== undefined || prices.includes(undefined)) return reading
  const whole = prices.reduce<Big>((sum, price) => sum.plus(price ?? '0'), new Big('0'))
  return { ...reading, openDiscount: whole.minus(whole.times(shareLeft)).round(2) }
}
