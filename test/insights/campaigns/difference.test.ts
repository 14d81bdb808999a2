import { describe, expect, test } from 'vitest'
import { difference, student } from '../../../src/insights/campaigns/difference.ts'
import { weeksAround } from '../../../src/insights/campaigns/evaluate.ts'
import { seeded } from '../a-year.ts'

/** A draw from a Poisson distribution (Knuth), by the normal one where that is as good. */
function poisson(mean: number, random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal))
}

/** Weeks with a season that moves everything, a share that varies more than chance, and an effect on what is touched. */
function weeks(count: number, { effect = 1, season = 1, spread = 0, size = 200 }, random: () => number) {
  return Array.from({ length: count }, () => {
    const wobble = Math.exp(spread * (random() + random() + random() - 1.5))
    const exact = (mean: number) => ({ mean: poisson(mean, random), variance: 0 })
    return { touched: exact(size * effect * season * wobble), untouched: exact(size * 4 * season) }
  })
}

describe('the effect of a campaign', () => {
  test('is told from a season that moves everything', () => {
    const random = seeded(7)
    const { verdict, effect } = difference(weeks(8, {}, random), weeks(8, { effect: 0.5, season: 2 }, random))
    expect(verdict).toBe('fewer')
    expect(effect?.low).toBeLessThan(0.5)
    expect(effect?.high).toBeGreaterThan(0.5)
  })

  test('is not seen where only the season moved', () => {
    const random = seeded(8)
    expect(difference(weeks(8, {}, random), weeks(8, { season: 2 }, random)).verdict).toBe('open')
  })

  test.each([
    ['chance alone', 0],
    ['weeks that vary more than chance', 0.3],
  ])('is in the interval in 99 of 100 cases with %s', (_, spread) => {
    const random = seeded(9)
    let missed = 0
    for (let each = 0; each < 1000; each++) {
      const { effect } = difference(weeks(8, { spread }, random), weeks(8, { spread, effect: 0.8 }, random))
      if (effect === undefined || effect.low > 0.8 || effect.high < 0.8) missed++
    }
    expect(missed).toBeLessThan(25)
  })

  test('is not told before there are four weeks, nor from few questions', () => {
    const random = seeded(10)
    expect(difference(weeks(8, {}, random), weeks(3, {}, random))).toEqual({ verdict: 'few-weeks', effect: undefined })
    expect(difference(weeks(8, { size: 2 }, random), weeks(8, { size: 2 }, random)).verdict).toBe('few')
  })

  test.each([
    [6, 3.707],
    [10, 3.169],
    [14, 2.977],
    [30, 2.75],
  ])('takes the point of Student’s t with %i degrees of freedom from the table', (freedom, point) => {
    expect(student(freedom)).toBeCloseTo(point, 1)
  })
})

describe('the weeks around a beginning', () => {
  test('are whole, over, and do not hold the week it began in', () => {
    const { before, after } = weeksAround('2026-10-07', '2026-11-23')
    expect([before[0], before.at(-1), before.length]).toEqual(['2026-W33', '2026-W40', 8])
    expect([after[0], after.at(-1)]).toEqual(['2026-W42', '2026-W47'])
  })
  test('begin at once on a Monday', () => {
    expect(weeksAround('2026-10-05', '2026-11-23').after[0]).toBe('2026-W41')
  })
  test('are none when nothing is over since', () => {
    expect(weeksAround('2026-11-20', '2026-11-23').after).toEqual([])
    expect(weeksAround('2027-11-20', '2026-11-23').after).toEqual([])
  })
})
