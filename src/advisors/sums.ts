import { Big } from 'big.js'
import type { Phrase, Step } from '../core/calculation.ts'
import type { FigureId } from '../core/figure.ts'
import type { Context, Outcome } from './advisor.ts'
import { compositeRate } from './composite-rate.ts'
import { amount, money, percent, plain } from './expression.ts'
import { isRefused } from './figures-on.ts'
import { actualPaid, countsFor, inputsOfOrder, type OrderSum } from './order-sums.ts'
import { roundTo } from './rounding.ts'
import { conclude, type Run, runOf } from './run.ts'

/**
 * A sum of one figure and what somebody says. Money in yuan, but `eu-duty` in euros and `uk-vat` in pounds.
 * - `late-fee`: tax × daily rate × days (关税法 art. 46).
 * - `tax-loss-fine`, `withholding-fine`: between two shares of the tax (海关行政处罚实施条例 art. 15, 关税法 art. 64).
 * - `smuggling-fine`: at most a multiple of the tax evaded.
 * - `assessed-income`: revenue × the assessed rate of income; no tax yet.
 * - `eu-duty`: tariff items × the duty on each.
 * - `composite`: how the composite rate of some VAT and consumption tax comes about; `base` is the rate that was named.
 * - `uk-vat`: the VAT on an order of a value in pounds that is within the limit.
 * - `hainan-left`: the yearly limit of Hainan's duty-free shops less what was spent.
 * - `cap-left`: the yearly cap on a quantity less what was bought, in kilograms.
 * - `counts-for`, `actual-paid`: see order-sums.ts.
 */
export type Sum =
  | { sum: 'late-fee'; base: Big; days: number }
  | { sum: 'tax-loss-fine' | 'withholding-fine' | 'smuggling-fine' | 'assessed-income'; base: Big }
  | { sum: 'eu-duty'; kinds: number }
  | { sum: 'composite' | 'uk-vat'; base: Big }
  | { sum: 'hainan-left'; base: Big }
  | { sum: 'cap-left'; base: Big; cap: FigureId }
  | OrderSum

/** Works a sum out on the day of the context. */
export const sums = (said: Sum, context: Context): Outcome =>
  sumOf(runOf('sums', { items: [], hsCodes: [] }, context, inputsOf(said)))

const inputsOf = (said: Sum): Record<string, string> => ({
  'sum.kind': said.sum,
  ...('base' in said && { 'sum.base': said.base.toFixed() }),
  ...('days' in said && { 'sum.days': String(said.days) }),
  ...('kinds' in said && { 'sum.kinds': String(said.kinds) }),
  ...('cap' in said && { 'sum.cap': said.cap }),
  ...('freight' in said && inputsOfOrder(said)),
})

/** {@link sums} of a working already begun: what was said stands in its inputs. */
export function sumOf(run: Run): Outcome {
  const base = new Big(run.inputs['sum.base'] ?? '0')
  switch (run.inputs['sum.kind'] as Sum['sum']) {
    case 'late-fee':
      return lateFee(base, run.inputs['sum.days'] ?? '0', run)
    case 'tax-loss-fine':
      return between(base, 'tax-loss-fine', 'fine-tax-loss-min', 'fine-tax-loss-max', run)
    case 'withholding-fine':
      return between(base, 'withholding-fine', 'fine-withholding-min', 'fine-withholding-max', run)
    case 'smuggling-fine':
      return smuggling(base, run)
    case 'assessed-income':
      return times(base, 'assessed-income', 'assessed-income-rate', run)
    case 'eu-duty':
      return euDuty(new Big(run.inputs['sum.kinds'] ?? '0'), run)
    case 'composite':
      return compositeRate(base, run)
    case 'uk-vat':
      return ukVat(base, run)
    case 'hainan-left':
      return left(base, 'hainan-left', 'hainan-annual-limit', run)
    case 'cap-left':
      return left(base, 'cap-left', run.inputs['sum.cap'] ?? '', run)
    case 'counts-for':
      return countsFor(run)
    case 'actual-paid':
      return actualPaid(run)
  }
}

const calculated = (run: Run, verdict: Phrase, steps: Step[], total?: Big, notes: Phrase[] = []): Outcome => ({
  kind: 'calculated',
  calculation: conclude(run, { verdict, steps, notes, ...(total !== undefined && { total }) }),
})

