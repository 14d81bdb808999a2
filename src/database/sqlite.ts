import { mkdir, open } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'
import { CannotOpenDatabase, describeOpenError } from './cannot-open.ts'
import type { Database } from './database.ts'
import { takeSteps } from './migrate.ts'
import { type Statement, type Steps, takeStatements, takeStatementsNow } from './statements.ts'

/** "TGLG" in the header of every question log, so that another program's database is never taken for one. */
const APPLICATION_ID = 0x54474c47

/** Prepared statements kept; the log itself needs fewer. */
const KEPT_STATEMENTS = 200

/** Milliseconds that somebody else may write for before who waits gives up. */
const PATIENCE = 5 * 1000

/** SQLITE_BUSY. */
const BUSY = 5

/**
 * How the file is kept.
 * - WAL with synchronous NORMAL: a commit is a write to the operating system without waiting for the disk. "Transactions are durable
 *   across application crashes regardless of the synchronous setting or journal mode", so a killed process loses nothing that was
 *   committed; a power cut may lose the last moments, and never the file. (https://www.sqlite.org/pragma.html#pragma_synchronous)
 * - A checkpoint holds the process up for the disk, 5 ms at SQLite's 1,000 pages and 30 ms at 8,000 (32 MB). Measured with ten turns at
 *   a time, rare and long is the better bargain: a record takes 0.8 ms at p99 instead of 7.
 * - secure_delete: forgotten words and salts are overwritten with zeros, not left in free pages.
 */
const SETTINGS = `
  pragma journal_mode = wal;
  pragma synchronous = normal;
  pragma wal_autocheckpoint = 8000;
  pragma secure_delete = on;
  pragma trusted_schema = off;
`

/**
 * Opens a SQLite file, made if missing together with its folder; `:memory:` keeps it nowhere.
 * @throws CannotOpenDatabase when it cannot be opened, with the path and what to do.
 */
export async function openSqlite(file: string): Promise<Database> {
  const path = file === ':memory:' ? file : resolve(file)
  let database: DatabaseSync | undefined
  try {
    if (path !== ':memory:') await makeFile(path)
    database = new DatabaseSync(path, { timeout: PATIENCE })
    takeOwnership(database, path)
    database.exec(SETTINGS)
    return sqliteDatabase(database, path)
  } catch (error) {
    if (database?.isOpen) database.close()
    throw error instanceof CannotOpenDatabase ? error : describeOpenError(path, error)
  }
}

/** Makes the file for its owner alone: its text is redacted, but the week's salt is in it. Says why not better than SQLite does. */
async function makeFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await (await open(path, 'a', 0o600)).close()
}

/** Puts our name on a new database, and refuses one that some other program made. @throws CannotOpenDatabase */
function takeOwnership(database: DatabaseSync, path: string): void {
  const owner = () => (database.prepare('pragma application_id').get() as { application_id: number }).application_id
  if (owner() === APPLICATION_ID) return
  database.exec('begin immediate')
  try {
    const { tables } = database.prepare('select count(*) as tables from sqlite_schema').get() as { tables: number }
    if (owner() !== APPLICATION_ID && (owner() !== 0 || tables > 0)) throw new CannotOpenDatabase(path, 'foreign')
    database.exec(`pragma application_id = ${APPLICATION_ID}`)
    database.exec('commit')
  } finally {
    if (database.isTransaction) database.exec('rollback')
  }
}

function sqliteDatabase(database: DatabaseSync, path: string): Database {
  const db = new Kysely<object>({ dialect: new SqliteDialect({ database: asKyselyWants(database) }) })
  const migrated = new Set<string>()

  /**
   * Takes the right to write at once: a transaction that begins by reading may find that somebody else has written since. Waits beside the loop while somebody else has it:
   * SQLite itself would sleep, and with it everybody whom this process serves.
   */
  const transaction: Database['transaction'] = async (work) => {
    for (const until = performance.now() + PATIENCE; ; await wait(1)) {
      const done = await db.connection().execute(async (connection) => {
        if (!begin(database, { orFail: performance.now() >= until })) return undefined
        try {
          const result = await work(connection)
          database.exec('commit')
          return { result }
        } finally {
          if (database.isOpen && database.isTransaction) database.exec('rollback')
        }
      })
      if (done) return done.result
    }
  }

  const statements = preparedIn(database)
  const runNow = ({ sql, values }: Statement) => statements(sql).all(values)

  /** Takes steps at once; false, with nothing done, while somebody writes, here or elsewhere. */
  function takenNow(steps: () => Steps): boolean {
    if (database.isTransaction || !begin(database, { orFail: false })) return false
    try {
      takeStatementsNow(runNow, steps())
      database.exec('commit')
      return true
    } finally {
      if (database.isOpen && database.isTransaction) database.exec('rollback')
    }
  }

  return {
    dialect: 'sqlite',
    db,
    where: path,
    url: path === ':memory:' ? undefined : `sqlite:${path}`,
    transaction,
    async inSteps(steps) {
      if (!takenNow(steps)) await transaction((connection) => takeStatements(connection, steps()))
    },
    // There is one writer at a time in any case.
    alone: (_name, work) => transaction(work),
    async migrate(owner, migrations) {
      if (migrated.has(owner)) return
      try {
        await transaction((connection) => takeSteps(connection, owner, migrations))
      } catch (error) {
        throw describeOpenError(path, error)
      }
      migrated.add(owner)
    },
    rejectsRow: (error) => CONSTRAINT.has(Number((error as { errcode?: number }).errcode) & 0xff),
    async scrub() {
      try {
        // Writes the zeros over the old pages of the file and cuts the write-ahead log, which still holds the old words, to nothing.
        database.exec('pragma wal_checkpoint(truncate)')
      } catch {
        // Somebody else is reading. The next checkpoint does it; a turn must not fail for it.
      }
    },
    async [Symbol.asyncDispose]() {
      await db.destroy()
      if (database.isOpen) database.close()
    },
  }
}

/** Begins a transaction that may write, or returns false at once while somebody else writes. @throws when `orFail` and somebody still does */
function begin(database: DatabaseSync, { orFail }: { orFail: boolean }): boolean {
  database.exec('pragma busy_timeout = 0')
  try {
    database.exec('begin immediate')
    return true
  } catch (error) {
    if (orFail || (Number((error as { errcode?: number }).errcode) & 0xff) !== BUSY) throw error
    return false
  } finally {
    database.exec(`pragma busy_timeout = ${PATIENCE}`)
  }
}

/** SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH. */
const CONSTRAINT = new Set([18, 19, 20])

/** `node:sqlite` in the shape of the driver that Kysely was written for. */
const asKyselyWants = (database: DatabaseSync): SqliteDatabase => ({
  close: () => database.close(),
  prepare: preparedIn(database),
})

/** Prepares statements once and keeps them. */
function preparedIn(database: DatabaseSync): (text: string) => SqliteStatement {
  const kept = new Map<string, SqliteStatement>()
  return (text) => {
    const known = kept.get(text)
    if (known) return known
    const statement = database.prepare(text)
    const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
    const shaped: SqliteStatement = {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...values(parameters)),
      run: (parameters) => statement.run(...values(parameters)),
      iterate: (parameters) => statement.iterate(...values(parameters)),
    }
    if (kept.size >= KEPT_STATEMENTS) kept.clear()
    kept.set(text, shaped)
    return shaped
  }
}
