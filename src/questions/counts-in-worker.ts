import { Worker } from 'node:worker_threads'
import { CannotOpenDatabase } from '../database/cannot-open.ts'
import type { Database } from '../database/database.ts'
import type { Cell, QuestionCounts, QuestionWords } from './question-counts.ts'
import { sqlQuestionCounts } from './sql-question-counts.ts'

/** What the thread is asked, and what it answers. */
export type CountsRequest =
  | { id: number; ask: 'cells'; of: Parameters<QuestionCounts['cells']> }
  | { id: number; ask: 'words'; of: Parameters<QuestionCounts['words']> }
export type CountsReply = { id: number; value?: Cell[] | QuestionWords[]; error?: string; away?: boolean }

type Waiting = { resolve: (value: never) => void; reject: (error: Error) => void }

/**
 * The read side of the question log in a thread with connections of its own, which also counts what has been asked, so that nobody
 * who asks something waits for somebody who counts. A database that lives in this process alone is read here.
 */
export function openQuestionCounts(database: Database): QuestionCounts {
  if (database.url === undefined) return sqlQuestionCounts(database)
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let asked = 0
  let closed = false

  function start(): Worker {
    const started = new Worker(new URL('./counts-worker.ts', import.meta.url), { workerData: { url: database.url } })
    started.unref()
    started.on('message', ({ id, value, error, away }: CountsReply) => {
      const one = waiting.get(id)
      waiting.delete(id)
      if (waiting.size === 0) started.unref()
      if (error === undefined) one?.resolve(value as never)
      else one?.reject(away ? new CannotOpenDatabase(database.where, 'away') : new Error(error))
    })
    const ended = (error: unknown) => {
      if (worker === started) worker = undefined
      for (const { reject } of waiting.values()) reject(new Error(`counting has ended: ${error}`))
      waiting.clear()
    }
    // The next who asks starts another.
    started.on('error', ended)
    started.on('exit', ended)
    return started
  }

  function ask<Value>(request: Omit<CountsRequest, 'id'>): Promise<Value> {
    if (closed) return Promise.reject(new Error('the counts are closed'))
    worker ??= start()
    const id = asked++
    worker.ref()
    return new Promise<Value>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker?.postMessage({ ...request, id })
    })
  }

  worker = start()
  return {
    cells: (...of) => ask<Cell[]>({ ask: 'cells', of }),
    async *words(...of) {
      yield* await ask<QuestionWords[]>({ ask: 'words', of })
    },
    async [Symbol.asyncDispose]() {
      closed = true
      await worker?.terminate()
    },
  }
}
