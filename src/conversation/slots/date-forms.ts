import { addDays, type Day } from '../../core/day.ts'
import { byMonths, dayOf, weekdayOf, withMonth, withYear } from './calendar-words.ts'
import { numeral } from './numeral.ts'

type Groups = Record<string, string | undefined>

/** One way of writing a day: the pattern, and the day it means. `around` is the text near it, which tells past from future. */
export type DateForm = {
  pattern: RegExp
  read: (groups: Groups, today: Day, around: string) => Day | undefined
}

const form = (parts: string[], read: DateForm['read']): DateForm => ({
  pattern: new RegExp(parts.join(''), 'gu'),
  read,
})

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

const YEAR = '(?<year>20[1-3]\\d)'
const MONTH = '(?<month>1[0-2]|0?[1-9]|[一二三四五六七八九十])'
const DAY = '(?<day>3[01]|[12]\\d|0?[1-9])'
const DAY_ZH = '(?<day>3[01]|[12]\\d|0?[1-9]|[一二三四五六七八九十])'
const MONTH_EN =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const ORDINAL = '(?:st|nd|rd|th)?'
const COUNT_ZH = '(?<!\\d)(?<count>\\d{1,3}|[一二两三四五六七八九十半])'
const HAPPENINGS = '放行|清关|通关|签收|收到|收货|到货|出口|离境|发货|下单|下的单|付款|报关|申报|退货'
const AGO_ZH = '(?:之|以)?前'

const monthOf = (word = ''): string => String(MONTHS.indexOf(word.slice(0, 3)) + 1)
const digits = (text: string | undefined): string | undefined => (text === undefined ? undefined : numeral(text))

function count(text = ''): number {
  if (/^an?$/.test(text)) return 1
  const word = SMALL.indexOf(text)
  return word >= 0 ? word : Number(numeral(text) ?? Number.NaN)
}

const ago = (today: Day, days: number): Day | undefined => (Number.isNaN(days) ? undefined : addDays(today, -days))

/** Years counted from this one. */
const YEARS: Record<string, number> = { 今: 0, 本: 0, 去: -1, 旧: -1, 前: -2, 明: 1 }
const yearOf = (word: string, today: Day): string => String(Number(today.slice(0, 4)) + (YEARS[word[0] ?? ''] ?? 0))

/** Days counted from today, Cantonese ones too. */
const DAYS: Record<string, number> = {
  大前天: -3,
  前天: -2,
  前日: -2,
  昨天: -1,
  昨日: -1,
  昨晚: -1,
  寻日: -1,
  琴日: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  听日: 1,
  后天: 2,
  后日: 2,
  'the day before yesterday': -2,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
  'the day after tomorrow': 2,
}

/** Days with a year, from any of which a date is certain. */
const EXACT: DateForm[] = [
  form(['(?<![\\d-])', YEAR, '(?<mark>[-/.])(?<month>1[0-2]|0?[1-9])\\k<mark>', DAY, '(?![\\d.]|-\\d)'], (on) =>
    dayOf(on.year, on.month, on.day),
  ),
  form(['(?<!\\d)', YEAR, '(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])(?!\\d|\\.\\d|\\s?[元块])'], (on) =>
    dayOf(on.year, on.month, on.day),
  ),
  form([YEAR, '\\s?年\\s?', MONTH, '\\s?月\\s?', DAY_ZH, '[日号]?(?!\\d)'], (on) =>
    dayOf(on.year, digits(on.month), digits(on.day)),
  ),
  form(['(?<!\\w)', DAY, ORDINAL, '\\s(?:of\\s)?', MONTH_EN, ',?\\s', YEAR, '(?!\\w)'], (on) =>
    dayOf(on.year, monthOf(on.month), on.day),
  ),
  form(['(?<!\\w)', MONTH_EN, '\\s', DAY, ORDINAL, ',?\\s', YEAR, '(?!\\w)'], (on) =>
    dayOf(on.year, monthOf(on.month), on.day),
  ),
  form(
    ['(?<!\\d)', YEAR, '年?(?:的|那年|那会儿?)?\\s?(?<name>双\\s?(?:十一|11|十二|12)|618)(?!\\d)'],
    ({ year, name = '' }) => dayOf(year, ...festival(name)),
  ),
  form(
    ["\\b(?<name>double[- ](?:11|12|eleven|twelve)|singles['’]? day)(?: sales?)?,? (?:of |in )?", YEAR, '(?!\\w)'],
    ({ year, name = '' }) => dayOf(year, ...festival(name.replace('twelve', '12'))),
  ),
  // 12/05/2026 is a day in May for some and in December for others; 25/12/2026 is not.
  form(
    ['(?<![\\d./-])(?<one>\\d{1,2})(?<mark>[/.-])(?<two>\\d{1,2})\\k<mark>', YEAR, '(?!\\d)'],
    ({ one, two, year }) =>
      Number(one) > 12 ? dayOf(year, two, one) : Number(two) > 12 || one === two ? dayOf(year, one, two) : undefined,
  ),
]

/** Shopping festivals, by the numbers in their names. */
const festival = (name: string): [month: string, day: string] =>
  /十二|12/.test(name) ? ['12', '12'] : name === '618' ? ['6', '18'] : ['11', '11']

