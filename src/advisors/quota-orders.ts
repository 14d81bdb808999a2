import type { Big } from 'big.js'
import type { Step } from '../core/calculation.ts'
import type { Slots } from '../core/slots.ts'
import type { Context, Outcome } from './advisor.ts'
import { stopped } from './advisor.ts'
import { amount, money, plain } from './expression.ts'
import { isRefused } from './figures-on.ts'
import { type Limits, limitDistances, limitsOn, standing } from './limits.ts'
import { onePiece, priced } from './order.ts'
import { ZERO } from './rounding.ts'
import { conclude, type Run, runOf } from './run.ts'

/**
 * Several orders one after another: each is a transaction of its own with the single limit, all of them draw on one annual limit. Every item of what
 * was said counts as an order; freight and discounts are apportioned over them. An order that is not possible books nothing. The total is what is left after all that fit.
 */
export const quotaOrders = (slots: Slots, context: Context): Outcome =>
  quotaOrdersOf(runOf('quota-orders', slots, context))

/** {@link quotaOrders} of a working already begun. */
export function quotaOrdersOf(run: Run): Outcome {
  const limits = limitsOn(run)
  if (isRefused(limits)) return limits
  const unit = run.figures.number('tax-rounding-unit')
  if (isRefused(unit)) return unit
  const { spentThisYear, articles } = run.order
  if (spentThisYear === undefined) return { kind: 'asked', missing: 'spentThisYear' }
  if (articles.length === 0) return { kind: 'asked', missing: 'price' }
  const order = priced(run.order, unit)
  if (stopped(order)) return order
  let spent = spentThisYear
  let fitting = 0
  const steps: Step[] = []
  for (const { article, value, item } of order.valued) {
    const stands = standing(value, onePiece({ ...run.order, articles: [article] }), spent, limits)
    if (stands === 'pieces-unsaid') return { kind: 'asked', missing: 'pieces', item }
    const possible = stands === 'within' || stands === 'one-item' || stands === 'full-tax-2016'
    if (possible) fitting++
    steps.push(orderStep(item, possible ? `step.order.${stands}` : 'step.order.not-possible', limits, spent, value))
    if (possible) spent = spent.plus(value)
  }
  const remaining = limits.annual.minus(spent)
  const total = remaining.lt(ZERO) ? ZERO : remaining
  const all = fitting === articles.length
  return {
    kind: 'calculated',
    calculation: conclude(run, {
      verdict: {
        key: all
          ? 'verdict.quota-orders.all'
          : fitting === 0
            ? 'verdict.quota-orders.none'
            : 'verdict.quota-orders.some',
        values: {
          orders: String(articles.length),
          fitting: String(fitting),
          left: money(total),
          limit: amount(limits.annual),
          single: amount(limits.single),
        },
      },
      steps,
      total,
      distances: limitDistances(ZERO, spent, limits).filter(({ figure }) => figure === 'annual-limit'),
      notes: [{ key: 'note.no-splitting', values: {} }],
    }),
  }
}

const orderStep = (item: number, label: string, { annual }: Limits, spent: Big, value: Big): Step => ({
  label,
  expression: `${plain(annual)} − ${plain(spent)} − ${plain(value)}`,
  amount: annual.minus(spent).minus(value),
  item,
})
