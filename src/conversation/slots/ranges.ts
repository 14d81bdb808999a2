import { foldNumbers } from './fold-amounts.ts'

/** A message with a range of amounts, told once with the lower and once with the higher end. */
export type Ends = { low: string; high: string; from: string; to: string }

const UNIT = '\\s?(?:元|块钱?|蚊|圆|yuan\\b|rmb\\b|cny\\b|kuai\\b)?'
/** Numbers of something else than money: days, weights, sizes, dates, telephone numbers. */
const NO_MONEY =
  '(?!\\d|\\.\\d|[\\-/]\\d|\\s?(?:%|ml|毫升|g\\b|kg|克|片|张|天|日|个?(?:月|工作|小时|人)|岁|号|年|周|单|次|位|倍|寸|码|斤|件|个|瓶|支|hours?|days?|weeks?|months?|years?|pcs|pieces))'
const RANGE = new RegExp(
  `(?<![\\w.\\-/])(?:(?<=\\bbetween )|)(?:¥|rmb )?(?<from>\\d{2,6}(?:\\.\\d\\d?)?)${UNIT}\\s?(?:[-~–—]|到|至|\\bto\\b|(?<=\\bbetween [^]{1,16})\\band\\b)\\s?(?:¥|rmb )?(?<to>\\d{2,6}(?:\\.\\d\\d?)?)${NO_MONEY}`,
  'u',
)

/** The two ends of the first range of amounts in a message, if there is one: 2000到3000, 2k-3k, between 500 and 800 yuan. */
export function endsOf(text: string): Ends | undefined {
  const folded = foldNumbers(text)
  const range = RANGE.exec(folded)
  const { from, to } = range?.groups ?? {}
  if (!range || from === undefined || to === undefined || Number(from) >= Number(to)) return undefined
  const before = folded.slice(0, range.index).replace(/\bbetween $/u, '')
  const told = (end: string) => `${before}${end}${folded.slice(range.index + range[0].length)}`
  return { low: told(from), high: told(to), from, to }
}
