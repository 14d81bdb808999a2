import type { Big } from 'big.js'
import type { Distance, Phrase, Step } from '../core/calculation.ts'
import type { Asked, Refused } from './advisor.ts'
import { stopped } from './advisor.ts'
import { excise } from './consumption-tax.ts'
import { bracketed, percent, plain } from './expression.ts'
import { isRefused } from './figures-on.ts'
import type { Valued } from './order.ts'
import { ONE, roundTo, sum, ZERO } from './rounding.ts'
import type { Run } from './run.ts'

/** How an article is taxed: its tariff, the share of VAT and consumption tax that is levied, and the fen to round to. */
export type Terms = { tariff: Big; share: Big; unit: Big }

/** The taxes on one article. `composite` is their rate on the value where all of them go by value. */
export type Taxed = { steps: Step[]; total: Big; composite?: Big; distances: Distance[]; notes: Phrase[] }

/**
 * The taxes at import on one article, each on top of the ones before (增值税暂行条例 art. 14, 消费税暂行条例 art. 9): duty on the value;
 * consumption tax on (value + duty + tax by volume) ÷ (1 − rate); VAT on all of that. Only the taxes themselves are rounded, half up, each by itself.
 */
export function taxed(valued: Valued, { tariff, share, unit }: Terms, run: Run): Taxed | Asked | Refused {
  const { value, item } = valued
  const vat = vatRate(valued, run)
  if (stopped(vat)) return vat
  const consumption = excise(valued, run)
  if (stopped(consumption)) return consumption
  const { rate, specific, distances, notes } = consumption

  const duty = value.times(tariff)
  const kept = ONE.minus(rate)
  const base = value.plus(duty).plus(specific)
  // Divided last, so that a result that ends within a few places is exact.
  const consumptionTax = base.times(rate).plus(specific.times(kept)).times(share).div(kept)
  const importVat = base.times(vat.rate).times(share).div(kept)

  const terms = bracketed([plain(value), ...[duty, specific].filter((term) => term.gt(ZERO)).map(plain)])
  const levied = share.eq(ONE) ? '' : ` × ${percent(share)}`
  const gross = rate.eq(ZERO) ? terms : `${terms} ÷ (1 − ${percent(rate)})`
  const byValue = `${gross} × ${percent(rate)}`
  const byBoth = share.eq(ONE) ? `${byValue} + ${plain(specific)}` : `(${byValue} + ${plain(specific)})`
  const written = rate.eq(ZERO) ? plain(specific) : specific.eq(ZERO) ? byValue : byBoth

  const step = (label: string, expression: string, amount: Big): Step => ({
    label,
    expression,
    amount: roundTo(amount, unit),
    item,
  })
  const taxes = [
    step('step.tax.tariff', `${plain(value)} × ${percent(tariff)}`, duty),
    ...(rate.eq(ZERO) && specific.eq(ZERO)
      ? []
      : [step('step.tax.consumption', `${written}${levied}`, consumptionTax)]),
    step('step.tax.vat', `${gross} × ${percent(vat.rate)}${levied}`, importVat),
  ]
  return {
    steps: [...consumption.steps, ...taxes],
    total: sum(taxes.map(({ amount }) => amount)),
    ...(specific.eq(ZERO) && {
      composite: tariff.plus(vat.rate.plus(rate).times(share).times(ONE.plus(tariff)).div(kept)),
    }),
    distances,
    notes,
  }
}

/** The VAT rate of an article on the day: what was said, or the figure the goods table names. */
function vatRate({ article, item }: Valued, run: Run): { rate: Big } | Asked | Refused {
  const said = article.vatRate ?? run.order.vatRate
  if (said) return { rate: said }
  const { vat } = article
  if (vat === 'exempt') return { rate: ZERO }
  if (vat === undefined) return { kind: 'asked', missing: article.good === undefined ? 'good' : 'vatRate', item }
  // The caller settles it one way and the other before it comes here.
  if (vat === 'unsettled') return { kind: 'asked', missing: 'vatRate', item }
  const rate = run.figures.number(vat)
  return isRefused(rate) ? rate : { rate }
}

/** The taxes on every article of an order, with the line that adds them up. */
export function taxedEach(
  valued: readonly Valued[],
  taxOf: (one: Valued) => Taxed | Asked | Refused,
): Taxed | Asked | Refused {
  const all: Taxed[] = []
  for (const one of valued) {
    const result = taxOf(one)
    if (stopped(result)) return result
    all.push(result)
  }
  const total = sum(all.map((one) => one.total))
  const steps = all.flatMap((one) => one.steps)
  const taxes = steps.filter((step) => isTax(step) && !step.amount.eq(ZERO)).map(({ amount }) => plain(amount))
  const [composite, ...others] = new Set(all.map((one) => one.composite?.toFixed()))
  return {
    steps: [
      ...(valued.length > 1 ? steps : steps.map(({ item: _, ...step }) => step)),
      { label: 'step.total', expression: taxes.join(' + ') || plain(ZERO), amount: total },
    ],
    total,
    ...(composite !== undefined && others.length === 0 && all[0]?.composite && { composite: all[0].composite }),
    distances: all.flatMap((one) => one.distances),
    notes: all.flatMap((one) => one.notes),
  }
}

/** Whether a line is one of those that add up to the total. */
export const isTax = ({ label }: Step): boolean => label.startsWith('step.tax.')