/** Days without a year. */
const YEARLESS: DateForm[] = [
  form(
    ['(?:(?<which>[今本去旧前明])年的?\\s?)?(?<![\\d.])', MONTH, '\\s?月\\s?', DAY_ZH, '[日号](?!\\d)'],
    (on, today, around) =>
      on.which === undefined
        ? withYear(digits(on.month), digits(on.day), today, around)
        : dayOf(yearOf(on.which, today), digits(on.month), digits(on.day)),
  ),
  // 10.1放行, 3/15出口: a number with a point is a day only right before what happened on it.
  form(
    [
      '(?<![\\d.年/-])(?<month>1[0-2]|0?[1-9])[./-]',
      DAY,
      '[号日]?(?=\\s?[的就已才刚]?(?:放行|清关|通关|出口|离境|报关|签收))',
    ],
    ({ month, day }, today, around) => withYear(month, day, today, around),
  ),
  form(
    [
      '(?<=(?:放行|清关|通关|出口|离境)(?:日期?|时间)?(?:是|为|：|:|在)?\\s?)(?<month>1[0-2]|0?[1-9])[./-]',
      DAY,
      '(?![\\d.%]|\\s?(?:[元块万亿吨件箱美]|公斤|千克|kg|usd))',
    ],
    ({ month, day }, today, around) => withYear(month, day, today, around),
  ),
  form(['(?<which>上上|上|这|本|下)个?月的?\\s?', DAY_ZH, '[日号]'], ({ which = '', day }, today) => {
    const months: Record<string, number> = { 上上: -2, 上: -1, 下: 1 }
    const month = byMonths(`${today.slice(0, 7)}-01`, months[which] ?? 0)
    return dayOf(month?.slice(0, 4), month?.slice(5, 7), digits(day))
  }),
  form(['(?<!\\w)', DAY, ORDINAL, '\\s(?:of\\s)?', MONTH_EN, '(?!\\w)'], ({ day, month }, today, around) =>
    withYear(monthOf(month), day, today, around),
  ),
  form(
    ['(?<!\\w)', MONTH_EN, '\\s', DAY, ORDINAL, '(?!\\w|\\.\\d|,\\d|\\s?(?:yuan|rmb|bottles|pieces))'],
    ({ month, day }, today, around) => withYear(monthOf(month), day, today, around),
  ),
  // Only beside what happened on it: 10号放行, but not 5号香水.
  form([`(?<![\\d.第月])`, DAY, `号(?=\\s?[的就已才刚]?(?:${HAPPENINGS}))`], ({ day }, today, around) =>
    withMonth(day, today, around),
  ),
  form([`(?<=(?:${HAPPENINGS})[的日期时间是于在了]{0,4})`, DAY, '号(?!公告|文|令)'], ({ day }, today, around) =>
    withMonth(day, today, around),
  ),
  form(
    [
      '(?<which>[今去前])年的?(?<name>双十一|双11|双十二|双12|618)|(?<name>双十一|双11|双十二|双12|618)(?=当天|那天|的?时候|期间|大促|活动|买|下|付款|囤|发货|出口)',
    ],
    ({ which, name = '' }, today) => {
      const [month, day] = festival(name)
      return which === undefined ? withYear(month, day, today, '了') : dayOf(yearOf(which, today), month, day)
    },
  ),
]

/** Days counted from today. */
const RELATIVE: DateForm[] = [
  form(
    [
      `(?<name>${Object.keys(DAYS)
        .toSorted((a, b) => b.length - a.length)
        .join('|')})(?![a-z])`,
    ],
    ({ name }, today) => addDays(today, DAYS[name ?? ''] ?? 0),
  ),
  form(['(?<which>上上|上|这|本|下)?个?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])'], (on, today, around) =>
    weekdayOf('日一二三四五六'.indexOf((on.weekday ?? '').replace('天', '日')), on.which ?? '', today, around),
  ),
  form(
    [`\\b(?<which>last|this|next|on)\\s(?<weekday>${WEEKDAYS.join('|')})\\b`],
    ({ which = '', weekday = '' }, today, around) =>
      weekdayOf(WEEKDAYS.indexOf(weekday), which === 'on' ? '' : which, today, around),
  ),
  form(['(?<!提前|至少)', COUNT_ZH, '\\s?[天日]', AGO_ZH], (on, today) => ago(today, count(on.count))),
  form([COUNT_ZH, '\\s?个?(?:周|星期|礼拜)', AGO_ZH], (on, today) => ago(today, 7 * count(on.count))),
  form([COUNT_ZH, '\\s?个月', AGO_ZH], (on, today) =>
    on.count === '半' ? ago(today, 15) : byMonths(today, -count(on.count)),
  ),
  form([`\\b(?<count>\\d{1,3}|an?|${SMALL.slice(1).join('|')})\\s(?<unit>day|week|month)s?\\sago\\b`], (on, today) =>
    on.unit === 'month'
      ? byMonths(today, -count(on.count))
      : ago(today, (on.unit === 'week' ? 7 : 1) * count(on.count)),
  ),
]

/** All ways, the surest first. */
export const DATE_FORMS: DateForm[] = [...EXACT, ...YEARLESS, ...RELATIVE]
