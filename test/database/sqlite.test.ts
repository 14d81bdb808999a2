import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openSqlite } from '../../src/database/sqlite.ts'

test('whoever wants to write waits for another writer without holding up this process', async () => {
  await using parts = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'sqlite-'))
  parts.defer(() => rm(folder, { recursive: true, force: true }))
  const database = parts.use(await openSqlite(join(folder, 'shared.db')))
  await sql`create table told (what text)`.execute(database.db)
  const other = new DatabaseSync(database.where)
  parts.defer(() => other.close())
  other.exec('begin immediate')

  const written: string[] = []
  const writing = database.transaction(async (db) => {
    await sql`insert into told values ('ours')`.execute(db)
    written.push('ours')
  })
  // A few of its tries. If it waited asleep, they would be over before this process let the other one go on.
  for (let turns = 0; turns < 5; turns++) await wait(2)
  expect(await sql`select count(*) as count from told`.execute(database.db)).toMatchObject({ rows: [{ count: 0 }] })
  written.push('theirs')
  other.exec('commit')
  await writing

  expect(written).toEqual(['theirs', 'ours'])
})
