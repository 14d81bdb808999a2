import { isLuhn } from './check-digits.ts'
import { digitsOf, LINK, pattern, type Rule } from './rule.ts'

/** How card numbers begin: Visa, Mastercard, UnionPay, JCB, American Express, Diners, Discover. */
const ISSUER = /^(?:4|5[1-5]|2[2-7]|62|60|65|81|35|3[4678])/

/** Bank cards, told by the Luhn digit, so that no date and no tariff code is taken for one. */
export const CARDS: Rule[] = [
  { token: 'card', pattern: /(?<!\d)[2-9]\d{14,18}(?!\d)/dg, accept: ([digits]) => isCard(digits) },
  {
    token: 'card',
    pattern: /(?<!\d)\d{4}([ \-.])(?:\d{4}\1\d{4}\1\d{4,7}|\d{4}\1\d{4}\1\d{4}\1\d{1,3}|\d{6}\1\d{5})(?!\d)/dg,
    accept: ([found]) => ISSUER.test(found) && isLuhn(digitsOf(found)) && !/^(?:(?:19|20)\d\d[ -]?)+$/.test(found),
  },
  {
    token: 'card',
    pattern: /(?<!\d)\d{6}[ -]\d{13}(?!\d)/dg,
    accept: ([found]) => ISSUER.test(found) && isLuhn(digitsOf(found)),
  },
]

/** Shorter or mistyped card numbers, where a word announces them. */
export const ANNOUNCED_CARDS: Rule[] = [
  {
    token: 'card',
    pattern: pattern(
      'i',
      '(?:银行卡|銀行卡|信用卡|储蓄卡|儲蓄卡|借记卡|卡号|卡號|银行账号|银行帐号|账号|帳號|\\bcard(?: number| no\\.?)?|\\baccount number)',
      LINK,
      '(?<secret>\\d(?:[ -]{0,2}\\d){11,18})(?!\\d)',
    ),
  },
]

const isCard = (digits: string) => isLuhn(digits) && (digits.length > 15 || /^3[47]/.test(digits))
