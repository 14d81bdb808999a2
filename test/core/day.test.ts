import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, dayInChina } from '../../src/core/day.ts'
import { anyDay } from './days.ts'

describe('the day in China at an instant', () => {
  test.each([
    ['2026-11-23T00:00:00Z', '2026-11-23'],
    ['2026-11-23T15:59:59.999Z', '2026-11-23'],
    ['2026-11-23T16:00:00Z', '2026-11-24'],
    ['2026-11-23T23:59:59Z', '2026-11-24'],
    ['2026-11-24T00:00:00+08:00', '2026-11-24'],
    ['2026-11-23T23:59:59.999+08:00', '2026-11-23'],
    ['2026-12-31T15:59:59Z', '2026-12-31'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
    ['2028-02-28T16:00:00Z', '2028-02-29'],
    ['2028-02-29T16:00:00Z', '2028-03-01'],
    // In London and New York it is still the day before; a rule takes effect by China's calendar all the same.
    ['2018-12-31T16:30:00-00:00', '2019-01-01'],
    ['2018-12-31T11:30:00-05:00', '2019-01-01'],
    // China kept summer time in the years up to 1991; no rule told here is that old, and the calendar knows it.
    ['1990-07-01T15:30:00Z', '1990-07-02'],
  ])('%s is %s', (instant, expected) => {
    expect(dayInChina(new Date(instant))).toBe(expected)
  })

  test('changes at four in the afternoon of universal time, whatever the day', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(dayInChina(new Date(`${on}T15:59:59.999Z`))).toBe(on)
        expect(dayInChina(new Date(`${on}T16:00:00Z`))).toBe(addDays(on, 1))
      }),
    )
  })
})

describe('days on from a day', () => {
  test.each([
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-11-30', 1, '2026-12-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2019-01-01', -1, '2018-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2026-11-23', 365, '2027-11-23'],
    ['2027-11-23', 366, '2028-11-23'],
    ['2026-11-23', -365, '2025-11-23'],
  ])('%s and %i days is %s', (from, days, expected) => {
    expect(addDays(from, days)).toBe(expected)
  })

  test('lead back again, and later days sort after earlier ones as text', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 20_000 }), (from, days) => {
        const later = addDays(from, days)
        expect(addDays(later, -days)).toBe(from)
        expect(later > from).toBe(true)
      }),
    )
  })
})

test.each(['2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', '20260101', '2026-11-23T00:00:00Z', '', 'today'])(
  '%s is no day',
  (text) => {
    expect(day.safeParse(text).success).toBe(false)
  },
)

test.each(['2026-11-23', '2028-02-29', '1987-07-01'])('%s is a day', (text) => {
  expect(day.parse(text)).toBe(text)
})
