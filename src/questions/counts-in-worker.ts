import { Worker } from 'node:worker_threads'
import { CannotOpenDatabase } from '../database/cannot-open.ts'
import type { Database } from '../database/database.ts'
import { type Due, lookWhatIsDue } from './due.ts'
import type { Cell, QuestionCounts, QuestionWords } from './question-counts.ts'
import { sqlQuestionCounts } from './sql-question-counts.ts'

/** What the thread is asked, and what it answers. */
export type CountsRequest =
  | { id: number; ask: 'cells'; of: Parameters<QuestionCounts['cells']> }
  | { id: number; ask: 'words'; of: Parameters<QuestionCounts['words']> }
export type CountsReply = { id: number; value?: Cell[] | QuestionWords[]; error?: string; away?: boolean }
/** That the thread has counted what was due, told again and again; and what it is told when it may close its connections and end. */
export const [CAUGHT_UP, END] = ['caught up', 'end'] as const

/** When the thread is there, in milliseconds but for `mostDue`. */
export type ThreadTimes = {
  /** So many questions and ratings wait to be counted that it begins although nobody wants counts. The thread counts them in some ten seconds. */
  mostDue: number
  /** One has waited so long that it begins. */
  latest: number
  /** How often that is looked at. */
  lookEvery: number
  /** How long it stays for whoever wants counts next. */
  linger: number
}
const TIMES: ThreadTimes = { mostDue: 20_000, latest: 15 * 60_000, lookEvery: 10_000, linger: 60_000 }

type Waiting = { resolve: (value: never) => void; reject: (error: Error) => void }

/**
 * The read side of the question log in a thread with connections of its own, which also counts what has been asked, so that nobody
 * who asks something waits for somebody who counts. The thread takes 27 MB and is there only while counts are wanted or much waits to be counted. A database that
 * lives in this process alone is read here.
 */
export function openQuestionCounts(database: Database, times: Partial<ThreadTimes> = {}): QuestionCounts {
  if (database.url === undefined) return sqlQuestionCounts(database)
  const { mostDue, latest, lookEvery, linger } = { ...TIMES, ...times }
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let asked = 0
  let lastAsked = Number.NEGATIVE_INFINITY
  let closed = false

  function start(): Worker {
    const started = new Worker(new URL('./counts-worker.ts', import.meta.url), { workerData: { url: database.url } })
    started.unref()
    started.on('message', (message: CountsReply | typeof CAUGHT_UP) => {
      if (message === CAUGHT_UP) {
        if (waiting.size > 0 || performance.now() - lastAsked < linger || worker !== started) return
        // Whoever asks from here on gets a thread of their own.
        worker = undefined
        started.postMessage(END)
        return
      }
      const { id, value, error, away } = message
      const one = waiting.get(id)
      waiting.delete(id)
      if (waiting.size === 0) started.unref()
      if (error === undefined) one?.resolve(value as never)
      else one?.reject(away ? new CannotOpenDatabase(database.where, 'away') : new Error(error))
    })
    const ended = (error: unknown) => {
      if (worker !== started) return
      worker = undefined
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
    lastAsked = performance.now()
    const id = asked++
    worker.ref()
    return new Promise<Value>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker?.postMessage({ ...request, id })
    })
  }

  const isDue = waitingTooLong({ mostDue, latest })
  const looking = setInterval(() => {
    if (worker) return
    // What cannot be looked at, because the database is away or has no tables yet, is not due.
    lookWhatIsDue(database).then(
      (due) => {
        if (isDue(due) && !closed) worker ??= start()
      },
      () => undefined,
    )
  }, lookEvery).unref()

  return {
    cells: (...of) => ask<Cell[]>({ ask: 'cells', of }),
    async *words(...of) {
      yield* await ask<QuestionWords[]>({ ask: 'words', of })
    },
    async [Symbol.asyncDispose]() {
      closed = true
      clearInterval(looking)
      await worker?.terminate()
    },
  }
}

/** Tells whether what waits to be counted is much, or has waited for long since it was first told of. */
function waitingTooLong({
  mostDue,
  latest,
}: Pick<ThreadTimes, 'mostDue' | 'latest'>): (due: Due | undefined) => boolean {
  let oldest: { seq: number; since: number } | undefined
  return (due) => {
    const now = performance.now()
    if (!due) oldest = undefined
    else if (!oldest || due.first > oldest.seq) oldest = { seq: due.first, since: now }
    return (
      due !== undefined && oldest !== undefined && (due.last - due.first + 1 >= mostDue || now - oldest.since >= latest)
    )
  }
}
