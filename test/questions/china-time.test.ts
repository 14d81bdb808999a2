import { describe, expect, test } from 'vitest'
import { dayInChina } from '../../src/core/day.ts'
import { dayOf, isoInChina, weekOf } from '../../src/questions/china-time.ts'

test.each([
  '2026-01-01T15:59:59.999Z',
  '2026-01-01T16:00:00.000Z',
  '2028-02-28T16:00:00.000Z',
  '2026-07-01T12:00:00.000Z',
])('the day at %s is what the calendar of Shanghai says', (instant) =>
  expect(dayOf(new Date(instant))).toBe(dayInChina(new Date(instant))),
)

test('a moment is told with its offset and stays the same moment', () => {
  const instant = new Date('2026-11-23T10:37:00.123Z')
  expect(isoInChina(instant)).toBe('2026-11-23T18:37:00.123+08:00')
  expect(new Date(isoInChina(instant))).toEqual(instant)
})

describe('the ISO week', () => {
  // The corner cases of ISO 8601: the year of a week is the year of its Thursday.
  test.each([
    ['2026-11-23', '2026-W48'],
    ['2026-11-29', '2026-W48'],
    ['2026-11-30', '2026-W49'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-30', '2025-W01'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
  ])('of %s is %s', (day, week) => {
    expect(weekOf(new Date(`${day}T00:00:00+08:00`))).toBe(week)
    expect(weekOf(new Date(`${day}T23:59:59.999+08:00`))).toBe(week)
  })
})
