import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { addDays } from '../../../src/core/day.ts'
import { isHidden, sum } from '../../../src/insights/disclosure/count.ts'
import { createRelease } from '../../../src/insights/disclosure/release.ts'
import { mondayOf, singly, spansOf, weeksBetween } from '../../../src/insights/weeks.ts'
import { aYear } from '../a-year.ts'
import { type Asked, counted } from '../counted.ts'

const YEAR = weeksBetween('2025-W50', '2026-W48')
const release = createRelease(counted(aYear({ until: '2026-12-02', daily: 12 })), { key: 'secret', now: () => 0 })

/** So many questions of a week, each from somebody else. */
const many = (count: number, more: Partial<Asked> = {}, week = '2026-W46'): Asked[] =>
  Array.from({ length: count }, (_, index) => ({
    day: addDays(mondayOf(week), index % 7),
    asker: `${more.topic} ${index}`,
    ...more,
  }))
const released = (log: Asked[]) => createRelease(counted(log), { key: 'secret', now: () => 0 })

describe('a released number', () => {
  test('of a period is the sum of what is published for its years, months and weeks, whatever the period', async () => {
    const table = await release.table(['topic'], [YEAR, ...singly(YEAR)], {})
    fc.assert(
      fc.property(
        fc.nat(YEAR.length - 1),
        fc.nat(YEAR.length - 1),
        fc.constantFrom('quota.annual', 'mode.9610', 'export.warehouse'),
        (one, other, topic) => {
          const weeks = YEAR.slice(Math.min(one, other), Math.max(one, other) + 1)
          const row = table.row(topic)
          expect(row.over(weeks)).toEqual(
            sum(
              spansOf(weeks).map((span) => row.over(span.weeks)),
              5,
            ),
          )
        },
      ),
    )
  })

  test('of two periods subtracted is nothing but what is published for the weeks between', async () => {
    const row = (await release.table(['topic'], [YEAR, ...singly(YEAR)], {})).row('mode.9610')
    for (const end of [3, 4, 5, 6, 7]) {
      const [long, short, week] = [YEAR.slice(1, end + 1), YEAR.slice(1, end), YEAR.slice(end, end + 1)]
      if (spansOf(long).every(({ weeks }) => weeks.length === 1))
        expect(row.over(long).value - row.over(short).value).toBe(isHidden(row.over(week)) ? 0 : row.over(week).value)
    }
  })

  test('stands for people, not questions: one who asks a hundred times is nobody', async () => {
    const one = await released(many(100).map((asked) => ({ ...asked, asker: 'the same' }))).table(
      [],
      [['2026-W46']],
      {},
    )
    expect(one.row().over(['2026-W46'])).toEqual({ value: 0, shown: 0, hidden: 1, below: 5 })
  })

  test('needs five askers in one week, for pseudonyms change', async () => {
    const four = [...many(4), ...many(4, {}, '2026-W47'), ...many(4, {}, '2026-W48')]
    const weeks = ['2026-W46', '2026-W47', '2026-W48']
    expect(isHidden((await released(four).table([], [weeks], {})).row().over(weeks))).toBe(true)
    expect(isHidden((await released(many(5)).table([], [weeks], {})).row().over(['2026-W46']))).toBe(false)
  })

  test('needs ten where two properties cross, and a filter is a property', async () => {
    const log = [...many(9, { topic: 'a' }), ...many(9, { topic: 'b', channel: 'api' })]
    const weeks = ['2026-W46']
    expect(isHidden((await released(log).table(['topic'], [weeks], {})).row('a').over(weeks))).toBe(false)
    expect(isHidden((await released(log).table(['topic', 'channel'], [weeks], {})).row('a', 'web').over(weeks))).toBe(
      true,
    )
    expect(isHidden((await released(log).table(['topic'], [weeks], { channel: 'web' })).row('a').over(weeks))).toBe(
      true,
    )
  })

  test('that is none looks like one that is few', async () => {
    const table = await released([
      ...many(30, { topic: 'a' }),
      ...many(20, { topic: 'b' }),
      ...many(10, { topic: 'c' }),
      ...many(3, { topic: 'd' }),
    ]).table(['topic'], [['2026-W46']], {})
    expect(table.row('d').over(['2026-W46'])).toEqual(table.row('never asked').over(['2026-W46']))
  })

  test('that would be had by subtraction takes the smallest beside it along, under a filter as well', async () => {
    const log = [
      ...many(30, { channel: 'web', topic: 'a' }),
      ...many(20, { channel: 'api', topic: 'b' }),
      ...many(3, { channel: 'wechat', topic: 'c' }),
    ]
    const weeks = ['2026-W46']
    const table = await released(log).table(['channel'], [weeks], {})
    expect(['web', 'api', 'wechat'].map((channel) => isHidden(table.row(channel).over(weeks)))).toEqual([
      false,
      true,
      true,
    ])
    for (const [channel, hidden] of [
      ['web', false],
      ['api', true],
      ['wechat', true],
    ] as const)
      expect(isHidden((await released(log).table([], [weeks], { channel })).row().over(weeks))).toBe(hidden)
  })

  test('of ratings is told apart: helpful, not helpful and unknown; none of them is had from the others', async () => {
    const log = [
      ...many(400, { topic: 'a' }),
      ...many(60, { topic: 'x', helpful: true }),
      ...many(4, { topic: 'y', helpful: false }),
    ]
    const row = (await released(log).table([], [['2026-W46']], {})).row()
    const of = (measure: Parameters<typeof row.over>[1]) => row.over(['2026-W46'], measure)
    expect(of('notHelpful')).toEqual({ value: 0, shown: 0, hidden: 1, below: 10 })
    expect(isHidden(of('helpful'))).toBe(true)
    expect(Math.abs(of('unrated').value - 400)).toBeLessThan(30)
  })
})

