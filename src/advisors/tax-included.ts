import { Big } from 'big.js'
import type { Asked, Refused } from './advisor.ts'
import { stopped } from './advisor.ts'
import type { Priced, Valued } from './order.ts'
import { sum } from './rounding.ts'

/** Steps of one fen move a price with its tax by a few fen; more than this many is a threshold, and the prices between have no value. */
const JUMP = '10'

/** What part of a tax is needed here. */
type WithTotal = { total: Big }

const noSuchPrice: Refused = {
  kind: 'refused',
  why: 'impossible',
  verdict: { key: 'verdict.no-such-price', values: {} },
}

/**
 * The values to declare for an order whose prices include the tax (包税): for each article the largest value that together with its tax comes to no
 * more than its price. With taxes by value alone that is price ÷ (1 + composite rate) to the fen; looking for it also holds where a tax goes by
 * volume or a threshold lies in between, and gives the price back exactly for every price that is a value plus its tax.
 * @param said the order as said; the share of each article is taken as its price with tax
 */
export function declaredValues(
  said: Priced,
  unit: Big,
  taxesOn: (valued: Valued[]) => WithTotal | Asked | Refused,
): Priced | Asked | Refused {
  const valued: Valued[] = []
  for (const one of said.valued) {
    const value = declaredValue(one.value, unit, (value) => taxesOn([{ ...one, value }]))
    if (stopped(value)) return value
    valued.push({ ...one, value })
  }
  return { ...said, valued, value: sum(valued.map(({ value }) => value)) }
}

function declaredValue(
  price: Big,
  unit: Big,
  taxOn: (value: Big) => WithTotal | Asked | Refused,
): Big | Asked | Refused {
  const first = taxOn(price)
  if (stopped(first)) return first
  const valueAt = (units: number) => unit.times(String(units))
  const priceAt = (units: number): Big => {
    const tax = taxOn(valueAt(units))
    // Once it can be worked out for one value it can for all; a value without a tax would be a bug.
    return stopped(tax) ? price.plus(unit) : valueAt(units).plus(tax.total)
  }
  let low = 0
  let high = Number(price.div(unit).round(0, Big.roundDown).toFixed())
  if (priceAt(low).gt(price)) return noSuchPrice
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (priceAt(middle).gt(price)) high = middle - 1
    else low = middle
  }
  const between =
    priceAt(low).lt(price) &&
    priceAt(low + 1)
      .minus(priceAt(low))
      .gt(unit.times(JUMP))
  return between ? noSuchPrice : valueAt(low)
}
