import type { Big } from 'big.js'
import type { Distance, Phrase, Step } from '../core/calculation.ts'
import type { Slots } from '../core/slots.ts'
import type { Asked, Context, Outcome, Refused } from './advisor.ts'
import { stopped } from './advisor.ts'
import { valueSteps } from './dutiable-value.ts'
import { amount, money, percent, plain } from './expression.ts'
import { isRefused } from './figures-on.ts'
import { onePiece, priced, type Valued } from './order.ts'
import { eachClass, numbered, personalRate, personalTax } from './personal-tax.ts'
import { ZERO } from './rounding.ts'
import { conclude, type Run, runOf } from './run.ts'

/**
 * The tax on a personal parcel from abroad, by post or courier: price × rate of its class, nothing where the tax of the parcel is at most the
 * exempt amount. Over the value limit only one indivisible piece may come in; everything else goes back or is declared as goods
 * (海关总署公告2010年第43号, 税委会公告2024年第11号).
 */
export const parcelTax = (slots: Slots, context: Context): Outcome => parcelTaxOf(runOf('parcel-tax', slots, context))

/** {@link parcelTax} of a working already begun. */
export const parcelTaxOf = (run: Run): Outcome => eachClass(run, oneClass)

function oneClass(run: Run): Outcome {
  if (run.order.articles.some(({ barred }) => barred?.includes('parcel')))
    return { kind: 'refused', why: 'barred', verdict: { key: 'verdict.parcel.barred', values: {} } }
  const terms = run.figures.numbers({ unit: 'tax-rounding-unit', exempt: 'parcel-tax-exemption' })
  if (isRefused(terms)) return terms
  // Postage and insurance are no part of the price here; whether they count towards the limit is not settled.
  const goodsOnly = { ...run.order, freight: undefined, insurance: undefined }
  const parcel = priced(goodsOnly, terms.unit)
  if (stopped(parcel)) return parcel
  const limit = parcelLimit(parcel.value, run)
  if (stopped(limit)) return limit
  const distances: Distance[] = [{ ...limit, left: limit.limit.minus(parcel.value), beyond: 'beyond.parcel-limit' }]
  const over = parcel.value.gt(limit.limit)
  const one = onePiece(run.order)
  if (over && one === undefined) return { kind: 'asked', missing: 'pieces', item: 1 }
  if (over && !one) {
    const verdict = {
      key: 'verdict.parcel.over-limit',
      values: { value: money(parcel.value), limit: amount(limit.limit) },
    }
    const calculation = conclude(run, { verdict, steps: valueSteps(goodsOnly, parcel, 'step.goods-value'), distances })
    return { kind: 'refused', why: 'not-possible', verdict, calculation }
  }
  const taxes = personalTaxes(parcel.valued, terms.unit, run)
  if (stopped(taxes)) return taxes
  const exempt = taxes.total.lte(terms.exempt)
  const total = exempt ? ZERO : taxes.total
  const [only, ...others] = new Set(taxes.rates.map((rate) => rate.toFixed()))
  const verdict = {
    key: `verdict.parcel.${exempt ? 'exempt' : over ? 'one-piece' : others.length > 0 ? 'taxed-mixed' : 'taxed'}`,
    values: {
      tax: money(taxes.total),
      rate: only === undefined ? '' : percent(taxes.rates[0] ?? ZERO),
      value: money(parcel.value),
      price: money(parcel.value.plus(total)),
      exempt: amount(terms.exempt),
      limit: amount(limit.limit),
    },
  }
  const relief: Step[] =
    exempt && taxes.total.gt(ZERO)
      ? [
          {
            label: 'step.tax.exempt',
            expression: `${plain(taxes.total)} ≤ ${plain(terms.exempt)}`,
            amount: taxes.total.neg(),
          },
        ]
      : []
  return {
    kind: 'calculated',
    calculation: conclude(run, {
      verdict,
      steps: [
        ...valueSteps(goodsOnly, parcel, 'step.goods-value'),
        ...taxes.steps,
        ...relief,
        {
          label: 'step.total',
          expression: [...taxes.parts, ...relief.map(() => `(−${plain(taxes.total)})`)].join(' + '),
          amount: total,
        },
      ],
      total,
      distances: [
        ...distances,
        {
          figure: 'parcel-tax-exemption',
          limit: terms.exempt,
          left: terms.exempt.minus(taxes.total),
          beyond: 'beyond.parcel-tax-exemption',
        },
        ...taxes.distances,
      ],
      notes: [...parcelNotes(parcel.value, limit.limit, over, run), ...taxes.notes],
    }),
  }
}

type PersonalTaxes = {
  steps: Step[]
  total: Big
  parts: string[]
  rates: Big[]
  distances: Distance[]
  notes: Phrase[]
}

function personalTaxes(valued: Valued[], unit: Big, run: Run): PersonalTaxes | Asked | Refused {
  const taxes: PersonalTaxes = { steps: [], total: ZERO, parts: [], rates: [], distances: [], notes: [] }
  for (const one of valued) {
    const { value, item } = one
    const rated = personalRate(one, run)
    if (stopped(rated)) return rated
    const tax = personalTax(value, rated.rate, unit, item)
    taxes.steps.push(...numbered([...rated.steps, tax], valued.length))
    taxes.total = taxes.total.plus(tax.amount)
    taxes.parts.push(plain(tax.amount))
    taxes.rates.push(rated.rate)
    taxes.distances.push(...rated.distances)
    taxes.notes.push(...rated.notes)
  }
  return taxes
}

/**
 * The value limit on the day: one for all origins since it was unified, before that a lower one from Hong Kong, Macao and Taiwan, which is asked for
 * only where it matters.
 */
function parcelLimit(value: Big, { figures, order }: Run): { figure: string; limit: Big } | Asked | Refused {
  const unified = figures.declared('parcel-limit-inbound')
  if (isRefused(unified)) return unified
  if (unified.value !== undefined) return { figure: 'parcel-limit-inbound', limit: unified.value }
  const byOrigin = figures.numbers({ near: 'parcel-limit-inbound-hmt', far: 'parcel-limit-inbound-other' })
  if (isRefused(byOrigin)) return byOrigin
  const near = { figure: 'parcel-limit-inbound-hmt', limit: byOrigin.near }
  const far = { figure: 'parcel-limit-inbound-other', limit: byOrigin.far }
  if (order.from !== undefined) return order.from === 'hk-macao' ? near : far
  if (value.lte(near.limit)) return near
  return value.gt(far.limit) ? far : { kind: 'asked', missing: 'from' }
}

function parcelNotes(value: Big, limit: Big, over: boolean, { order }: Run): Phrase[] {
  const notes: Phrase[] = []
  const postage = (order.freight ?? ZERO).plus(order.insurance ?? ZERO)
  if (postage.gt(ZERO))
    notes.push({
      key: !over && value.plus(postage).gt(limit) ? 'note.postage-over-limit' : 'note.postage-left-out',
      values: { postage: money(postage), limit: amount(limit) },
    })
  if (order.voucher?.gt(ZERO)) notes.push({ key: 'note.voucher-unsettled', values: { voucher: money(order.voucher) } })
  if (over) notes.push({ key: 'note.indivisible-checked', values: {} })
  return notes
}
