import { isCompactDate, isHongKongId, isResidentId, isTaiwanId } from './check-digits.ts'
import { digitsOf, GAP, LINK, pattern, type Rule } from './rule.ts'

const NOT_IN_WORD = '(?<![A-Za-z0-9])'
const WORD_ENDS = '(?![A-Za-z0-9])'
const IDENTITY_WORDS = '(?:身份证|身分证|身份證|身分證|证件|證件|\\bid(?: card)?)'

/** Whether the pieces of a number belong together: one kind of gap, and single digits only throughout or as the last piece. */
function isOneNumber(found: string): boolean {
  const gaps = new Set(found.match(/[^\dX]+/gi))
  const lengths = found.split(/[^\dX]+/i).map(({ length }) => length)
  return gaps.size === 1 && (lengths.every((length) => length === 1) || !lengths.slice(0, -1).includes(1))
}

/** Identity numbers of mainland China: 18 characters with their check digit, in one piece or with gaps; 15 when announced. */
export const RESIDENT_IDS: Rule[] = [
  {
    token: 'id',
    pattern: pattern('i', `(?<!\\d)[1-9](?:${GAP}{0,3}\\d){16}${GAP}{0,3}[\\dX](?!\\d)`),
    accept: ([found]) => {
      const id = found.replace(/[^\dX]/gi, '')
      return isResidentId(id) && (id.length === found.length || (isCompactDate(id.slice(6, 14)) && isOneNumber(found)))
    },
  },
  {
    token: 'id',
    pattern: pattern('i', `${IDENTITY_WORDS}${LINK}(?<secret>\\d(?:${GAP}{0,2}\\d){13,16}${GAP}{0,2}[\\dX])(?!\\d)`),
    accept: (match) => {
      const { length } = (match.groups?.secret ?? '').replace(/[^\dX]/gi, '')
      return length === 15 || length >= 17
    },
  },
]

/** Identity cards of Hong Kong, Macao and Taiwan. */
export const OTHER_IDS: Rule[] = [
  {
    token: 'id',
    pattern: pattern('i', `${NOT_IN_WORD}(?!HS)([A-Z]{1,2}) ?(\\d{6}) ?(?:\\( ?([\\dA]) ?\\)|-?([\\dA])${WORD_ENDS})`),
    accept: ([, letters = '', digits = '', inBrackets, bare = '']) =>
      isHongKongId(letters, digits, inBrackets ?? bare) && (inBrackets !== undefined || /^[A-Z]+$/.test(letters)),
  },
  {
    token: 'id',
    pattern: pattern('i', `${IDENTITY_WORDS}${LINK}(?<secret>[A-Z]{1,2} ?\\d{6} ?\\(?[\\dA]\\)?)(?![A-Za-z0-9])`),
  },
  {
    token: 'id',
    pattern: pattern('', '(?<![\\d.,])[157]\\d{6} ?\\(\\d\\)'),
    accept: ({ input }) => /澳门|澳門|maca[ou]|身份|\bid\b/i.test(input),
  },
  {
    token: 'id',
    pattern: pattern('i', `${NOT_IN_WORD}[A-Z][1289]\\d{8}${WORD_ENDS}`),
    accept: ([id]) => isTaiwanId(id),
  },
]

/**
 * Permits and passports. Bare: home-return permits (H or M with 8 or 10 digits), permits to Hong Kong and Macao (C), passports of the
 * mainland (E, G, P, D, S), Hong Kong (K) and Macao (MA). Any other shape counts when it is announced.
 */
export const TRAVEL_DOCUMENTS: Rule[] = [
  {
    token: 'permit',
    pattern: pattern(
      'i',
      '(?:通行证|通行證|回乡证|回鄉證|台胞证|臺胞證|台胞證|台湾居民来往大陆|\\bpermit|\\bmtp)',
      LINK,
      '(?<secret>[A-Z]{0,2}\\d{7,10}(?: ?\\([A-Z\\d]{1,2}\\))?)',
      WORD_ENDS,
    ),
  },
  {
    token: 'passport',
    pattern: pattern('i', `(?:护照|護照|\\bpassport)${LINK}(?<secret>[A-Z]{0,3}\\d{6,10}[A-Z]?)${WORD_ENDS}`),
  },
  {
    token: 'permit',
    pattern: pattern('i', `${NOT_IN_WORD}(?:[HM]\\d{8}(?:\\d{2})?|C\\d{8}|C[A-Z]\\d{7})${WORD_ENDS}`),
  },
  {
    token: 'passport',
    pattern: pattern(
      'i',
      `${NOT_IN_WORD}(?:[EGK]\\d{8}|E[A-HJ-NP-Z]\\d{7}|(?:[DSP]E|KJ|MA)\\d{7}|[PDS]\\d{7,8})${WORD_ENDS}`,
    ),
    accept: ([found]) => !isCompactDate(digitsOf(found)),
  },
]
