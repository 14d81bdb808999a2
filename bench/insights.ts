import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { readConfig } from '../src/config.ts'
import { addDays, dayInChina } from '../src/core/day.ts'
import { openDatabase } from '../src/database/open.ts'
import { load } from '../src/demo/load.ts'
import { complete, isSynthetic, startAfresh } from '../src/demo/mark.ts'
import { syntheticYear } from '../src/demo/synthetic.ts'
import { hashPassword, makePassword } from '../src/insights/sign-in/password.ts'
import { buildKnowledge } from '../src/knowledge/build.ts'
import { readFolder } from '../src/knowledge/read.ts'
import { openQuestionCounts } from '../src/questions/counts-in-worker.ts'
import type { Dimension, Narrowed, QuestionCounts } from '../src/questions/question-counts.ts'
import type { Days } from '../src/questions/question-log.ts'
import { everyAddress, type Reader, signIn } from './insights-reader.ts'
import { SERVE, start } from './processes.ts'

// What the publicity team's pages cost on a year of made-up questions, printed as a table beside what is aimed at.
// BENCH_QUESTIONS   how many (5,000,000)
// BENCH_DATABASE    a database of its own, kept between runs (sqlite:./data/bench-<how many>.db, or postgres://…)
// BENCH_SECONDS     of each load (8)
// BENCH_PAGES       a pattern: only addresses that match it are timed, and nothing else is measured

const TOTAL = Number(process.env.BENCH_QUESTIONS ?? 5_000_000)
const ONLY = process.env.BENCH_PAGES === undefined ? undefined : new RegExp(process.env.BENCH_PAGES)
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8)
const ROUNDS = 7
/** Of the pages, how many are told by name. */
const TOLD = 12
const url = process.env.BENCH_DATABASE ?? `sqlite:${join('data', `bench-${TOTAL}.db`)}`

const today = dayInChina(new Date())
const config = readConfig({ LOG_LEVEL: 'silent' })
const rows: [string, string, string][] = []
const row = (what: string, value: string, aim = '') => {
  rows.push([what, value, aim])
  process.stderr.write(`${what}: ${value}\n`)
}
const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

const { knowledge } = buildKnowledge(await readFolder(config.KNOWLEDGE_DIR), { today, reviewAfterDays: 100_000 })
if (!knowledge) throw new Error('the knowledge has errors: npm run check')

async function fill(): Promise<void> {
  if (!knowledge) return
  if (url.startsWith('sqlite:')) await mkdir('data', { recursive: true })
  await using database = await openDatabase(url)
  // One made on an earlier day is as good.
  const held = await database.db.introspection.getTables()
  if (held.some(({ name }) => name === 'synthetic')) return
  await isSynthetic(database, { today, total: TOTAL, seed: 1 })
  await startAfresh(database, { today, total: TOTAL, seed: 1 })
  const began = performance.now()
  const wordsSince = addDays(today, -config.RETAIN_TEXT_DAYS)
  const count = await load(database, syntheticYear(knowledge, { today, total: TOTAL, seed: 1, wordsSince }))
  await complete(database)
  row(`making up and loading ${count} questions`, `${Math.round((performance.now() - began) / 1000)} s`)
}

const year: Days = { from: addDays(today, -364), to: today }
const quarter: Days = { from: addDays(today, -90), to: today }
const who: Narrowed = { channel: ['web'], locale: ['zh-Hans'], audience: ['consumer', null] }
const gaps: Narrowed = { outcome: ['declined', 'clarified'] }

/** What the pages ask for. */
const QUERIES: [string, Days, Dimension[], Narrowed?][] = [
  ['a year by day', year, ['day']],
  ['a year by day, three filters', year, ['day'], who],
  ['topics of a year', year, ['topic']],
  ['topics of a year, one filter', year, ['topic'], { channel: ['web'] }],
  ['topics of a year, three filters', year, ['topic'], who],
  ['one topic by day over a year, three filters', year, ['day'], { topic: ['tax.rates'], ...who }],
  ['outcomes of a year, three filters', year, ['outcome', 'why'], who],
  ['gaps of a year', year, ['topic', 'outcome', 'why'], gaps],
  ['gaps of a quarter, three filters', quarter, ['topic', 'outcome', 'why'], { ...gaps, ...who }],
  ['misconceptions of a year', year, ['topic', 'misconception']],
  ['misconceptions of a year by audience', year, ['misconception', 'audience']],
  ['misconceptions of a quarter by audience and channel', quarter, ['misconception', 'audience', 'channel']],
  ['entries of a year', year, ['entry']],
  ['entries of a quarter, three filters', quarter, ['entry'], who],
  ['topics by week over a year', year, ['week', 'topic']],
  ['topics by week over a year, three filters', year, ['week', 'topic'], who],
  ['topics by week and channel over a quarter', quarter, ['week', 'topic', 'channel']],
  ['entries by week over a quarter', quarter, ['week', 'entry']],
]

