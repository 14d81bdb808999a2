import { hash } from 'node:crypto'

/** Published numbers are multiples of this. */
export const BASE = 5

/** How fast the odds of noise fall: each question more changes the odds of any one published number by a factor of e to this at most. */
const EPSILON = 0.5

const DECAY = Math.exp(-EPSILON)

/** Variance of what blurring adds: that of the noise and that of rounding to {@link BASE}. */
export const BLUR_VARIANCE = (2 * DECAY) / (1 - DECAY) ** 2 + BASE ** 2 / 12

/**
 * A number as it is published: noise is added that depends on a secret and on what is counted, and nothing else, then it is rounded to a multiple of
 * five, at least five. The same thing counted is the same number on every page and in every export, so that asking again and again gives no average to
 * work with; the noise has no bound, so that no sum or difference of published numbers rules out a value of what was held back.
 *
 * Noise: two-sided geometric, as in Ghosh, Roughgarden and Sundararajan, "Universally utility-maximizing privacy mechanisms" (2009), made
 * to stick to the cell as in the cell-key method of the Australian Bureau of Statistics.
 * @param identity names what is counted; equal for the same thing wherever it stands
 */
export function blur(value: number, identity: string, key: string): number {
  const digest = hash('sha256', `${key}\n${identity}`, 'buffer')
  const sign = (digest[8] ?? 0) & 1 ? 1 : -1
  // 52 bits, in (0, 1): the inverse of the distribution of the noise's size.
  const uniform = (Number(digest.readBigUInt64BE() >> 12n) + 0.5) / 2 ** 52
  const atZero = (1 - DECAY) / (1 + DECAY)
  const size = uniform < atZero ? 0 : Math.floor(Math.log((1 - uniform) / (1 - atZero)) / Math.log(DECAY)) + 1
  return Math.max(BASE, BASE * Math.round((value + sign * size) / BASE))
}
