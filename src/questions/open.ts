import { CannotOpenDatabase } from '../database/cannot-open.ts'
import type { Database } from '../database/database.ts'
import { openDatabase } from '../database/open.ts'
import { dayOf } from './china-time.ts'
import { migrateQuestions } from './migrations.ts'
import type { QuestionLog } from './question-log.ts'
import { questionStore } from './question-store.ts'
import { openSpool } from './spool.ts'
import { type OnSpool, spoolingWriter } from './spooling-writer.ts'
import { sqlQuestionLog } from './sql-question-log.ts'
import { directWriter } from './writer.ts'

/** Where records wait while a remote database is away: the file, how many at most, and who is told. */
export type SpoolOptions = { file: string; most: number; onSpool: OnSpool }

/**
 * Opens the question log with a database of its own, makes its tables or brings them up to date. Close it last:
 * `await using log = await openQuestionLog(…)`.
 * @param databaseUrl as for {@link openDatabase}.
 * @param options.now the clock that decides when a new week begins, and with it new pseudonyms.
 * @throws CannotOpenDatabase when it cannot be opened; its message names the place and what to do.
 */
export async function openQuestionLog(databaseUrl: string, options: { now: () => Date }): Promise<QuestionLog> {
  const database = await openDatabase(databaseUrl)
  try {
    const log = await questionLogIn(database, options)
    return {
      ...log,
      async [Symbol.asyncDispose]() {
        await log[Symbol.asyncDispose]()
        await database[Symbol.asyncDispose]()
      },
    }
  } catch (error) {
    await database[Symbol.asyncDispose]()
    throw error
  }
}

/**
 * The question log in a database that is shared with others, who close it.
 * @param options.spool lets a remote database be away, at the start too: its tables are made when it is there.
 * @throws CannotOpenDatabase
 */
export async function questionLogIn(
  database: Database,
  { now, spool }: { now: () => Date; spool?: SpoolOptions | undefined },
): Promise<QuestionLog> {
  const store = questionStore(database)
  if (!spool || database.dialect === 'sqlite') {
    await migrateQuestions(database)
    await store.prepare(dayOf(now()))
    return sqlQuestionLog({ database, store, writer: directWriter(database, store, now) }, { now })
  }
  const unreachable = await migrateQuestions(database).then(
    () => undefined,
    (error) => {
      if (error instanceof CannotOpenDatabase && error.reason === 'away') return error
      throw error
    },
  )
  const opened = await openSpool(spool.file, spool.most)
  const writer = spoolingWriter({ database, store, spool: opened, now, onSpool: spool.onSpool }, unreachable)
  return sqlQuestionLog({ database, store, writer }, { now })
}
