import type { Outcome } from './advisor.ts'
import { stopped } from './advisor.ts'
import { valueSteps } from './dutiable-value.ts'
import { amount, money } from './expression.ts'
import { isRefused } from './figures-on.ts'
import { shopTotal } from './luggage-allowance.ts'
import { priced } from './order.ts'
import { ZERO } from './rounding.ts'
import { conclude, type Run } from './run.ts'

/** Goods from the arrival duty-free shop at a port of entry: free of tax up to the total of luggage and shop, for residents. */
export function arrivalShopOf(run: Run): Outcome {
  const { resident, from } = run.order
  if (resident === undefined) return { kind: 'asked', missing: 'resident' }
  if (!resident)
    return { kind: 'refused', why: 'unsettled', verdict: { key: 'verdict.luggage.shop-non-resident', values: {} } }
  const total = shopTotal(from === 'hk-macao', run)
  if (isRefused(total)) return total
  return withinLimit('duty-free', total.figure, run)
}

/** Goods from the offshore duty-free shops of Hainan: free of tax up to the year's quota, for travellers who leave the island. */
export const hainanOf = (run: Run): Outcome => withinLimit('hainan', 'hainan-annual-limit', run)

function withinLimit(channel: 'duty-free' | 'hainan', figure: string, run: Run): Outcome {
  // Nothing says that a duty-free shop sells what travellers may not bring at all.
  if (run.order.articles.some(({ barred }) => barred?.includes('luggage')))
    return { kind: 'refused', why: 'unsettled', verdict: { key: `verdict.${channel}.kind-unknown`, values: {} } }
  const figures = run.figures.numbers({ limit: figure, unit: 'tax-rounding-unit' })
  if (isRefused(figures)) return figures
  const { limit, unit } = figures
  const goodsOnly = { ...run.order, freight: undefined, insurance: undefined }
  const order = priced(goodsOnly, unit)
  if (stopped(order)) return order
  const over = order.value.gt(limit)
  const result = {
    verdict: {
      key: `verdict.${channel}.${over ? 'over' : 'free'}`,
      values: { value: money(order.value), limit: amount(limit) },
    },
    steps: valueSteps(goodsOnly, order, 'step.goods-value'),
    distances: [{ figure, limit, left: limit.minus(order.value), beyond: `beyond.${channel}-limit` }],
  }
  if (over) return { kind: 'refused', why: 'not-possible', verdict: result.verdict, calculation: conclude(run, result) }
  return { kind: 'calculated', calculation: conclude(run, { ...result, total: ZERO }) }
}
