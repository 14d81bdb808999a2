import { type Kysely, sql } from 'kysely'
import type { Database, DialectName, Migrations } from '../database/database.ts'
import { unsampled } from '../database/unsampled.ts'

const MIGRATIONS = (dialect: DialectName): Migrations => ({
  '2026-12-handover': {
    async up(db: Kysely<unknown>) {
      await sql`create table handover (
        reference text primary key not null, state text not null, question text not null, locale text not null,
        topic text not null, channel text not null, person text not null, speaker text, address text, asked text not null,
        claimed_by text, claimed text, answered text, answer text, delivery text not null, attempts integer not null
      )`.execute(db)
      await sql`create index handover_by_state on handover (state, asked)`.execute(db)
      await sql`create index handover_by_delivery on handover (delivery)`.execute(db)
      await sql`create index handover_by_person on handover (person, state)`.execute(db)
    },
  },
  '2026-12-handover-unsampled': {
    async up(db: Kysely<unknown>) {
      if (dialect === 'postgresql')
        await unsampled(db, 'handover', ['question', 'answer', 'person', 'speaker', 'address'])
    },
  },
})

/** Makes the inbox's table or brings it up to date. @throws CannotOpenDatabase */
export const migrateHandovers = (database: Database): Promise<void> =>
  database.migrate('handover', MIGRATIONS(database.dialect))
