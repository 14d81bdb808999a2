import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/core/day.ts'
import {
  addWeeks,
  lastWholeWeek,
  mondayOf,
  monthOf,
  spansOf,
  sundayOf,
  weekOfDay,
  weeksBetween,
  weeksOfMonth,
} from '../../src/insights/weeks.ts'
import { weekOf } from '../../src/questions/china-time.ts'

const days = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))

describe('weeks', () => {
  test('are those that the log counts by', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(weekOfDay(day)).toBe(weekOf(new Date(`${day}T12:00:00+08:00`)))
      }),
    )
  })

  test('begin on Monday, end on Sunday, and hold their days', () => {
    fc.assert(
      fc.property(days, (day) => {
        const week = weekOfDay(day)
        expect(new Date(mondayOf(week)).getUTCDay()).toBe(1)
        expect(mondayOf(week) <= day && day <= sundayOf(week)).toBe(true)
      }),
    )
  })

  test('follow each other over the end of a year', () => {
    expect(weeksBetween('2026-W52', '2027-W02')).toEqual(['2026-W52', '2026-W53', '2027-W01', '2027-W02'])
    expect(addWeeks('2027-W01', -1)).toBe('2026-W53')
    expect(weeksBetween('2026-W10', '2026-W09')).toEqual([])
  })

  test('that are under way are not over', () => {
    expect(lastWholeWeek('2026-11-28')).toBe('2026-W47')
    expect(lastWholeWeek('2026-11-29')).toBe('2026-W47')
    expect(lastWholeWeek('2026-11-30')).toBe('2026-W48')
  })

  test('belong to the month that holds their Thursday', () => {
    expect(monthOf('2026-W40')).toBe('2026-10')
    expect(weeksOfMonth('2026-11')).toEqual(['2026-W45', '2026-W46', '2026-W47', '2026-W48'])
    expect(weeksOfMonth('2026-12')).toHaveLength(5)
  })
})

describe('the spans of a period', () => {
  test('are whole years, whole months and the weeks left over', () => {
    const spans = spansOf(weeksBetween('2025-W48', '2027-W06')).map(({ id }) => id)
    expect(spans).toEqual(['2025-W48', '2025-12', '2026', '2027-01', '2027-W05', '2027-W06'])
  })

  test('hold every week once, and no two overlap unless one holds the other, whatever the periods', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 130 }), days, fc.integer({ min: 0, max: 130 }), (a, m, b, n) => {
        const [one, other] = [
          [a, m],
          [b, n],
        ].map(([day, more]) => weeksBetween(weekOfDay(String(day)), addWeeks(weekOfDay(String(day)), Number(more))))
        expect(spansOf(one ?? []).flatMap(({ weeks }) => weeks)).toEqual(one)
        for (const left of spansOf(one ?? []))
          for (const right of spansOf(other ?? [])) {
            const shared = left.weeks.filter((week) => right.weeks.includes(week)).length
            expect([0, left.weeks.length, right.weeks.length]).toContain(shared)
          }
      }),
    )
  })
})
