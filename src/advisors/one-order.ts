import type { Slots } from '../core/slots.ts'
import type { Context, Outcome } from './advisor.ts'
import { stopped } from './advisor.ts'
import { valueSteps, voucherNotes } from './dutiable-value.ts'
import { amount, money } from './expression.ts'
import { isRefused } from './figures-on.ts'
import { limitDistances, limitsOn, limitThatDecided, standing } from './limits.ts'
import { onePiece, priced } from './order.ts'
import { conclude, type Run, runOf } from './run.ts'

/** Whether an order may be bought in retail import at all, whatever its tax: below the single limit, or one piece above it (财关税〔2018〕49号). */
export const oneOrder = (slots: Slots, context: Context): Outcome => oneOrderOf(runOf('one-order', slots, context))

/** {@link oneOrder} of a working already begun. */
export function oneOrderOf(run: Run): Outcome {
  const limits = limitsOn(run)
  if (isRefused(limits)) return limits
  const unit = run.figures.number('tax-rounding-unit')
  if (isRefused(unit)) return unit
  const order = priced(run.order, unit)
  if (stopped(order)) return order
  const stands = standing(order.value, onePiece(run.order), run.order.spentThisYear, limits)
  if (stands === 'pieces-unsaid') return { kind: 'asked', missing: 'pieces', item: 1 }
  const fits = stands === 'within' || stands === 'one-item' || stands === 'full-tax-2016'
  const verdict = {
    key: fits ? `verdict.one-order.${stands}` : `verdict.import-tax.${stands}`,
    values: {
      value: money(order.value),
      yearly: money(order.value),
      limit: amount(limitThatDecided(stands, limits)),
      annual: amount(limits.annual),
    },
  }
  const result = {
    verdict,
    steps: valueSteps(run.order, order),
    distances: limitDistances(order.value, run.order.spentThisYear, limits, stands),
    notes: voucherNotes(run.order),
  }
  if (fits) return { kind: 'calculated', calculation: conclude(run, { ...result, total: order.value }) }
  return { kind: 'refused', why: 'not-possible', verdict, calculation: conclude(run, result) }
}
