import type { Estimate } from '../disclosure/count.ts'
import type { Ratio } from '../trends/rate-ratio.ts'

/** Published numbers of one week: what a campaign was about, and what it was not. */
export type WeekPair = { touched: Estimate; untouched: Estimate }

/** What a comparison says: fewer, more, no clear change, or too little to tell. */
export const VERDICTS = ['fewer', 'more', 'open', 'few-weeks', 'few'] as const
export type Verdict = (typeof VERDICTS)[number]

/** The effect as a ratio: what was touched, after against before, over what was not touched, after against before. 1 is no effect. */
export type Difference = { verdict: Verdict; effect: Ratio | undefined }

/** Weeks that are needed on either side. */
export const FEWEST_WEEKS = 4
/** Questions that are needed in each of the four sums. */
const FEWEST = 30

/**
 * Difference in differences on the logarithmic scale. What is touched, as a part of touched and untouched together, is taken for binomial in each week with one
 * share before and one after; the ratio of their odds is the effect, because whatever moves all questions alike (a season, a holiday, a new channel) falls out of
 * it. Weeks vary by more than chance: the variance is scaled by Pearson's χ² over its degrees of freedom, at least 1 (quasi-likelihood, McCullagh and Nelder, Generalized
 * Linear Models, 1989, section 4.5), blurring adds its own, and the interval is that of Student's t with weeks − 2 degrees of freedom, 99 %.
 */
export function difference(before: readonly WeekPair[], after: readonly WeekPair[]): Difference {
  if (before.length < FEWEST_WEEKS || after.length < FEWEST_WEEKS) return { verdict: 'few-weeks', effect: undefined }
  const sums = [before, after].map((weeks) => ({
    touched: added(weeks.map(({ touched }) => touched)),
    untouched: added(weeks.map(({ untouched }) => untouched)),
  }))
  const [then, since] = sums as [(typeof sums)[0], (typeof sums)[0]]
  const cells = [since.touched, then.untouched, then.touched, since.untouched]
  if (cells.some(({ mean }) => mean < FEWEST)) return { verdict: 'few', effect: undefined }
  const freedom = before.length + after.length - 2
  const pearson = pearsonOf(before, then) + pearsonOf(after, since)
  const dispersion = Math.max(1, pearson / freedom)
  const variance = cells.reduce((all, { mean, variance: blurred }) => all + dispersion / mean + blurred / mean ** 2, 0)
  const middle = (since.touched.mean / since.untouched.mean) * (then.untouched.mean / then.touched.mean)
  const spread = Math.exp(student(freedom) * Math.sqrt(variance))
  const effect = { low: middle / spread, middle, high: middle * spread }
  return { verdict: effect.high < 1 ? 'fewer' : effect.low > 1 ? 'more' : 'open', effect }
}

const added = (parts: readonly Estimate[]): Estimate => ({
  mean: parts.reduce((all, { mean }) => all + mean, 0),
  variance: parts.reduce((all, { variance }) => all + variance, 0),
})

/** Pearson's χ² of weeks against one common share. */
function pearsonOf(weeks: readonly WeekPair[], { touched, untouched }: WeekPair): number {
  const share = touched.mean / (touched.mean + untouched.mean)
  return weeks.reduce((all, week) => {
    const size = week.touched.mean + week.untouched.mean
    const expected = size * share
    return size === 0 ? all : all + (week.touched.mean - expected) ** 2 / (expected * (1 - share))
  }, 0)
}

/** The 99.5 % point of the normal distribution. */
const NORMAL = 2.5758

/** The 99.5 % point of Student's t, by the expansion of Abramowitz and Stegun, 26.7.5; within 0.5 % from six degrees of freedom on. */
export function student(freedom: number): number {
  const x = NORMAL
  const terms = [
    (x ** 3 + x) / 4,
    (5 * x ** 5 + 16 * x ** 3 + 3 * x) / 96,
    (3 * x ** 7 + 19 * x ** 5 + 17 * x ** 3 - 15 * x) / 384,
    (79 * x ** 9 + 776 * x ** 7 + 1482 * x ** 5 - 1920 * x ** 3 - 945 * x) / 92160,
  ]
  return terms.reduce((all, term, index) => all + term / freedom ** (index + 1), x)
}
