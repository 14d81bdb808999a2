import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Tables } from './schema.ts'

/** Steps that lead an empty database to the present schema, by name in order of time. A step that has been released is never edited. */
const MIGRATIONS: Record<string, Migration> = {
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

/**
 * Brings a database up to the present schema; does nothing to one that is there already.
 * @throws what the migrator met: among others, an error that begins with "corrupted migrations" for a database that a newer
 * version has already taken further.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
