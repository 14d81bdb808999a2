import { describe, expect, test } from 'vitest'
import { directionOf, rateRatio, shareOf } from '../../../src/insights/trends/rate-ratio.ts'
import { seeded } from '../a-year.ts'

const exact = (mean: number) => ({ mean, variance: 0 })

/** A Poisson count, as sums of exponential waits. */
function poisson(mean: number, random: () => number): number {
  let count = -1
  for (let left = mean; left >= 0; count++) left += Math.log(1 - random())
  return count
}

describe('the ratio of two counts', () => {
  test('holds the true ratio in 99 cases of 100', () => {
    const random = seeded(7)
    let held = 0
    for (let trial = 0; trial < 4000; trial++) {
      const ratio = rateRatio(exact(poisson(150, random)), exact(poisson(100, random)))
      if (ratio && ratio.low <= 1.5 && ratio.high >= 1.5) held++
    }
    expect(held / 4000).toBeGreaterThan(0.98)
    expect(held / 4000).toBeLessThan(0.998)
  })

  test('is wider for numbers that were blurred, and for topics that vary more than chance', () => {
    const width = (ratio: ReturnType<typeof rateRatio>) => (ratio ? ratio.high / ratio.low : Number.NaN)
    const plain = rateRatio(exact(150), exact(100))
    expect(width(rateRatio({ mean: 150, variance: 40 }, exact(100)))).toBeGreaterThan(width(plain))
    expect(width(rateRatio(exact(150), exact(100), { dispersion: 3 }))).toBeGreaterThan(width(plain))
  })

  test('of numbers too small is not told', () => {
    expect(rateRatio(exact(6), exact(2))).toBeUndefined()
    expect(rateRatio(exact(100), exact(3))).toBeUndefined()
  })
})

test('a direction is told only where the interval leaves no doubt', () => {
  expect(directionOf({ low: 1.1, middle: 1.6, high: 2 })).toBe('rising')
  expect(directionOf({ low: 0.3, middle: 0.6, high: 0.9 })).toBe('falling')
  expect(directionOf({ low: 0.9, middle: 1, high: 1.1 })).toBe('steady')
  expect(directionOf({ low: 0.6, middle: 1.2, high: 2 })).toBe('open')
  expect(directionOf(undefined)).toBe('few')
})

describe('a share', () => {
  test('lies between nothing and all, inside its interval', () => {
    expect(shareOf(exact(0), exact(100))).toMatchObject({ low: 0, middle: 0 })
    expect(shareOf(exact(105), exact(100))).toMatchObject({ middle: 1, high: expect.closeTo(1) })
    const share = shareOf(exact(300), exact(1000))
    expect(share?.low).toBeCloseTo(0.264, 2)
    expect(share?.high).toBeCloseTo(0.339, 2)
  })

  test('of a handful is not told', () => {
    expect(shareOf(exact(3), exact(10))).toBeUndefined()
  })
})
