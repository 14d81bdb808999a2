import { describe, expect, test } from 'vitest'
import { expectationFor, weeksBehind } from '../../../src/insights/trends/expectation.ts'
import { directionOf, ratioOf } from '../../../src/insights/trends/rate-ratio.ts'
import { type Week, weeksBetween } from '../../../src/insights/weeks.ts'
import { seeded } from '../a-year.ts'

const PERIOD = weeksBetween('2026-W45', '2026-W48')
const always = (mean: number) => () => ({ mean, variance: 0 })

describe('what was to be expected', () => {
  test('is the level of the weeks before', () => {
    expect(expectationFor(PERIOD, always(50), '2026-W30')?.mean).toBeCloseTo(200)
  })

  test('goes with the season, as far as last year was large enough to tell', () => {
    const singles = (large: number, small: number) => (week: Week) => ({
      mean: week.slice(6) >= '45' && week.slice(6) <= '48' ? large : small,
      variance: 0,
    })
    const many = expectationFor(PERIOD, singles(2000, 1000), '2025-W01')
    expect(many?.mean).toBeGreaterThan(7000)
    expect(many?.mean).toBeLessThan(8000)
    const few = expectationFor(PERIOD, singles(4, 2), '2025-W01')
    expect(few?.mean).toBeLessThan(12)
  })

  test('knows no season before the log began, and nothing in its first month', () => {
    expect(expectationFor(PERIOD, always(50), '2025-W50')?.mean).toBeCloseTo(200)
    expect(expectationFor(PERIOD, always(50), '2026-W43')).toBeUndefined()
  })

  test('is less certain for a topic that goes up and down', () => {
    const random = seeded(3)
    const lively = new Map(weeksBehind(PERIOD).map((week) => [week, 20 + 60 * random()]))
    const restless = expectationFor(PERIOD, (week) => ({ mean: lively.get(week) ?? 0, variance: 0 }), '2025-W01')
    const calm = expectationFor(PERIOD, always(50), '2025-W01')
    expect(restless?.dispersion).toBeGreaterThan(3)
    expect((restless?.variance ?? 0) / (calm?.variance ?? 1)).toBeGreaterThan(2)
  })

  test('needs a year and a quarter behind the period', () => {
    expect(weeksBehind(PERIOD)).toHaveLength(4 + 52 + 13)
    expect(weeksBehind(PERIOD).at(-1)).toBe('2026-W48')
  })
})

test('of topics that do not change, hardly one in a hundred is called rising or falling', () => {
  const random = seeded(11)
  let wrong = 0
  const topics = 1000
  for (let topic = 0; topic < topics; topic++) {
    const noisy = () => 60 + 8 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const numbers = new Map(weeksBehind(PERIOD).map((week) => [week, noisy()]))
    const expected = expectationFor(PERIOD, (week) => ({ mean: numbers.get(week) ?? 0, variance: 0 }), '2025-W01')
    const now = PERIOD.reduce((all, week) => all + (numbers.get(week) ?? 0), 0)
    if (!expected) continue
    const direction = directionOf(ratioOf({ mean: now, variance: expected.dispersion * now }, expected))
    if (direction === 'rising' || direction === 'falling') wrong++
  }
  expect(wrong / topics).toBeLessThan(0.02)
})