function lateFee(base: Big, days: string, run: Run): Outcome {
  const terms = run.figures.numbers({ rate: 'customs-late-fee-daily', unit: 'tax-rounding-unit' })
  if (isRefused(terms)) return terms
  const fee = roundTo(base.times(terms.rate).times(days), terms.unit)
  const values = { fee: money(fee), base: money(base), days, rate: percent(terms.rate), all: money(base.plus(fee)) }
  const expression = `${plain(base)} × ${percent(terms.rate)} × ${days}`
  return calculated(
    run,
    { key: 'verdict.sum.late-fee', values },
    [{ label: 'step.late-fee', expression, amount: fee }],
    fee,
  )
}

function between(base: Big, kind: string, low: FigureId, high: FigureId, run: Run): Outcome {
  const terms = run.figures.numbers({ low, high })
  if (isRefused(terms)) return terms
  const [least, most] = [base.times(terms.low), base.times(terms.high)]
  const values = { least: money(least), most: money(most), low: percent(terms.low), high: percent(terms.high) }
  const steps = [
    { label: 'step.least-fine', expression: `${plain(base)} × ${percent(terms.low)}`, amount: least },
    { label: 'step.highest-fine', expression: `${plain(base)} × ${percent(terms.high)}`, amount: most },
  ]
  return calculated(run, { key: `verdict.sum.${kind}`, values }, steps)
}

function smuggling(base: Big, run: Run): Outcome {
  const terms = run.figures.numbers({
    multiple: 'smuggling-fine-multiple',
    person: 'smuggling-person-1',
    company: 'smuggling-company-1',
  })
  if (isRefused(terms)) return terms
  const most = base.times(terms.multiple)
  const crime = { person: amount(terms.person), company: amount(terms.company) }
  return calculated(
    run,
    { key: 'verdict.sum.smuggling-fine', values: { most: money(most), multiple: plain(terms.multiple) } },
    [{ label: 'step.highest-fine', expression: `${plain(base)} × ${plain(terms.multiple)}`, amount: most }],
    undefined,
    [{ key: 'note.smuggling-crime', values: crime }],
  )
}

function times(base: Big, kind: string, figure: FigureId, run: Run): Outcome {
  const rate = run.figures.number(figure)
  if (isRefused(rate)) return rate
  const result = base.times(rate)
  const values = { result: money(result), base: money(base), rate: percent(rate) }
  const steps = [{ label: 'step.assessed-income', expression: `${plain(base)} × ${percent(rate)}`, amount: result }]
  return calculated(run, { key: `verdict.sum.${kind}`, values }, steps, result)
}

/** VAT at the point of sale, and no duty, up to the limit; nothing is worked out above it, where the tariff decides. */
function ukVat(value: Big, run: Run): Outcome {
  const terms = run.figures.numbers({ rate: 'uk-vat-rate', limit: 'uk-low-value-limit', unit: 'tax-rounding-unit' })
  if (isRefused(terms)) return terms
  if (value.gt(terms.limit))
    return { kind: 'refused', why: 'not-possible', verdict: { key: 'verdict.impossible', values: {} } }
  const values = {
    vat: money(roundTo(value.times(terms.rate), terms.unit)),
    value: plain(value),
    rate: percent(terms.rate),
    limit: plain(terms.limit),
  }
  return calculated(run, { key: 'verdict.sum.uk-vat', values }, [])
}

/** What is left of a yearly limit; nothing where it is used up. */
function left(spent: Big, kind: string, figure: FigureId, run: Run): Outcome {
  const limit = run.figures.number(figure)
  if (isRefused(limit)) return limit
  const rest = limit.minus(spent)
  const values = { left: amount(rest.lt('0') ? rest.neg() : rest), limit: amount(limit), spent: amount(spent) }
  const key = `verdict.sum.${kind}${rest.lt('0') ? '.over' : ''}`
  const inMoney = kind === 'hainan-left'
  const step = { label: 'step.quota-left', expression: `${plain(limit)} − ${plain(spent)}`, amount: rest }
  return calculated(run, { key, values }, inMoney ? [step] : [], inMoney && rest.gte('0') ? rest : undefined)
}

function euDuty(kinds: Big, run: Run): Outcome {
  const terms = run.figures.numbers({ each: 'eu-item-duty', limit: 'eu-low-value-limit' })
  if (isRefused(terms)) return terms
  const duty = kinds.times(terms.each)
  const values = {
    duty: plain(duty),
    kinds: plain(kinds),
    each: plain(terms.each),
    limit: plain(terms.limit),
  }
  return calculated(run, { key: 'verdict.sum.eu-duty', values }, [], undefined, [{ key: 'note.eu-duty', values }])
}
