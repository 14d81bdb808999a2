import type { Database } from '../database/database.ts'
import { openDatabase } from '../database/open.ts'
import { MIGRATIONS } from './migrations.ts'
import type { QuestionLog } from './question-log.ts'
import { sqlQuestionLog } from './sql-question-log.ts'

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

/** The question log in a database that is shared with others, who close it. @throws CannotOpenDatabase */
export async function questionLogIn(database: Database, options: { now: () => Date }): Promise<QuestionLog> {
  await database.migrate('questions', MIGRATIONS)
  return sqlQuestionLog(database, options)
}
