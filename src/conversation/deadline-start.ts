import { addDays, type Day } from '../core/day.ts'
import type { DeadlineMatter } from '../core/deadline-matter.ts'
import { matchesOf } from '../core/matches.ts'
import { parseNumeral } from '../core/numerals.ts'
import { RUNS_FROM } from './deadline-meant.ts'
import { byMonths, dayOf, withYear } from './slots/calendar-words.ts'
import { datesSaid, eventNear } from './slots/dates.ts'
import type { Event } from './slots/reading.ts'

/** When something happened from which a deadline runs: a day, or a month of which only `day` is the first and `through` the last. */
export type Start = {
  day: Day
  through?: Day | undefined
  /** Whether it was said to be the day of what counts, rather than a day that may be. */
  sure: boolean
}

/** What a message says of days: the start, and other days it names. */
export type DaysSaid = {
  start: Start | undefined
  others: Day[] /** The day of something else was named instead. */
  elsewhere: boolean
}

/** What a message may tell the day of instead of the day that counts. */
const OTHER_EVENT = new Set<Event | undefined>(['order', 'receipt'])
/** The day on which somebody did, or will do, what has to be done in time. */
const DONE_AFTER = /^\s?(?:我|就|才|再|已经?|去|还|仲)*(?:能|可以|可)?(?:申请|退|寄|提交|核算|收)/u
const DONE_BEFORE = /(?:appl(?:y|ied)|return(?:ed|ing)?|sent (?:it )?back|settled?|filed?|still|is) (?:on |by )?$/u

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH_EN =
  '(?<month>january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?'
const YEAR = '(?<year>20[1-3]\\d)'
/** A month that is the time of a rule, or when something is to be done. */
const NOT_AFTER = '(?!\\s?(?:\\d|[一二三四五六七八九十]+[日号]|(?:之|以)?[前后]|起|截止|到期))'

/** Ways of naming a month, the surer first. */
const MONTH_FORMS = [
  `(?<!\\d)${YEAR}年的?\\s?(?<number>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月${NOT_AFTER}`,
  `(?<!\\d)${YEAR}[-/.](?<number>1[0-2]|0[1-9])(?![-/.\\d])`,
  `\\b${MONTH_EN},? (?:of )?${YEAR}(?!\\d)`,
  `(?<said>[今本去旧前明])年的?\\s?(?<number>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月${NOT_AFTER}`,
  `\\b(?:(?<said>last|this) )?${MONTH_EN} (?:of )?(?<said>last|this) year`,
  `(?<moon>上上|上|这|本|下)个?月${NOT_AFTER}`,
  '\\b(?<moon>last|this|next) month\\b',
  `(?<![\\d.年个])(?<number>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月${NOT_AFTER}`,
  `\\b(?:in|during|of|for|since|from|last|early|mid|late|on)[ -]${MONTH_EN}(?! \\d)`,
  `\\b${MONTH_EN}(?= (?:lists?|exports?|shipments?|orders?|goods|parcels?)\\b)`,
].map((form) => new RegExp(form.replace('(?:(?<said>last|this) )?', ''), 'gu'))

const YEARS: Record<string, number> = { 今: 0, 本: 0, this: 0, 去: -1, 旧: -1, last: -1, 前: -2, 明: 1 }
const MOONS: Record<string, number> = { 上上: -2, 上: -1, last: -1, 下: 1, next: 1 }

/** How near to a month it must say what happened in it, in characters. */
const NEAR = 30

/** 放行第33天, 清关都三十天了: counted back from today. */
const ELAPSED =
  /(?:放行|清关|通关|出口)(?:到现在|到今天|已经|都|了|后|有)*第?(?<count>\d{1,3}|[一二两三四五六七八九十]{1,3})[天日](?:了|，|。|,|\s|$|还)|(?<count>\d{1,3}) days? (?:since|after) (?:release|clearance|customs released)/u

/** The first day of a month that a text names, where it stands, and what happened in it. */
export type MonthSaid = { first: Day; last: Day; start: number; end: number; event: Event | undefined }

/** The months a folded text names, none of which is part of a day. */
export function monthsSaid(folded: string, today: Day): MonthSaid[] {
  const taken = datesSaid(folded, today).map(({ start, end }) => ({ start, end }))
  const found: MonthSaid[] = []
  for (const form of MONTH_FORMS)
    for (const match of matchesOf(folded, form)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if ([...taken, ...found].some((other) => start < other.end && other.start < end)) continue
      const [before, after] = [folded.slice(Math.max(0, start - NEAR), start), folded.slice(end, end + NEAR)]
      const first = firstOf(match.groups ?? {}, today, `${before} ${after}`)
      if (first === undefined) continue
      const last = addDays(byMonths(first, 1) ?? first, -1)
      found.push({ first, last, start, end, event: eventNear(before, after) })
    }
  return found.toSorted((a, b) => a.start - b.start)
}

