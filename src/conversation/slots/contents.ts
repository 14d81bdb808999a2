import { Big } from 'big.js'
import type { Content } from './mentions.ts'
import { numeral } from './numeral.ts'

type Measure = { unit: Content['unit']; factor: string }

const ml = (factor: string): Measure => ({ unit: 'ml', factor })
const g = (factor: string): Measure => ({ unit: 'g', factor })
const SHEET: Measure = { unit: 'sheet', factor: '1' }

/** The end of a unit: no other letter, but 50mlx2 goes on. */
const END = '(?![a-wyz]|x(?!\\s?\\d))'

/** Units of content as written, folded, and what they are in millilitres, grams or sheets. 斤 is the market pound of 500 g. */
const MEASURES: [forms: string, measure: Measure][] = [
  [`mls?${END}|毫升|cc${END}|millilit(?:er|re)s?\\b`, ml('1')],
  [`cl${END}|厘升`, ml('10')],
  [`公升|升(?![级值降])|l${END}|lit(?:er|re)s?\\b|ltr?s?\\b`, ml('1000')],
  [`fl\\.? ?oz${END}|fluid ounces?\\b`, ml('29.5735')],
  [`kgs?${END}|公斤|千克|kilos?\\b|kilograms?\\b`, g('1000')],
  [`克(?![拉莱什])|g${END}|gr\\b|grams?\\b|gm\\b`, g('1')],
  ['市?斤', g('500')],
  ['两(?=茶|装|的|$|\\s|重)', g('50')],
  [`oz${END}|ounces?\\b|盎司`, g('28.3495')],
  ['lbs?\\b|pounds?(?= of)|磅', g('453.592')],
  [
    '片装?(?![刻段])|贴(?![心纸])|张(?!身份|发票|清单|单|照|图|表|卡|信用|纸|券)|sheets?\\b(?! of paper)|patch(?:es)?\\b',
    SHEET,
  ],
]

const READERS = MEASURES.map(([forms, measure]) => ({ is: new RegExp(`^(?:${forms})`), measure }))
const UNIT = MEASURES.map(([forms]) => forms).join('|')
const NUMBER = '\\d{1,6}(?:\\.\\d{1,3})?|(?<![一二两三四五六七八九十百千])[一二两三四五六七八九十半]'
const FACTOR = '\\d{1,3}(?![\\d.])'
const TIMES = '\\s?[x×*✕]\\s?'

/** `50ml`, `2*50ml`, `50ml x 3`. */
export const CONTENT_PATTERN = new RegExp(
  `(?<![a-wyz\\d_.])(?<![a-z]x)(?:(?<first>${FACTOR})${TIMES})?(?<number>${NUMBER})\\s?-?(?<unit>${UNIT})(?:装)?(?:${TIMES}(?<then>${FACTOR}))?`,
  'gu',
)

/** The content a match of {@link CONTENT_PATTERN} states, and how many times. 半斤 is half of it. */
export function contentOf({
  groups = {},
}: RegExpExecArray): { content: Content; pieces: number | undefined } | undefined {
  const { first, number = '', unit = '', then } = groups
  const measure = READERS.find(({ is }) => is.test(unit))?.measure
  const said = number === '半' ? '0.5' : numeral(number)
  if (measure === undefined || said === undefined) return undefined
  const amount = new Big(said).times(measure.factor)
  // 一张 and 一片 say nothing about a pack.
  if (amount.lte('0') || (measure.unit === 'sheet' && number === '一')) return undefined
  const factor = first ?? then
  return { content: { amount, unit: measure.unit }, pieces: factor === undefined ? undefined : Number(factor) }
}
