import { AUDIENCES, type Audience } from '../core/audience.ts'
import { CHANNELS, type ChannelId } from '../core/channel-id.ts'
import { type Day, day } from '../core/day.ts'
import { LOCALES, type Locale } from '../core/locale.ts'
import type { FieldFault } from '../core/problem-details.ts'
import { addWeeks, lastWholeWeek, mondayOf, sundayOf, type Week, weekOfDay, weeksBetween, weeksUntil } from './weeks.ts'

/** What a view is narrowed to; what is absent is not narrowed. `unknown`: the asker did not say. */
export type Filters = {
  channel?: ChannelId | undefined
  language?: Locale | undefined
  audience?: Audience | 'unknown' | undefined
}

/** A view of the log: whole weeks in a row, and what it is narrowed to. */
export type Selection = { weeks: Week[]; filters: Filters }

/** The filters with what each can be, in the order in which they stand on the page. */
export const FILTER_VALUES = {
  channel: CHANNELS,
  language: LOCALES,
  audience: [...AUDIENCES, 'unknown'],
} as const
export type FilterName = keyof typeof FILTER_VALUES
export const FILTER_NAMES = Object.keys(FILTER_VALUES) as FilterName[]

/** Weeks shown when nothing else is asked for. */
const USUAL_WEEKS = 4
/** Weeks of a view at most: two years. */
export const MOST_WEEKS = 106

/** The first day that can be asked for. Nothing was logged before; it bounds what a request can cost. */
const EARLIEST: Day = '2016-01-01'

/** An address's parameters as Express reads them. */
export type Query = Record<string, unknown>

/** The last four weeks that are over, of everything. */
export const usualSelection = (today: Day): Selection => ({
  weeks: weeksUntil(lastWholeWeek(today), USUAL_WEEKS),
  filters: {},
})

/**
 * Reads a view from an address: `from` and `to` (days; the weeks that hold them are taken whole, and the week under way is left out), `channel`, `language`,
 * `audience`. What is absent or empty is as usual; what is wrong is named, and never guessed at. Parameters of no concern here are let be.
 */
export function readSelection(query: Query, today: Day): { selection: Selection } | { faults: FieldFault[] } {
  const faults: FieldFault[] = []
  const usual = usualSelection(today)
  const last = usual.weeks.at(-1) ?? ''

  const to = dayIn(query, 'to', faults)
  const from = dayIn(query, 'from', faults)
  const until = to === undefined || weekOfDay(to) > last ? last : weekOfDay(to)
  const since = from === undefined ? addWeeks(until, 1 - USUAL_WEEKS) : weekOfDay(from)
  if (faults.length === 0 && since > until) faults.push({ field: from === undefined ? 'to' : 'from', fault: 'invalid' })
  const weeks = faults.length === 0 ? weeksBetween(since, until) : []
  if (weeks.length > MOST_WEEKS) faults.push({ field: 'from', fault: 'invalid' })

  const filters: Filters = {}
  for (const name of FILTER_NAMES) {
    const value = query[name]
    if (value === undefined || value === '') continue
    const choices: readonly string[] = FILTER_VALUES[name]
    if (typeof value === 'string' && choices.includes(value)) Object.assign(filters, { [name]: value })
    else faults.push({ field: name, fault: 'choice', values: { choices: choices.join(', ') } })
  }
  return faults.length > 0 ? { faults } : { selection: { weeks, filters } }
}

function dayIn(query: Query, field: 'from' | 'to', faults: FieldFault[]): Day | undefined {
  const value = query[field]
  if (value === undefined || value === '') return undefined
  const parsed = day.safeParse(value)
  if (parsed.success && parsed.data >= EARLIEST && parsed.data < '2100') return parsed.data
  faults.push({ field, fault: 'day' })
  return undefined
}

/** The view as parameters of an address, so that it can be sent to a colleague and shows the same next month. */
export function toQuery({ weeks, filters }: Selection, locale: Locale, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ from: mondayOf(weeks[0] ?? ''), to: sundayOf(weeks.at(-1) ?? '') })
  for (const name of FILTER_NAMES) {
    const value = filters[name]
    if (value !== undefined) query.set(name, value)
  }
  query.set('locale', locale)
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  return query.toString()
}

/** The weeks just before, as many. */
export const weeksBefore = ({ weeks }: Selection): Week[] => weeksUntil(addWeeks(weeks[0] ?? '', -1), weeks.length)
