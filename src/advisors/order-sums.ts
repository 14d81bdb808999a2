import { Big } from 'big.js'
import type { Outcome } from './advisor.ts'
import { amount, money, plain } from './expression.ts'
import { isRefused } from './figures-on.ts'
import { limitsOn, limitThatDecided, type Standing, standing } from './limits.ts'
import { ZERO } from './rounding.ts'
import { conclude, type Run } from './run.ts'

/**
 * Sums of the fields of an order, in yuan. `base` is the price of the goods before vouchers.
 * - `counts-for`: what an order takes from the annual limit: price, freight and insurance; neither tax nor vouchers change it (财关税〔2018〕49号, 税管函〔2016〕73号).
 * - `actual-paid`: the field `acturalPaid`: goods, freight and tax less what was paid by vouchers and points (海关总署公告2018年第194号; the goods stand there at their full price, 税管函〔2016〕73号).
 */
export type OrderSum = {
  sum: 'counts-for' | 'actual-paid'
  base: Big
  freight: Big
  tax: Big
  voucher: Big
}

export const inputsOfOrder = ({ freight, tax, voucher }: OrderSum): Record<string, string> => ({
  'sum.freight': freight.toFixed(),
  'sum.tax': tax.toFixed(),
  'sum.voucher': voucher.toFixed(),
})

const said = ({ inputs }: Run, name: string): Big => new Big(inputs[`sum.${name}`] ?? '0')
const joined = (terms: Big[]): string =>
  terms
    .filter((term, index) => index === 0 || term.gt(ZERO))
    .map(plain)
    .join(' + ')

/** What is said of an order that may not come in, or only as one piece. */
const COUNTED: Partial<Record<Standing, string>> = {
  'one-item': 'verdict.sum.counts-for.over-single',
  'over-annual': 'verdict.sum.counts-for.over-annual',
  'at-one-item-limit': 'verdict.quota.at-one-item-limit',
}

/** What an order takes from the annual limit. */
export function countsFor(run: Run): Outcome {
  const limits = limitsOn(run)
  if (isRefused(limits)) return limits
  const [base, freight] = [said(run, 'base'), said(run, 'freight')]
  const value = base.plus(freight)
  const alone = standing(value, true, undefined, limits)
  const values = {
    value: money(value),
    limit: amount(alone === 'at-one-item-limit' ? limitThatDecided(alone, limits) : limits.annual),
    single: amount(limits.single),
  }
  const key = COUNTED[alone] ?? 'verdict.sum.counts-for'
  const steps = [{ label: 'step.dutiable-value', expression: joined([base, freight]), amount: value }]
  const calculation = conclude(run, { verdict: { key, values }, steps, total: value })
  return { kind: 'calculated', calculation }
}

/** What to fill in as actually paid. */
export function actualPaid(run: Run): Outcome {
  const [base, freight, tax, voucher] = ['base', 'freight', 'tax', 'voucher'].map((name) => said(run, name)) as [
    Big,
    Big,
    Big,
    Big,
  ]
  const paid = base.plus(freight).plus(tax).minus(voucher)
  const less = voucher.gt(ZERO) ? ` − ${plain(voucher)}` : ''
  const steps = [{ label: 'step.actual-paid', expression: `${joined([base, freight, tax])}${less}`, amount: paid }]
  const verdict = { key: 'verdict.sum.actual-paid', values: { paid: money(paid), voucher: money(voucher) } }
  return { kind: 'calculated', calculation: conclude(run, { verdict, steps, total: paid }) }
}
