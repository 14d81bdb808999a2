import { type Kysely, sql } from 'kysely'
import type { Migrations } from '../database/database.ts'
import { unsampled } from '../database/unsampled.ts'
import { CUBE_KEYS, FIELDS } from './cubes.ts'

/** Text sorts by code point, as in SQLite and as days and ids want it, and as fast as it can. */
const TEXT = sql.raw(`text collate "C"`)

/**
 * The question log's steps in PostgreSQL. The log is partitioned by month, the words by day (see `partitions.ts`), the sums by cube, so that
 * what is read together lies together.
 */
export const POSTGRESQL_MIGRATIONS: Migrations = {
  '2026-12-question': {
    async up(db: Kysely<unknown>) {
      await sql`create table question (
        id ${TEXT} not null, at ${TEXT} not null, day ${TEXT} not null, channel ${TEXT} not null, locale ${TEXT} not null,
        audience ${TEXT}, outcome ${TEXT} not null, why ${TEXT}, topic ${TEXT} not null, entry ${TEXT},
        misconception ${TEXT}, boundary ${TEXT}, as_of ${TEXT} not null, knowledge ${TEXT} not null,
        milliseconds integer not null, pseudonym ${TEXT} not null, helpful smallint,
        primary key (id, day)
      ) partition by range (day)`.execute(db)
      await sql`create index question_in_order on question (day, at, id)`.execute(db)
      await sql`create table question_text (
        day ${TEXT} not null, id ${TEXT} not null, text ${TEXT} not null, rating_reason ${TEXT}, primary key (day, id)
      ) partition by range (day)`.execute(db)
      await sql`create table salt (week ${TEXT} primary key, salt ${TEXT} not null)`.execute(db)
    },
  },
  '2026-12-roll-ups': {
    async up(db: Kysely<unknown>) {
      await sql`create table roll_up_due (
        seq bigint generated always as identity primary key, id ${TEXT} not null, day ${TEXT} not null,
        asked smallint not null, was smallint, rating smallint
      )`.execute(db)
      await sql`create table asked_topic (
        week ${TEXT} not null, pseudonym ${TEXT} not null, topic ${TEXT} not null, primary key (week, pseudonym, topic)
      )`.execute(db)
      const fields = sql.join(FIELDS.map((field) => sql`${sql.ref(field)} ${TEXT} not null`))
      await sql`create table cell (
        cube ${TEXT} not null, day ${TEXT} not null, ${fields},
        asked integer not null, helpful integer not null, not_helpful integer not null, again integer not null,
        askers smallint not null, sample ${TEXT} not null,
        primary key (cube, day, ${sql.join(FIELDS.map((field) => sql.ref(field)))})
      ) partition by list (cube)`.execute(db)
      for (const cube of CUBE_KEYS) {
        const name = sql.table(`cell_${cube.replaceAll(/[/-]/g, '_')}`)
        await sql`create table ${name} partition of cell for values in (${sql.lit(cube)}) with (fillfactor = 80)`.execute(
          db,
        )
      }
    },
  },
  '2026-12-unsampled': {
    async up(db: Kysely<unknown>) {
      await unsampled(db, 'salt', ['salt'])
      await unsampled(db, 'question_text', ['text', 'rating_reason'])
    },
  },
}
