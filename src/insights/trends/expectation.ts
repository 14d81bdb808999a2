import type { Estimate } from '../disclosure/count.ts'
import { addWeeks, type Week, weeksUntil } from '../weeks.ts'

/** Weeks before a period that tell the level to expect. */
const LEVEL = 13
/** Weeks in a year: the same season, and the same days of the week. */
const YEAR = 52
/** How far seasons commonly move a topic, as the spread of the logarithm; a season less certain than that counts for less. */
const COMMON = 0.3
/** Counts that vary more than this many times as much as chance are no longer told from trends. */
const MOST_DISPERSION = 25

/** What was to be expected of a period, and how much counts of the topic vary from week to week (variance over mean). */
export type Expectation = Estimate & { dispersion: number }

/** The weeks whose numbers are needed to tell what was to be expected of a period: the year before it and the level before that. */
export const weeksBehind = (period: readonly Week[]): Week[] => {
  const last = period.at(-1) ?? ''
  return weeksUntil(last, period.length + YEAR + LEVEL)
}

/**
 * What was to be expected of a period: the level of the thirteen weeks before it, times how the same weeks stood out from the thirteen before them a year ago,
 * so far as that can be told (the season is drawn towards none the less certain it is: a normal prior on its logarithm).
 * @param weekly the number for a week, from what is published
 * @param known the first week of which the log knows anything
 * @returns undefined when there are too few weeks before the period
 */
export function expectationFor(
  period: readonly Week[],
  weekly: (week: Week) => Estimate,
  known: Week,
): Expectation | undefined {
  const first = period[0]
  if (first === undefined) return undefined
  const level = weeksUntil(addWeeks(first, -1), LEVEL).filter((week) => week >= known)
  if (level.length < 4) return undefined
  const numbers = level.map(weekly)
  const mean = average(numbers.map((one) => one.mean))
  const blurred = average(numbers.map((one) => one.variance))
  const spread = numbers.reduce((all, one) => all + (one.mean - mean) ** 2, 0) / (numbers.length - 1)
  const dispersion = Math.min(MOST_DISPERSION, Math.max(1, (spread - blurred) / Math.max(mean, 1)))
  const season = seasonOf(period, weekly, known, dispersion)
  const total = mean * period.length * Math.exp(season.log)
  const relative = (dispersion * mean + blurred) / Math.max(mean, 1) ** 2 / numbers.length + season.variance
  return { mean: total, variance: total ** 2 * relative, dispersion }
}

/** How a season moves a topic, as a logarithm with its variance; none where a year ago is not known. */
function seasonOf(
  period: readonly Week[],
  weekly: (week: Week) => Estimate,
  known: Week,
  dispersion: number,
): { log: number; variance: number } {
  const then = period.map((week) => addWeeks(week, -YEAR))
  const level = weeksUntil(addWeeks(then[0] ?? '', -1), LEVEL).filter((week) => week >= known)
  const none = { log: 0, variance: 0 }
  if (level.length < LEVEL / 2 || (then[0] ?? '') < known) return none
  const [season, usual] = [then, level].map((weeks) => {
    const numbers = weeks.map(weekly)
    const mean = average(numbers.map((one) => one.mean))
    const variance = average(numbers.map((one) => one.variance + dispersion * one.mean)) / weeks.length
    return { mean, relative: variance / Math.max(mean, 1) ** 2 }
  })
  if (season === undefined || usual === undefined || season.mean < 1 || usual.mean < 1) return none
  const uncertain = season.relative + usual.relative
  const trusted = COMMON ** 2 / (COMMON ** 2 + uncertain)
  return { log: trusted * Math.log(season.mean / usual.mean), variance: trusted * uncertain }
}

const average = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0) / numbers.length
