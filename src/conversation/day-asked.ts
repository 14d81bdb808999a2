import { addDays, type Day } from '../core/day.ts'
import { fold } from '../search/fold.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const YEAR = '(20[1-3]\\d)'
const SEASONS: Record<string, string> = {
  spring: '04-01',
  summer: '07-01',
  autumn: '10-01',
  fall: '10-01',
  winter: '12-15',
  春: '04-01',
  夏: '07-01',
  秋: '10-01',
  冬: '12-15',
}

/** A named shopping day, as month and day; people date their orders by these. */
const FESTIVALS: Record<string, string> = {
  双十一: '11-11',
  双11: '11-11',
  双十二: '12-12',
  双12: '12-12',
  六一八: '06-18',
  618: '06-18',
  黑五: '11-27',
  元旦: '01-01',
  国庆: '10-01',
}

/** Words that make a year the name of a document, a list or a change, not the day of the rule asked about. */
const NAMES_A_TEXT =
  /公告|\d号|号文|版|清单|名单|文件|通知|还有效|有效吗|废止|哪一?年|announcement|notice|no\.|list|version|edition|valid|law|still/

const pad = (number: string | number): string => String(number).padStart(2, '0')
const lastOfMonth = (year: string, month: string | number): Day =>
  new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
const monthNumber = (word: string): number => MONTHS.indexOf(word.slice(0, 3)) + 1

/** A reader of one form of date: the pattern and the day it means. */
type Form = [RegExp, (match: string[], today: Day) => Day | undefined]

const FORMS: Form[] = [
  // before 2019, 2019年以前, 2024年12月之前, before december 2024, before 1 july 2024
  [
    new RegExp(`(?:before|until|prior to)\\s+(\\d{1,2})\\s+${MONTH}\\s+${YEAR}`),
    ([, d, m, y]) => addDays(`${y}-${pad(monthNumber(m ?? ''))}-${pad(d ?? 1)}`, -1),
  ],
  [
    new RegExp(`(?:before|until|prior to)\\s+${MONTH}\\s+${YEAR}`),
    ([, m, y]) => addDays(`${y}-${pad(monthNumber(m ?? ''))}-01`, -1),
  ],
  [new RegExp(`(?:before|until|prior to)\\s+${YEAR}`), ([, y]) => `${Number(y) - 1}-12-31`],
  [
    new RegExp(`${YEAR}年(\\d{1,2})月(\\d{1,2})[日号]?(?:以前|之前|前)`),
    ([, y, m, d]) => addDays(`${y}-${pad(m ?? 1)}-${pad(d ?? 1)}`, -1),
  ],
  [new RegExp(`${YEAR}年(\\d{1,2})月(?:份)?(?:以前|之前|前)`), ([, y, m]) => addDays(`${y}-${pad(m ?? 1)}-01`, -1)],
  [new RegExp(`${YEAR}年?(?:以前|之前|前)`), ([, y]) => `${Number(y) - 1}-12-31`],
  // exact days
  [new RegExp(`(?:on|as of|since|from|after)?\\s*${YEAR}-(\\d{2})-(\\d{2})`), ([, y, m, d]) => `${y}-${m}-${d}`],
  [
    new RegExp(`${YEAR}年(\\d{1,2})月(\\d{1,2})[日号](?!以后|之后|起)`),
    ([, y, m, d]) => `${y}-${pad(m ?? 1)}-${pad(d ?? 1)}`,
  ],
  [
    new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+${YEAR}`),
    ([, d, m, y]) => `${y}-${pad(monthNumber(m ?? ''))}-${pad(d ?? 1)}`,
  ],
  [
    new RegExp(`${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${YEAR}`),
    ([, m, d, y]) => `${y}-${pad(monthNumber(m ?? ''))}-${pad(d ?? 1)}`,
  ],
  // last year's shopping festival, last year, next year
  [
    /(去年|前年)的?(双十一|双11|双十二|双12|六一八|618|黑五|元旦|国庆)/,
    ([, when, what], today) => `${Number(today.slice(0, 4)) - (when === '去年' ? 1 : 2)}-${FESTIVALS[what ?? '']}`,
  ],
  [/去年|last year/, (_, today) => `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`],
  [/前年|two years ago/, (_, today) => `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`],
  [/明年|next year/, (_, today) => `${Number(today.slice(0, 4)) + 1}-01-01`],
  // seasons and months of a year
  [
    new RegExp(`(?:in\\s+)?(spring|summer|autumn|fall|winter)\\s+(?:of\\s+)?${YEAR}`),
    ([, season, y]) => `${y}-${SEASONS[season ?? '']}`,
  ],
  [new RegExp(`${YEAR}年?的?([春夏秋冬])(?:天|季)?`), ([, y, season]) => `${y}-${SEASONS[season ?? '']}`],
  [new RegExp(`in\\s+${MONTH}\\s+${YEAR}`), ([, m, y]) => lastOfMonth(y ?? '', monthNumber(m ?? ''))],
  [
    new RegExp(`${YEAR}年(\\d{1,2})月(?:份)?(?:的时候|那会|那时|当时|期间|时)`),
    ([, y, m]) => lastOfMonth(y ?? '', m ?? 1),
  ],
  // a bare year with a word that makes it a time
  [new RegExp(`${YEAR}年?(?:的时候|那会儿?|那时候?|当时|期间|那年|年底|底)`), ([, y]) => `${y}-12-31`],
  [new RegExp(`(?:back in|in|during)\\s+${YEAR}(?!\\s*(?:version|list))`), ([, y]) => `${y}-12-31`],
  [new RegExp(`^\\D{0,4}${YEAR}年(?!\\d)`), ([, y]) => `${y}-12-31`],
]

/**
 * The day whose rules a question asks about, read from its words; undefined when it names none. A past year means its last day, a coming
 * one its first; the current year means today. A year that belongs to the name of a document is no day.
 */
export function dayAsked(text: string, today: Day): Day | undefined {
  const folded = fold(text)
  const names = NAMES_A_TEXT.test(folded)
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(folded)
    if (!match) continue
    const relative = !/20\d\d/.test(match[0])
    if (names && !relative && !/(?:before|until|prior|以前|之前|的时候|那会|那时|当时)/.test(match[0])) continue
    // Goods dated by their shipment (2025年10月出口的货) are the subject, not the day of the rule.
    if (/月(?:份)?(?:出口|进口|发|买|下单|报关)/.test(folded)) continue
    const on = read([...match], today)
    if (on === undefined || Number.isNaN(Date.parse(on)) || on < '2010-01-01' || on > '2040-12-31') continue
    const [year, current] = [on.slice(0, 4), today.slice(0, 4)]
    if (year === current && !/\d{1,2}[日号]|-\d{2}-|\d\s*(?:st|nd|rd|th)?\s*(?:of\s+)?[a-z]{3,9}|前/.test(match[0]))
      return undefined
    return year > current && on.endsWith('-12-31') ? `${year}-01-01` : on
  }
  return undefined
}
