import { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import { type Database, tablesOf } from '../database/database.ts'
import { asker } from '../questions/askers.ts'
import { FIELDS } from '../questions/cubes.ts'
import { migrateQuestions } from '../questions/migrations.ts'
import { partitionsOf } from '../questions/partitions.ts'
import { asFact, toCell } from '../questions/roll-up.ts'
import { COLUMNS, type Tables, type TextRow } from '../questions/schema.ts'
import { type Fact, Tally } from '../questions/tally.ts'
import type { SyntheticDay } from './synthetic.ts'

/** Rows in one statement of PostgreSQL. */
const AT_ONCE = 5 * 1000

/** Where rows go, table by table. */
type Inserter = {
  insert<Table extends 'question' | 'question_text' | 'cell'>(table: Table, rows: Tables[Table][]): Promise<void>
  /** Makes what was inserted stay. */
  commit(): Promise<void>
  close(): Promise<void>
}

/**
 * Writes days of made-up questions straight into the log and the roll-ups, at the speed of the disk: what would be recorded and
 * counted one by one otherwise. The database must hold nothing of these days, and nobody may write meanwhile.
 * @returns how many questions.
 */
export async function load(database: Database, days: Iterable<SyntheticDay>, onDay: (day: string) => void = () => {}) {
  await migrateQuestions(database)
  const partitions = partitionsOf(database)
  const into = database.dialect === 'sqlite' ? intoSqlite(database) : intoPostgresql(database)
  // Cells of a span are complete when it ends.
  const tally = new Tally()
  let written = 0
  try {
    for (const { day, questions } of days) {
      await partitions.provide([day])
      const rows = questions.map(({ row }) => row)
      await into.insert('question', rows)
      await into.insert(
        'question_text',
        questions.flatMap(({ row: { day, id }, text }): TextRow[] =>
          text === '' ? [] : [{ day, id, text, rating_reason: null }],
        ),
      )
      for (const fact of summed(questions)) tally.add(fact)
      await into.insert('cell', Array.from(tally.take(day), toCell))
      await into.commit()
      written += questions.length
      onDay(day)
    }
    await into.insert('cell', Array.from(tally.gains(), toCell))
    await into.commit()
  } finally {
    await into.close()
  }
  if (database.dialect === 'sqlite') await sql`analyze`.execute(database.db)
  else await sql`vacuum analyze`.execute(database.db)
  return written
}

/** The facts of a day, those with the same fields as one. */
function summed(questions: SyntheticDay['questions']): Iterable<Fact> {
  const facts = new Map<string, Fact & { askers: Set<string> }>()
  for (const { row, again } of questions) {
    const one = asFact(row, again)
    const key = FIELDS.map((field) => one[field]).join('\u0001')
    let fact = facts.get(key)
    if (!fact) {
      fact = { ...one, asked: 0, again: 0, askers: new Set() }
      facts.set(key, fact)
    }
    fact.asked += 1
    fact.again += one.again
    fact.helpful += Number(row.helpful === 1)
    fact.notHelpful += Number(row.helpful === 0)
    const who = asker(row.day, row.pseudonym)
    if (who !== undefined) fact.askers.add(who)
  }
  return facts.values()
}

/** A connection of its own that does not wait for the disk: a set that is not complete is made anew. */
function intoSqlite(database: Database): Inserter {
  const file = new DatabaseSync(database.where)
  file.exec('pragma synchronous = off; pragma cache_size = -200000; begin')
  const prepared = Object.fromEntries(
    Object.entries(COLUMNS).map(([table, columns]) => [
      table,
      file.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`),
    ]),
  )
  return {
    async insert(table, rows) {
      const columns: readonly string[] = COLUMNS[table]
      for (const row of rows as Record<string, string | number | null>[])
        prepared[table]?.run(...columns.map((column) => row[column] ?? null))
    },
    commit: async () => file.exec('commit; begin'),
    async close() {
      file.exec('commit; pragma wal_checkpoint(truncate)')
      file.close()
    },
  }
}

/** Rows as JSON, which PostgreSQL takes apart by itself: a few parameters, whatever their number. */
function intoPostgresql(database: Database): Inserter {
  const { db }: { db: Kysely<Tables> } = tablesOf<Tables>(database)
  return {
    async insert(table, rows) {
      const columns = sql.join(COLUMNS[table].map((column) => sql.ref(column)))
      for (let at = 0; at < rows.length; at += AT_ONCE)
        await sql`insert into ${sql.table(table)} (${columns}) select ${columns}
          from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows.slice(at, at + AT_ONCE))}::json)`.execute(
          db,
        )
    },
    commit: async () => {},
    close: async () => {},
  }
}
