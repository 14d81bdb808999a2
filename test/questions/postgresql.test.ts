import { afterAll, describe } from 'vitest'
import { openQuestionLog } from '../../src/questions/open.ts'
import { postgresql } from '../database/postgresql.ts'
import { counted } from './places.ts'
import { questionCounts } from './question-counts.contract.ts'
import { aQuestionLog } from './question-log.contract.ts'

const server = postgresql()
afterAll(() => server[Symbol.asyncDispose]())

const monday = () => new Date('2026-11-23T04:00:00Z')

/** Gives the database back when what stands on it is closed. */
async function onEmpty<Part extends AsyncDisposable>(open: (url: string) => Promise<Part>): Promise<Part> {
  const { url, release } = await server.empty()
  const part = await open(url)
  let taken = true
  return {
    ...part,
    async [Symbol.asyncDispose]() {
      await part[Symbol.asyncDispose]()
      if (taken) release()
      taken = false
    },
  }
}

describe('PostgreSQL', () => {
  aQuestionLog((now = monday) => onEmpty((url) => openQuestionLog(url, { now })))
  questionCounts((now = monday) => onEmpty((url) => counted(url, now)))
})
