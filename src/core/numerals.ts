const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }

/**
 * A number as people write it in Chinese: `两万六` is 26,000, `三千五` 3,500, `2万6` 26,000, `1.5万` 15,000, `两万零六` 20,006.
 * Undefined when the text is no such number.
 */
export function parseNumeral(text: string): number | undefined {
  if (text === '' || !/[\d〇零一二两三四五六七八九十百千]/u.test(text)) return undefined
  let total = 0
  let section = 0
  let pending: number | undefined
  let lastUnit = 1
  let afterZero = false
  for (const [token] of text.matchAll(/\d+(?:\.\d+)?|./gu)) {
    const unit = UNITS[token]
    if (unit === undefined) {
      const digit = DIGITS[token] ?? Number(token)
      if (Number.isNaN(digit)) return undefined
      if (pending !== undefined && pending !== 0) return undefined
      afterZero = token === '零' || token === '〇'
      pending = digit
      continue
    }
    if (unit >= 10_000) {
      total = (total + section + (pending ?? 0)) * unit
      section = 0
    } else section += (pending ?? 1) * unit
    pending = undefined
    lastUnit = unit
    afterZero = false
  }
  if (pending === undefined) return exact(total + section)
  // A last digit without a unit counts tenths of the unit before it: 两万六 = 2.6 万; after 零 it is itself.
  const zeroBefore = /[零〇]\d?.$/u.test(text)
  const tail =
    lastUnit === 1 || lastUnit === 10 || afterZero || zeroBefore || pending >= 10 ? pending : (pending * lastUnit) / 10
  return exact(total + section + tail)
}

/** Without the dust of binary fractions: `4.35百` is 435. */
const exact = (number: number): number => Number(number.toPrecision(15))

const GROUPED = /(?<![\d.])\d{1,3}(?:[,，]\d{3})+(?!\d)/g
const CHINESE =
  /(?<![双第〇零一二两三四五六七八九十百千万亿])(?:\d+(?:\.\d+)?|[〇零一二两三四五六七八九])?(?:[十百千万亿](?:\d+(?:\.\d+)?|[〇零一二两三四五六七八九])*)+/gu
const ANY_UNIT = /[十百千万亿]/
const THOUSANDS = /(?<![\w.])(\d+(?:\.\d+)?)\s?[kK](?![a-zA-Z])/g
const PLAIN_WORD = /^[十百千万亿]$|^[千百]万$|^万亿$/u
/** 一千一瓶 is a thousand for one bottle, 五千一定 five thousand and surely: the last 一 belongs to the word after it. */
const ONE_OF_NEXT =
  /^(?:个(?!月)|件|瓶|支|只|双|条|盒|罐|桶|袋|箱|台|部|套|款|片|对|副|把|张|枚|份|顶|本|听|提|组|樽|辆|床|斤|公斤|克|包|单|笔|次|趟|样|定|直|起|般|共|下|些|边|旦|并|律|口|年|天|人|家|位|杯|盏|枝|粒)/u
/** A year written digit by digit: `二〇一八年`. */
const YEAR = /(?<![〇零○一二三四五六七八九])[一二][〇零○一二三四五六七八九]{3}(?=年)/gu

/**
 * Writes every number of a text in plain digits, so that `26,000`, `2.6万`, `两万六` and `26k` become `26000`. Words that merely hold a
 * numeral (`万一`, `双十一`, `千万`) stay.
 */
export function foldNumbers(text: string): string {
  const grouped = text.replace(GROUPED, (number) => number.replace(/[,，]/g, ''))
  const years = text.includes('年')
    ? grouped.replace(YEAR, (year) => [...year].map((digit) => DIGITS[digit] ?? 0).join(''))
    : grouped
  const thousands = years.replace(THOUSANDS, (_, number: string) => String(Math.round(Number(number) * 1000)))
  // The pattern is tried at each place of a text, and most texts hold none of its units.
  return ANY_UNIT.test(thousands) ? thousands.replace(CHINESE, inDigits) : thousands
}

/** A numeral that stands at a place of a text in plain digits, or as it is where it is none. */
function inDigits(numeral: string, at: number, all: string): string {
  if (PLAIN_WORD.test(numeral) || (/^[十百千万][一二三四五六七八九]$/u.test(numeral) && numeral.startsWith('万')))
    return numeral
  const [whole, last] = [numeral.slice(0, -1), numeral.slice(-1)]
  // Nobody says 一千两 for 1,200.
  const isCount = last === '两' || (last === '一' && ONE_OF_NEXT.test(all.slice(at + numeral.length)))
  if (isCount && /[百千万亿\d一二三四五六七八九]$/u.test(whole) && !PLAIN_WORD.test(whole)) {
    const value = parseNumeral(whole)
    if (value !== undefined) return `${value}${last}`
  }
  const value = parseNumeral(numeral)
  if (value !== undefined) return String(value)
  // 一千二两双: the price, and the count that follows it.
  const before = ONE_OF_NEXT.test(all.slice(at + numeral.length)) ? parseNumeral(whole) : undefined
  return before === undefined ? numeral : `${before}${last}`
}
