import { foldAmounts } from './fold-amounts.ts'
import type { Finder, Mention } from './mentions.ts'

/** Words that announce a code, and what may stand between. */
const ANCHOR =
  '(?:\\bh\\.?s\\.?(?:\\s?codes?)?|\\bhts|\\bcn code|\\btariff (?:codes?|lines?|headings?)|\\b(?:sub)?headings?|\\bcommodity codes?|\\bcustoms codes?|税号|税则号列?|税则|海关编码|商品编码|商品编号|产品编码|编码|品目|子目)(?:\\s|号|码|是|为|系|[:：#=(]|is\\b|no\\.?|number\\b|of\\b){0,6}'
/** Four to ten digits, with the dots or blanks of the tariff. */
const LOOSE = '\\d{4}(?:[. ]?\\d{2}){0,3}(?![\\d]|\\.\\d)'
const AND = '(?:\\s?(?:和|与|跟|或|及|、|,|/|and\\b|or\\b)\\s?)'
const ANCHORED = new RegExp(`${ANCHOR}(?<codes>${LOOSE}(?:${AND}${LOOSE}){0,9})`, 'gu')
const ONE_CODE = new RegExp(LOOSE, 'gu')

/** A heading in brackets, 饰品（7117）, and one whose word follows, 2106的编码, 3304税号. */
const FOLLOWED =
  /(?<=[(（【[])\d{4}(?=[)）】\]])|(?<![\d.])\d{4}(?:\.?\d{2}){0,3}(?=\s?(?:的|这个|那个|开头的|这种)?\s?(?:编码|税号|税则|税目|品目|归类|章|code\b|heading\b|hs\b))/gu

/** Without a word before it: as the tariff prints it, or eight or ten digits that begin with a chapter and are no date and no money. */
const BARE =
  /(?<![\w.¥$€£\-/+])(?:\d{4}\.\d{2}\.\d{2}(?:\.?\d{2})?|\d{4}\.\d{4}|\d{8}(?:\d{2})?)(?![\d\w\-/]|\.\d|\s?(?:元|块|圆|蚊|万|人民币|日元|韩元|美元|刀|rmb|yuan|cny|usd))/gu
const CHAPTER = /^(?:0[1-9]|[1-8]\d|9[0-7])/
const NO_CHAPTER = /^77/
const DATE = /^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
/** Words before a number that make it somebody's number, not a tariff line. */
const SOMEBODYS =
  /(?:电话|手机|手机号|号码|单号|订单号?|运单号?|快递|卡号|账号|帐号|qq|微信|身份证|tel|phone|call|whatsapp|mobile|contact|order|tracking|waybill|account|id)(?:\s|号|码|是|为|no\.?|number|[:#]|me|at|is){0,6}$/

const digitsOf = (text: string) => text.replace(/\D/g, '')
const isChapter = (digits: string) => CHAPTER.test(digits) && !NO_CHAPTER.test(digits)

type Code = { start: number; end: number; digits: string }

function codesIn(folded: string): Code[] {
  if (!/\d/.test(folded)) return []
  const codes: Code[] = []
  for (const match of folded.matchAll(ANCHORED)) {
    const list = match.groups?.codes ?? ''
    const offset = match.index + match[0].length - list.length
    for (const one of list.matchAll(ONE_CODE))
      if (isChapter(digitsOf(one[0])))
        codes.push({ start: offset + one.index, end: offset + one.index + one[0].length, digits: digitsOf(one[0]) })
  }
  for (const match of folded.matchAll(FOLLOWED))
    if (
      isChapter(digitsOf(match[0])) &&
      !codes.some((code) => code.start < match.index + match[0].length && match.index < code.end)
    )
      codes.push({ start: match.index, end: match.index + match[0].length, digits: digitsOf(match[0]) })
  for (const match of folded.matchAll(BARE)) {
    const digits = digitsOf(match[0])
    const before = folded.slice(Math.max(0, match.index - 16), match.index)
    const end = match.index + match[0].length
    if (!isChapter(digits) || DATE.test(digits) || SOMEBODYS.test(before)) continue
    if (!codes.some((code) => code.start < end && match.index < code.end))
      codes.push({ start: match.index, end, digits })
  }
  return codes.toSorted((a, b) => a.start - b.start)
}

/** HS codes named in a folded text, digits only, in order, each once: four to ten digits beside a word that announces them or in brackets, eight or ten without. */
export const hsCodesIn = (folded: string): string[] => [...new Set(codesIn(folded).map(({ digits }) => digits))]

/** Takes HS codes out of the way of amounts. */
export const findHsCodes: Finder = (open): Mention[] =>
  codesIn(open).map(({ start, end }) => ({ start, end, kind: 'other' }))

/** {@link hsCodesIn} of a text as written. */
export const readHsCodes = (text: string): string[] => hsCodesIn(foldAmounts(text))