describe('questions of one kind', () => {
  const any = { name: 'misconception', misconceptions: ['reset', 'raised'] }

  test('are told together where each alone is too few', async () => {
    const log = [
      ...many(4, { topic: 'a', misconception: 'reset' }),
      ...many(4, { topic: 'b', misconception: 'raised' }),
      ...many(50, { topic: 'c' }),
    ]
    const weeks = ['2026-W46']
    const together = (await released(log).table([], [weeks], {}, any)).row().over(weeks)
    expect(isHidden(together)).toBe(false)
    expect(together.value).toBeLessThan(30)
    expect(isHidden((await released(log).table(['misconception'], [weeks], {})).row('reset').over(weeks))).toBe(true)
  })

  test('are one property: broken down by another they need ten askers', async () => {
    const weeks = ['2026-W46']
    const shown = async (people: number) =>
      !isHidden(
        (await released(many(people, { topic: 'a', misconception: 'reset' })).table(['topic'], [weeks], {}, any))
          .row('a')
          .over(weeks),
      )
    expect([await shown(9), await shown(10)]).toEqual([false, true])
  })
})

describe('reading the log', () => {
  test('is done once for a week, and anew after a while', async () => {
    let time = 0
    const counts = counted(many(30))
    const cells = vi.spyOn(counts, 'cells')
    const some = createRelease(counts, { key: 'secret', now: () => time })
    await some.table(['topic'], [['2026-W45', '2026-W46']], {})
    await some.table(['topic'], [['2026-W45', '2026-W46']], {})
    expect(cells).toHaveBeenCalledTimes(1)
    await some.table(['topic'], [['2026-W45', '2026-W46', '2026-W47']], {})
    expect(cells).toHaveBeenCalledTimes(2)
    time = 3_600_000
    await some.table(['topic'], [['2026-W45', '2026-W46']], {})
    expect(cells).toHaveBeenCalledTimes(3)
  })

  test('that fails is tried again', async () => {
    const counts = counted(many(30))
    const cells = vi.spyOn(counts, 'cells').mockRejectedValueOnce(new Error('no connection'))
    const some = createRelease(counts, { key: 'secret', now: () => 0 })
    await expect(some.table([], [['2026-W46']], {})).rejects.toThrow('no connection')
    expect((await some.table([], [['2026-W46']], {})).row().over(['2026-W46']).shown).toBe(1)
    expect(cells).toHaveBeenCalledTimes(2)
  })
})
