import { Kysely, sql } from 'kysely'
import pg from 'pg'
import { CannotOpenDatabase, describeOpenError } from './cannot-open.ts'
import type { Database } from './database.ts'
import { takeSteps } from './migrate.ts'
import { PostgresqlDialect } from './postgresql-tables.ts'
import { takeStatements } from './statements.ts'

/** Connections a thread holds at most. Turns commit one group at a time, so a few are plenty and hundreds of processes fit on one server. */
const CONNECTIONS = 4

/** Milliseconds until a server that does not answer counts as away: nobody waits longer for their reply. */
const PATIENCE = 3 * 1000

/** Class 22 (data exception) and 23 (constraint violation): the row is at fault, not the server. */
const ROW_AT_FAULT = /^2[23]/

/**
 * Opens a PostgreSQL database. Connects when it is first needed, and again whenever it has to.
 * @param url `postgres://user:password@host:port/name`, with the options of `pg`; `?connections=1` limits how many are held at once.
 * @throws CannotOpenDatabase when the address is none.
 */
export function openPostgresql(url: string): Database {
  const address = URL.parse(url)
  // The password is not repeated, nor an address of which one cannot tell where the password ends.
  if (!address) throw new CannotOpenDatabase('postgres://…', 'url')
  const where = `postgres://${address.host}${address.pathname}`
  const connections = Number(address.searchParams.get('connections') ?? CONNECTIONS)
  address.searchParams.delete('connections')
  const pool = new pg.Pool({
    connectionString: address.href,
    max: connections,
    connectionTimeoutMillis: PATIENCE,
    application_name: 'tongguan',
    keepAlive: true,
  })
  // A connection that breaks while nobody waits for it is replaced when the next one is wanted; who waits is told in any case.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<object>({ dialect: new PostgresqlDialect({ pool }) })
  const migrated = new Set<string>()
  /** Tables that something was deleted from and that are not rewritten yet. */
  const owed = new Set<string>()

  const transaction: Database['transaction'] = (work) => db.transaction().execute(work)

  return {
    dialect: 'postgresql',
    db,
    where,
    url,
    transaction,
    alone: (name, work) =>
      transaction(async (connection) => {
        const lock = sql<{ held: boolean }>`select pg_try_advisory_xact_lock(hashtext(${`tongguan ${name}`})) as held`
        const { rows } = await lock.execute(connection)
        return rows[0]?.held ? await work(connection) : undefined
      }),
    // Kysely's migrator holds a lock and a transaction of its own here.
    inSteps: (steps) => transaction((connection) => takeStatements(connection, steps())),
    async migrate(owner, migrations) {
      if (migrated.has(owner)) return
      try {
        await takeSteps(db, owner, migrations)
      } catch (error) {
        throw describeOpenError(where, error)
      }
      migrated.add(owner)
    },
    rejectsRow: (error) => ROW_AT_FAULT.test(String((error as { code?: string }).code)),
    async scrub(table) {
      if (table !== undefined) owed.add(table)
      for (const one of owed) if (await rewritten(db, one)) owed.delete(one)
    },
    async [Symbol.asyncDispose]() {
      await db.destroy()
      if (!pool.ended) await pool.end()
    },
  }
}

/** Milliseconds to wait until nobody reads a table; whoever wants it meanwhile waits behind. */
const REWRITE_PATIENCE = 500

/**
 * Writes a table anew without what was deleted from it and removes the old file: a vacuum would leave the bytes where they are until something else needs the place. For small
 * tables. Whether it was done: not while somebody reads it, as a backup does.
 */
const rewritten = (db: Kysely<object>, table: string): Promise<boolean> =>
  db.connection().execute(async (connection) => {
    try {
      await sql`select set_config('lock_timeout', ${String(REWRITE_PATIENCE)}, false)`.execute(connection)
      await sql`vacuum (full) ${sql.table(table)}`.execute(connection)
      return true
    } catch {
      return false
    } finally {
      await sql`reset lock_timeout`.execute(connection).catch(() => {})
    }
  })
