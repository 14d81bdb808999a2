import { type Kysely, sql } from 'kysely'
import type { Database, Migrations } from '../database/database.ts'

const MIGRATIONS: Migrations = {
  '2026-12-subscriptions': {
    async up(db: Kysely<unknown>) {
      await sql`create table subscription (
        person text not null, subject text not null, channel text not null, speaker text not null, address text not null,
        locale text not null, since text not null, primary key (person, subject)
      )`.execute(db)
      await sql`create index subscription_by_subject on subscription (subject)`.execute(db)
      await sql`create table entry_seen (entry text primary key not null, standing text not null)`.execute(db)
      await sql`create table tiding (
        person text not null, change text not null, difference text not null, state text not null, attempts integer not null,
        at text not null, primary key (person, change)
      )`.execute(db)
      await sql`create index tiding_by_state on tiding (state, at)`.execute(db)
    },
  },
}

/** Makes the tables of the subscriptions or brings them up to date. @throws CannotOpenDatabase */
export const migrateSubscriptions = (database: Database): Promise<void> => database.migrate('subscriptions', MIGRATIONS)
