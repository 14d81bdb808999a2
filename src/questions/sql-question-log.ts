import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Outcome } from '../core/answer.ts'
import { type Database, tablesOf } from '../database/database.ts'
import { groupCommits } from './group-commit.ts'
import { pseudonym, weeklySalt } from './pseudonym.ts'
import type { AskedQuestion, Days, LoggedQuestion, QuestionLog } from './question-log.ts'
import { fromRow, toRow } from './rows.ts'
import type { QuestionRow, Tables } from './schema.ts'

/** Rows read or blanked at a time: few enough that turns waiting for the database hardly notice. */
const PAGE = 250

type Draft = { row: Omit<QuestionRow, 'pseudonym'>; question: AskedQuestion }

/** The question log over SQL: every query, once, in words that all databases understand. Its tables are there already. */
export function sqlQuestionLog(database: Database, { now }: { now: () => Date }): QuestionLog {
  const { db } = tablesOf<Tables>(database)
  const saltOfTheWeek = weeklySalt(db, now, database.scrub)
  let closed = false

  /** One statement is one transaction: all of the rows or none. A row that is there already stays as it is. */
  async function insert(drafts: Draft[]): Promise<void> {
    const salt = await saltOfTheWeek()
    const rows = drafts.map(({ row, question: { channel, speaker } }) => ({
      ...row,
      pseudonym: pseudonym(salt, channel, speaker),
    }))
    await db
      .insertInto('question')
      .values(rows)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }
  const commits = groupCommits(insert, database.rejectsRow)

  return {
    async record(question) {
      if (closed) throw new Error('the question log is closed')
      await commits.add({ row: toRow(question), question })
    },

    async rate(reply, helpful, reason) {
      const { numUpdatedRows } = await db
        .updateTable('question')
        .set({ helpful: helpful ? 1 : 0, rating_reason: reason ?? null })
        .where('id', '=', reply)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },

    async *between({ from, to }: Days): AsyncIterable<LoggedQuestion> {
      const inOrder = db.selectFrom('question').selectAll().orderBy('day').orderBy('at').orderBy('id').limit(PAGE)
      let page = await inOrder.where('day', '>=', from).where('day', '<=', to).execute()
      for (;;) {
        yield* page.map(fromRow)
        const last = page.at(-1)
        if (last === undefined || page.length < PAGE) return
        await nextTurn()
        page = await inOrder
          .where('day', '<=', to)
          .where(({ eb, refTuple, tuple }) => eb(refTuple('day', 'at', 'id'), '>', tuple(last.day, last.at, last.id)))
          .execute()
      }
    },

    async counts({ from, to }) {
      const rows = await db
        .selectFrom('question')
        .select(({ fn }) => ['topic', 'outcome', fn.countAll().as('asked')])
        .where('day', '>=', from)
        .where('day', '<=', to)
        .groupBy(['topic', 'outcome'])
        .orderBy('topic')
        .orderBy('outcome')
        .execute()
      // One database hands a count back as a number, another as text.
      return rows.map(({ topic, outcome, asked }) => ({ topic, outcome: outcome as Outcome, asked: Number(asked) }))
    },

    async forgetTextBefore(day) {
      let forgotten = 0
      for (;;) {
        const someWithWords = db
          .selectFrom('question')
          .select('id')
          .where('day', '<', day)
          // As the index says it, word for word, or it is not used.
          .where(sql<boolean>`(text <> '' or rating_reason is not null)`)
          .limit(PAGE)
        const { numUpdatedRows } = await db
          .updateTable('question')
          .set({ text: '', rating_reason: null })
          .where('id', 'in', someWithWords)
          .executeTakeFirstOrThrow()
        forgotten += Number(numUpdatedRows)
        if (numUpdatedRows < PAGE) break
        await nextTurn()
      }
      if (forgotten > 0) await database.scrub()
      // Nobody may have asked since the week ended, and its salt is due as well.
      await saltOfTheWeek()
      return forgotten
    },

    async healthy() {
      if (closed) return false
      return db
        .selectFrom('question')
        .select('id')
        .limit(1)
        .execute()
        .then(
          () => true,
          () => false,
        )
    },

    async [Symbol.asyncDispose]() {
      if (closed) return
      closed = true
      await commits.drain()
    },
  }
}
