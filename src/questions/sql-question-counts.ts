import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day } from '../core/day.ts'
import { type Database, tablesOf } from '../database/database.ts'
import { elements, largestWeek } from './askers.ts'
import { FIELDS, type Field, type Span, smallestCube } from './cubes.ts'
import { migrateQuestions } from './migrations.ts'
import { ASKERS_COUNTED, type Cell, type Dimension, type Narrowed, type QuestionCounts } from './question-counts.ts'
import type { Days } from './question-log.ts'
import { rollUpIn } from './roll-up.ts'
import type { Tables } from './schema.ts'
import { daysOf, fill, isoWeek, isWholeWeeks, START, type Stretch } from './spans.ts'
import { wordsOf } from './words.ts'

/** Milliseconds spent on catching up before a question is answered with what is counted so far. */
const CATCH_UP = 50

/** Milliseconds in which nobody catches up further where that was not enough: a page asks for many tables at once. */
const REST = 500

/** Stretches of one cube. */
type Part = { cube: string; stretches: Stretch[] }

/** A sum as it comes back: keys by position. */
type Sum = {
  keys: (string | null)[]
  asked: number
  helpful: number
  notHelpful: number
  again: number
  askers: number
  cells: number
  /** Who asked, where no cell has ASKERS_COUNTED. */
  samples: string
}

/** The read side over SQL, once for both databases. Closing it leaves the database open. */
export function sqlQuestionCounts(database: Database): QuestionCounts {
  const { db } = tablesOf<Tables>(database)
  const rollUp = rollUpIn(database)

  let restUntil = 0

  async function catchUp(): Promise<void> {
    await migrateQuestions(database)
    if (performance.now() < restUntil) return
    const until = performance.now() + CATCH_UP
    while (await rollUp())
      if (performance.now() > until) {
        restUntil = performance.now() + REST
        return
      }
  }

  /** What the parts hold, by SQL columns. */
  function from(part: Part, narrowed: Narrowed) {
    let query = db.selectFrom('cell').where('cube', '=', part.cube)
    // Where one topic is wanted of each day, it is found by day and topic, which is how the cells lie.
    const [only] = part.stretches
    const listed = only && part.stretches.length === 1 && narrowed.topic !== undefined ? starts(only) : undefined
    query = query.where(({ eb, or, between }) =>
      listed
        ? eb('day', 'in', listed)
        : part.stretches.length === 1 && part.stretches[0]
          ? between('day', part.stretches[0].from, part.stretches[0].to)
          : or(part.stretches.map(({ from, to }) => (from === to ? eb('day', '=', from) : between('day', from, to)))),
    )
    for (const [field, values] of narrowedFields(narrowed))
      query = query.where(
        field,
        'in',
        values.map((value) => value ?? ''),
      )
    return query
  }

  async function sums(part: Part, by: readonly Dimension[], narrowed: Narrowed): Promise<Sum[]> {
    const columns = by.map(column)
    const total = (name: 'asked' | 'helpful' | 'not_helpful' | 'again') => sql<string>`sum(${sql.ref(name)})`.as(name)
    const rows = await from(part, narrowed)
      .select(columns.map((expression, n) => expression.as(`k${n}`)))
      .select([total('asked'), total('helpful'), total('not_helpful'), total('again')])
      .select([sql<number>`max(askers)`.as('askers'), sql<string>`count(*)`.as('cells')])
      // Of few the samples of their cells, one after the other.
      .select(
        sql<string | null>`case when max(askers) < ${sql.lit(ASKERS_COUNTED)} then string_agg(sample, '') end`.as(
          'samples',
        ),
      )
      .$if(columns.length > 0, (query) => query.groupBy(columns))
      .execute()
    return rows.flatMap((row) =>
      row.asked === null
        ? []
        : [
            {
              keys: keysOf(row, by),
              asked: Number(row.asked),
              helpful: Number(row.helpful),
              notHelpful: Number(row.not_helpful),
              again: Number(row.again),
              askers: Number(row.askers),
              cells: Number(row.cells),
              samples: row.samples ?? '',
            },
          ],
    )
  }

  return {
    async cells(days, by, narrowed = {}) {
      await catchUp()
      const parts = partsOf(days, by, narrowed)
      const found = new Map<string, Sum>()
      for (const part of parts)
        for (const sum of await sums(part, by, narrowed)) {
          const key = JSON.stringify(sum.keys)
          const known = found.get(key)
          found.set(key, known ? united(known, sum) : sum)
        }
      // One cell tells its askers itself; several may have some in common.
      for (const sum of found.values())
        if (sum.askers < ASKERS_COUNTED && sum.cells > 1) sum.askers = largestWeek(new Set(elements(sum.samples)))
      return [...found.values()]
        .filter(({ asked }) => asked > 0)
        .sort((a, b) => inOrder(a.keys, b.keys))
        .map(
          ({ keys, asked, askers, helpful, notHelpful, again }): Cell => ({
            keys: Object.fromEntries(by.map((dimension, n) => [dimension, keys[n] ?? null])),
            asked,
            askers,
            helpful,
            notHelpful,
            again,
          }),
        )
    },
    words: (days, narrowed, most) => wordsOf(database, days, narrowed, most),
    [Symbol.asyncDispose]: async () => {},
  }
}

