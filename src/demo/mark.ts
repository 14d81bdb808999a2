import { sql } from 'kysely'
import type { Day } from '../core/day.ts'
import { type Database, type Migrations, tablesOf } from '../database/database.ts'
import { migrateQuestions } from '../questions/migrations.ts'
import type { Tables } from '../questions/schema.ts'

/** What a database of made-up questions holds, so that it is never taken for a real one, nor a real one for it. */
type Mark = { today: Day; total: number; seed: number }
type Marked = Tables & { synthetic: Mark & { complete: number } }

const MIGRATIONS: Migrations = {
  '2026-12-synthetic': {
    async up(db) {
      await sql`create table synthetic (today text not null, total integer not null, seed integer not null,
        complete integer not null)`.execute(db)
    },
  },
}

/** A database that made-up questions must not be written to. The message says which and why. */
export class NotSynthetic extends Error {}

/** Whether nobody asked what a database holds. */
export async function isMadeUp({ db }: Database): Promise<boolean> {
  return (await db.introspection.getTables()).some(({ name }) => name === 'synthetic')
}

/** Whether a database holds exactly this made-up year. @throws NotSynthetic when it holds something that was really asked */
export async function isSynthetic(database: Database, { today, total, seed }: Mark): Promise<boolean> {
  await migrateQuestions(database)
  const { db } = tablesOf<Marked>(database)
  if (!(await isMadeUp(database))) {
    const some = await db.selectFrom('question').select('id').limit(1).execute()
    if (some.length > 0) throw new NotSynthetic(`${database.where} holds questions that were really asked`)
    return false
  }
  const [mark] = await db.selectFrom('synthetic').selectAll().execute()
  return mark?.complete === 1 && mark.today === today && mark.total === total && mark.seed === seed
}

/** Empties a database that {@link isSynthetic} has looked at, and marks it. It becomes complete with {@link complete}. */
export async function startAfresh(database: Database, mark: Mark): Promise<void> {
  await database.migrate('demo', MIGRATIONS)
  const { db } = tablesOf<Marked>(database)
  await db.deleteFrom('synthetic').execute()
  await db
    .insertInto('synthetic')
    .values({ ...mark, complete: 0 })
    .execute()
  for (const table of ['question', 'question_text', 'cell', 'roll_up_due', 'asked_topic', 'salt'] as const)
    await db.deleteFrom(table).execute()
}

/** Remembers that everything is there. */
export async function complete(database: Database): Promise<void> {
  await tablesOf<Marked>(database).db.updateTable('synthetic').set({ complete: 1 }).execute()
}
