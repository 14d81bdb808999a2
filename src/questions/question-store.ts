import { setImmediate as nextTurn } from 'node:timers/promises'
import { addDays, type Day } from '../core/day.ts'
import { type Database, tablesOf } from '../database/database.ts'
import { insertSteps } from '../database/many-rows.ts'
import { partitionsOf } from './partitions.ts'
import type { Days, LoggedQuestion } from './question-log.ts'
import { fromRow, type Rows } from './rows.ts'
import { COLUMNS, type DueRow, type QuestionRow, type Tables, type TextRow } from './schema.ts'
import { isoWeek } from './spans.ts'

/** Rows read or removed at a time: few enough that turns waiting for the database hardly notice. */
const PAGE = 250

/** The tables of the question log: every query that writes or reads a question, once, in words that all databases understand. */
export type QuestionStore = ReturnType<typeof questionStore>

export function questionStore(database: Database) {
  const { db, transaction } = tablesOf<Tables>(database)
  const partitions = partitionsOf(database)
  const insertQuestions = insertSteps(COLUMNS.question, (rows: QuestionRow[]) =>
    db
      .insertInto('question')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id'),
  )
  const insertTexts = insertSteps(COLUMNS.question_text, (rows: TextRow[]) =>
    db.insertInto('question_text').values(rows),
  )
  const insertDue = insertSteps(COLUMNS.roll_up_due, (rows: Omit<DueRow, 'seq'>[]) =>
    db.insertInto('roll_up_due').values(rows),
  )

  return {
    /** Makes room for the days that come. */
    prepare: (today: Day) => partitions.provideAhead(today),

    /** Writes all of these in one transaction or none; one whose id is there already stays as it is. */
    async insert(rows: Rows[]): Promise<void> {
      await partitions.provide(rows.map(({ question }) => question.day))
      await database.inSteps(function* () {
        const added = yield* insertQuestions(rows.map(({ question }) => question))
        if (added.length === 0) return
        // Of two with the same id in one group the first was taken.
        const first = new Map(rows.toReversed().map((row) => [row.question.id, row]))
        const taken = added.flatMap(({ id }) => first.get(id) ?? [])
        yield* insertTexts(taken.map(({ question: { day, id }, text }) => ({ day, id, text, rating_reason: null })))
        yield* insertDue(taken.map(({ question: { day, id } }) => ({ id, day, asked: 1, was: null, rating: null })))
      })
    },

    /** Keeps a rating in place of an earlier one; false when there is no such question. */
    async rate(id: string, helpful: boolean, reason: string | null): Promise<boolean> {
      const rating = helpful ? 1 : 0
      for (;;) {
        const before = await db
          .selectFrom('question')
          .select(['day', 'helpful'])
          .where('id', '=', id)
          .executeTakeFirst()
        if (!before) return false
        const done = await transaction(async (trx) => {
          // Somebody else may have rated it meanwhile: then it is looked at again, or the sums would be wrong.
          const { numUpdatedRows } = await trx
            .updateTable('question')
            .set({ helpful: rating })
            .where('id', '=', id)
            .where('day', '=', before.day)
            .where('helpful', before.helpful === null ? 'is' : '=', before.helpful)
            .executeTakeFirstOrThrow()
          if (numUpdatedRows === 0n) return false
          await trx
            .updateTable('question_text')
            .set({ rating_reason: reason })
            .where('day', '=', before.day)
            .where('id', '=', id)
            .execute()
          if (before.helpful !== rating)
            await trx
              .insertInto('roll_up_due')
              .values({ id, day: before.day, asked: 0, was: before.helpful, rating })
              .execute()
          return true
        })
        if (done) return true
      }
    },

    /** Every question of a period, oldest first. */
    async *between({ from, to }: Days): AsyncIterable<LoggedQuestion> {
      const inOrder = db
        .selectFrom('question as q')
        .leftJoin('question_text as t', (join) => join.onRef('t.day', '=', 'q.day').onRef('t.id', '=', 'q.id'))
        .selectAll('q')
        .select(['t.text', 't.rating_reason'])
        .orderBy('q.day')
        .orderBy('q.at')
        .orderBy('q.id')
        .limit(PAGE)
      let page = await inOrder.where('q.day', '>=', from).where('q.day', '<=', to).execute()
      for (;;) {
        yield* page.map(fromRow)
        const last = page.at(-1)
        if (last === undefined || page.length < PAGE) return
        await nextTurn()
        page = await inOrder
          .where('q.day', '<=', to)
          .where(({ eb, refTuple, tuple }) =>
            eb(refTuple('q.day', 'q.at', 'q.id'), '>', tuple(last.day, last.at, last.id)),
          )
          .execute()
      }
    },

    /** Removes the words of questions before a day. Returns of how many. */
    async forgetTextBefore(day: Day): Promise<number> {
      let forgotten = await partitions.dropWordsBefore(day)
      for (;;) {
        const some = await db
          .selectFrom('question_text')
          .select(['day', 'id'])
          .where('day', '<', day)
          .limit(PAGE)
          .execute()
        if (some.length > 0)
          await db
            .deleteFrom('question_text')
            .where(({ eb, refTuple, tuple }) =>
              eb(
                refTuple('day', 'id'),
                'in',
                some.map((one) => tuple(one.day, one.id)),
              ),
            )
            .execute()
        forgotten += some.length
        if (some.length < PAGE) break
        await nextTurn()
      }
      if (forgotten > 0) await database.scrub()
      return forgotten
    },

    /** Removes who asked about what, of weeks before the last one; a record that comes in later than that is nobody's second. */
    async forgetAskersBefore(today: Day): Promise<void> {
      await db
        .deleteFrom('asked_topic')
        .where('week', '<', isoWeek(addDays(today, -7)))
        .execute()
    },

    /** Rejects unless the database answers. */
    async ping(): Promise<void> {
      await db.selectFrom('salt').select('week').limit(1).execute()
    },
  }
}
