import type { Big } from 'big.js'
import type { Phrase } from '../core/calculation.ts'
import type { Slots } from '../core/slots.ts'
import type { Context, Outcome } from './advisor.ts'
import { stopped } from './advisor.ts'
import { bothWays } from './alternatives.ts'
import { valueSteps } from './dutiable-value.ts'
import { amount, money, percent, plain } from './expression.ts'
import { isRefused } from './figures-on.ts'
import { type Alcohol, alcohol, isStrong, isTobacco, tobaccoAllowance } from './luggage-alcohol.ts'
import { type Goods, goodsTax } from './luggage-goods.ts'
import { type Assumption, priced } from './order.ts'
import { eachClass, numbered } from './personal-tax.ts'
import { sum, ZERO } from './rounding.ts'
import { conclude, type Run, runOf } from './run.ts'
import { isTax } from './tax-chain.ts'

/**
 * The tax on what a traveller brings: nothing up to the allowance, the excess above it, and a piece that alone is above it in full; tobacco and strong
 * drink by quantity, outside the allowance (海关总署公告2010年第54号, 税委会公告2024年第11号).
 */
export const luggageTax = (slots: Slots, context: Context): Outcome =>
  luggageTaxOf(runOf('luggage-tax', slots, context))

/** {@link luggageTax} of a working already begun. */
export const luggageTaxOf = (run: Run): Outcome => eachClass(run, oneClass)

const ORDERS: Assumption[] = ['lowest-rate-first', 'highest-rate-first']

function oneClass(run: Run): Outcome {
  const { articles, assumed } = run.order
  if (articles.some(({ barred }) => barred?.includes('luggage')))
    return { kind: 'refused', why: 'barred', verdict: { key: 'verdict.luggage.barred', values: {} } }
  if (articles.some(isTobacco)) return tobaccoAllowance(run)
  const unit = run.figures.number('tax-rounding-unit')
  if (isRefused(unit)) return unit
  const goodsOnly = { ...run.order, freight: undefined, insurance: undefined }
  const luggage = priced(goodsOnly, unit)
  if (stopped(luggage)) return luggage
  const goods = goodsTax(
    luggage.valued.filter((one) => !isStrong(one)),
    unit,
    run,
  )
  if (stopped(goods)) return goods
  // Which goods make up the excess is for the officer at the counter; where their rates differ both ends are said.
  if (goods.ratesDiffer && assumed === undefined)
    return bothWays(
      ORDERS.map((order) => oneClass(run.again({ ...run.order, assumed: order }))),
      'verdict.luggage.excess-open',
    )
  const strong = luggage.valued.filter(isStrong)
  const drink = strong.length > 0 ? alcohol(strong, unit, run) : undefined
  if (drink && stopped(drink)) return drink
  const taxes = [...goods.taxes, ...(drink?.steps ?? []).filter(isTax)]
  const total = sum(taxes.map((tax) => tax.amount))
  const exempt = total.gt(ZERO) ? run.figures.optional('parcel-tax-exemption') : undefined
  const several = luggage.valued.length
  return {
    kind: 'calculated',
    calculation: conclude(run, {
      verdict: verdict(goods, drink, luggage.value, total),
      steps: [
        ...valueSteps(goodsOnly, luggage, 'step.goods-value'),
        ...numbered([...goods.steps, ...goods.taxes, ...(drink?.steps ?? [])], several),
        {
          label: 'step.total',
          expression: taxes.map((tax) => plain(tax.amount)).join(' + ') || plain(ZERO),
          amount: total,
        },
      ],
      total,
      distances: [...goods.distances, ...(drink?.distances ?? [])],
      notes: [
        ...goods.notes,
        ...(drink?.notes ?? []),
        ...(exempt && total.lte(exempt)
          ? [{ key: 'note.luggage-no-exemption', values: { exempt: amount(exempt) } }]
          : []),
      ],
    }),
  }
}

function verdict(
  { allowance, whole, excess, rate }: Goods,
  drink: Alcohol | undefined,
  value: Big,
  total: Big,
): Phrase {
  const values = {
    tax: money(total),
    value: money(value),
    ...(rate && { rate: percent(rate) }),
    ...(allowance && { allowance: amount(allowance.limit), excess: money(excess), whole: money(whole) }),
    ...(drink && { litres: plain(drink.litres), limit: amount(drink.limit) }),
  }
  const kind = () => {
    if (drink && !allowance) return drink.free ? 'alcohol-free' : 'alcohol-taxed'
    if (total.eq(ZERO)) return drink ? 'all-free' : 'free'
    if (drink && !drink.free) return 'taxed'
    if (whole.gt(ZERO)) return excess.gt(ZERO) ? 'whole-and-excess' : 'whole'
    return 'excess'
  }
  return { key: `verdict.luggage.${kind()}`, values }
}
