import { beforeAll, describe, expect, test, vi } from 'vitest'
import { weekOf } from '../../src/questions/china-time.ts'
import {
  ASKERS_COUNTED,
  type Cell,
  type Dimension,
  type Narrowed,
  type QuestionCounts,
} from '../../src/questions/question-counts.ts'
import type { AskedQuestion, LoggedQuestion, QuestionLog } from '../../src/questions/question-log.ts'
import { all, asked } from './asked.ts'

/** A log and its counts over one database. `now` is the log's clock. */
export type Counted = AsyncDisposable & { log: QuestionLog; counts: QuestionCounts }

const YEAR = { from: '2025-12-01', to: '2026-11-30' }

/** A repeatable stream of numbers between 0 and 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What the counts of some questions are, worked out from the questions themselves. */
function counted(questions: LoggedQuestion[], by: readonly Dimension[], narrowed: Narrowed = {}): Cell[] {
  const seen = new Set<string>()
  const cells = new Map<string, Cell & { weeks: Map<string, Set<string>> }>()
  for (const question of questions) {
    const day = new Date(question.at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    const week = weekOf(question.at)
    const value = (dimension: Dimension): string | null =>
      dimension === 'day'
        ? day
        : dimension === 'week'
          ? week
          : dimension === 'month'
            ? day.slice(0, 7)
            : (question[dimension] ?? null)
    const about = `${week} ${question.pseudonym} ${question.topic}`
    const again = seen.has(about)
    seen.add(about)
    const wanted = Object.entries(narrowed).every(([name, values]) => values?.includes(value(name as Dimension)))
    if (!wanted) continue
    const keys = Object.fromEntries(by.map((dimension) => [dimension, value(dimension)]))
    const key = JSON.stringify(keys)
    const cell = cells.get(key) ?? { keys, asked: 0, helpful: 0, notHelpful: 0, again: 0, askers: 0, weeks: new Map() }
    cells.set(key, cell)
    cell.asked += 1
    cell.helpful += Number(question.helpful === true)
    cell.notHelpful += Number(question.helpful === false)
    cell.again += Number(again)
    const askers = cell.weeks.get(week) ?? new Set()
    cell.weeks.set(week, askers.add(question.pseudonym))
    cell.askers = Math.min(ASKERS_COUNTED, Math.max(cell.askers, askers.size))
  }
  return [...cells.values()].map(({ weeks: _, ...cell }) => cell)
}

const sorted = (cells: Cell[]) => cells.map((cell) => JSON.stringify(Object.entries(cell).sort())).sort()

/** What the read side does, whatever database it stands on. */
export function questionCounts(open: (now?: () => Date) => Promise<Counted>) {
  describe('counts of a year', () => {
    let place: Counted
    let questions: LoggedQuestion[]
    beforeAll(async () => {
      const random = numbers(7)
      const one = <Value>(values: readonly Value[]): Value => values[Math.floor(random() ** 2 * values.length)] as Value
      let now = new Date('2025-12-01T04:00:00Z')
      place = await open(() => now)
      // Every second or third day, so that each week has its salt; two weeks have a crowd.
      for (let day = 0; day < 364; day += 1 + Math.floor(random() * 3)) {
        now = new Date(Date.UTC(2025, 11, 1, 4) + day * 86_400_000)
        const crowd = day >= 100 && day <= 110 ? 40 : 4
        const batch = Array.from({ length: crowd }, (_, n): AskedQuestion => {
          const outcome = one(['answered', 'calculated', 'clarified', 'declined'] as const)
          return asked({
            at: new Date(now.getTime() + n * 1000),
            channel: one(['web', 'api', 'direct-line']),
            locale: one(['zh-Hans', 'en', 'zh-Hant']),
            audience: one(['consumer', undefined, 'merchant']),
            outcome,
            why: outcome === 'declined' ? one(['no-match', 'unclear'] as const) : undefined,
            topic: one(['quota.annual', 'tax.rates', 'list.medicine']),
            entry: one(['a', 'b', undefined, 'c']),
            misconception: one([undefined, undefined, 'm']),
            speaker: `someone ${Math.floor(random() * 60)}`,
          })
        })
        for (const question of batch) await place.log.record(question)
        for (const { id } of batch) if (random() < 0.3) await place.log.rate(id, random() < 0.5)
        // Some change their mind.
        for (const { id } of batch) if (random() < 0.1) await place.log.rate(id, random() < 0.5)
      }
      questions = await all(place.log)
      // Counting is done when the last rating is in it.
      await vi.waitFor(async () => expect(await place.counts.cells(YEAR, [])).toEqual(counted(questions, [])), {
        timeout: 60_000,
        interval: 100,
      })
      return () => place[Symbol.asyncDispose]()
    }, 240_000)

    const within = (from: string, to: string) =>
      questions.filter(({ at }) => {
        const day = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
        return day >= from && day <= to
      })

    test.each<[string, Dimension[], Narrowed]>([
      ['everything', [], {}],
      ['days', ['day'], {}],
      ['weeks', ['week'], {}],
      ['months', ['month'], {}],
      ['weeks and months', ['week', 'month'], {}],
      ['topics', ['topic'], {}],
      ['topics by day', ['topic', 'day'], {}],
      ['topics by month in a channel', ['topic', 'month'], { channel: ['web'] }],
      [
        'topics in a channel, a language and an audience',
        ['topic'],
        { channel: ['web', 'api'], locale: ['en'], audience: [null] },
      ],
      ['topics by week, filtered', ['topic', 'week'], { audience: ['consumer', null] }],
      ['outcomes and reasons', ['outcome', 'why'], {}],
      ['outcomes by topic, filtered', ['topic', 'outcome'], { locale: ['zh-Hans'] }],
      ['gaps', ['topic', 'why'], { outcome: ['declined', 'clarified'] }],
      ['entries', ['entry'], {}],
      ['entries that are none', ['topic'], { entry: [null] }],
      ['misconceptions by topic, audience and channel', ['misconception', 'topic', 'audience', 'channel'], {}],
      ['a rare combination', ['entry', 'misconception', 'audience'], { why: [null], boundary: [null] }],
      ['a rare combination by week', ['entry', 'misconception', 'week'], {}],
      ['filters that nothing passes', ['topic'], { channel: ['wechat'] }],
    ])('by %s are those of the questions themselves', async (_, by, narrowed) => {
      // The counts of "asked again" look at the whole week, so periods begin where a week does.
      for (const [from, to] of [
        [YEAR.from, YEAR.to],
        ['2026-01-05', '2026-03-18'],
        ['2026-02-02', '2026-02-08'],
        ['2026-03-02', '2026-03-31'],
        ['2026-04-20', '2026-05-05'],
        ['2026-06-01', '2026-06-01'],
      ] as const)
        expect(sorted(await place.counts.cells({ from, to }, by, narrowed)), `${from} to ${to}`).toEqual(
          sorted(counted(within(from, to), by, narrowed)),
        )
    })

    test('come in order of their keys', async () => {
      const cells = await place.counts.cells(YEAR, ['month', 'topic'])
      const keys = cells.map(({ keys }) => `${keys.month} ${keys.topic}`)
      expect(keys).toEqual(keys.toSorted())
    })
  })

  describe('counts', () => {
    test('are up to date as soon as something is recorded or rated', async () => {
      await using place = await open()
      const ask = () => place.counts.cells(YEAR, ['topic'])
      expect(await ask()).toEqual([])
      const question = asked()
      await place.log.record(question)
      expect(await ask()).toMatchObject([{ keys: { topic: 'quota.annual' }, asked: 1, askers: 1, helpful: 0 }])
      await place.log.rate(question.id, true)
      expect(await ask()).toMatchObject([{ asked: 1, helpful: 1, notHelpful: 0 }])
      await place.log.rate(question.id, false)
      await place.log.rate(question.id, false, 'no')
      expect(await ask()).toMatchObject([{ asked: 1, helpful: 0, notHelpful: 1 }])
    })

    test('do not count a record twice that came twice', async () => {
      await using place = await open()
      for (let n = 0; n < 3; n++) await place.log.record(asked({ id: 'same' }))
      expect(await place.counts.cells(YEAR, [])).toMatchObject([{ asked: 1, again: 0 }])
    })

    test('stay when the words go', async () => {
      await using place = await open()
      await place.log.record(asked({ at: new Date('2026-08-01T04:00:00Z') }))
      await place.log.forgetTextBefore('2026-09-01')
      expect(await place.counts.cells(YEAR, ['month'])).toMatchObject([{ keys: { month: '2026-08' }, asked: 1 }])
    })

    test('are told once, though several count at once', async () => {
      await using place = await open()
      await Promise.all(Array.from({ length: 300 }, (_, n) => place.log.record(asked({ speaker: `s${n % 50}` }))))
      await Promise.all(Array.from({ length: 5 }, () => place.counts.cells(YEAR, [])))
      await expect
        .poll(() => place.counts.cells(YEAR, []))
        .toMatchObject([{ asked: 300, askers: ASKERS_COUNTED, again: 250 }])
    })
  })

  describe('words', () => {
    const words = async (place: Counted, narrowed: Narrowed, most = 1000) =>
      Array.fromAsync(place.counts.words(YEAR, narrowed, most), ({ text }) => text)

    test('are those of the questions wanted, newest first, and no more than wanted', async () => {
      await using place = await open()
      for (let n = 0; n < 1200; n++)
        await place.log.record(
          asked({
            at: new Date(Date.UTC(2026, 10, 1) + n * 60_000),
            text: `question ${n}`,
            outcome: n % 2 === 0 ? 'declined' : 'answered',
            why: n % 2 === 0 ? 'no-match' : undefined,
          }),
        )
      expect(await words(place, { outcome: ['declined'] }, 3)).toEqual([
        'question 1198',
        'question 1196',
        'question 1194',
      ])
      expect(await words(place, { why: [null, 'unclear'] }, 2)).toEqual(['question 1199', 'question 1197'])
      expect(new Set(await words(place, {}, 5000)).size).toBe(1200)
    })

    test('come with who asked, within the week, and are gone when they are forgotten', async () => {
      await using place = await open()
      await place.log.record(asked({ text: 'old', at: new Date('2026-08-01T04:00:00Z') }))
      await place.log.record(asked({ text: 'new' }))
      await place.log.forgetTextBefore('2026-09-01')
      const [only, ...others] = await Array.fromAsync(place.counts.words(YEAR, {}, 10))
      expect(only).toEqual({
        text: 'new',
        asker: expect.stringMatching(/^[0-9a-f]{32}$/),
        week: '2026-W48',
        topic: 'quota.annual',
        outcome: 'answered',
        why: null,
        locale: 'zh-Hans',
      })
      expect(others).toEqual([])
    })
  })
}
