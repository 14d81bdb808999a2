import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../database/open.ts'
import type { CountsReply, CountsRequest } from './counts-in-worker.ts'
import { rollUpSome } from './roll-up.ts'
import { sqlQuestionCounts } from './sql-question-counts.ts'

/** Milliseconds between two looks at what is due, where nobody asks for counts. */
const COUNT_EVERY = 1000

/** Milliseconds of rest between two batches, so that those who record are not held up by a backlog. */
const REST = 10

const database = await openDatabase((workerData as { url: string }).url)
const counts = sqlQuestionCounts(database)

async function answer(request: CountsRequest): Promise<NonNullable<CountsReply['value']>> {
  if (request.ask === 'cells') return await counts.cells(...request.of)
  return await Array.fromAsync(counts.words(...request.of))
}

parentPort?.on('message', (request: CountsRequest) => {
  answer(request).then(
    (value) => parentPort?.postMessage({ id: request.id, value } satisfies CountsReply),
    (error) => parentPort?.postMessage({ id: request.id, error: String(error) } satisfies CountsReply),
  )
})

/** Counts what is due and comes again. What fails now, because the database is away or has no tables yet, is done then. */
const count = () => {
  rollUpSome(database)
    .catch(() => false)
    .then((more) => setTimeout(count, more ? REST : COUNT_EVERY).unref())
}
count()
