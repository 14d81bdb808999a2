import type { TestQuestion } from './questions.ts'

/** What a right reply has to get right above all. */
export const SUBSTANCES = ['rate', 'date', 'amount', 'prohibition', 'other'] as const
export type Substance = (typeof SUBSTANCES)[number]

const SIGNS: [Substance, RegExp][] = [
  ['rate', /[%％]|百分/u],
  ['date', /20[12]\d|年|月|\bdays?\b|天内|工作日|january|december|april/iu],
  ['amount', /\d\{3\}|\d{3,}|万|千/u],
  ['prohibition', /不能|不可|不得|禁止|\\bnot\\b|cannot/u],
]

/** What a test question is about, by its patterns: a rate, a date or period, an amount, whether something may be done. */
export const substanceOf = ({ must }: Pick<TestQuestion, 'must'>): Substance =>
  SIGNS.find(([, sign]) => must.some((pattern) => sign.test(pattern)))?.[0] ?? 'other'
