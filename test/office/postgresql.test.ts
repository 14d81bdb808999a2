import { afterAll, describe } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { postgresql } from '../database/postgresql.ts'
import { anOffice } from './office.contract.ts'

const server = postgresql()
afterAll(() => server[Symbol.asyncDispose]())

describe('PostgreSQL', () => {
  anOffice(async () => {
    const { url, release } = await server.empty('none')
    const database = await openDatabase(url)
    return Object.assign(Object.create(database), {
      async [Symbol.asyncDispose]() {
        await database[Symbol.asyncDispose]()
        release()
      },
    })
  })
})
