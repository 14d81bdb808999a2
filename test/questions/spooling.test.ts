import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/database/open.ts'
import { openQuestionLog, questionLogIn } from '../../src/questions/open.ts'
import type { QuestionLog } from '../../src/questions/question-log.ts'
import { createService } from '../../src/service.ts'
import { createLog } from '../../src/telemetry/log.ts'
import { query } from '../database/postgresql.ts'
import { type Stoppable, stoppable } from '../database/stoppable.ts'
import { all, asked } from './asked.ts'

// As long as the database stays away in the middle of traffic, in seconds: AWAY_SECONDS=60 for a minute.
const AWAY = Number(process.env.AWAY_SECONDS ?? 0) * 1000
// Milliseconds between two questions of somebody: four who never pause would fill the spool in a minute.
const PACE = AWAY > 0 ? 10 : 0

let server: Stoppable
let folder = ''
let files = 0
const newSpool = () => join(folder, `spool-${files++}.db`)
const monday = () => new Date('2026-11-23T04:00:00Z')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spool-'))
  server = await stoppable()
})
beforeEach(async () => {
  await server.stop()
  await server.start()
  await query(server.url, 'drop schema public cascade; create schema public')
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

/** A log that spools into a file, and what it told. */
async function open(file: string, { now = monday, most = 10_000 } = {}): Promise<QuestionLog & { told: string[] }> {
  const told: string[] = []
  const database = await openDatabase(server.url)
  const log = await questionLogIn(database, {
    now,
    spool: { file, most, onSpool: (event) => told.push(event.database) },
  })
  return {
    ...log,
    told,
    async [Symbol.asyncDispose]() {
      await log[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

const isBack = (log: QuestionLog) => expect.poll(() => log.condition(), { timeout: 20_000 + 2 * AWAY }).toBe('ok')

/** What the database holds, read without the log. */
async function kept(): Promise<{ id: string; pseudonym: string; helpful: number | null }[]> {
  return await query(server.url, 'select id, pseudonym, helpful from question order by at, id')
}

describe('while PostgreSQL is away', () => {
  test(
    'every question of a service in the middle of traffic is answered, and every record is there once afterwards',
    async () => {
      await using parts = new AsyncDisposableStack()
      const config = readConfig({ DATABASE_URL: server.url, SPOOL_FILE: newSpool() })
      const service = await createService(config, createLog('silent'), parts)
      await isBack(service.questions)
      const answered: string[] = []
      const rated: string[] = []
      let stopped = false
      const asker = async (name: string) => {
        for (let n = 0; !stopped; n++) {
          const reply = await service.respond({ text: '跨境电商一年能买多少', channel: 'api', speaker: name })
          expect(reply.outcome).toBe('answered')
          answered.push(reply.id)
          if (n % 5 === 0 && (await service.rate(reply.id, true))) rated.push(reply.id)
          await wait(PACE)
        }
      }
      const traffic = Promise.all(['a', 'b', 'c', 'd'].map(asker))
      const more = (count: number) => {
        const until = answered.length + count
        return expect.poll(() => answered.length).toBeGreaterThan(until)
      }
      try {
        await more(50)
        await server.stop()
        await expect.poll(() => service.questions.condition()).toBe('spooling')
        const back = Date.now() + AWAY
        await more(50)
        await expect.poll(() => Date.now(), { timeout: AWAY + 20_000, interval: 500 }).toBeGreaterThanOrEqual(back)
        await server.start()
        await isBack(service.questions)
        await more(50)
      } finally {
        stopped = true
        await traffic
      }
      await isBack(service.questions)

      const there = await kept()
      expect(there.map(({ id }) => id).sort()).toEqual(answered.sort())
      expect(
        there
          .filter(({ helpful }) => helpful === 1)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(rated.sort())
      // The same four people before, meanwhile and afterwards.
      expect(new Set(there.map(({ pseudonym }) => pseudonym)).size).toBe(4)
    },
    120_000 + AWAY,
  )

  test('records wait through a restart, also of a service that starts without the database', async () => {
    const file = newSpool()
    await server.stop()
    for (const id of ['first', 'second']) {
      await using log = await open(file)
      expect(await log.condition()).toBe('spooling')
      await log.record(asked({ id, at: new Date(`2026-11-23T04:00:0${id === 'first' ? 0 : 1}Z`) }))
      expect(log.told).toEqual(['away'])
    }
    await server.start()
    await using log = await open(file)
    await isBack(log)
    const [first, second] = await kept()
    expect([first?.id, second?.id]).toEqual(['first', 'second'])
    // A salt made while there was none became everybody's.
    expect(first?.pseudonym).toMatch(/^[0-9a-f]{32}$/)
    expect(second?.pseudonym).toBe(first?.pseudonym)
    await log.record(asked({ id: 'third', at: new Date('2026-11-23T04:00:02Z') }))
    expect((await kept())[2]?.pseudonym).toBe(first?.pseudonym)
  })

  test('an asker is not counted as a second person where another process had made a salt', async () => {
    const file = newSpool()
    {
      await using other = await openQuestionLog(server.url, { now: monday })
      await other.record(asked({ id: 'a', speaker: 'one person', at: new Date('2026-11-23T04:00:00Z') }))
    }
    await server.stop()
    await using log = await open(file)
    await log.record(asked({ id: 'b', speaker: 'one person', at: new Date('2026-11-23T04:00:01Z') }))
    await server.start()
    await isBack(log)
    const [a, b] = await kept()
    expect(a?.pseudonym).toMatch(/^[0-9a-f]{32}$/)
    expect(b).toMatchObject({ id: 'b', pseudonym: '' })
  })

  test('a process that knew the salt goes on with it after a restart', async () => {
    const file = newSpool()
    {
      await using log = await open(file)
      await isBack(log)
      await log.record(asked({ id: 'a', at: new Date('2026-11-23T04:00:00Z') }))
    }
    await server.stop()
    await using log = await open(file)
    await log.record(asked({ id: 'b', at: new Date('2026-11-23T04:00:01Z') }))
    await server.start()
    await isBack(log)
    const [a, b] = await kept()
    expect(b?.pseudonym).toBe(a?.pseudonym)
  })

  test('ratings wait behind what they are about', async () => {
    await using log = await open(newSpool())
    await isBack(log)
    await log.record(asked({ id: 'before' }))
    await server.stop()
    await log.record(asked({ id: 'meanwhile' }))
    expect(await log.rate('before', false)).toBe(true)
    expect(await log.rate('meanwhile', true, 'thanks')).toBe(true)
    await server.start()
    await isBack(log)
    const there = await all(log)
    expect(there.find(({ id }) => id === 'before')).toMatchObject({ helpful: false })
    expect(there.find(({ id }) => id === 'meanwhile')).toMatchObject({ helpful: true, ratingReason: 'thanks' })
    expect(log.told).toEqual(['away', 'back'])
  })

  test('no more is kept than there is room for, which is told', async () => {
    await server.stop()
    await using log = await open(newSpool(), { most: 3 })
    const results = []
    for (let n = 0; n < 5; n++)
      results.push(
        await log.record(asked()).then(
          () => 'kept',
          () => 'lost',
        ),
      )
    expect(results).toEqual(['kept', 'kept', 'kept', 'lost', 'lost'])
    expect(await log.condition()).toBe('unavailable')
    await server.start()
    await isBack(log)
    expect(await kept()).toHaveLength(3)
  })

  test('a record that the database refuses does not hold up the others', async () => {
    await server.stop()
    await using log = await open(newSpool())
    await log.record(asked({ id: 'a' }))
    await log.record(asked({ id: 'broken', text: 'a \u0000 byte that PostgreSQL does not take' }))
    await log.record(asked({ id: 'b' }))
    await server.start()
    await isBack(log)
    expect((await kept()).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('neither words nor salts stay behind in the spool', async () => {
    const file = newSpool()
    let now = monday()
    await using log = await open(file, { now: () => now })
    await isBack(log)
    await log.record(asked())
    await server.stop()
    await log.record(asked({ text: 'a very particular question' }))
    const bytes = async () => Buffer.concat([await readFile(file), await readFile(`${file}-wal`)])
    expect((await bytes()).includes('particular')).toBe(true)
    const [row] = await (async () => {
      await server.start()
      await isBack(log)
      return await query<{ salt: string }>(server.url, 'select salt from salt')
    })()
    expect(row?.salt).toMatch(/^[0-9a-f]{64}$/)
    await expect.poll(async () => (await bytes()).includes('particular')).toBe(false)
    now = new Date('2026-11-30T04:00:00Z')
    await log.forgetTextBefore('2026-01-01')
    expect((await bytes()).includes(row?.salt ?? '')).toBe(false)
  })
})
