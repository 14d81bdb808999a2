import type { Big } from 'big.js'
import type { Phrase, Step } from '../core/calculation.ts'
import type { Slots } from '../core/slots.ts'
import type { Context, Outcome, Refused } from './advisor.ts'
import { stopped } from './advisor.ts'
import { nextMonthDay } from './calendar.ts'
import { valueSteps, voucherNotes } from './dutiable-value.ts'
import { amount, money, plain } from './expression.ts'
import { isRefused } from './figures-on.ts'
import { type Limits, limitDistances, limitsOn, limitThatDecided, standing } from './limits.ts'
import { onePiece, priced } from './order.ts'
import { ZERO } from './rounding.ts'
import { conclude, type Run, runOf } from './run.ts'

/**
 * What is left of the annual limit, and whether an order still fits: at a limit it does, a fen above it does not. Tax and vouchers are not counted,
 * freight and insurance are. The total is what is left afterwards, or now where no order was named.
 */
export const quota = (slots: Slots, context: Context): Outcome => quotaOf(runOf('quota', slots, context))

/** {@link quota} of a working already begun. */
export function quotaOf(run: Run): Outcome {
  const limits = limitsOn(run)
  if (isRefused(limits)) return limits
  const monthDay = run.figures.text('annual-limit-reset')
  const reset = monthDay === undefined ? undefined : nextMonthDay(run.on, monthDay)
  const said = run.order.spentThisYear
  const restarted = reset !== undefined && run.order.date !== undefined && run.order.date >= reset
  const spent = restarted ? ZERO : said
  if (spent === undefined) return { kind: 'asked', missing: 'spentThisYear' }
  const back = restarted ? [] : returnNotes(run)
  if (isRefused(back)) return back
  const notes: Phrase[] = [
    ...back,
    ...(restarted ? [{ key: 'note.quota-restarted', values: { day: run.order.date ?? '' } }] : []),
    ...(reset === undefined ? [] : [{ key: 'note.quota-reset', values: { day: reset, limit: amount(limits.annual) } }]),
  ]
  return run.order.articles.length === 0 ? left(spent, limits, notes, run) : fits(spent, limits, notes, run)
}

function left(spent: Big, limits: Limits, notes: Phrase[], run: Run): Outcome {
  const remaining = limits.annual.minus(spent)
  const over = remaining.lt(ZERO)
  const total = over ? ZERO : remaining
  const values = {
    left: money(total),
    limit: amount(limits.annual),
    single: amount(limits.single),
    spent: money(spent),
  }
  return {
    kind: 'calculated',
    calculation: conclude(run, {
      verdict: {
        key: over ? 'verdict.quota.overspent' : total.eq(ZERO) ? 'verdict.quota.none' : 'verdict.quota.left',
        values,
      },
      steps: [...spentSteps(run, spent), leftStep(limits, [spent], remaining)],
      total,
      distances: limitDistances(ZERO, spent, limits).filter(({ figure }) => figure === 'annual-limit'),
      notes,
    }),
  }
}

/** What the year's sum is made of, where it was told in several amounts. */
function spentSteps({ order: { spentAmounts, spentThisYear } }: Run, spent: Big): Step[] {
  const [first, ...others] = spentAmounts ?? []
  if (first === undefined || others.length === 0 || !spentThisYear?.eq(spent)) return []
  const signed = others.map((one) => (one.lt(ZERO) ? ` − ${plain(one.neg())}` : ` + ${plain(one)}`))
  return [{ label: 'step.quota-spent', expression: `${plain(first)}${signed.join('')}`, amount: spent }]
}

/** On which conditions what went back counts no longer. */
function returnNotes({ order, figures }: Run): Phrase[] | Refused {
  if (!order.spentAmounts?.some((one) => one.lt(ZERO))) return []
  const days = figures.numbers({ apply: 'return-apply-days', arrive: 'return-arrive-days' })
  if (isRefused(days)) return days
  return [{ key: 'note.quota-returned', values: { apply: plain(days.apply), arrive: plain(days.arrive) } }]
}

const leftStep = ({ annual }: Limits, booked: Big[], remaining: Big): Step => ({
  label: 'step.quota-left',
  expression: [annual, ...booked].map(plain).join(' − '),
  amount: remaining,
})

function fits(spent: Big, limits: Limits, notes: Phrase[], run: Run): Outcome {
  const unit = run.figures.number('tax-rounding-unit')
  if (isRefused(unit)) return unit
  const order = priced(run.order, unit)
  if (stopped(order)) return order
  const stands = standing(order.value, onePiece(run.order), spent, limits)
  if (stands === 'pieces-unsaid') return { kind: 'asked', missing: 'pieces', item: 1 }
  const yearly = spent.plus(order.value)
  const before = limits.annual.minus(spent)
  const fitting = stands === 'within' || stands === 'one-item' || stands === 'full-tax-2016'
  const after = limits.annual.minus(yearly)
  const total = fitting && after.gte(ZERO) ? after : ZERO
  const exactly = stands === 'within' && after.eq(ZERO)
  const verdict = {
    key: `verdict.quota.${exactly ? 'exactly' : stands}`,
    values: {
      value: money(order.value),
      left: money(total),
      before: money(before.lt(ZERO) ? ZERO : before),
      yearly: money(yearly),
      limit: amount(limitThatDecided(stands, limits)),
      single: amount(limits.single),
    },
  }
  const result = {
    verdict,
    steps: [...spentSteps(run, spent), ...valueSteps(run.order, order), leftStep(limits, [spent, order.value], after)],
    distances: limitDistances(order.value, spent, limits, stands).filter(
      ({ figure }) => !(exactly && figure === 'annual-limit'),
    ),
    notes: [
      ...(stands === 'one-item' && after.eq(ZERO)
        ? [{ key: 'note.one-item-exactly', values: { limit: amount(limits.annual) } }]
        : []),
      ...notes,
      ...voucherNotes(run.order),
    ],
  }
  if (fitting) return { kind: 'calculated', calculation: conclude(run, { ...result, total }) }
  return {
    kind: 'refused',
    why: stands === 'at-one-item-limit' ? 'unsettled' : 'not-possible',
    verdict,
    calculation: conclude(run, result),
  }
}
