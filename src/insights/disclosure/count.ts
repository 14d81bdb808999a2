import { BLUR_VARIANCE } from './blur.ts'

/** Fewer distinct askers than this in every week, and a count is held back: five, and ten where two or more properties are crossed. */
export type Threshold = 5 | 10

/** What a number that is held back is shown to be less than: the threshold, and twice that for ratings. */
export type Below = Threshold | 20

/**
 * A number that may be seen: the sum of the numbers published for the spans of a period.
 * None held back: about `value`. All held back: fewer than `below` askers in any week. Some: at least about `value`.
 */
export type Count = {
  /** Multiple of five. */
  value: number
  /** How many published numbers add up to it. */
  shown: number
  /** How many were held back. */
  hidden: number
  /** What is held back is less than this, or stands beside something that is. */
  below: Below
}

/** What can be said of a number when calculating with it. */
export type Estimate = { mean: number; variance: number }

/** Whether nothing of a count may be seen. */
export const isHidden = ({ shown }: Count): boolean => shown === 0

/** Whether all of a count may be seen. */
export const isWhole = ({ shown, hidden }: Count): boolean => shown > 0 && hidden === 0

/** The sum of counts of things that do not overlap. */
export const sum = (counts: readonly Count[], below: Below): Count => ({
  value: counts.reduce((all, { value }) => all + value, 0),
  shown: counts.reduce((all, { shown }) => all + shown, 0),
  hidden: counts.reduce((all, { hidden }) => all + hidden, 0),
  below: counts[0]?.below ?? below,
})

/**
 * A count as a quantity with an error: published numbers carry the variance of the blurring, what was held back counts as half the threshold, give
 * or take anything below it. Worked out of what is published alone, so it gives nothing away.
 */
export const estimate = ({ value, shown, hidden, below }: Count): Estimate => ({
  mean: value + (hidden * below) / 2,
  variance: shown * BLUR_VARIANCE + (hidden * below ** 2) / 12,
})
