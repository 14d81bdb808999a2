import { addDays, type Day } from '../core/day.ts'
import type { Span } from './cubes.ts'
import type { Days } from './question-log.ts'

const DAY = 24 * 3_600_000
/** Monday before the first day of the epoch, a Thursday, in days. */
const FIRST_MONDAY = 3

const inDays = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY

/** ISO weeks since the one that 1970 began in. */
export const weekNumber = (day: Day): number => Math.floor((inDays(day) + FIRST_MONDAY) / 7)

const monday = (day: Day): Day => addDays(day, -((inDays(day) + FIRST_MONDAY) % 7))
/** Whether a period begins on a Monday and ends on a Sunday. */
export const isWholeWeeks = ({ from, to }: Days): boolean =>
  from === monday(from) && addDays(to, 1) === monday(addDays(to, 1))

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`
const nextMonth = (day: Day): Day => firstOfMonth(addDays(firstOfMonth(day), 31))

const knownWeeks = new Map<Day, string>()

/** The ISO week of a day, `2026-W48`: the year is that of its Thursday. Remembered: sums come by the hundred thousand, of the same few hundred days. */
export function isoWeek(day: Day): string {
  const known = knownWeeks.get(day)
  if (known !== undefined) return known
  if (knownWeeks.size > 4096) knownWeeks.clear()
  const week = workOutWeek(day)
  knownWeeks.set(day, week)
  return week
}

function workOutWeek(day: Day): string {
  const thursday = addDays(monday(day), 3)
  const year = thursday.slice(0, 4)
  return `${year}-W${String(Math.floor((inDays(thursday) - inDays(`${year}-01-01`)) / 7) + 1).padStart(2, '0')}`
}

/** The first day of the span that holds a day. */
export const START: Record<Span, (day: Day) => Day> = { day: (day) => day, week: monday, month: firstOfMonth }

/** Spans of one length, by the first and the last of their first days. */
export type Stretch = { span: Span; from: Day; to: Day }

/**
 * A period as the fewest spans that fill it exactly: whole months, in what is left whole weeks, in what is left days.
 * @param finest the longest span that may be used.
 * @param withinMonths whether no week may reach over the end of a month.
 */
export function fill({ from, to }: Days, longest: Span, withinMonths: boolean): Stretch[] {
  if (from > to) return []
  if (longest === 'day') return [{ span: 'day', from, to }]
  if (longest === 'month') {
    const first = from === firstOfMonth(from) ? from : nextMonth(from)
    const after = firstOfMonth(addDays(to, 1))
    if (first < after)
      return [
        ...fill({ from, to: addDays(first, -1) }, 'week', withinMonths),
        { span: 'month', from: first, to: firstOfMonth(addDays(after, -1)) },
        ...fill({ from: after, to }, 'week', withinMonths),
      ]
  }
  const end = addDays(nextMonth(from), -1)
  if (withinMonths && end < to)
    return [...fill({ from, to: end }, 'week', true), ...fill({ from: addDays(end, 1), to }, 'week', true)]
  const first = from === monday(from) ? from : addDays(monday(from), 7)
  const after = monday(addDays(to, 1))
  if (first >= after) return [{ span: 'day', from, to }]
  return [
    ...fill({ from, to: addDays(first, -1) }, 'day', withinMonths),
    { span: 'week', from: first, to: addDays(after, -7) },
    ...fill({ from: after, to }, 'day', withinMonths),
  ]
}

/** The days that a stretch covers, both included. */
export const daysOf = ({ span, from, to }: Stretch): Days => ({
  from,
  to: span === 'day' ? to : span === 'week' ? addDays(to, 6) : addDays(nextMonth(to), -1),
})
