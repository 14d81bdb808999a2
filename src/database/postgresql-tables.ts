import { type Kysely, PostgresDialect, PostgresIntrospector, sql, type TableMetadata } from 'kysely'

/**
 * PostgreSQL as Kysely speaks it, but for how the tables are looked up, which its migrator does: by name alone. Kysely asks for every column of every
 * table, of each partition too, and fails when one is dropped meanwhile, as the words of a day are when their time is over.
 */
export class PostgresqlDialect extends PostgresDialect {
  override createIntrospector(db: Kysely<object>): PostgresIntrospector {
    return new TablesByName(db)
  }
}

class TablesByName extends PostgresIntrospector {
  readonly #db: Kysely<object>

  constructor(db: Kysely<object>) {
    super(db)
    this.#db = db
  }

  /** The tables that are nobody's partition, without their columns. */
  override async getTables(): Promise<TableMetadata[]> {
    const { rows } = await sql<{ schema: string; name: string }>`
      select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    `.execute(this.#db)
    return rows.map((row) => ({ ...row, isView: false, isForeign: false, columns: [] }))
  }
}