const isField = (dimension: Dimension): dimension is Field => (FIELDS as readonly string[]).includes(dimension)

const narrowedFields = (narrowed: Narrowed) =>
  FIELDS.flatMap((field): [Field, readonly (string | null)[]][] => {
    const values = narrowed[field]
    return values === undefined ? [] : [[field, values]]
  })

/** The cubes to read, each with its stretches of time. */
function partsOf(days: Days, by: readonly Dimension[], narrowed: Narrowed): Part[] {
  const fields = [...by.filter(isField), ...narrowedFields(narrowed).map(([field]) => field)]
  // Whole weeks are weeks: as months with days at the edges they would be read from wider cubes.
  const inWeeks = by.includes('week') || (isWholeWeeks(days) && !by.includes('month'))
  const longest = by.includes('day') ? 'day' : inWeeks ? 'week' : 'month'
  const parts = new Map<string, Stretch[]>()
  for (const stretch of fill(days, longest, by.includes('month'))) {
    const cube = smallestCube(fields, stretch.span)
    const shorter: Stretch = { span: 'day', ...daysOf(stretch) }
    const [name, time] = cube ? [cube, stretch] : [smallestCube(fields, 'day'), shorter]
    if (name === undefined) throw new Error(`no cube has ${fields.join(', ')}`)
    parts.set(name, [...(parts.get(name) ?? []), time])
  }
  return [...parts].map(([cube, stretches]) => ({ cube, stretches }))
}

/** The first days of a stretch. */
function starts({ span, from, to }: Stretch): Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = START[span](addDays(day, LENGTH[span]))) days.push(day)
  return days
}

/** Days that lead from the start of a span into the next. */
const LENGTH: Record<Span, number> = { day: 1, week: 7, month: 31 }

/** A dimension as a column. Weeks are made of days here, which every row begins with. */
function column(dimension: Dimension): RawBuilder<string> {
  if (dimension === 'month') return sql<string>`substr(day, 1, 7)`
  return dimension === 'day' || dimension === 'week' ? sql<string>`day` : sql<string>`${sql.ref(dimension)}`
}

const keysOf = (row: Record<string, unknown>, by: readonly Dimension[]): (string | null)[] =>
  by.map((dimension, n) => {
    const value = String(row[`k${n}`])
    return dimension === 'week' ? isoWeek(value) : value === '' ? null : value
  })

const united = (a: Sum, b: Sum): Sum => ({
  keys: a.keys,
  asked: a.asked + b.asked,
  helpful: a.helpful + b.helpful,
  notHelpful: a.notHelpful + b.notHelpful,
  again: a.again + b.again,
  askers: Math.max(a.askers, b.askers),
  cells: a.cells + b.cells,
  samples: a.samples + b.samples,
})

function inOrder(a: (string | null)[], b: (string | null)[]): number {
  for (const [n, one] of a.entries()) {
    const [x, y] = [one ?? '', b[n] ?? '']
    if (x !== y) return x < y ? -1 : 1
  }
  return 0
}
