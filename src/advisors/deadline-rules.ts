import { addDays } from '../core/day.ts'
import type { DeadlineMatter } from '../core/deadline-matter.ts'
import {
  addMonths,
  addYears,
  dateInNextMonth,
  dayBefore,
  firstOfNextMonth,
  isWeekend,
  monthDayNextYear,
  nextMonthDay,
  nextWeekday,
  quarterOf,
} from './calendar.ts'
import {
  type DeadlineRule,
  daysAfter,
  note,
  onWeekend,
  phrase,
  textOf,
  untilNextYear,
  upTo,
  whenOf,
} from './deadline-counting.ts'
import { isRefused } from './figures-on.ts'

const taxDue: DeadlineRule = {
  id: 'tax-due',
  work: ({ date }, figures) => {
    const span = figures.numbers({ n: 'tax-due-first-day', m: 'tax-due-last-day', wait: 'tax-wait-days' })
    if (isRefused(span)) return span
    const [n, m, wait] = [span.n, span.m, span.wait].map((value) => value.toNumber()) as [number, number, number]
    const [first, last, dayOne] = [addDays(date, n), addDays(date, m), addDays(date, 1)]
    return {
      first,
      last,
      counting: {
        dayOne,
        basis: 'stated',
        phrase: phrase('tax-due.count', { from: date, day: dayOne, n: String(n), m: String(m) }),
      },
      what: phrase('tax-due', { from: first, to: last }),
      notes: [note('tax-no-return', { n: String(wait) }), ...onWeekend(last)],
    }
  },
}

const returnRelief = upTo(
  'export-return-tax',
  { figure: 'export-return-tax-months', add: addMonths, unit: 'months' },
  'unsettled',
  ({ mode }) => [
    note('export-day'),
    ...(mode === undefined || mode === '1210' ? [note('export-day-1210')] : []),
    note('repay-refund'),
  ],
)

/** The relief covers exports of certain years only; the figures hold the first and the last day. */
const returnTax: DeadlineRule = {
  id: returnRelief.id,
  work: (question, figures) => {
    const [first, last] = [
      figures.text('export-return-relief-first-day'),
      figures.text('export-return-relief-last-day'),
    ]
    if (last !== undefined && question.date > last)
      return {
        kind: 'refused',
        why: 'no-figure',
        verdict: phrase('not-in-force', { day: question.date }),
        figure: 'export-return-relief-last-day',
        ...(first !== undefined && { last: { from: first, to: last } }),
      }
    return returnRelief.work(question, figures)
  },
}

const receipt: DeadlineRule = {
  id: 'refund-receipt',
  work: (question, figures) => {
    const { date, contractPayment } = question
    const monthDay = textOf(figures, 'export-receipt-day')
    if (typeof monthDay !== 'string') return monthDay
    const outer = figures.number('export-receipt-outer-limit')
    if (isRefused(outer)) return outer
    const usual = monthDayNextYear(date, monthDay)
    const latest = addMonths(date, outer.toNumber())
    const later = contractPayment !== undefined && contractPayment > usual ? contractPayment : undefined
    const capped = later !== undefined && later > dayBefore(latest)
    const last = capped ? dayBefore(latest) : (later ?? usual)
    const counted = capped ? 'outer' : later ? 'contract' : 'usual'
    return {
      last,
      ...(capped && { otherwise: latest }),
      counting: {
        dayOne: date,
        basis: capped ? 'unsettled' : 'stated',
        phrase: phrase(`refund-receipt.count-${counted}`, { when: whenOf(question), day: last, n: outer.toFixed() }),
      },
      what: phrase('refund-receipt', { day: last }),
      notes: [
        ...(capped ? [note('otherwise', { day: latest })] : []),
        note('receipt-lost'),
        ...(later ? [] : [note('receipt-contract', { n: outer.toFixed() })]),
        ...onWeekend(last),
      ],
    }
  },
}

