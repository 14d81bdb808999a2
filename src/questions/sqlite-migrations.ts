import { type Kysely, sql } from 'kysely'
import type { Migrations } from '../database/database.ts'
import { FIELDS } from './cubes.ts'

/** The question log's steps in SQLite. */
export const SQLITE_MIGRATIONS: Migrations = {
  '2026-11-question': {
    async up(db) {
      await db.schema
        .createTable('question')
        .addColumn('id', 'text', (column) => column.primaryKey().notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('day', 'text', (column) => column.notNull())
        .addColumn('channel', 'text', (column) => column.notNull())
        .addColumn('locale', 'text', (column) => column.notNull())
        .addColumn('audience', 'text')
        .addColumn('outcome', 'text', (column) => column.notNull())
        .addColumn('why', 'text')
        .addColumn('topic', 'text', (column) => column.notNull())
        .addColumn('entry', 'text')
        .addColumn('misconception', 'text')
        .addColumn('boundary', 'text')
        .addColumn('as_of', 'text', (column) => column.notNull())
        .addColumn('knowledge', 'text', (column) => column.notNull())
        .addColumn('milliseconds', 'integer', (column) => column.notNull())
        .addColumn('pseudonym', 'text', (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('helpful', 'integer')
        .addColumn('rating_reason', 'text')
        .execute()
      await db.schema.createIndex('question_in_order').on('question').columns(['day', 'at', 'id']).execute()
      await db.schema
        .createIndex('question_with_words')
        .on('question')
        .column('day')
        .where(sql<boolean>`text <> '' or rating_reason is not null`)
        .execute()
    },
  },
  '2026-11-salt': {
    async up(db) {
      await db.schema
        .createTable('salt')
        .addColumn('week', 'text', (column) => column.primaryKey().notNull())
        .addColumn('salt', 'text', (column) => column.notNull())
        .execute()
    },
  },
  // Words into a table of their own, from which they leave as whole rows.
  '2026-12-question-text': {
    async up(db: Kysely<unknown>) {
      await sql`create table question_text (
        day text not null, id text not null, text text not null, rating_reason text, primary key (day, id)
      ) strict, without rowid`.execute(db)
      await sql`insert into question_text select day, id, text, rating_reason from question
        where text <> '' or rating_reason is not null`.execute(db)
      await sql`drop index question_with_words`.execute(db)
      await sql`alter table question drop column text`.execute(db)
      await sql`alter table question drop column rating_reason`.execute(db)
    },
  },
  // Sums, and what is not in them yet: to begin with, everything.
  '2026-12-roll-ups': {
    async up(db: Kysely<unknown>) {
      await sql`create table roll_up_due (
        seq integer primary key autoincrement, id text not null, day text not null, asked integer not null,
        was integer, rating integer
      ) strict`.execute(db)
      await sql`create table asked_topic (
        week text not null, pseudonym text not null, topic text not null, primary key (week, pseudonym, topic)
      ) strict, without rowid`.execute(db)
      const fields = sql.join(FIELDS.map((field) => sql`${sql.ref(field)} text not null`))
      await sql`create table cell (
        cube text not null, day text not null, ${fields},
        asked integer not null, helpful integer not null, not_helpful integer not null, again integer not null,
        askers integer not null, sample text not null,
        primary key (cube, day, ${sql.join(FIELDS.map((field) => sql.ref(field)))})
      ) strict, without rowid`.execute(db)
      await sql`insert into roll_up_due (id, day, asked) select id, day, 1 from question order by day, at, id`.execute(
        db,
      )
      await sql`insert into roll_up_due (id, day, asked, rating) select id, day, 0, helpful from question
        where helpful is not null order by day, at, id`.execute(db)
    },
  },
}
