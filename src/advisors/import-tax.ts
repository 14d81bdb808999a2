import type { Phrase, Step } from '../core/calculation.ts'
import type { Slots } from '../core/slots.ts'
import type { Asked, Context, Outcome, Refused } from './advisor.ts'
import { stopped } from './advisor.ts'
import { eachWay } from './alternatives.ts'
import { valueSteps, voucherNotes } from './dutiable-value.ts'
import { amount, money, percent, percentShown, plain } from './expression.ts'
import { isRefused } from './figures-on.ts'
import { fullTax } from './general-trade.ts'
import { type Limits, limitDistances, limitsOn, limitThatDecided, type Standing, standing } from './limits.ts'
import { onePiece, type Priced, priced, type Valued } from './order.ts'
import { ONE, ZERO } from './rounding.ts'
import { conclude, type Run, runOf } from './run.ts'
import { type Taxed, type Terms, taxed, taxedEach } from './tax-chain.ts'
import { declaredValues } from './tax-included.ts'

/**
 * The tax on an order of cross-border e-commerce retail import: within the limits no tariff and a share of VAT and consumption tax; one item over the
 * single limit in full; over the annual limit, or several items over the single limit, not this way (财关税〔2016〕18号, 财关税〔2018〕49号).
 */
export const importTax = (slots: Slots, context: Context): Outcome => importTaxOf(runOf('import-tax', slots, context))

/** {@link importTax} of a working already begun. */
export const importTaxOf = (run: Run): Outcome => eachWay(run, oneWay)

function oneWay(run: Run): Outcome {
  if (run.order.articles.some(({ list, barred }) => list === 'not-listed' || barred?.includes('cbec')))
    return { kind: 'refused', why: 'barred', verdict: { key: 'verdict.import-tax.not-listed', values: {} } }
  const limits = limitsOn(run)
  if (isRefused(limits)) return limits
  const terms = run.figures.numbers({
    share: 'cbec-tax-share',
    tariff: 'cbec-tariff-within-limits',
    unit: 'tax-rounding-unit',
  })
  if (isRefused(terms)) return terms
  const said = priced(run.order, terms.unit)
  if (stopped(said)) return said
  const order = run.order.taxIncluded ? declared(said, limits, terms, run) : said
  if (stopped(order)) return order
  const stands = stand(order, limits, run)
  if (stands === 'pieces-unsaid') return { kind: 'asked', missing: 'pieces', item: 1 }
  const taxes = taxesFor(stands, order.valued, terms, run)
  return taxes ? calculated({ said, order, stands, taxes, limits }, run) : notPossible(order, stands, limits, run)
}

const stand = ({ value }: Priced, limits: Limits, { order }: Run) =>
  standing(value, onePiece(order), order.spentThisYear, limits)

const withinTaxes = (valued: Valued[], terms: Terms, run: Run) => taxedEach(valued, (one) => taxed(one, terms, run))

/** The taxes where the order may come in this way; undefined where it may not. */
function taxesFor(stands: Standing, valued: Valued[], terms: Terms, run: Run): Taxed | Asked | Refused | undefined {
  if (stands === 'within') return withinTaxes(valued, terms, run)
  if (stands === 'one-item' || stands === 'full-tax-2016') return fullTax({ valued }, terms.unit, run)
  return undefined
}

/**
 * The order at the values to declare, where its prices were said with the tax in them. Which tax is in them depends on the value itself: first the
 * value is taken that the tax within the limits leads to, and only where that is over a limit the one that the full tax leads to.
 */
function declared(said: Priced, limits: Limits, terms: Terms, run: Run): Priced | Asked | Refused {
  const within = declaredValues(said, terms.unit, (valued) => withinTaxes(valued, terms, run))
  if (stopped(within) || stand(within, limits, run) === 'within') return within
  if (limits.oneItem !== undefined) {
    const one = onePiece(run.order)
    if (within.value.lte(limits.single) || one === false) return within
    if (one === undefined) return { kind: 'asked', missing: 'pieces', item: 1 }
  }
  const full = declaredValues(said, terms.unit, (valued) => fullTax({ valued }, terms.unit, run))
  if (stopped(full) || stand(full, limits, run) !== 'within') return full
  return { kind: 'refused', why: 'impossible', verdict: { key: 'verdict.no-such-price', values: {} } }
}

