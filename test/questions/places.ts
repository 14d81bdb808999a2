import { openDatabase } from '../../src/database/open.ts'
import { openQuestionCounts } from '../../src/questions/counts-in-worker.ts'
import { questionLogIn } from '../../src/questions/open.ts'
import { sqlQuestionCounts } from '../../src/questions/sql-question-counts.ts'
import type { Counted } from './question-counts.contract.ts'

/** A log and its counts in the database at an address, the counts in this thread or in their own. */
export async function counted(url: string, now: () => Date, thread: 'this' | 'own' = 'this'): Promise<Counted> {
  const database = await openDatabase(url)
  const log = await questionLogIn(database, { now })
  const counts = thread === 'this' ? sqlQuestionCounts(database) : openQuestionCounts(database)
  return {
    log,
    counts,
    async [Symbol.asyncDispose]() {
      await counts[Symbol.asyncDispose]()
      await log[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}
