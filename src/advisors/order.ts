import type { Big } from 'big.js'
import type { Day } from '../core/day.ts'
import { inForce } from '../core/effective-period.ts'
import type { FigureId } from '../core/figure.ts'
import { type Good, type GoodId, listingOn } from '../core/good.ts'
import type { Item, Slots } from '../core/slots.ts'
import type { Asked, Context, Refused } from './advisor.ts'
import { apportion, roundTo, ZERO } from './rounding.ts'

/** What the goods table says of an item, as of the day: a receipt holds it, so that a later change of the table changes no result. */
type Classed = {
  vat?: FigureId | 'exempt' | 'unsettled' | undefined
  consumptionTax?: Good['consumptionTax'] | undefined
  parcelClass?: Good['parcelClass'] | undefined
  list?: Good['list'] | undefined
  barred?: Good['barred'] | undefined
  /** The figure with an example of its tariff. */
  tariff?: FigureId | undefined
  hs?: string | undefined
  quantityCap?: FigureId | undefined
}

/** One kind of goods in an order, classed. Money in yuan. */
export type Article = Classed & Omit<Item, 'parcelClass'>

/** Where the texts, or what was said, leave two ways open: the way this working takes. */
export type Assumption =
  | 'beer-high'
  | 'beer-low'
  | 'lowest-rate-first'
  | 'highest-rate-first'
  | 'high-end'
  | 'not-high-end'

/** Everything a result depends on besides figures and day: the slots with the goods looked up. */
export type Order = Omit<Slots, 'items' | 'hsCodes' | 'regime'> & {
  articles: Article[]
  assumed?: Assumption | undefined
}

/** Looks up the goods of what was said. A good that is not in the table counts as not said. */
export function orderOf({ items, hsCodes: _, regime: __, ...slots }: Slots, { goods, on }: Context): Order {
  const said = items.length === 0 && slots.foreign ? [{}] : items
  return { ...slots, articles: said.map((item) => ({ ...item, ...classed(item.good, goods, on) })) }
}

function classed(
  id: GoodId | undefined,
  goods: ReadonlyMap<GoodId, Good>,
  on: Day,
): Classed & { good: GoodId | undefined } {
  const good = id === undefined ? undefined : goods.get(id)
  if (!good) return { good: undefined }
  const { consumptionTax, parcelClass, barred, tariff, hs, quantityCap } = good
  const list = listingOn(good, on)
  const vat = good.vat.find(({ effective }) => inForce(effective, on))?.rate
  return { good: good.id, vat, consumptionTax, parcelClass, list, barred, tariff, hs, quantityCap }
}

/** Price of all pieces of an article; one piece where nobody said how many. */
const priceOf = ({ total, each, pieces }: Article): Big | undefined => total ?? each?.times(String(pieces ?? 1))

/** Whether the order holds exactly one piece; undefined when nobody said. */
export function onePiece({ articles, several }: Order): boolean | undefined {
  const [only, ...more] = articles
  if (more.length > 0 || (several && only?.pieces === undefined)) return false
  return only?.pieces === undefined ? undefined : only.pieces === 1
}

/** An article with its price and its share of the order's value. */
export type Valued = { article: Article; price: Big; value: Big; item: number }

/** An order with prices. `value` is what the goods cost with freight and insurance, less what every shopper is spared. */
export type Priced = { valued: Valued[]; goods: Big; value: Big }

/**
 * Prices an order. Freight, insurance and open discounts are apportioned over the items by their price, the remainder to the last; vouchers
 * change nothing (税管函〔2016〕73号).
 * @param unit the fen: foreign money is converted to it
 */
export function priced(order: Order, unit: Big): Priced | Asked | Refused {
  if (order.articles.length === 0) return { kind: 'asked', missing: 'good' }
  const prices: Big[] = []
  for (const [index, article] of order.articles.entries()) {
    const price = priceOf(article) ?? (index === 0 ? converted(order, unit) : undefined)
    if (price === undefined)
      return { kind: 'asked', missing: index === 0 && order.foreign ? 'exchangeRate' : 'price', item: index + 1 }
    prices.push(price)
  }
  const goods = prices.reduce((total, price) => total.plus(price), ZERO)
  const value = goods
    .minus(order.openDiscount ?? ZERO)
    .plus(order.freight ?? ZERO)
    .plus(order.insurance ?? ZERO)
  if (!possible(order, prices, goods)) return { kind: 'refused', why: 'impossible', verdict: phraseImpossible }
  const shares = apportion(value, prices, unit)
  return {
    goods,
    value,
    valued: order.articles.map((article, index) => ({
      article,
      price: prices[index] as Big,
      value: shares[index] as Big,
      item: index + 1,
    })),
  }
}

const isCount = (pieces: number) => Number.isSafeInteger(pieces) && pieces > 0

const phraseImpossible = { key: 'verdict.impossible', values: {} }

function possible(order: Order, prices: Big[], goods: Big): boolean {
  const { freight, insurance, openDiscount, voucher, spentThisYear, tariffRate, vatRate, consumptionTaxRate } = order
  const amounts = [...prices, freight, insurance, openDiscount, voucher, spentThisYear, order.dutyFreeShop]
  const rates = [tariffRate, vatRate, consumptionTaxRate, ...order.articles.map((article) => article.vatRate)]
  return (
    [...amounts, ...rates].every((amount) => amount === undefined || amount.gte(ZERO)) &&
    (consumptionTaxRate === undefined || consumptionTaxRate.lt('1')) &&
    (openDiscount === undefined || openDiscount.lte(goods)) &&
    (order.exchangeRate === undefined || order.exchangeRate.gt(ZERO)) &&
    order.articles.every(
      ({ pieces, content }) => isCount(pieces ?? 1) && (content === undefined || content.amount.gt(ZERO)),
    )
  )
}

const converted = ({ foreign, exchangeRate }: Order, unit: Big): Big | undefined =>
  foreign && exchangeRate ? roundTo(foreign.amount.times(exchangeRate), unit) : undefined
