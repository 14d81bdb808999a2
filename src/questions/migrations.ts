import { sql } from 'kysely'
import type { Migrations } from '../database/database.ts'

/** The question log's steps. */
export const MIGRATIONS: Migrations = {
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
}
