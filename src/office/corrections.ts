import { randomUUID } from 'node:crypto'
import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import type { Wording } from '../core/locale.ts'
import { type Database, tablesOf } from '../database/database.ts'
import { migrateOffice } from './migrations.ts'
import type { OfficeTables } from './schema.ts'

/** Something that was told and was wrong: a line of the wrong-answer ledger. */
export type Correction = {
  id: string
  entry: EntryId
  /** First and last day on which it was told. */
  since: Day
  until: Day
  wrong: Wording
  right: Wording
  /** Revision of the knowledge that was wrong; empty where it is not known. */
  knowledge: string
  who: string
  at: string
}

/** The wrong-answer ledger. It is added to; a line that is wrong itself is followed by another. */
export interface Corrections {
  /** Latest first. */
  list(): Promise<Correction[]>
  add(correction: Omit<Correction, 'id' | 'at'>): Promise<void>
}

/** The ledger in a database. */
export function correctionsIn(database: Database, now: () => Date): Corrections {
  const { db } = tablesOf<OfficeTables>(database)
  return {
    async list() {
      await migrateOffice(database)
      const rows = await db.selectFrom('office_correction').selectAll().orderBy('at', 'desc').orderBy('id').execute()
      return rows.map(({ wrong_zh, wrong_en, right_zh, right_en, ...row }) => ({
        ...row,
        wrong: { 'zh-Hans': wrong_zh, en: wrong_en },
        right: { 'zh-Hans': right_zh, en: right_en },
      }))
    },
    async add({ wrong, right, ...correction }) {
      await migrateOffice(database)
      await db
        .insertInto('office_correction')
        .values({
          id: randomUUID(),
          at: now().toISOString(),
          ...correction,
          wrong_zh: wrong['zh-Hans'],
          wrong_en: wrong.en,
          right_zh: right['zh-Hans'],
          right_en: right.en,
        })
        .execute()
    },
  }
}
