import { afterAll, describe } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { postgresql } from '../database/postgresql.ts'
import { subscriptionsHold } from './subscriptions.contract.ts'

describe('subscriptions in SQLite', () => subscriptionsHold(() => openDatabase('sqlite::memory:')))

describe('subscriptions in PostgreSQL', () => {
  const server = postgresql()
  afterAll(() => server[Symbol.asyncDispose]())
  subscriptionsHold(async () => {
    const { url, release } = await server.empty()
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
