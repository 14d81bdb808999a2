import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { turnsPerMinute } from '../../src/core/rate-limit.ts'

/** An allowance and a clock that the test turns. */
function allowance(perMinute: number, remember?: number) {
  let now = 1_000_000
  const take = turnsPerMinute(perMinute, () => now, remember)
  const wait = (milliseconds: number) => {
    now += milliseconds
  }
  return { take, wait }
}

describe('an allowance of turns per minute', () => {
  test('lets a speaker take all of them at once, and then says how long to wait', () => {
    const { take } = allowance(5)
    expect([1, 2, 3, 4, 5].map(() => take('ann'))).toEqual([0, 0, 0, 0, 0])
    expect(take('ann')).toBe(12)
  })

  test('refills evenly: one turn of five comes back every twelve seconds', () => {
    const { take, wait } = allowance(5)
    for (let turn = 0; turn < 5; turn++) take('ann')
    wait(11_000)
    expect(take('ann')).toBe(1)
    wait(1000)
    expect(take('ann')).toBe(0)
    expect(take('ann')).toBe(12)
    wait(60_000)
    expect([1, 2, 3, 4, 5].map(() => take('ann'))).toEqual([0, 0, 0, 0, 0])
  })

  test('is each speaker’s own: a flood by one takes nothing from another', () => {
    const { take } = allowance(3)
    for (let turn = 0; turn < 1000; turn++) take('flood')
    expect(take('flood')).toBeGreaterThan(0)
    expect([1, 2, 3].map(() => take('ann'))).toEqual([0, 0, 0])
  })

  test('does not punish whoever keeps trying: a refused turn costs nothing', () => {
    const { take, wait } = allowance(2)
    take('ann')
    take('ann')
    for (let turn = 0; turn < 100; turn++) expect(take('ann')).toBeGreaterThan(0)
    wait(30_000)
    expect(take('ann')).toBe(0)
  })

  test('names a wait after which a turn is granted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 80 }),
        (perMinute, pauses) => {
          const { take, wait } = allowance(perMinute)
          for (const pause of pauses) {
            const seconds = take('ann')
            if (seconds > 0) {
              wait(seconds * 1000)
              expect(take('ann')).toBe(0)
            }
            wait(pause)
          }
        },
      ),
    )
  })

  test('never grants more than a burst and what was refilled since', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 200 }),
        (perMinute, pauses) => {
          const { take, wait } = allowance(perMinute)
          let granted = 0
          let passed = 0
          for (const pause of pauses) {
            if (take('ann') === 0) granted++
            wait(pause)
            passed += pause
            expect(granted).toBeLessThanOrEqual(perMinute + Math.floor((passed * perMinute) / 60_000) + 1)
          }
        },
      ),
    )
  })

  test('of zero means no limit', () => {
    const { take } = allowance(0)
    for (let turn = 0; turn < 10_000; turn++) expect(take('ann')).toBe(0)
  })

  test('remembers only so many speakers: strangers wait until somebody’s allowance is full again, known ones go on', () => {
    const { take, wait } = allowance(2, 100)
    for (let name = 0; name < 100; name++) expect(take(`speaker ${name}`)).toBe(0)
    expect(take('one too many')).toBe(60)
    expect(take('speaker 7')).toBe(0)
    wait(30_000)
    expect(take('one too many')).toBe(0)
    expect(take('speaker 7')).toBe(0)
    expect(take('speaker 7')).toBeGreaterThan(0)
  })
})
