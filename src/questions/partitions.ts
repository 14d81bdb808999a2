import { sql } from 'kysely'
import { addDays, type Day } from '../core/day.ts'
import type { Database } from '../database/database.ts'
import { unsampled } from '../database/unsampled.ts'

// In PostgreSQL the log has a partition for each month, and the words one for each day: retention is a number of days, and dropping a
// partition removes the words' files at once, where deleted rows would lie about until a vacuum has rewritten the table. SQLite has
// no partitions; there deleted words are overwritten with zeros.

/** How far ahead partitions are made, so that no turn has to. */
const DAYS_AHEAD = 3

/** Milliseconds to wait for the right to add or drop a partition; whoever records meanwhile waits behind. */
const PATIENCE = 2 * 1000

/** The partitions of a question log. */
export type Partitions = {
  /** Sees to it that questions of these days have a place. Asks the database once for each day. */
  provide(days: Iterable<Day>): Promise<void>
  /** Makes those that will be needed next. */
  provideAhead(today: Day): Promise<void>
  /** Drops the words of days before a day with their files. Returns how many there were. */
  dropWordsBefore(day: Day): Promise<number>
}

/** For databases that have none. */
const NONE: Partitions = {
  provide: async () => {},
  provideAhead: async () => {},
  dropWordsBefore: async () => 0,
}

const compact = (day: string) => day.replaceAll('-', '_')

export function partitionsOf(database: Database): Partitions {
  if (database.dialect !== 'postgresql') return NONE
  const known = new Set<Day>()

  async function make(days: Day[]): Promise<void> {
    await database.transaction(async (db) => {
      await sql`select set_config('lock_timeout', ${String(PATIENCE)}, true)`.execute(db)
      // Two that make the same partition would disturb each other.
      await sql`select pg_advisory_xact_lock(hashtext('tongguan partitions'))`.execute(db)
      for (const day of days) {
        const month = `${day.slice(0, 7)}-01`
        const next = `${addDays(month, 31).slice(0, 7)}-01`
        await partition('question', day.slice(0, 7), month, next)
        await partition('question_text', day, day, addDays(day, 1))
      }
      async function partition(table: string, name: string, from: Day, to: Day): Promise<void> {
        const partition = `${table}_${compact(name)}`
        const { rows } = await sql<{ found: string | null }>`select to_regclass(${partition}) as found`.execute(db)
        if (rows[0]?.found !== null) return
        await sql`create table ${sql.table(partition)} partition of ${sql.table(table)}
          for values from (${sql.lit(from)}) to (${sql.lit(to)})`.execute(db)
        if (table === 'question_text') await unsampled(db, partition, ['text', 'rating_reason'])
      }
    })
    for (const day of days) known.add(day)
  }

  async function provide(days: Iterable<Day>): Promise<void> {
    const missing = [...new Set(days)].filter((day) => !known.has(day))
    if (missing.length > 0) await make(missing)
  }

  return {
    provide,
    provideAhead: (today) => provide(Array.from({ length: DAYS_AHEAD + 1 }, (_, n) => addDays(today, n))),
    async dropWordsBefore(day) {
      const { rows } = await sql<{ name: string }>`select inhrelid::regclass::text as name from pg_inherits
        where inhparent = 'question_text'::regclass`.execute(database.db)
      let dropped = 0
      for (const { name } of rows) {
        if (name >= `question_text_${compact(day)}`) continue
        known.delete(name.replace('question_text_', '').replaceAll('_', '-'))
        dropped += await database.transaction(async (db) => {
          await sql`select set_config('lock_timeout', ${String(PATIENCE)}, true)`.execute(db)
          const { rows: held } = await sql<{
            words: number
          }>`select count(*)::int as words from ${sql.table(name)}`.execute(db)
          await sql`drop table if exists ${sql.table(name)}`.execute(db)
          return held[0]?.words ?? 0
        })
      }
      return dropped
    },
  }
}
