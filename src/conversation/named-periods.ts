import { addDays, type Day } from '../core/day.ts'
import { matchesOf } from '../core/matches.ts'
import { rememberingLast } from '../core/remembered.ts'

/** A stretch of days that a text names, both inclusive, and where it stands in the text. */
export type NamedPeriod = {
  from: Day
  to: Day
  start: number
  end: number
  grain: 'day' | 'month' | 'part' | 'year'
  /** Named by its distance from today (`去年`, `next year`), so that it cannot be the number of a document. */
  relative: boolean
  /** A day without a year: this year's, which is a guess. */
  yearless: boolean
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const CHINESE_MONTHS = '一二三四五六七八九十'
const MONTH =
  '(?<month>january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?'
const MONTH_ZH = `(?<month>1[0-2]|0?[1-9]|[${CHINESE_MONTHS}])月`
const DATE = '(?<date>3[01]|[12]\\d|0?[1-9])'
const NTH = '(?:st|nd|rd|th)?'
const YEAR = '(?<year>20[1-3]\\d)'
const SAID_ZH = '(?<said>大前年|(?<!以)前年|去年|今年|明年|后年)'
const SAID = '(?<said>last year|this year|next year|two years ago|the year before last)'
const YEAR_ZH = `(?:(?<!\\d)${YEAR}年?|${SAID_ZH})的?`
const YEAR_EN = `(?:(?<!\\d)${YEAR}(?!\\d)|${SAID}(?:'s)?)`

const AWAY: Record<string, number> = {
  大前年: -3,
  前年: -2,
  去年: -1,
  今年: 0,
  明年: 1,
  后年: 2,
  'the year before last': -2,
  'two years ago': -2,
  'last year': -1,
  'this year': 0,
  'next year': 1,
}
const MONTHS_AWAY: Record<string, number> = { 上上: -2, 上: -1, 下: 1, last: -1, next: 1 }

/** Days that people date their orders by, as month and day; those that move with the moon or the week lie near enough for a rule. */
const FESTIVALS: Record<string, string> = {
  双十一: '11-11',
  双11: '11-11',
  双十二: '12-12',
  双12: '12-12',
  六一八: '06-18',
  618: '06-18',
  黑五: '11-27',
  圣诞节: '12-25',
  圣诞: '12-25',
  元旦: '01-01',
  春节: '02-10',
  国庆: '10-01',
  "singles' day": '11-11',
  'singles day': '11-11',
  'double eleven': '11-11',
  'double 11': '11-11',
  'black friday': '11-27',
  christmas: '12-25',
}
const either = (words: Record<string, string>, script: RegExp): string =>
  Object.keys(words)
    .filter((word) => script.test(word))
    .sort((a, b) => b.length - a.length)
    .join('|')
const FESTIVAL_ZH = `(?<festival>${either(FESTIVALS, /^[^a-z]/)})`
const FESTIVAL = `(?<festival>${either(FESTIVALS, /^[a-z]/)})`

/** Parts of a year: first and last month and day. */
const PARTS: Record<string, [string, string]> = {
  年初: ['01-01', '03-31'],
  初: ['01-01', '03-31'],
  early: ['01-01', '03-31'],
  'beginning of': ['01-01', '03-31'],
  'start of': ['01-01', '03-31'],
  上半年: ['01-01', '06-30'],
  'first half of': ['01-01', '06-30'],
  年中: ['04-01', '06-30'],
  mid: ['04-01', '06-30'],
  'middle of': ['04-01', '06-30'],
  下半年: ['07-01', '12-31'],
  'second half of': ['07-01', '12-31'],
  年底: ['12-01', '12-31'],
  年末: ['12-01', '12-31'],
  底: ['12-01', '12-31'],
  末: ['12-01', '12-31'],
  late: ['10-01', '12-31'],
  'end of': ['12-01', '12-31'],
  春: ['03-01', '05-31'],
  夏: ['06-01', '08-31'],
  秋: ['09-01', '11-30'],
  冬: ['12-01', '12-31'],
  spring: ['03-01', '05-31'],
  summer: ['06-01', '08-31'],
  autumn: ['09-01', '11-30'],
  fall: ['09-01', '11-30'],
  winter: ['12-01', '12-31'],
  一季度: ['01-01', '03-31'],
  二季度: ['04-01', '06-30'],
  三季度: ['07-01', '09-30'],
  四季度: ['10-01', '12-31'],
  q1: ['01-01', '03-31'],
  q2: ['04-01', '06-30'],
  q3: ['07-01', '09-30'],
  q4: ['10-01', '12-31'],
}
const PART_ZH = `第?(?<part>[一二三四]季度|年初|上半年|年中|下半年|年底|年末|[初底末]|[春夏秋冬](?=[天季]))`
const PART = `(?<part>q[1-4]|early|beginning of|start of|first half of|mid|middle of|second half of|late|end of|spring|summer|autumn|fall|winter)`

/** What a bare number like 2018 may not stand next to, lest it be an amount, the number of a document or of a system. */
const BARE = `(?<![\\w./¥$€£]|(?<!20\\d\\d)-|\\b(?:rmb|cny|usd|eur|no\\.?|over|under|above|below|than) |超过|低于|高于|花了|了)${YEAR}(?!\\w|[./]\\d|-\\d\\d?(?!\\d)|%| ?(?:元|块|多|个|件|瓶|盒|欧|美|日元|rmb|yuan|cny|usd|euros?|dollars?|pounds?|pieces|items|号))`

/** The forms in which people name a day or a stretch of days, the more exact first. */
const FORMS = [
  `(?<!\\d)${YEAR}(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<date>\\d{1,2})(?!\\d)`,
  `${YEAR_ZH}${MONTH_ZH}${DATE}[日号]`,
  `(?<![\\d.,])${DATE}${NTH}(?: of)? ${MONTH},? ${YEAR_EN}`,
  `\\b${MONTH} ${DATE}${NTH},?(?: of)? ${YEAR_EN}`,
  `${YEAR_ZH}${FESTIVAL_ZH}`,
  `${YEAR_EN} ${FESTIVAL}`,
  `${FESTIVAL},?(?: (?:in|of))? ${YEAR_EN}`,
  `${YEAR_ZH}${MONTH_ZH}(?:份)?`,
  `\\b${MONTH}(?: of)?,? ${YEAR_EN}`,
  `${YEAR_ZH}${PART_ZH}`,
  `\\b${PART}[ -](?:(?:of|in|the year) )*${YEAR_EN}`,
  `(?<![年\\d])${MONTH_ZH}${DATE}[日号]`,
  `(?<![\\d.,])${DATE}${NTH}(?: of)? ${MONTH}\\b`,
  `\\b${MONTH} ${DATE}${NTH}(?![\\d,.]*\\d)\\b`,
  `(?<!\\d)${YEAR}年`,
  `(?<!\\d)(?<short>[123]\\d)年(?=的?时候|那会|那时|当时|以前|之前|期间|底|[^前后内以]*那年)`,
  `(?<![\\d.])(?<ago>\\d|1\\d)年以?前`,
  `(?<!\\d)(?<ago>\\d|1\\d) years ago`,
  SAID_ZH,
  `\\b${SAID}\\b`,
  '(?<moon>上上?个?月|下个?月|本月|这个月|last month|this month|next month)',
  BARE,
].map((form) => new RegExp(form, 'g'))

/** Texts whose periods are remembered: several rules ask for those of the same one. */
const MOST_REMEMBERED = 4

/** The periods that a folded text names, in the order in which they stand; none within another. */
export const namedPeriods: (folded: string, today: Day) => readonly NamedPeriod[] = rememberingLast(
  MOST_REMEMBERED,
  (folded, today) => `${today} ${folded}`,
  periodsIn,
)

function periodsIn(folded: string, today: Day): readonly NamedPeriod[] {
  const found: NamedPeriod[] = []
  for (const form of FORMS)
    for (const match of matchesOf(folded, form)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (found.some((other) => start < other.end && other.start < end)) continue
      const days = daysOf(match.groups ?? {}, today)
      if (days) found.push({ ...days, start, end })
    }
  return found.sort((a, b) => a.start - b.start)
}

type Parts = Partial<
  Record<'year' | 'short' | 'said' | 'ago' | 'moon' | 'month' | 'date' | 'festival' | 'part', string>
>

const pad = (number: number): string => String(number).padStart(2, '0')

const lastOfMonth = (from: Day): Day =>
  new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)), 0)).toISOString().slice(0, 10)

