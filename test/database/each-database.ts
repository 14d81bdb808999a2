import { afterAll, describe } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { openDatabase } from '../../src/database/open.ts'
import { postgresql } from './postgresql.ts'

/** What holds in every database, said once of each. @param holds told how to open an empty one, without tables */
export function onEachDatabase(what: string, holds: (open: () => Promise<Database>) => void): void {
  describe(`${what} in SQLite`, () => holds(() => openDatabase('sqlite::memory:')))

  describe(`${what} in PostgreSQL`, () => {
    const server = postgresql()
    afterAll(() => server[Symbol.asyncDispose]())
    holds(async () => {
      const { url, release } = await server.empty('none')
      const database = await openDatabase(url)
      return {
        ...database,
        async [Symbol.asyncDispose]() {
          await database[Symbol.asyncDispose]()
          release()
        },
      }
    })
  })
}
