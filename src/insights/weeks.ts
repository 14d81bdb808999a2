import { addDays, type Day } from '../core/day.ts'

/** An ISO 8601 week in China time, `2026-W48`. Weeks sort as text. */
export type Week = string

/**
 * A piece of the calendar that numbers are published for. Weeks make up months, months make up years: a week belongs to the month and the year that
 * hold its Thursday (as ISO 8601 says for years), so no two pieces overlap unless one holds the other.
 */
export type Span = { id: string; weeks: Week[] }

const MILLISECONDS_A_DAY = 86_400_000

const middle = (week: Week): Day => addDays(mondayOf(week), 3)

/** The week that holds a day. */
export function weekOfDay(day: Day): Week {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  const thursday = addDays(day, 3 - weekday)
  const year = thursday.slice(0, 4)
  const dayOfYear = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / MILLISECONDS_A_DAY
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`
}

/** The first day of a week. */
export function mondayOf(week: Week): Day {
  const fourth = `${week.slice(0, 4)}-01-04`
  const weekday = (new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(fourth, 7 * (Number(week.slice(6)) - 1) - weekday)
}

/** The last day of a week. */
export const sundayOf = (week: Week): Day => addDays(mondayOf(week), 6)

/** The week a number of weeks later, or earlier when negative. */
export const addWeeks = (week: Week, weeks: number): Week => weekOfDay(addDays(mondayOf(week), 7 * weeks))

/** Every week from one to another, both included; none when they are the wrong way round. */
export function weeksBetween(from: Week, to: Week): Week[] {
  const weeks: Week[] = []
  for (let week = from; week <= to; week = addWeeks(week, 1)) weeks.push(week)
  return weeks
}

/** So many weeks that end with a week. */
export const weeksUntil = (last: Week, count: number): Week[] => weeksBetween(addWeeks(last, 1 - count), last)

/** The last week that is over on a day: one that is under way is not published. */
export const lastWholeWeek = (today: Day): Week => addWeeks(weekOfDay(today), -1)

/** Each week as a period of its own. */
export const singly = (weeks: readonly Week[]): Week[][] => weeks.map((week) => [week])

/** Remembers what was worked out of a text: the calendar does not change, and pages ask for the same few hundred weeks all the time. */
function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size > 4096) known.clear()
    const value = work(text)
    known.set(text, value)
    return value
  }
}

/** The month a week belongs to, `2026-11`. */
export const monthOf = remembered((week: Week): string => middle(week).slice(0, 7))

/** Every week of a month, `2026-11`: four or five. */
export const weeksOfMonth = remembered((month: string): Week[] => {
  const first = weekOfDay(`${month}-04`)
  return weeksBetween(first, addWeeks(first, 4)).filter((week) => monthOf(week) === month)
})

const weeksOfYear = remembered((year: string): Week[] => weeksBetween(`${year}-W01`, weekOfDay(`${year}-12-28`)))

/**
 * A run of weeks as the fewest spans: whole years, then whole months, then weeks. The same run always falls apart in the same way, so that every
 * number about a period is a sum of numbers that were published for its spans.
 */
export function spansOf(weeks: readonly Week[]): Span[] {
  const spans: Span[] = []
  const wanted = new Set(weeks)
  const taken = new Set<Week>()
  for (const week of weeks) {
    if (taken.has(week)) continue
    const year = week.slice(0, 4)
    const month = monthOf(week)
    const span = [
      { id: year, weeks: weeksOfYear(year) },
      { id: month, weeks: weeksOfMonth(month) },
      { id: week, weeks: [week] },
    ].find((one) => one.weeks.every((part) => wanted.has(part))) ?? { id: week, weeks: [week] }
    for (const part of span.weeks) taken.add(part)
    spans.push(span)
  }
  return spans
}
