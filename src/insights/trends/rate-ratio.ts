import type { Estimate } from '../disclosure/count.ts'

/** How many times as many, with the interval that holds the true ratio in 99 cases of 100. */
export type Ratio = { low: number; middle: number; high: number }

/** Below this, a number is too small to be compared with another. */
const FEWEST = 20

/**
 * Standard errors on either side of an estimate: 99 %, not 95 %, because dozens of topics are judged at a time and one in twenty would be called rising for
 * no reason.
 */
const WIDTH = 2.576

/**
 * The ratio of two counts on the logarithmic scale: counts vary as Poisson or more (`dispersion` is the variance over the mean), and the numbers
 * have been blurred besides. The delta method: var(log x) ≈ var(x) / x².
 * @returns undefined when either is too small to tell
 */
export function rateRatio(now: Estimate, before: Estimate, { dispersion = 1, scale = 1 } = {}): Ratio | undefined {
  if (now.mean < FEWEST || before.mean < FEWEST) return undefined
  return ratioOf(
    { mean: now.mean, variance: dispersion * now.mean + now.variance },
    { mean: before.mean * scale, variance: (dispersion * before.mean + before.variance) * scale ** 2 },
  )
}

/**
 * The ratio of two quantities whose whole variance is known.
 * @returns undefined when either is too small to tell
 */
export function ratioOf(one: Estimate, other: Estimate): Ratio | undefined {
  if (one.mean < FEWEST || other.mean < FEWEST) return undefined
  const middle = one.mean / other.mean
  const spread = Math.exp(WIDTH * Math.sqrt(one.variance / one.mean ** 2 + other.variance / other.mean ** 2))
  return { low: middle / spread, middle, high: middle * spread }
}

/** What a ratio says: more, less, no more than a fifth either way, or not to be told. */
export type Direction = 'rising' | 'falling' | 'steady' | 'open' | 'few'

const STEADY = 1.2

/** The direction of a ratio. `few`: the numbers are too small; `open`: the interval allows for too much. */
export function directionOf(ratio: Ratio | undefined): Direction {
  if (ratio === undefined) return 'few'
  if (ratio.low > 1) return 'rising'
  if (ratio.high < 1) return 'falling'
  return ratio.low >= 1 / STEADY && ratio.high <= STEADY ? 'steady' : 'open'
}

/** A share with the interval that holds it in 99 cases of 100. */
export type Share = { low: number; middle: number; high: number }

/** Fewer than this and no share is told. */
const FEWEST_FOR_SHARE = 50

/**
 * The share of a part in a whole, by Wilson's interval widened by what blurring adds.
 * @returns undefined when the whole is too small for a share to mean anything
 */
export function shareOf(part: Estimate, whole: Estimate): Share | undefined {
  if (whole.mean < FEWEST_FOR_SHARE) return undefined
  const middle = Math.min(1, Math.max(0, part.mean / whole.mean))
  const blurred = (part.variance + middle ** 2 * whole.variance) / whole.mean ** 2
  const factor = WIDTH ** 2 / whole.mean
  const centre = (middle + factor / 2) / (1 + factor)
  const sampled = (middle * (1 - middle)) / whole.mean + factor / (4 * whole.mean)
  const half = WIDTH * Math.sqrt(sampled / (1 + factor) ** 2 + blurred)
  return { low: Math.max(0, centre - half), middle, high: Math.min(1, centre + half) }
}
