import { type Kysely, sql } from 'kysely'

/**
 * Keeps PostgreSQL from noting values of these columns for its planner: its statistics would hold them after they were deleted. What it had noted goes with the next
 * analysis.
 */
export async function unsampled<Tables>(db: Kysely<Tables>, table: string, columns: readonly string[]): Promise<void> {
  const none = columns.map((column) => sql`alter column ${sql.ref(column)} set statistics 0`)
  await sql`alter table ${sql.table(table)} ${sql.join(none)}`.execute(db)
}
