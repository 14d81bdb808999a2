import { createRequire } from 'node:module'
import { isCompactDate } from './check-digits.ts'
import { digitsOf, type Finder, GAP, LINK, pattern, type Rule, type Span } from './rule.ts'

/** The ways people break up eleven digits, by the length of the pieces. */
const MOBILE_PIECES = new Set(['11', '3,4,4', '3,8'])
/** Others, which with blanks between them would be amounts in a row. */
const HYPHENATED_PIECES = new Set(['3,3,5', '3,5,3', '4,4,3', '4,3,4', '7,4'])

/** What makes 86 and eleven digits a tariff code with its appendix. */
const CODE = /(?:\bh\.?s|code|税号|稅號|编码|編碼)[^\d]{0,4}$/i

/** What makes three numbers with blanks between them amounts. */
const AMOUNT_ENDS = /^ ?(?:元|块|塊|圆|圓|美元|rmb|cny|usd|yuan)(?! ?\d)/i

/** Mobile numbers of mainland China, with or without the country's code, in one piece or as people break them up. */
export const MOBILES: Rule[] = [
  {
    token: 'phone',
    pattern: pattern(
      '',
      `(?<!\\d)(?<country>(?:(?:\\+|00) ?86|\\(\\+?86\\))${GAP}{0,2}|(?<!\\d\\.)86-?)?`,
      `(?<number>1${GAP}?[3-9](?:${GAP}{0,2}\\d){9})(?!\\d)`,
    ),
    accept: (match) => {
      const { input, index, groups = {} } = match
      const { country, number = '' } = groups
      if (country === '86' && CODE.test(input.slice(Math.max(0, index - 12), index))) return false
      const pieces = number.replaceAll('\u200B', '').split(/\D+/)
      const lengths = pieces.map(({ length }) => length)
      if (lengths.every((length) => length <= 2)) return true
      const usual =
        MOBILE_PIECES.has(lengths.join()) || (HYPHENATED_PIECES.has(lengths.join()) && !number.includes(' '))
      if (!country && number.includes(' ') && AMOUNT_ENDS.test(input.slice(index + match[0].length))) return false
      return usual && !pieces.some(isCompactDate) && !/^19\d\d$/.test(pieces[0] ?? '')
    },
  },
]

/** Loaded where a text holds what may be dialled so: the numbering plans of the world take some megabytes. */
const loadPhoneNumbers = () =>
  createRequire(import.meta.url)('libphonenumber-js/max') as typeof import('libphonenumber-js/max')

/** What libphonenumber finds, if it is dialled in a way that nothing else is written; bare numbers are tariff codes as often as not. */
const dialled =
  (prefix: RegExp, isDialled: (found: string) => boolean): Finder =>
  (text) => {
    if (!prefix.test(text)) return []
    const { findPhoneNumbersInText } = loadPhoneNumbers()
    // After a comma it would take the next number for an extension.
    return findPhoneNumbersInText(text.replace(/[,;]/g, '|'), 'CN').flatMap(({ startsAt, endsAt: end }): Span[] => {
      const opens = text[startsAt] === '(' && !text.slice(startsAt, end).includes(')')
      const start = opens ? startsAt + 1 : startsAt
      return isDialled(text.slice(start, end)) ? [{ start, end, token: 'phone' }] : []
    })
  }

/** Numbers of any country with `+` or `00`. */
export const INTERNATIONAL: Finder = dialled(/(?:\+|00)(?:\D{0,2}\d){6}/, (found) => /^\(?(?:\+|00)/.test(found))

/** Numbers with the `0` of a Chinese area code. Tariff codes that begin with 0 have ten digits, these at least eleven. */
export const AREA: Finder = dialled(
  /0(?:\D{0,2}\d){10}/,
  (found) => /^\(?0/.test(found) && digitsOf(found).length >= 11,
)

const PHONE_WORDS =
  '(?:电话|電話|手机号|手機號|手机(?=[是:])|手機(?=[是係:])|联系方式|聯絡方式|聯繫方式|座机|座機|传真|\\btel(?:ephone)?\\b|\\b(?:mobile|cell|contact)(?: phone)?(?= ?(?:number|no|is|:))|\\bphone(?= ?(?:number|no|is|:))|\\bcall me(?: at| on)?|whats ?app|\\bfax)'

/** With the code of Hong Kong, Macao or Taiwan, with or without plus. */
export const REGIONAL: Rule[] = [
  {
    token: 'phone',
    pattern: pattern('', `(?<!\\d)(?:\\(\\+?85[23]\\)|\\+?85[23])${GAP}{0,2}[235689]\\d{3}${GAP}?\\d{4}(?!\\d)`),
  },
  {
    token: 'phone',
    pattern: pattern(
      '',
      `(?<!\\d)(?:(?:\\(\\+?886\\)|\\+886)${GAP}{0,2}0?|886-?)9\\d{2}${GAP}?\\d{3}${GAP}?\\d{3}(?!\\d)`,
    ),
  },
]

/** As written on the mainland, in Taiwan and in America, assigned or not, or announced by a word. */
export const OTHER_PHONES: Rule[] = [
  { token: 'phone', pattern: /(?<!\d)(?:\(0(?:10|2\d|[3-9]\d\d)\) ?|0(?:10|2\d|[3-9]\d\d)[ -])\d{7,8}(?!\d)/dg },
  {
    token: 'phone',
    // In one piece it may be of chapter 9 of the tariff: coffee, tea, spices.
    pattern: /(?<!\d)09\d{8}(?!\d)/dg,
    accept: ({ input }) => /手机号|手機|电话|電話|(?:phone|mobile) n(?:o|umber)|\bcall me\b|\btel\b/i.test(input),
  },
  { token: 'phone', pattern: /(?<!\d)09\d{2}[ -]\d{3}[ -]\d{3}(?!\d)/dg },
  { token: 'phone', pattern: /(?<!\d)(?:\(\d{3}\) ?\d{3}[-. ]\d{4}|\d{3}-\d{3}-\d{4})(?!\d)/dg },
  {
    token: 'phone',
    pattern: pattern(
      'i',
      `${PHONE_WORDS}${LINK}(?<secret>(?:\\(\\+?\\d{1,4}\\)|\\+?\\d)(?:[ \\-().·\\u200B]{0,2}\\d){6,14})(?!\\d)`,
    ),
  },
]
