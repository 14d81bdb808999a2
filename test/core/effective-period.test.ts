import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/core/day.ts'
import { type EffectivePeriod, effectivePeriod, inForce, overlap } from '../../src/core/effective-period.ts'
import { anyDay } from './days.ts'

const anyPeriod: fc.Arbitrary<EffectivePeriod> = fc
  .tuple(anyDay, fc.option(fc.integer({ min: 0, max: 4000 }), { nil: undefined }))
  .map(([from, days]) => (days === undefined ? { from } : { from, to: addDays(from, days) }))

describe('a period', () => {
  test('is in force on its first and last day and on neither side of them', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(inForce(period, period.from)).toBe(true)
        expect(inForce(period, addDays(period.from, -1))).toBe(false)
        if (period.to !== undefined) {
          expect(inForce(period, period.to)).toBe(true)
          expect(inForce(period, addDays(period.to, 1))).toBe(false)
        } else expect(inForce(period, '2999-12-31')).toBe(true)
      }),
    )
  })

  test('overlaps another exactly when some day belongs to both', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (one, other) => {
        const later = one.from > other.from ? one.from : other.from
        expect(overlap(one, other)).toBe(inForce(one, later) && inForce(other, later))
        expect(overlap(other, one)).toBe(overlap(one, other))
        expect(overlap(one, one)).toBe(true)
      }),
    )
  })

  test.each<[EffectivePeriod, EffectivePeriod, boolean]>([
    [{ from: '2016-04-08', to: '2018-12-31' }, { from: '2019-01-01' }, false],
    [{ from: '2016-04-08', to: '2019-01-01' }, { from: '2019-01-01' }, true],
    [{ from: '2016-04-08' }, { from: '2019-01-01' }, true],
    [{ from: '2019-01-01' }, { from: '2016-04-08', to: '2018-12-31' }, false],
    [{ from: '2019-01-01', to: '2019-01-01' }, { from: '2019-01-01', to: '2019-01-01' }, true],
    [{ from: '2017-01-01', to: '2017-12-31' }, { from: '2016-01-01', to: '2020-12-31' }, true],
  ])('%o overlaps %o: %s', (one, other, expected) => {
    expect(overlap(one, other)).toBe(expected)
  })

  test('that ends before it begins is refused', () => {
    expect(effectivePeriod.safeParse({ from: '2019-01-01', to: '2018-12-31' }).error?.issues[0]?.message).toBe(
      'ends before it begins',
    )
    expect(effectivePeriod.safeParse({ from: '2019-01-01', to: '2019-01-01' }).success).toBe(true)
    expect(effectivePeriod.safeParse({ from: '2019-01-01', until: '2020-01-01' }).success).toBe(false)
  })
})
