import { parentPort, workerData } from 'node:worker_threads'
import { isAway } from '../database/cannot-open.ts'
import { openDatabase } from '../database/open.ts'
import { CAUGHT_UP, type CountsReply, type CountsRequest, END } from './counts-in-worker.ts'
import { lookWhatIsDue } from './due.ts'
import { rollUpIn } from './roll-up.ts'
import { sqlQuestionCounts } from './sql-question-counts.ts'

/** Milliseconds between two looks at what is due, where nobody asks for counts. */
const COUNT_EVERY = 1000

/** Milliseconds of rest between two batches while nobody asks anything. */
const REST = 10

/**
 * Of the time while people ask, counting takes one part in so many, since it takes a processor and the right to write from them: a batch holds everybody up for some thirty milliseconds. That is enough for a
 * hundred questions a second, which is nine million a day; a wave of more is counted when it is over, and whoever wants counts has them brought up to date first.
 */
const SHARE = 50

/**
 * Requests answered at the same time: a page asks for many tables at once, and who waits for a connection waits only so long. One is left for
 * counting.
 */
const AT_ONCE = 3

const database = await openDatabase((workerData as { url: string }).url)
const counts = sqlQuestionCounts(database)

let answering = 0
const waiting: (() => void)[] = []

/** Answers when it is a request's turn. */
async function inTurn(request: CountsRequest): Promise<NonNullable<CountsReply['value']>> {
  if (answering < AT_ONCE) answering++
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await answer(request)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else answering--
  }
}

async function answer(request: CountsRequest): Promise<NonNullable<CountsReply['value']>> {
  if (request.ask === 'cells') return await counts.cells(...request.of)
  return await Array.fromAsync(counts.words(...request.of))
}

parentPort?.on('message', (request: CountsRequest | typeof END) => {
  if (request === END) void end()
  else reply(request)
})

function reply(request: CountsRequest): void {
  inTurn(request).then(
    (value) => parentPort?.postMessage({ id: request.id, value } satisfies CountsReply),
    (error) =>
      parentPort?.postMessage({ id: request.id, error: String(error), away: isAway(error) } satisfies CountsReply),
  )
}

const rollUp = rollUpIn(database)

/** Counts some of what is due; milliseconds after which to come again. */
async function countSome(): Promise<number> {
  const due = await lookWhatIsDue(database)
  const started = performance.now()
  const more = await rollUp()
  const took = performance.now() - started
  if (!more) parentPort?.postMessage(CAUGHT_UP)
  if ((await lookWhatIsDue(database))?.last !== due?.last) return Math.max(REST, (SHARE - 1) * took)
  return more ? REST : COUNT_EVERY
}

/** Counts and comes again. What fails now, because the database is away or has no tables yet, is done then. */
const count = () => {
  counting = countSome()
    .catch(() => COUNT_EVERY)
    .then((rest) => {
      next = setTimeout(count, rest).unref()
    })
}
let next: NodeJS.Timeout | undefined
let counting: Promise<void> | undefined
count()

/** Closes everything, with which the thread ends. Nobody waits for an answer then. */
async function end(): Promise<void> {
  await counting
  clearTimeout(next)
  await database[Symbol.asyncDispose]()
  parentPort?.close()
}
