import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  addYears,
  dateInNextMonth,
  daysBetween,
  firstOfNextMonth,
  isWeekend,
  monthDayNextYear,
  nextMonthDay,
} from '../../src/advisors/calendar.ts'
import { addDays, day } from '../../src/core/day.ts'

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('2000-01-01', days))

describe('months', () => {
  test.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-08-28', 6, '2027-02-28'],
    ['2026-08-29', 6, '2027-02-28'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-02-28', 6, '2026-08-28'],
    ['2026-01-01', 36, '2029-01-01'],
    ['2028-02-29', 36, '2031-02-28'],
    ['2026-12-05', 12, '2027-12-05'],
  ])('%s and %i months are %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  test.each([
    ['2028-02-29', 1, '2029-02-28'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2027-02-28', 1, '2028-02-28'],
    ['2026-11-23', 1, '2027-11-23'],
  ])('%s and %i years are %s', (from, years, to) => {
    expect(addYears(from, years)).toBe(to)
  })

  test('keep the number of the day, or end the month that has no such day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, months) => {
        const to = addMonths(from, months)
        expect(day.safeParse(to).success).toBe(true)
        expect(to >= from).toBe(true)
        const same = to.slice(8) === from.slice(8)
        const ends = addDays(to, 1).slice(8) === '01' && to.slice(8) < from.slice(8)
        expect(same || ends).toBe(true)
      }),
    )
  })

  test('one after the other come to no more than both at once', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), fc.nat(40), (from, a, b) => {
        expect(addMonths(addMonths(from, a), b) <= addMonths(from, a + b)).toBe(true)
      }),
    )
  })
})

test.each([
  ['2026-12-31', '2027-01-01', '2027-01-15'],
  ['2026-01-31', '2026-02-01', '2026-02-15'],
  ['2028-02-29', '2028-03-01', '2028-03-15'],
])('after %s the next month begins on %s and its 15th is %s', (from, first, fifteenth) => {
  expect(firstOfNextMonth(from)).toBe(first)
  expect(dateInNextMonth(from, 15)).toBe(fifteenth)
})

test.each([
  ['2026-01-01', '04-30', '2027-04-30'],
  ['2026-12-31', '04-30', '2027-04-30'],
  ['2027-05-01', '02-29', '2028-02-29'],
  ['2026-05-01', '02-29', '2027-02-28'],
])('in the year after %s, %s is %s', (from, monthDay, to) => {
  expect(monthDayNextYear(from, monthDay)).toBe(to)
})

test.each([
  ['2026-11-23', '2027-01-01'],
  ['2026-12-31', '2027-01-01'],
  ['2027-01-01', '2028-01-01'],
])('after %s the first of January next comes on %s', (after, to) => {
  expect(nextMonthDay(after, '01-01')).toBe(to)
})

test.each([
  ['2026-11-20', false],
  ['2026-11-21', true],
  ['2026-11-22', true],
  ['2026-11-23', false],
])('%s is at a weekend: %s', (date, weekend) => {
  expect(isWeekend(date)).toBe(weekend)
})

test('days are counted over the end of a leap February and backwards', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
  expect(daysBetween('2027-02-28', '2027-03-01')).toBe(1)
  expect(daysBetween('2027-03-01', '2027-02-28')).toBe(-1)
})
