import type { Database } from '../database/database.ts'
import { dayOf } from './china-time.ts'
import { groupCommits } from './group-commit.ts'
import type { QuestionLog } from './question-log.ts'
import type { QuestionStore } from './question-store.ts'
import { toRows } from './rows.ts'
import type { Draft, Writer } from './writer.ts'

/** The question log over SQL. Its tables are there already, or the writer can do without them for a while. */
export function sqlQuestionLog(
  parts: { database: Database; store: QuestionStore; writer: Writer },
  { now }: { now: () => Date },
): QuestionLog {
  const { database, store, writer } = parts
  const commits = groupCommits<Draft>(writer.commit, database.rejectsRow)
  let closed = false

  return {
    async record(question) {
      if (closed) throw new Error('the question log is closed')
      await commits.add({ rows: toRows(question, ''), question })
    },
    rate: (reply, helpful, reason) => writer.rate(reply, helpful, reason ?? null),
    between: store.between,
    async forgetTextBefore(day) {
      // Nobody may have asked since the week ended, and its salt is due as well.
      await writer.turnWeek()
      await store.forgetAskersBefore(dayOf(now()))
      return await store.forgetTextBefore(day)
    },
    condition: async () => (closed ? 'unavailable' : await writer.condition()),
    async [Symbol.asyncDispose]() {
      if (closed) return
      closed = true
      await commits.drain()
      await writer[Symbol.asyncDispose]()
    },
  }
}
