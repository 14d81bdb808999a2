import type { Database } from '../database/database.ts'
import { tablesOf } from '../database/database.ts'
import { weekOf } from './china-time.ts'
import { pseudonym, saltOf, weeklySalt } from './pseudonym.ts'
import type { AskedQuestion, Condition } from './question-log.ts'
import type { QuestionStore } from './question-store.ts'
import type { Rows } from './rows.ts'
import type { Tables } from './schema.ts'

/** A question on its way to its rows: only the pseudonym is open. */
export type Draft = { rows: Rows; question: AskedQuestion }

/** What brings questions and ratings to where they are kept. */
export interface Writer extends AsyncDisposable {
  /** Keeps all of these or none. */
  commit(drafts: Draft[]): Promise<void>
  rate(id: string, helpful: boolean, reason: string | null): Promise<boolean>
  /** Destroys what is left of the weeks before this one. */
  turnWeek(): Promise<void>
  condition(): Promise<Condition>
}

/** The rows of drafts under a salt. */
export const signed = (drafts: Draft[], salt: string): Rows[] =>
  drafts.map(({ rows, question: { channel, speaker } }) => ({
    ...rows,
    question: { ...rows.question, pseudonym: pseudonym(salt, channel, speaker) },
  }))

/** Writes to the database and fails with it. */
export function directWriter(database: Database, store: QuestionStore, now: () => Date): Writer {
  const { db } = tablesOf<Tables>(database)
  const salt = weeklySalt(
    () => weekOf(now()),
    (week) => saltOf(week, db, () => database.scrub('salt')),
  )
  return {
    commit: async (drafts) => store.insert(signed(drafts, await salt())),
    rate: store.rate,
    turnWeek: async () => void (await salt()),
    condition: () =>
      store.ping().then(
        () => 'ok',
        () => 'unavailable',
      ),
    [Symbol.asyncDispose]: async () => {},
  }
}
