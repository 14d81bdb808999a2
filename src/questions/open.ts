import { CannotOpenQuestionLog } from './cannot-open.ts'
import type { QuestionLog } from './question-log.ts'
import { sqlQuestionLog } from './sql-question-log.ts'
import { openSqlite } from './sqlite.ts'

export { CannotOpenQuestionLog }

/**
 * Opens the question log, makes its tables or brings them up to date. Close it last: `await using log = await openQuestionLog(…)`.
 * @param databaseUrl `sqlite:` and the path of a file, relative to the working folder, or `sqlite::memory:`.
 * @param options.now the clock that decides when a new week begins, and with it new pseudonyms.
 * @throws CannotOpenQuestionLog when it cannot be opened; its message names the path and what to do.
 */
export async function openQuestionLog(databaseUrl: string, options: { now: () => Date }): Promise<QuestionLog> {
  const path = /^sqlite:(?!\/\/[^/])(.+)$/s.exec(databaseUrl)?.[1]
  // A PostgreSQL address may hold a password; it is not repeated.
  if (path === undefined) throw new CannotOpenQuestionLog(databaseUrl.replace(/\/\/.*@/, '//…@'), 'url')
  return sqlQuestionLog(await openSqlite(path), options)
}
