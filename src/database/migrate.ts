import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Migrations, Owner } from './database.ts'

/** The question log was there first and has the names that Kysely gives by itself. */
const TABLE: Record<Owner, string> = {
  questions: 'kysely_migration',
  office: 'office_migration',
  spool: 'spool_migration',
  demo: 'demo_migration',
  subscriptions: 'subscription_migration',
  handover: 'handover_migration',
}

/**
 * Takes the steps that were not taken yet. The caller sees to it that nobody else does so at the same time where the database
 * does not.
 * @throws what the migrator met: among others, an error that begins with "corrupted migrations" for a database that a newer
 * version has already taken further.
 */
export async function takeSteps(db: Kysely<object>, owner: Owner, migrations: Migrations): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: TABLE[owner],
    migrationLockTableName: `${TABLE[owner]}_lock`,
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
