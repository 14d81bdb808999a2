import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { openDatabase } from '../../src/database/open.ts'
import { openQuestionCounts, type ThreadTimes } from '../../src/questions/counts-in-worker.ts'
import { lookWhatIsDue } from '../../src/questions/due.ts'
import { questionLogIn } from '../../src/questions/open.ts'
import type { QuestionLog } from '../../src/questions/question-log.ts'
import { asked } from './asked.ts'

/** Milliseconds after which something that happens by itself has not happened. */
const PATIENCE = 20_000
const DAY = { from: '2026-11-23', to: '2026-11-23' }

describe('the thread that counts', () => {
  let folder: string
  let database: Database
  let log: QuestionLog
  let threads: Worker[]
  const begun = (message: unknown) => void threads.push((message as { worker: Worker }).worker)

  beforeEach(async () => {
    threads = []
    subscribe('worker_threads', begun)
    folder = await mkdtemp(join(tmpdir(), 'counts-thread-'))
    database = await openDatabase(`sqlite:${join(folder, 'log.db')}`)
    log = await questionLogIn(database, { now: () => new Date('2026-11-23T04:00:00.000Z') })
  })
  afterEach(async () => {
    unsubscribe('worker_threads', begun)
    await log[Symbol.asyncDispose]()
    await database[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  })

  const nothingIsDue = () =>
    vi.waitFor(async () => expect(await lookWhatIsDue(database)).toBeUndefined(), { timeout: PATIENCE })
  const counts = (times: Partial<ThreadTimes>) =>
    openQuestionCounts(database, {
      mostDue: 1000,
      latest: PATIENCE * 10,
      lookEvery: 20,
      linger: PATIENCE * 10,
      ...times,
    })
  const record = async (many: number) => {
    for (let index = 0; index < many; index++) await log.record(asked())
  }
  const total = async (from: ReturnType<typeof counts>) => (await from.cells(DAY, []))[0]?.asked

  test('is not there while little waits and nobody wants counts, and is there for who wants them', async () => {
    await using from = counts({})
    await record(3)
    expect(threads).toHaveLength(0)
    expect(await total(from)).toBe(3)
    expect(threads).toHaveLength(1)
  })

  test('begins by itself when much waits, and ends when all is counted', async () => {
    await using _ = counts({ mostDue: 3, linger: 0 })
    await record(3)
    await nothingIsDue()
    expect(threads.length).toBeGreaterThan(0)
    for (const thread of threads) if (thread.threadId !== -1) await once(thread, 'exit')
  })

  test('begins by itself when something has waited for long', async () => {
    await using _ = counts({ latest: 100 })
    await record(1)
    await nothingIsDue()
  })

  test('ends when nobody wants counts any more, and another tells whoever does', async () => {
    await using from = counts({ linger: 0 })
    await record(2)
    expect(await total(from)).toBe(2)
    const [first] = threads
    if (first && first.threadId !== -1) await once(first, 'exit')
    await record(2)
    expect(await total(from)).toBe(4)
    expect(threads).toHaveLength(2)
  })

  test('loses no request, though it is about to end', async () => {
    await using from = counts({ linger: 0 })
    for (let round = 1; round <= 30; round++) {
      await record(1)
      expect(await total(from)).toBe(round)
    }
  })
})
