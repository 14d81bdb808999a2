import { CompiledQuery, type Kysely } from 'kysely'

/** A statement in words that do not change, and its values. */
export type Statement = { sql: string; values: readonly unknown[] }

/** Statements one after the other; each hands back the rows that the database tells. */
export type Steps<Result = void> = Generator<Statement, Result, unknown[]>

/** Takes steps on a connection. */
export async function takeStatements<Result>(
  db: Pick<Kysely<object>, 'executeQuery'>,
  steps: Steps<Result>,
): Promise<Result> {
  let step = steps.next()
  while (!step.done) {
    const { sql, values } = step.value
    const { rows } = await db.executeQuery(CompiledQuery.raw(sql, [...values]))
    step = steps.next(rows)
  }
  return step.value
}

/** Takes steps at once, where the database answers at once. */
export function takeStatementsNow<Result>(run: (statement: Statement) => unknown[], steps: Steps<Result>): Result {
  let step = steps.next()
  while (!step.done) step = steps.next(run(step.value))
  return step.value
}
