import { type Database, tablesOf } from '../database/database.ts'
import type { Tables } from './schema.ts'

/** The first and the last thing that wait to be counted: each question and each rating has the next number. */
export type Due = { first: number; last: number }

/** Looks what waits to be counted, at no cost to whoever asks; undefined when nothing does. Rejects while the database is away or has no tables yet. */
export async function lookWhatIsDue(database: Database): Promise<Due | undefined> {
  const { db } = tablesOf<Tables>(database)
  const seq = (order: 'asc' | 'desc') =>
    db.selectFrom('roll_up_due').select('seq').orderBy('seq', order).limit(1).executeTakeFirst()
  const first = await seq('asc')
  const last = await seq('desc')
  return first && last && { first: Number(first.seq), last: Number(last.seq) }
}
