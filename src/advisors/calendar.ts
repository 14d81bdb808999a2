import { addDays, type Day } from '../core/day.ts'

const MONTHS_A_YEAR = 12
const MONTHS_A_QUARTER = 3
const LATEST_DATE = 31
const DAY_IN_MILLISECONDS = 24 * 60 * 60 * 1000

const parts = (day: Day): [number, number, number] => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return [year, month, date]
}

const midnight = (day: Day) => Date.parse(`${day}T00:00:00Z`)

/** The day a date of a month is, or the last day of that month where it has no such date. `month` may run past the year's end. */
function dayIn(year: number, month: number, date: number): Day {
  const end = new Date(Date.UTC(year, month, 0))
  const last = end.toISOString().slice(0, 10)
  return date >= end.getUTCDate() ? last : `${last.slice(0, 8)}${String(date).padStart(2, '0')}`
}

/**
 * The day of the same number some months later, or the last day of that month where it has no such day (31 August + 6 months = 28 or
 * 29 February): the "corresponding day" of Article 202 of the Civil Code, which tax and customs practice shares.
 */
export function addMonths(from: Day, months: number): Day {
  const [year, month, date] = parts(from)
  return dayIn(year, month + months, date)
}

/** The same day some years later; 29 February becomes 28 February. */
export const addYears = (from: Day, years: number): Day => addMonths(from, years * MONTHS_A_YEAR)

/** The first day of the month after a day. */
export function firstOfNextMonth(day: Day): Day {
  const [year, month] = parts(day)
  return dayIn(year, month + 1, 1)
}

/** A date of the month after a day, or that month's last day. */
export function dateInNextMonth(day: Day, date: number): Day {
  const [year, month] = parts(day)
  return dayIn(year, month + 1, date)
}

/** A month-day (`04-30`) in the year after a day. */
export function monthDayNextYear(day: Day, monthDay: string): Day {
  const [month = 1, date = 1] = monthDay.split('-').map(Number)
  return dayIn(parts(day)[0] + 1, month, date)
}

/** The next time a month-day comes, after a day. */
export function nextMonthDay(after: Day, monthDay: string): Day {
  const [month = 1, date = 1] = monthDay.split('-').map(Number)
  const thisYear = dayIn(parts(after)[0], month, date)
  return thisYear > after ? thisYear : dayIn(parts(after)[0] + 1, month, date)
}

/** The calendar quarter that a day lies in, with its first and last day. */
export function quarterOf(day: Day): { quarter: number; from: Day; to: Day } {
  const [year, month] = parts(day)
  const quarter = Math.ceil(month / MONTHS_A_QUARTER)
  const last = quarter * MONTHS_A_QUARTER
  return { quarter, from: dayIn(year, last - MONTHS_A_QUARTER + 1, 1), to: dayIn(year, last, LATEST_DATE) }
}

/** The day before. */
export const dayBefore = (day: Day): Day => addDays(day, -1)

/** Days from one day to another; negative when the other is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((midnight(to) - midnight(from)) / DAY_IN_MILLISECONDS)

/** Saturday or Sunday. Public holidays and made-up working days are announced year by year and are not known here. */
export const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(midnight(day)).getUTCDay())

/** The first day after a day that is neither Saturday nor Sunday. */
export function nextWeekday(day: Day): Day {
  const next = addDays(day, 1)
  return isWeekend(next) ? nextWeekday(next) : next
}