async function queries(counts: QuestionCounts): Promise<void> {
  for (const [what, days, by, narrowed] of QUERIES) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const before = performance.now()
      await counts.cells(days, by, narrowed)
      times.push(performance.now() - before)
    }
    row(what, `${Math.round(median(times))} ms`, '< 100 ms')
  }
}

/** The first byte of every page, chart and export, of a service that has just started: the slowest told by name. */
async function pages(reader: Reader, paths: string[]): Promise<void> {
  const taken: { path: string; first: number; ms: number }[] = []
  for (const path of paths) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) times.push(await reader.firstByte(path))
    taken.push({ path, first: times[0] ?? Number.NaN, ms: median(times) })
  }
  taken.sort((a, b) => b.first - a.first)
  // A view is read from the log once, by whichever of its pages is opened first.
  for (const { path, first } of taken.slice(0, TOLD))
    row(`first byte of ${decodeURI(path)}, the first time`, `${Math.round(first)} ms`)
  taken.sort((a, b) => b.ms - a.ms)
  for (const { path, ms } of taken.slice(0, TOLD))
    row(`first byte of ${decodeURI(path)}`, `${Math.round(ms)} ms`, '< 300 ms')
  row(
    `median first byte of ${paths.length} pages, charts and exports`,
    `${Math.round(median(taken.map(({ ms }) => ms)))} ms`,
  )
  row('of them above 300 ms', String(taken.filter(({ ms }) => ms > 300).length), '0')
}

const asked = [...knowledge.entries.values()].slice(0, 200).map(({ texts }) => `请问${texts['zh-Hans'].questions[0]}`)

async function throughput(at: string): Promise<number> {
  const result = await autocannon({
    url: `${at}/api/answers`,
    connections: 8,
    duration: SECONDS,
    requests: asked.map((question, n) => ({
      method: 'POST' as const,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question, conversation: `c${n}` }),
    })),
  })
  if (result.non2xx > 0) throw new Error(`${result.non2xx} refused`)
  return result.requests.average
}

/** Questions a second without and with one person who reads without pause, alternating. */
async function beside(at: string, reader: Reader, paths: string[]): Promise<void> {
  const alone: number[] = []
  const together: number[] = []
  for (let round = 0; round < 3; round++) {
    alone.push(await throughput(at))
    let reading = true
    const person = (async () => {
      for (let n = 0; reading; n++) {
        await reader.read(paths[n % paths.length] ?? '/insights')
        // Somebody looks at what they see, however briefly.
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    })()
    together.push(await throughput(at))
    reading = false
    await person
  }
  row('questions a second, nobody at the pages', String(Math.round(Math.max(...alone))))
  row('questions a second, somebody at the pages', String(Math.round(Math.max(...together))))
  row('ratio', (Math.max(...together) / Math.max(...alone)).toFixed(2), '≥ 0.8')
}

await fill()
{
  const password = makePassword()
  await using database = await openDatabase(url)
  await using counts = openQuestionCounts(database)
  if (ONLY === undefined) await queries(counts)
  const hash = await hashPassword(password)
  const serve = () =>
    start(SERVE, {
      PORT: '0',
      HOST: '127.0.0.1',
      RATE_PER_MINUTE: '0',
      LOG_LEVEL: 'info',
      DATABASE_URL: url,
      INSIGHTS_PASSWORD_HASH: hash,
    })
  const looked = await serve()
  const paths = await everyAddress(await signIn(looked.url, password), year).finally(looked.stop)
  const service = await serve()
  try {
    const reader = await signIn(service.url, password)
    await pages(
      reader,
      paths.filter((path) => ONLY === undefined || ONLY.test(path)),
    )
    if (ONLY === undefined) await beside(service.url, reader, paths)
  } finally {
    await service.stop()
  }
}
process.stdout.write(
  `\n| measured | value | aim |\n|---|---:|---|\n${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`,
)
