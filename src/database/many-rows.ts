import type { CompiledQuery, Kysely } from 'kysely'
import { type Steps, takeStatements } from './statements.ts'

/** Rows in one statement at most. */
const LARGEST = 128

/** An insert as Kysely builds it, so far that its words can be taken. */
type Built<Told> = { compile(): CompiledQuery<Told> }

/** Writes rows into a table, in the transaction it is given. Returns what the database tells of them. */
export type InsertRows<Row, Told> = (db: Pick<Kysely<object>, 'executeQuery'>, rows: Row[]) => Promise<Told[]>

/** The inserts of rows into a table, as statements; in the end, what the database tells of the rows. */
export type InsertSteps<Row, Told> = (rows: Row[]) => Steps<Told[]>

/** As {@link insertSteps}, for whoever has a connection. */
export function insertRows<Row extends object, Told = never>(
  columns: readonly (keyof Row)[],
  build: (rows: Row[]) => Built<Told>,
): InsertRows<Row, Told> {
  const steps = insertSteps(columns, build)
  return (db, rows) => takeStatements(db, steps(rows))
}

/**
 * Makes an insert of many rows whose words are worked out once for each of a few numbers of rows (powers of two) and kept: building it anew every time takes Kysely
 * longer than SQLite needs to do it, and so many statements can stay prepared.
 * @param columns those of a row that are written.
 * @param build the insert of some rows, with no value in it but theirs.
 */
export function insertSteps<Row extends object, Told = never>(
  columns: readonly (keyof Row)[],
  build: (rows: Row[]) => Built<Told>,
): InsertSteps<Row, Told> {
  const words = new Map<number, string>()

  function wordsFor(some: Row[]): string {
    let known = words.get(some.length)
    if (known === undefined) {
      // Kysely takes the order of columns from the rows.
      const inOrder = some.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])) as Row)
      const { sql, parameters } = build(inOrder).compile()
      if (parameters.length !== some.length * columns.length)
        throw new Error(`an insert of ${columns.length} columns has other values than its rows'`)
      known = sql
      words.set(some.length, known)
    }
    return known
  }

  return function* (rows) {
    const told: Told[] = []
    for (let at = 0; at < rows.length; ) {
      const some = rows.slice(at, at + largestPower(rows.length - at))
      at += some.length
      const values: unknown[] = []
      for (const row of some) for (const column of columns) values.push(row[column])
      for (const row of yield { sql: wordsFor(some), values }) told.push(row as Told)
    }
    return told
  }
}

/** The largest power of two that is no more than a number, nor than {@link LARGEST}. */
const largestPower = (number: number): number => Math.min(LARGEST, 2 ** Math.floor(Math.log2(number)))