function monthNumber(word: string): number {
  if (/^\d/.test(word)) return Number(word)
  return 1 + (/^[a-z]/.test(word) ? MONTHS.indexOf(word.slice(0, 3)) : CHINESE_MONTHS.indexOf(word))
}

function daysOf(
  { year, short, said, ago, moon, month, date, festival, part }: Parts,
  today: Day,
): Omit<NamedPeriod, 'start' | 'end'> | undefined {
  if (moon !== undefined) {
    const away = MONTHS_AWAY[/^(?:上上?|下|last|next)/.exec(moon)?.[0] ?? ''] ?? 0
    const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`)
    first.setUTCMonth(first.getUTCMonth() + away)
    const from = first.toISOString().slice(0, 10)
    return { from, to: lastOfMonth(from), grain: 'month', relative: true, yearless: false }
  }
  const current = Number(today.slice(0, 4))
  const back = said === undefined ? ago && -Number(ago) : AWAY[said]
  const relative = said !== undefined || ago !== undefined
  const named = short === undefined ? year : `20${short}`
  const yearless = !relative && named === undefined
  const its = named === undefined ? current + Number(back ?? 0) : Number(named)
  const more = { relative, yearless }
  if (festival !== undefined) {
    const on = `${its}-${FESTIVALS[festival]}`
    return { from: on, to: on, grain: 'day', ...more }
  }
  if (month !== undefined) {
    const first = `${its}-${pad(monthNumber(month))}-01`
    if (monthNumber(month) < 1 || monthNumber(month) > 12) return undefined
    const last = lastOfMonth(first)
    if (date === undefined) return { from: first, to: last, grain: 'month', ...more }
    const on = addDays(first, Number(date) - 1)
    return on > last ? undefined : { from: on, to: on, grain: 'day', ...more }
  }
  const [from, to] = PARTS[part ?? ''] ?? ['01-01', '12-31']
  return { from: `${its}-${from}`, to: `${its}-${to}`, grain: part === undefined ? 'year' : 'part', ...more }
}