function firstOf(
  { year, number, month, said, moon }: Record<string, string | undefined>,
  today: Day,
  around: string,
): Day | undefined {
  if (moon !== undefined) return byMonths(`${today.slice(0, 7)}-01`, MOONS[moon] ?? 0)
  const which =
    month === undefined ? String(parseNumeral(number ?? '') ?? '') : String(1 + MONTHS.indexOf(month.slice(0, 3)))
  if (year !== undefined) return dayOf(year, which, '1')
  if (said !== undefined) return dayOf(String(Number(today.slice(0, 4)) + (YEARS[said] ?? 0)), which, '1')
  return withYear(which, '1', today, around)
}

/** Matters of which every month has its own, whatever is said to have happened in it. */
const MONTHLY = new Set<DeadlineMatter>(['export-summary'])

/** What a folded message says of when a deadline of a matter began: a day of what counts, how long ago it was, the month of it, or any day that may be meant. */
export function daysSaid(matter: DeadlineMatter, folded: string, today: Day): DaysSaid {
  const counts = RUNS_FROM[matter]
  const isIt = ({ event }: { event: Event | undefined }) =>
    counts === undefined || (event !== undefined && counts.has(event))
  const dates = datesSaid(folded, today).flatMap(({ day, ...rest }) => (day === undefined ? [] : [{ day, ...rest }]))
  const months = monthsSaid(folded, today)
  const possible = dates.filter(
    ({ start, end, event }) =>
      !OTHER_EVENT.has(event) && !DONE_AFTER.test(folded.slice(end)) && !DONE_BEFORE.test(folded.slice(0, start)),
  )
  const others = (but?: unknown): Day[] => [
    ...dates.filter((one) => one !== but).map(({ day }) => day),
    ...months.filter((one) => one !== but).map(({ last }) => last),
  ]
  const date = possible.find(isIt)
  if (date) return { start: { day: date.day, sure: true }, others: others(date), elsewhere: false }
  const { count } = ELAPSED.exec(folded)?.groups ?? {}
  const gone = count === undefined ? undefined : parseNumeral(count)
  if (gone !== undefined)
    return { start: { day: addDays(today, -gone), sure: true }, others: others(), elsewhere: false }
  const month = months.find(isIt) ?? (MONTHLY.has(matter) ? months[0] : undefined)
  if (month)
    return { start: { day: month.first, through: month.last, sure: true }, others: others(month), elsewhere: false }
  const [perhaps] = possible
  if (perhaps) return { start: { day: perhaps.day, sure: false }, others: others(perhaps), elsewhere: false }
  return { start: undefined, others: others(), elsewhere: dates.length > 0 }
}

const QUARTERS = [
  `(?:(?<!\\d)${YEAR}年?的?|(?<said>[今本去前明])年的?)?第?(?<quarter>[一二三四1-4])(?:个)?季度?(?![节])`,
  `\\bq(?<quarter>[1-4])(?:(?: of)?,? ${YEAR})?`,
  `\\b(?<quarter>first(?! quarter (?:platforms?|marketplaces?|they|that|which|ever|to be)\\b)|second|third|fourth|1st|2nd|3rd|4th) quarter(?:(?: of)?,? ${YEAR})?`,
].map((form) => new RegExp(form, 'u'))
const MOON_QUARTER = /(?<moon>上|这|本|下)一?个?季度?|\b(?<moon>last|this|next) quarter\b/u
const NTH: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, first: 1, second: 2, third: 3, fourth: 4 }
const MONTHS_A_QUARTER = 3
/** The month of the sales, not of the report on them. */
const SALES_AFTER = /^(?:份)?的?(?:卖家|店铺|商家|平台)?的?(?:收入|销售|交易|流水|营业)/u
const SALES_BEFORE = /\b(?:income|sales|revenue|turnover)(?: (?:of|in|for|from|made|earned))* ?$/u

/** The first day of the quarter that a platform's report is about: the one named, that of the month of the sales, or the one that is reported in the month named. */
export function quarterSaid(folded: string, today: Day): Day | undefined {
  for (const form of QUARTERS) {
    const { year, said, quarter = '' } = form.exec(folded)?.groups ?? {}
    const nth = NTH[quarter] ?? Number(quarter.slice(0, 1))
    if (!nth) continue
    const its = year ?? String(Number(today.slice(0, 4)) + (YEARS[said ?? ''] ?? 0))
    return dayOf(its, String((nth - 1) * MONTHS_A_QUARTER + 1), '1')
  }
  const { moon } = MOON_QUARTER.exec(folded)?.groups ?? {}
  if (moon !== undefined) return byMonths(`${today.slice(0, 7)}-01`, (MOONS[moon] ?? 0) * MONTHS_A_QUARTER)
  const [month] = monthsSaid(folded, today)
  if (!month) return undefined
  const { first, start, end } = month
  if (
    SALES_AFTER.test(folded.slice(end)) ||
    SALES_BEFORE.test(folded.slice(0, start).replace(/\b(?:in|of|for)[ -]$/u, ''))
  )
    return first
  return Number(first.slice(5, 7)) % MONTHS_A_QUARTER === 1 ? byMonths(first, -MONTHS_A_QUARTER) : undefined
}
