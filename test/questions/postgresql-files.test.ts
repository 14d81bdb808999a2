import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HandedQuestion } from '../../src/core/handover.ts'
import { openDatabase } from '../../src/database/open.ts'
import { handoversIn } from '../../src/handover/handovers.ts'
import { migrateHandovers } from '../../src/handover/migrations.ts'
import { openQuestionLog } from '../../src/questions/open.ts'
import { query } from '../database/postgresql.ts'
import { type Stoppable, stoppable } from '../database/stoppable.ts'
import { asked } from './asked.ts'

const server: Stoppable = await stoppable()
beforeAll(() => server.start(), 120_000)
afterAll(() => server[Symbol.asyncDispose]())

/** Which of some texts stand in any file of a database: tables, indexes, what is too long for them, statistics, the server's own log. */
async function inFiles(texts: string[]): Promise<string[]> {
  // What is in memory alone is written first.
  await query(server.url, 'checkpoint')
  const files = await readdir(join(server.data ?? '', 'base'), { recursive: true, withFileTypes: true })
  const held = new Set<string>()
  for (const file of files) {
    if (!file.isFile()) continue
    // A file may be removed while the others are read.
    const bytes = await readFile(join(file.parentPath, file.name)).catch(() => Buffer.alloc(0))
    for (const text of texts) if (bytes.includes(text)) held.add(text)
  }
  return texts.filter((text) => held.has(text))
}

describe.skipIf(server.data === undefined)(
  "the files of a PostgreSQL database (its log of writes, pg_wal, is the server's own)",
  () => {
    test('hold no byte of what was forgotten, nor of the salt of a week that is over', async () => {
      let day = '2026-11-20'
      await using log = await openQuestionLog(server.url, { now: () => new Date(`${day}T04:00:00Z`) })
      const at = new Date(`${day}T04:00:00Z`)
      for (let n = 0; n < 50; n++) await log.record(asked({ id: `q${n}`, at, text: `a particular question ${n}` }))
      // Too long for a row: kept beside the table, and packed but for its first letters.
      const long = `wombats ${Array.from({ length: 1500 }, (_, n) => (n * 7919) % 10007).join(' ')}`
      await log.record(asked({ id: 'long', at, text: long }))
      await log.rate('q1', false, 'a peculiar reason')
      const [row] = await query<{ salt: string }>(server.url, 'select salt from salt')
      const salt = row?.salt ?? ''
      // What the planner knows of a column are some of its values.
      await query(server.url, 'analyze')
      const secrets = ['particular question', 'wombats', 'peculiar reason', salt]
      expect(await inFiles(secrets)).toEqual(secrets)

      day = '2026-11-23'
      expect(await log.forgetTextBefore('2026-11-21')).toBe(51)

      expect(await inFiles(secrets)).toEqual([])
    })

    test('hold no byte of a question handed to a person that is done and was dropped', async () => {
      const handed: HandedQuestion = { question: 'a singular question', locale: 'en', topic: 'other', channel: 'api' }
      let day = '2026-08-01'
      await using database = await openDatabase(server.url)
      await migrateHandovers(database)
      const inbox = handoversIn(database, { now: () => new Date(`${day}T04:00:00Z`) })
      for (let n = 0; n < 30; n++) {
        const reference = (await inbox.hand(handed, `asker ${n}`)) ?? ''
        await inbox.claim(reference, 'Chen')
        await inbox.answer(reference, 'Chen', 'an uncommon answer')
      }
      await query(server.url, 'analyze')
      const secrets = ['singular question', 'uncommon answer']
      expect(await inFiles(secrets)).toEqual(secrets)
      day = '2026-11-23'
      // Somebody reads the table, as a backup does: nobody waits for them, and the bytes go when they are done.
      const reader = new pg.Client({ connectionString: server.url })
      await reader.connect()
      await reader.query('begin; select count(*) from handover')
      expect(await inbox.forgetBefore('2026-09-01')).toBe(30)
      expect(await inFiles(secrets)).toEqual(secrets)
      await reader.end()
      await database.scrub()
      expect(await inFiles(secrets)).toEqual([])
    })
  },
)