type Worked = { said: Priced; order: Priced; stands: Standing; taxes: Taxed | Asked | Refused; limits: Limits }

function calculated({ said, order, stands, taxes, limits }: Worked, run: Run): Outcome {
  if (stopped(taxes)) {
    if (taxes.kind !== 'asked' || taxes.missing !== 'tariffRate' || taxes.verdict) return taxes
    const overSingle = order.value.gt(limits.single)
    const over = stands === 'one-item' ? stands : overSingle ? 'over-single-2016' : 'over-annual-2016'
    const values = { value: money(order.value), limit: amount(overSingle ? limits.single : limits.annual) }
    return { ...taxes, verdict: { key: `verdict.needs-tariff.${over}`, values } }
  }
  const { total, composite } = taxes
  const { taxIncluded, spentThisYear } = run.order
  const rate = composite ?? (order.value.eq(ZERO) ? ZERO : total.div(order.value))
  const price = order.value.plus(total)
  const within = total.eq(ZERO) ? 'none' : composite ? 'within' : 'within-averaged'
  const kind = taxIncluded ? 'included' : stands === 'within' ? within : stands
  return {
    kind: 'calculated',
    calculation: conclude(run, {
      verdict: {
        key: `verdict.import-tax.${kind}`,
        values: {
          tax: money(total),
          rate: percentShown(rate),
          value: money(order.value),
          price: money(price),
          limit: amount(limits.single),
        },
      },
      steps: [
        ...valueSteps(run.order, said, taxIncluded ? 'step.price-with-tax' : undefined),
        ...(taxIncluded ? declaredSteps(said, order, taxes) : []),
        ...taxes.steps,
      ],
      total,
      distances: [...limitDistances(order.value, spentThisYear, limits, stands), ...taxes.distances],
      notes: [
        ...(spentThisYear === undefined
          ? [{ key: 'note.quota-unknown', values: { value: money(order.value), limit: amount(limits.annual) } }]
          : []),
        ...voucherNotes(run.order),
        ...taxes.notes,
        ...(taxIncluded && !price.eq(said.value)
          ? [{ key: 'note.price-with-tax-rounded', values: { difference: plain(said.value.minus(price)) } }]
          : []),
        ...listNotes(order.valued, run),
      ],
    }),
  }
}

function declaredSteps(said: Priced, { valued }: Priced, { composite, total }: Taxed): Step[] {
  return valued.map(({ value, item }, index) => {
    const price = said.valued[index]?.value ?? ZERO
    const expression = composite
      ? `${plain(price)} ÷ (${plain(ONE)} + ${percent(composite)})`
      : `${plain(said.value)} − ${plain(total)}`
    return { label: 'step.declared-value', expression, amount: value, ...(valued.length > 1 && { item }) }
  })
}

/** What the list of goods says besides yes or no. */
function listNotes(valued: Valued[], run: Run): Phrase[] {
  return valued.flatMap(({ article: { list, barred, quantityCap } }) => {
    const notes: Phrase[] = []
    if (list === 'conditional' || list === 'unknown') notes.push({ key: `note.list-${list}`, values: {} })
    if (barred?.includes('cbec-direct')) notes.push({ key: 'note.bonded-only', values: {} })
    if (quantityCap !== undefined && run.figures.optional(quantityCap))
      notes.push({ key: 'note.quantity-cap', values: { figure: quantityCap } })
    return notes
  })
}

function notPossible(order: Priced, stands: Standing, limits: Limits, run: Run): Refused {
  const { spentThisYear = ZERO } = run.order
  const yearly = order.value.plus(spentThisYear)
  const verdict = {
    key: `verdict.import-tax.${stands}`,
    values: {
      value: money(order.value),
      yearly: money(yearly),
      limit: amount(limitThatDecided(stands, limits)),
    },
  }
  const steps = valueSteps(run.order, order)
  if (spentThisYear.gt(ZERO))
    steps.push({
      label: 'step.year-total',
      expression: `${plain(spentThisYear)} + ${plain(order.value)}`,
      amount: yearly,
    })
  return {
    kind: 'refused',
    why: stands === 'at-one-item-limit' ? 'unsettled' : 'not-possible',
    verdict,
    calculation: conclude(run, {
      verdict,
      steps,
      distances: limitDistances(order.value, run.order.spentThisYear, limits, stands),
      notes: voucherNotes(run.order),
    }),
  }
}
