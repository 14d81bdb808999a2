import { isCompactDate, isPostalItem } from './check-digits.ts'
import type { Token } from './fold.ts'
import { digitsOf, LINK, pattern, type Rule } from './rule.ts'

const NOT_IN_WORD = '(?<![A-Za-z0-9])'
const CARRIER =
  '(?:快递|快遞|运单|運單|物流|包裹|包裏|邮件|郵件|邮包|郵包|顺丰|順豐|圆通|圓通|中通|申通|韵达|韻達|极兔|極兔|京东|京東|菜鸟|菜鳥|德邦|邮政|郵政|dhl|ems|ups|fedex|usps|追踪|追蹤|跟踪|转运|轉運|提单|提單)'
const PARCEL_NUMBER =
  '(?:单号|單號|运单|運單|快递号|快遞號|物流号|包裹号|tracking(?: id)?|waybill|\\bawb|(?:parcel|shipment|package|consignment) (?:number|no|id|#))'
const ORDER_NUMBER =
  '(?:(?:订单|訂單) ?(?:号|號|编号|編號|id|[:#=])|交易号|交易號|\\border (?:number|no|id|#)|\\border ?[#:])'
/** Letters and digits, of which `accept` asks for enough digits; several in a row share one announcement. */
const NUMBER = '[A-Za-z]{0,6}\\d(?:-?[A-Za-z\\d]){5,29}'
const NUMBERS = `(?<secret>${NUMBER}(?: ?[、,/;&和及] ?${NUMBER}){0,9})(?![A-Za-z\\d])`

const PARCEL_ANYWHERE =
  /快递|快遞|(?<![订訂关關])[单單][号號]|运单|運單|物流|包裹|parcel|package|tracking|waybill|courier|shipment/i
const ORDER_ANYWHERE = /订单|訂單|交易号|\border\b/i
const CODE_ANYWHERE = /\bhs\b|hs ?code|税号|稅號|编码|編碼|条码|條碼|barcode|tariff/i

const enough = (least: number) => (match: RegExpExecArray) => digitsOf(match.groups?.secret ?? match[0]).length >= least

/** Whether a carrier's letters and pieces are one number, not a date and something else, nor codes of four digits in a row. */
function isOneNumber(pieces: string[]): boolean {
  if (digitsOf(pieces.join('')).length < 12 || pieces.some(isCompactDate)) return false
  return /\d/.test(pieces[0] ?? '') || pieces.slice(1).some(({ length }) => length !== 4)
}

/** Parcel numbers told by their shape: UPU S10, UPS, and the carriers' letters before a long number. */
export const PARCELS: Rule[] = [
  { token: 'parcel', pattern: pattern('i', `${NOT_IN_WORD}[A-Z]{2}\\d{9}[A-Z]{2}(?![A-Za-z0-9])`) },
  {
    token: 'parcel',
    pattern: pattern('', `${NOT_IN_WORD}[A-Z]{2}[ -]?\\d(?:[ -]?\\d){8}[ -]?[A-Z]{2}(?![A-Za-z0-9])`),
    accept: ([found]) => isPostalItem(digitsOf(found)),
  },
  { token: 'parcel', pattern: pattern('i', `${NOT_IN_WORD}1Z ?(?:[0-9A-Z] ?){6}(?:\\d ?){9}\\d(?![A-Za-z0-9])`) },
  {
    token: 'parcel',
    pattern: pattern(
      'i',
      `(?<![A-Za-z0-9]|[A-Za-z]-)(?:SF|YT|JT|JD[A-Z]{0,2}|ZTO?|STO|YTO|YD|DPK|DPL|LP|LBX|TBA|CNG|SPX|4PX)`,
      '(?:\\d{9,20}(?:[A-Z]{1,3})?|[ -]?\\d{3,12}(?:[ -]\\d{3,12}){0,5})(?![A-Za-z0-9])',
    ),
    accept: ([found]) => /^[^ -]*$/.test(found) || isOneNumber(found.split(/[ -]/)),
  },
  { token: 'parcel', pattern: pattern('i', `${NOT_IN_WORD}(?!HS)[A-Z]{1,5}\\d{12,24}[A-Z]{0,3}(?![A-Za-z0-9])`) },
]

/** Any run of fifteen digits and more, whatever it is: orders, declarations, transactions. Nothing asked about here is that long. */
export const LONG_NUMBERS: Rule[] = [
  {
    token: ({ input, index }) => whatWordsSay(input.slice(Math.max(0, index - 12), index)) ?? 'order',
    pattern: /(?<!\d)(?<!(?<!\d)0\.)\d{15,}/dg,
  },
]

/** An order's number is called 订单号, which holds the word for a parcel's. */
const whatWordsSay = (text: string): Token | undefined =>
  ORDER_ANYWHERE.test(text) ? 'order' : PARCEL_ANYWHERE.test(text) ? 'parcel' : undefined

/**
 * Parcel and order numbers told by the words before them. After a bare 订单, 快递 or "order" a number has to be longer than a tariff
 * code; and "to order" may be followed by a code with its appendix, thirteen digits.
 */
export const ANNOUNCED_PARCELS: Rule[] = [
  { token: 'order', pattern: pattern('i', `${ORDER_NUMBER}${LINK}${NUMBERS}`), accept: enough(6) },
  { token: 'order', pattern: pattern('i', `(?:订单|訂單)${LINK}${NUMBERS}`), accept: enough(11) },
  {
    token: 'order',
    pattern: pattern('i', `\\borders? ${NUMBERS}`),
    accept: (match) => enough(11)(match) && digitsOf(match.groups?.secret ?? '').length !== 13,
  },
  { token: 'order', pattern: /(?<!\d)\d{3}-\d{7}-\d{7}(?!\d)/dg },
  { token: 'parcel', pattern: pattern('i', `${PARCEL_NUMBER}${LINK}${NUMBERS}`), accept: enough(6) },
  { token: 'parcel', pattern: pattern('i', `${CARRIER}${LINK}${NUMBERS}`), accept: enough(11) },
]

/**
 * Numbers of eleven to fourteen digits in a text that speaks of a parcel or an order anywhere. Tariff codes have up to ten, with an
 * appendix thirteen: a text that speaks of codes keeps those.
 */
export const NUMBERS_OF_SOMETHING: Rule[] = [
  {
    token: ({ input }) => whatWordsSay(input) ?? 'order',
    pattern: /(?<![\dA-Za-z.,])\d{11,14}(?![\d.,]\d|\d)/dg,
    accept: ({ input, 0: { length } }) =>
      whatWordsSay(input) !== undefined &&
      (length !== 13 || (PARCEL_ANYWHERE.test(input) && !CODE_ANYWHERE.test(input))),
  },
]