const summary: DeadlineRule = {
  id: 'export-summary',
  work: (question, figures) => {
    const { date } = question
    const dayOfMonth = figures.number('export-summary-day')
    if (isRefused(dayOfMonth)) return dayOfMonth
    const [first, last] = [firstOfNextMonth(date), dateInNextMonth(date, dayOfMonth.toNumber())]
    return {
      first,
      last,
      counting: {
        dayOne: first,
        basis: 'stated',
        phrase: phrase('export-summary.count', { when: whenOf(question), day: first, n: dayOfMonth.toFixed() }),
      },
      what: phrase('export-summary', { when: whenOf(question), day: last }),
      notes: [
        isWeekend(last)
          ? note('rest-day-moves-weekend', { day: last, to: nextWeekday(last) })
          : note('rest-day-moves', { day: last }),
        note('statistics-only'),
      ],
    }
  },
}

const reset: DeadlineRule = {
  id: 'quota-reset',
  work: ({ date }, figures) => {
    const monthDay = textOf(figures, 'annual-limit-reset')
    if (typeof monthDay !== 'string') return monthDay
    const last = nextMonthDay(date, monthDay)
    return {
      first: last,
      last,
      counting: {
        dayOne: last,
        basis: 'stated',
        phrase: phrase('quota-reset.count', { from: date, to: dayBefore(last) }),
      },
      what: phrase('quota-reset', { day: last }),
      notes: [note('quota-turn-of-year')],
    }
  },
}

/** Sellers' income of a quarter, reported by platforms once it is over. `date` is any day of the quarter. */
const platformReport: DeadlineRule = {
  id: 'platform-report',
  work: ({ date }, figures) => {
    const months = figures.number('platform-report-months')
    if (isRefused(months)) return months
    const { quarter, from, to } = quarterOf(date)
    const first = addDays(to, 1)
    const last = dayBefore(addMonths(first, months.toNumber()))
    return {
      first,
      last,
      counting: {
        dayOne: first,
        basis: 'stated',
        phrase: phrase('platform-report.count', { from, day: to, n: months.toFixed() }),
      },
      what: phrase(`platform-report.q${quarter}`, { year: date.slice(0, 4), from: first, to: last }),
      notes: onWeekend(last),
    }
  },
}

/** The rules of every matter, in the order in which they are told. */
export const DEADLINE_RULES: Record<DeadlineMatter, DeadlineRule[]> = {
  'import-return': [
    daysAfter('return-apply', { figure: 'return-apply-days' }, note('return-derived'), note('return-agent')),
    daysAfter('return-arrive', { figure: 'return-arrive-days' }),
  ],
  'import-tax': [taxDue],
  'export-return': [
    returnTax,
    upTo(
      'export-return-customs',
      { figure: 'export-return-customs-years', add: addYears, unit: 'years' },
      'derived',
      ({ mode }) => [
        note('release-derived'),
        ...(mode === '9710' ? [note('not-9710')] : mode === undefined ? [note('not-9710-if')] : []),
      ],
    ),
    upTo(
      'export-return-defect',
      { figure: 'export-return-defect-years', add: addYears, unit: 'years' },
      'unsettled',
      () => [note('duty-only')],
    ),
  ],
  'export-refund': [
    untilNextYear('refund-filing', 'export-refund-filing-day', note('vat-period'), note('refund-late')),
    receipt,
    upTo('refund-outer', { figure: 'export-refund-outer-limit', add: addMonths, unit: 'months' }, 'unsettled', () => [
      note('taxed-after'),
    ]),
  ],
  'warehouse-settlement': [
    untilNextYear('warehouse-settlement', 'pre-refund-settlement-day', note('vat-period'), note('settlement-lost')),
  ],
  'export-summary': [summary],
  'quota-reset': [reset],
  'platform-report': [platformReport],
  'platform-basics': [
    daysAfter('platform-basics', { figure: 'platform-basic-data-days', counted: 'platform-basics.count' }),
  ],
}
