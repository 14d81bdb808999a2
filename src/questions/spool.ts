import { createHash } from 'node:crypto'
import { type Generated, sql } from 'kysely'
import { type Migrations, tablesOf } from '../database/database.ts'
import { openSqlite } from '../database/sqlite.ts'
import { newSalt } from './pseudonym.ts'
import type { Rows } from './rows.ts'

/** What waits while the remote database is away. `signed`: which salt made the pseudonym, where the remote database did not know it. */
export type Spooled =
  | { kind: 'question'; rows: Rows; signed: string }
  | { kind: 'rating'; id: string; helpful: boolean; reason: string | null }

/** A week's salt: whether it was made here, without the remote database. */
export type SpoolSalt = { salt: string; own: boolean }

type SpoolTables = {
  spooled: { seq: Generated<number>; item: string }
  spool_salt: { week: string; salt: string; own: number }
}

const MIGRATIONS: Migrations = {
  '2026-12-spool': {
    async up(db) {
      await sql`create table spooled (seq integer primary key autoincrement, item text not null) strict`.execute(db)
      await sql`create table spool_salt (week text primary key, salt text not null, own integer not null) strict`.execute(
        db,
      )
    },
  },
}

/** Tells one salt from another without telling what it is. */
export const fingerprint = (salt: string): string => createHash('sha256').update(salt).digest('hex').slice(0, 16)

/** There is no room for more. */
export class SpoolFull extends Error {}

/**
 * Holds records in a SQLite file of this machine while the database is away. Several processes may share the file. A copy of the
 * week's salt lies in it too, so that whoever starts again meanwhile goes on with the same pseudonyms; it goes when the week does.
 */
export type Spool = Awaited<ReturnType<typeof openSpool>>

/**
 * @param file made if missing, with its folder.
 * @param most how many may wait.
 * @throws CannotOpenDatabase
 */
export async function openSpool(file: string, most: number) {
  const database = tablesOf<SpoolTables>(await openSqlite(file))
  await database.migrate('spool', MIGRATIONS)
  const { db } = database
  /** How many wait. They leave from the front, so that first and last tell, and nothing has to be counted. */
  const waiting = async () => {
    const { rows } = await sql<{ count: number | null }>`select
      (select max(seq) from spooled) - (select min(seq) from spooled) + 1 as count`.execute(db)
    return rows[0]?.count ?? 0
  }

  return {
    /** Whether another would find room. */
    hasRoom: async () => (await waiting()) < most,

    /** Keeps all of these or none. @throws SpoolFull */
    async add(items: Spooled[]): Promise<void> {
      if ((await waiting()) + items.length > most) throw new SpoolFull(`${most} records wait for the database already`)
      await db
        .insertInto('spooled')
        .values(items.map((item) => ({ item: JSON.stringify(item) })))
        .execute()
    },

    /** Those that have waited longest. */
    async oldest(count: number): Promise<{ seq: number; item: Spooled }[]> {
      const rows = await db.selectFrom('spooled').selectAll().orderBy('seq').limit(count).execute()
      return rows.map(({ seq, item }) => ({ seq, item: JSON.parse(item) as Spooled }))
    },

    async remove(seqs: number[]): Promise<void> {
      await db.deleteFrom('spooled').where('seq', 'in', seqs).execute()
    },

    /** The salt of a week as far as it is known here. */
    async salt(week: string): Promise<SpoolSalt | undefined> {
      const row = await db.selectFrom('spool_salt').selectAll().where('week', '=', week).executeTakeFirst()
      return row && { salt: row.salt, own: row.own === 1 }
    },

    /** The salt of a week; made here where none is known. */
    async anySalt(week: string): Promise<SpoolSalt> {
      await db
        .insertInto('spool_salt')
        .values({ week, salt: newSalt(), own: 1 })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      const row = await db.selectFrom('spool_salt').selectAll().where('week', '=', week).executeTakeFirstOrThrow()
      return { salt: row.salt, own: row.own === 1 }
    },

    /** Keeps the salt that the remote database has. */
    async keepSalt(week: string, salt: string): Promise<void> {
      await db
        .insertInto('spool_salt')
        .values({ week, salt, own: 0 })
        .onConflict((conflict) => conflict.column('week').doUpdateSet({ salt, own: 0 }))
        .execute()
    },

    /** Destroys the salts of the weeks before. */
    async forgetSaltsBefore(week: string): Promise<void> {
      const { numDeletedRows } = await db.deleteFrom('spool_salt').where('week', '<', week).executeTakeFirstOrThrow()
      if (numDeletedRows > 0n) await database.scrub()
    },

    scrub: database.scrub,
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}
