import { Big } from 'big.js'
import type { FigureId } from '../core/figure.ts'
import type { Context, Outcome } from './advisor.ts'
import { compositeRate } from './composite-rate.ts'
import { amount } from './expression.ts'
import { type AskedFigureSum, figureSum, inputsOfFigureSum } from './figure-sum.ts'
import { isRefused } from './figures-on.ts'
import { actualPaid, countsFor, inputsOfOrder, type OrderSum } from './order-sums.ts'
import { conclude, type Run, runOf } from './run.ts'

/**
 * A sum of a figure and what somebody says.
 * - `figure`: one of `knowledge/sums.yaml`, see figure-sum.ts.
 * - `composite`: how the composite rate of some VAT and consumption tax comes about; `base` is the rate that was named.
 * - `cap-left`: the yearly cap on a quantity of some goods less what was bought, in kilograms.
 * - `counts-for`, `actual-paid`: see order-sums.ts.
 */
export type Sum =
  | { sum: 'figure'; asked: AskedFigureSum }
  | { sum: 'composite'; base: Big }
  | { sum: 'cap-left'; base: Big; cap: FigureId }
  | OrderSum

/** Works a sum out on the day of the context. */
export const sums = (said: Sum, context: Context): Outcome =>
  sumOf(runOf('sums', { items: [], hsCodes: [] }, context, inputsOf(said, context)))

const inputsOf = (said: Sum, { figures }: Context): Record<string, string> =>
  said.sum === 'figure'
    ? inputsOfFigureSum(said.asked, figures)
    : {
        'sum.kind': said.sum,
        'sum.base': said.base.toFixed(),
        ...('cap' in said && { 'sum.cap': said.cap }),
        ...('freight' in said && inputsOfOrder(said)),
      }

/** {@link sums} of a working already begun: what was said stands in its inputs. */
export function sumOf(run: Run): Outcome {
  const base = new Big(run.inputs['sum.base'] ?? '0')
  switch (run.inputs['sum.kind']) {
    case 'composite':
      return compositeRate(base, run)
    case 'cap-left':
      return capLeft(base, run.inputs['sum.cap'] ?? '', run)
    case 'counts-for':
      return countsFor(run)
    case 'actual-paid':
      return actualPaid(run)
    default:
      return figureSum(run)
  }
}

/** What is left of a yearly cap on a quantity; nothing where it is used up. */
function capLeft(bought: Big, cap: FigureId, run: Run): Outcome {
  const limit = run.figures.number(cap)
  if (isRefused(limit)) return limit
  const rest = limit.minus(bought)
  const values = { left: amount(rest.abs()), limit: amount(limit), spent: amount(bought) }
  const key = `verdict.sum.cap-left${rest.lt('0') ? '.over' : ''}`
  return { kind: 'calculated', calculation: conclude(run, { verdict: { key, values }, steps: [] }) }
}
