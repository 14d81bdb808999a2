import { addDays, type Day } from '../../core/day.ts'

/** Words near a date without a year that tell which year it was. */
const PAST = /了|已|过的|刚|was|were|\bhad\b|\bdid\b|ed\b|sent|left|bought|came|got\b|\bago\b/
const FUTURE = /将|会(?!员|有)|打算|准备|计划|预计|的话|如果|\bwill\b|going to|\bplan|\bif\b|expect|next/

/** A day from its parts; undefined for the 31st of February. */
export function dayOf(year = '', month = '', day = ''): Day | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : iso
}

/** A number of months later; the last of the month where there is no such day. */
export function byMonths(from: Day, months: number): Day | undefined {
  if (!Number.isSafeInteger(months) || Math.abs(months) > 1200) return undefined
  const first = new Date(`${from.slice(0, 7)}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + months)
  const last = new Date(first)
  last.setUTCMonth(last.getUTCMonth() + 1, 0)
  first.setUTCDate(Math.min(Number(from.slice(8)), last.getUTCDate()))
  return first.toISOString().slice(0, 10)
}

const apart = (one: Day, other: Day): number => Math.abs(Date.parse(one) - Date.parse(other))

/** Of the days a word may mean, in order of time: the one the tense tells, or the last that has been, or the nearest. */
function fitting(days: (Day | undefined)[], today: Day, around: string): Day | undefined {
  const known = days.filter((day) => day !== undefined)
  const been = known.filter((day) => day <= today).at(-1)
  const coming = known.find((day) => day > today)
  if (been === undefined || coming === undefined) return been ?? coming
  if (FUTURE.test(around) !== PAST.test(around)) return FUTURE.test(around) ? coming : been
  return apart(coming, today) < apart(been, today) && been.slice(0, 4) !== today.slice(0, 4) ? coming : been
}

/** A month and a day without a year: this year's once it has been, otherwise by the tense around it, otherwise the nearer. */
export function withYear(
  month: string | undefined,
  day: string | undefined,
  today: Day,
  around: string,
): Day | undefined {
  const year = Number(today.slice(0, 4))
  return fitting(
    [-1, 0, 1].map((step) => dayOf(String(year + step), month, day)),
    today,
    around,
  )
}

/** A day of the month alone: the last that has been, unless the text looks ahead. */
export function withMonth(day: string | undefined, today: Day, around: string): Day | undefined {
  const days = [-2, -1, 0, 1, 2].map((step) => {
    const month = byMonths(`${today.slice(0, 7)}-01`, step)
    return dayOf(month?.slice(0, 4), month?.slice(5, 7), day)
  })
  const been = days.filter((one) => one !== undefined && one <= today).at(-1)
  return FUTURE.test(around) && !PAST.test(around) ? days.find((one) => one !== undefined && one > today) : been
}

/** Weeks before (negative) or after this one, by the word before the weekday. Weeks begin on Monday. */
const WEEKS: Record<string, number> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1, this: 0, next: 1 }

/**
 * A weekday.
 * @param weekday 0 is Sunday
 * @param which the word before it: 上, 下, next …; `last` and no word mean the latest that has been
 */
export function weekdayOf(weekday: number, which: string, today: Day, around: string): Day {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay()
  const inWeek = ((weekday + 6) % 7) - ((now + 6) % 7)
  const weeks = WEEKS[which]
  if (weeks !== undefined) return addDays(today, inWeek + 7 * weeks)
  if (which === '' && FUTURE.test(around) && !PAST.test(around)) return addDays(today, inWeek > 0 ? inWeek : inWeek + 7)
  const back = (now - weekday + 7) % 7
  return addDays(today, -(back === 0 && which === 'last' ? 7 : back))
}
