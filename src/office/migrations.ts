import { type Kysely, sql } from 'kysely'
import type { Database, DialectName, Migrations } from '../database/database.ts'

/** Makes the office's tables or brings them up to date. Costs nothing once done. @throws CannotOpenDatabase */
export const migrateOffice = (database: Database): Promise<void> =>
  database.migrate('office', MIGRATIONS(database.dialect))

const MIGRATIONS = (dialect: DialectName): Migrations => ({
  '2026-12-sign-in': {
    async up(db: Kysely<unknown>) {
      await sql`create table office_secret (name text primary key not null, value text not null)`.execute(db)
      await sql`create table office_session (
        id text primary key not null, name text not null, role text not null, method text not null, basis text not null,
        began text not null, seen text not null
      )`.execute(db)
      await sql`create table office_audit (
        id text primary key not null, at text not null, who text not null, role text not null, did text not null,
        what text not null, detail text not null
      )`.execute(db)
      await sql`create index office_audit_in_order on office_audit (at, id)`.execute(db)
      await neverChanged(db, dialect, 'office_audit')
    },
  },
  '2026-12-work': {
    async up(db: Kysely<unknown>) {
      await sql`create table office_control (
        subject text primary key not null, zh text not null, en text not null, who text not null, at text not null
      )`.execute(db)
      await sql`create table office_campaign (
        id text primary key not null, name text not null, starts text not null, ends text not null, topics text not null,
        audience text not null, channel text not null, link text not null, who text not null, at text not null
      )`.execute(db)
      await sql`create table office_correction (
        id text primary key not null, entry text not null, since text not null, until text not null,
        wrong_zh text not null, wrong_en text not null, right_zh text not null, right_en text not null,
        knowledge text not null, who text not null, at text not null
      )`.execute(db)
    },
  },
  '2026-12-work-why-announced': {
    async up(db: Kysely<unknown>) {
      await sql`alter table office_control add column reason text not null default ''`.execute(db)
    },
  },
})

/** Makes the database refuse to change or remove what was once written. */
async function neverChanged(db: Kysely<unknown>, dialect: DialectName, table: string): Promise<void> {
  const refusal = `${table} is only ever added to`
  if (dialect === 'sqlite') {
    for (const change of ['update', 'delete'])
      await sql`create trigger ${sql.ref(`${table}_no_${change}`)} before ${sql.raw(change)} on ${sql.table(table)}
        begin select raise(abort, ${sql.lit(refusal)}); end`.execute(db)
    return
  }
  await sql`create function ${sql.ref(`${table}_refuse`)}() returns trigger language plpgsql as
    ${sql.lit(`begin raise exception '${refusal}'; end`)}`.execute(db)
  await sql`create trigger ${sql.ref(`${table}_no_change`)} before update or delete or truncate on ${sql.table(table)}
    for each statement execute function ${sql.ref(`${table}_refuse`)}()`.execute(db)
}
