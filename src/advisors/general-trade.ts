import type { Big } from 'big.js'
import type { Slots } from '../core/slots.ts'
import type { Asked, Context, Outcome, Refused } from './advisor.ts'
import { stopped } from './advisor.ts'
import { eachWay } from './alternatives.ts'
import { valueSteps, voucherNotes } from './dutiable-value.ts'
import { money } from './expression.ts'
import { isRefused } from './figures-on.ts'
import { type Priced, priced, type Valued } from './order.ts'
import { ONE } from './rounding.ts'
import { conclude, type Run, runOf } from './run.ts'
import { type Taxed, taxed, taxedEach } from './tax-chain.ts'

/** The tax on goods imported in general trade: tariff, consumption tax and VAT in full. */
export const generalTrade = (slots: Slots, context: Context): Outcome =>
  generalTradeOf(runOf('general-trade', slots, context))

/** {@link generalTrade} of a working already begun. */
export const generalTradeOf = (run: Run): Outcome => eachWay(run, oneWay)

function oneWay(run: Run): Outcome {
  const unit = run.figures.number('tax-rounding-unit')
  if (isRefused(unit)) return unit
  const order = priced(run.order, unit)
  if (stopped(order)) return order
  const full = fullTax(order, unit, run)
  if (stopped(full)) return full
  return {
    kind: 'calculated',
    calculation: conclude(run, {
      verdict: {
        key: 'verdict.general-trade',
        values: { tax: money(full.total), value: money(order.value), total: money(order.value.plus(full.total)) },
      },
      steps: [...valueSteps(run.order, order), ...full.steps],
      total: full.total,
      distances: full.distances,
      notes: [{ key: 'note.general-trade-for-companies', values: {} }, ...voucherNotes(run.order), ...full.notes],
    }),
  }
}

/**
 * The full tax on every article of an order, nothing remitted: how general trade is taxed, and one item over the single limit in retail import.
 */
export const fullTax = ({ valued }: Pick<Priced, 'valued'>, unit: Big, run: Run): Taxed | Asked | Refused =>
  taxedEach(valued, (one) => {
    const tariff = tariffOf(one, run)
    return stopped(tariff) ? tariff : taxed(one, { tariff: tariff.rate, share: ONE, unit }, run)
  })

/** The tariff: as said, or the example the goods table names. No tariff is assumed. */
function tariffOf({ article, item }: Valued, run: Run): { rate: Big } | Asked | Refused {
  if (run.order.tariffRate) return { rate: run.order.tariffRate }
  if (article.tariff === undefined) return { kind: 'asked', missing: 'tariffRate', item }
  const rate = run.figures.number(article.tariff)
  return isRefused(rate) ? rate : { rate }
}
