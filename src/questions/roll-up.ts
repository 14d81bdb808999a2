import type { Kysely } from 'kysely'
import { type Database, tablesOf } from '../database/database.ts'
import { insertRows } from '../database/many-rows.ts'
import { asker, elements, sampleOf } from './askers.ts'
import { FIELDS } from './cubes.ts'
import { ASKERS_COUNTED } from './question-counts.ts'
import { type CellRow, COLUMNS, type QuestionRow, type Tables } from './schema.ts'
import { isoWeek } from './spans.ts'
import { type Fact, type Gain, Tally } from './tally.ts'

/** Questions and ratings counted in one transaction: few enough that a turn that wants to be recorded meanwhile hardly waits. */
const BATCH = 100

/** Cells in one statement. */
const CHUNK = 128

/** Counts some of what is due. Returns whether there may be more. */
export type RollUp = () => Promise<boolean>

/**
 * Makes what counts what is due, in one transaction with crossing it off, so that everything is counted once whatever happens; at most a
 * batch. Does nothing while another process does it.
 */
export function rollUpIn(database: Database): RollUp {
  const { db } = tablesOf<Tables>(database)
  const add = adder(db)
  return () => rollUpSome(database, add)
}

async function rollUpSome(database: Database, add: Add): Promise<boolean> {
  const { db } = tablesOf<Tables>(database)
  // Looking costs nobody the right to write.
  const some = await db.selectFrom('roll_up_due').select('seq').limit(1).execute()
  if (some.length === 0) return false
  const more = await tablesOf<Tables>(database).alone('roll-up', async (alone) => {
    const due = await alone
      .selectFrom('roll_up_due as due')
      .innerJoin('question', (join) => join.onRef('question.id', '=', 'due.id').onRef('question.day', '=', 'due.day'))
      .selectAll('question')
      .select(['due.seq', 'due.asked', 'due.was', 'due.rating'])
      .orderBy('due.seq')
      .limit(BATCH)
      .execute()
    if (due.length === 0) return false
    const again = await whoAskedAgain(
      alone,
      due.filter(({ asked }) => asked === 1),
    )
    await add(alone, new Tally(due.map((one) => (one.asked === 1 ? asFact(one, again.has(one)) : asRating(one)))))
    await alone
      .deleteFrom('roll_up_due')
      .where(
        'seq',
        'in',
        due.map(({ seq }) => seq),
      )
      .execute()
    return due.length === BATCH
  })
  return more ?? false
}

/** A question as what it adds to the counts. */
export const asFact = (question: QuestionRow, again: boolean): Fact => {
  const who = asker(question.day, question.pseudonym)
  return {
    ...fieldsOf(question),
    day: question.day,
    asked: 1,
    helpful: 0,
    notHelpful: 0,
    again: again ? 1 : 0,
    askers: who === undefined ? [] : [who],
  }
}

const asRating = (one: QuestionRow & { was: number | null; rating: number | null }): Fact => ({
  ...fieldsOf(one),
  day: one.day,
  asked: 0,
  helpful: Number(one.rating === 1) - Number(one.was === 1),
  notHelpful: Number(one.rating === 0) - Number(one.was === 0),
  again: 0,
  askers: [],
})

const fieldsOf = (question: QuestionRow) => ({
  topic: question.topic,
  outcome: question.outcome,
  why: question.why ?? '',
  entry: question.entry ?? '',
  misconception: question.misconception ?? '',
  boundary: question.boundary ?? '',
  channel: question.channel,
  locale: question.locale,
  audience: question.audience ?? '',
})

/** Those whose asker had asked about the same topic before in the week; remembers the others. */
async function whoAskedAgain<Asked extends QuestionRow>(db: Kysely<Tables>, asked: Asked[]): Promise<Set<Asked>> {
  const key = (one: { week: string; pseudonym: string; topic: string }) => `${one.week} ${one.pseudonym} ${one.topic}`
  const known = asked
    .filter(({ pseudonym }) => pseudonym !== '')
    .map((question) => ({
      question,
      row: { week: isoWeek(question.day), pseudonym: question.pseudonym, topic: question.topic },
    }))
  const rows = [...new Map(known.map(({ row }) => [key(row), row])).values()]
  if (rows.length === 0) return new Set()
  const added = await db
    .insertInto('asked_topic')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .execute()
  const first = new Set(added.map(key))
  return new Set(known.filter(({ row }) => !first.delete(key(row))).map(({ question }) => question))
}

type Add = (db: Kysely<Tables>, tally: Tally) => Promise<void>

/** Makes what adds gains to the cells. Counts are added by the database; askers are united here, where the cell is still counting them. */
function adder(db: Kysely<Tables>): Add {
  const insertGains = insertRows(COLUMNS.cell, (cells: CellRow[]) =>
    db
      .insertInto('cell')
      .values(cells)
      .onConflict((conflict) =>
        conflict.columns(['cube', 'day', ...FIELDS]).doUpdateSet(({ ref, eb }) => ({
          asked: eb('cell.asked', '+', ref('excluded.asked')),
          helpful: eb('cell.helpful', '+', ref('excluded.helpful')),
          not_helpful: eb('cell.not_helpful', '+', ref('excluded.not_helpful')),
          again: eb('cell.again', '+', ref('excluded.again')),
        })),
      )
      .returningAll(),
  )
  const insertAskers = insertRows(COLUMNS.cell, (cells: CellRow[]) =>
    db
      .insertInto('cell')
      .values(cells)
      .onConflict((conflict) =>
        conflict.columns(['cube', 'day', ...FIELDS]).doUpdateSet(({ ref }) => ({
          askers: ref('excluded.askers'),
          sample: ref('excluded.sample'),
        })),
      ),
  )
  return async (alone, tally) => {
    const rest = [...tally.gains()]
    while (rest.length > 0) {
      const kept = await insertGains(alone, rest.splice(0, CHUNK).map(toCell))
      const grown = kept.flatMap((cell) => {
        const gain = tally.gainOf(cell)
        if (!gain || cell.askers >= ASKERS_COUNTED) return []
        const askers = new Set(elements(cell.sample))
        const before = askers.size
        for (const one of gain.askers) askers.add(one)
        return askers.size === before ? [] : [{ ...cell, ...sampleOf(askers) }]
      })
      await insertAskers(alone, grown)
    }
  }
}

/** A gain as the row of a cell that was not there yet. */
export function toCell({ askers, notHelpful, ...gain }: Gain): CellRow {
  return { ...gain, not_helpful: notHelpful, ...sampleOf(askers) }
}
