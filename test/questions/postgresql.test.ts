import { afterAll, describe, expect, test } from 'vitest'
import { addDays } from '../../src/core/day.ts'
import { openDatabase } from '../../src/database/open.ts'
import { migrateHandovers } from '../../src/handover/migrations.ts'
import { openQuestionLog } from '../../src/questions/open.ts'
import { migrateSubscriptions } from '../../src/subscriptions/migrations.ts'
import { manyConnections, postgresql, query } from '../database/postgresql.ts'
import { all, asked } from './asked.ts'
import { counted } from './places.ts'
import { questionCounts } from './question-counts.contract.ts'
import { aQuestionLog } from './question-log.contract.ts'

const server = postgresql()
afterAll(() => server[Symbol.asyncDispose]())

const monday = () => new Date('2026-11-23T04:00:00Z')

/** Gives the database back when what stands on it is closed. */
async function onEmpty<Part extends AsyncDisposable>(open: (url: string) => Promise<Part>): Promise<Part> {
  const { url, release } = await server.empty()
  const part = await open(url)
  let taken = true
  return {
    ...part,
    async [Symbol.asyncDispose]() {
      await part[Symbol.asyncDispose]()
      if (taken) release()
      taken = false
    },
  }
}

describe('PostgreSQL', () => {
  aQuestionLog((now = monday) => onEmpty((url) => openQuestionLog(url, { now })))
  questionCounts((now = monday) => onEmpty((url) => counted(url, now)))
})

describe('a PostgreSQL question log', () => {
  const partitions = async (url: string, table: string) =>
    (
      await query<{ name: string }>(
        url,
        `select inhrelid::regclass::text as name from pg_inherits where inhparent = '${table}'::regclass order by 1`,
      )
    ).map(({ name }) => name)

  test('has a partition for each month and words for each day, made ahead and when they are needed', async () => {
    const { url, release } = await server.empty('none')
    {
      await using log = await openQuestionLog(url, { now: () => new Date('2026-11-29T04:00:00Z') })
      expect(await partitions(url, 'question')).toEqual(['question_2026_11', 'question_2026_12'])
      expect(await partitions(url, 'question_text')).toContain('question_text_2026_12_02')
      await log.record(asked({ id: 'late', at: new Date('2024-02-29T04:00:00Z') }))
      await log.record(asked({ id: 'early', at: new Date('2031-01-31T04:00:00Z') }))
      expect(await partitions(url, 'question')).toEqual(
        expect.arrayContaining(['question_2024_02', 'question_2031_01']),
      )
      expect((await all(log)).map(({ id }) => id)).toEqual(['late', 'early'])
    }
    release()
  })

  test('has no table left that could hold what was forgotten', async () => {
    const { url, release } = await server.empty('none')
    let day = '2026-08-01'
    {
      await using log = await openQuestionLog(url, { now: () => new Date(`${day}T04:00:00Z`) })
      for (const at of ['2026-08-01', '2026-08-31', '2026-09-01'])
        await log.record(asked({ id: at, at: new Date(`${at}T04:00:00Z`), text: `a particular question of ${at}` }))
      await log.rate('2026-08-01', false, 'a particular reason')
      day = '2026-09-05'
      expect(await log.forgetTextBefore('2026-09-01')).toBe(2)
      // Not deleted rows waiting for a vacuum: the tables that held them are no more.
      const words = await partitions(url, 'question_text')
      expect(words.filter((name) => name < 'question_text_2026_09_01')).toEqual([])
      const held: unknown[] = []
      for (const { name } of await query<{ name: string }>(
        url,
        `select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
      ))
        held.push(...(await query(url, `select t::text as row from ${name} t where t::text like '%particular%'`)))
      expect(held).toEqual([{ row: expect.stringContaining('2026-09-01') }])
      // Somebody may still rate it; the reason has nowhere to stay.
      expect(await log.rate('2026-08-01', true, 'another reason')).toBe(true)
      expect((await all(log))[0]).toMatchObject({ id: '2026-08-01', text: '', helpful: true, ratingReason: undefined })
    }
    release()
  })

  test.runIf(manyConnections)('can be opened while somebody else drops the words of old days', async () => {
    const { url, release } = await server.empty('none')
    {
      await using log = await openQuestionLog(url, { now: () => new Date('2026-09-05T04:00:00Z') })
      for (let day = '2026-05-01'; day < '2026-09-01'; day = addDays(day, 1))
        await log.record(asked({ id: day, at: new Date(`${day}T04:00:00Z`) }))
      const opening = Array.from({ length: 5 }, async () => {
        await using database = await openDatabase(url)
        await migrateSubscriptions(database)
        await migrateHandovers(database)
      })
      expect(await log.forgetTextBefore('2026-09-01')).toBe(123)
      await Promise.all(opening)
    }
    release()
  })

  test.runIf(manyConnections)('is written by several processes at once, who count everything once', async () => {
    const { url, release } = await server.empty()
    {
      await using one = await counted(url, monday, 'own')
      await using other = await counted(url, monday, 'own')
      await Promise.all(
        Array.from({ length: 300 }, (_, n) =>
          (n % 2 === 0 ? one : other).log.record(asked({ id: `${n % 200}`, speaker: `s${n % 7}` })),
        ),
      )
      await Promise.all(
        Array.from({ length: 50 }, (_, n) => (n % 2 === 0 ? one : other).log.rate(`${n % 10}`, n % 3 === 0)),
      )
      const count = (place: typeof one) => place.counts.cells({ from: '2026-11-23', to: '2026-11-23' }, [])
      const rated = (await all(one.log)).flatMap(({ helpful }) => helpful ?? [])
      const [helpful, notHelpful] = [true, false].map((said) => rated.filter((one) => one === said).length)
      expect(rated).toHaveLength(10)
      for (const place of [one, other])
        await expect
          .poll(() => count(place))
          .toMatchObject([{ asked: 200, askers: 7, again: 193, helpful, notHelpful }])
    }
    release()
  })

  test('that cannot be opened says why, and never the password', async () => {
    const problem = (url: string) =>
      openQuestionLog(url, { now: monday }).then(
        () => expect.fail('it opened'),
        (error) => error,
      )
    const away = await problem('postgres://somebody:secret@127.0.0.1:1/log')
    expect(away).toMatchObject({ name: 'CannotOpenDatabase', reason: 'away', path: 'postgres://127.0.0.1:1/log' })
    expect(`${away.message} ${away.stack}`).not.toContain('secret')
  })
})
