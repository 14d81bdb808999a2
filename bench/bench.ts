import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { readConfig } from '../src/config.ts'
import { readLines, testQuestion } from '../src/eval/questions.ts'
import { buildKnowledge } from '../src/knowledge/build.ts'
import { readFolder } from '../src/knowledge/read.ts'
import { seeded } from '../src/search/seeded.ts'
import { createService } from '../src/service.ts'
import { createLog } from '../src/telemetry/log.ts'
import { processorTime, type Running, SERVE, start } from './processes.ts'

// Speed and memory, printed as a table. Nothing is asserted: the numbers are read by people, beside a baseline measured in the same run.

const SECONDS = Number(process.env.BENCH_SECONDS ?? 8)
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3)
const CONNECTIONS = 8
/** Of the questions that come in, those in words that nobody used before. */
const SHARE_OF_FRESH = 0.2
const ASKED_BEFORE = 'real questions over and over (each was asked before)'
const MIX = `questions as they come in (${(1 - SHARE_OF_FRESH) * 100} % in words used before, by Zipf's law)`
/** What people put around a question, so that none is met to the letter. */
const POLITE = {
  zh: {
    usual: '请问',
    before: ['你好，', '您好，', '麻烦问一下', '想问一下，', '我想知道', '在吗？', '老师，', '咨询一下'],
    after: ['？谢谢', '呀', '呢？', '，急', '？麻烦了', '，求解答', '？在线等', '！'],
  },
  en: {
    usual: 'please, ',
    before: ['hi, ', 'hello, ', 'good morning, ', 'excuse me, ', 'hey, ', 'quick question: ', 'may I ask, ', 'sorry, '],
    after: ['? thanks', ', please', '?? thank you', ' - any idea', '!', ', cheers', ' please help', '...'],
  },
}
const folder = await mkdtemp(join(tmpdir(), 'tongguan-bench-'))
const config = readConfig({
  LOG_LEVEL: 'silent',
  DATABASE_URL: `sqlite:${join(folder, 'process.db')}`,
  RATE_PER_MINUTE: '0',
})

const { knowledge } = buildKnowledge(await readFolder(config.KNOWLEDGE_DIR), {
  today: '2100-01-01',
  reviewAfterDays: 100_000,
})
if (!knowledge) throw new Error('the knowledge has errors: npm run check')
const random = seeded(20261128)
const phrasings = [...knowledge.entries.values()]
  .flatMap(({ texts }) => [
    ...texts['zh-Hans'].questions.map((text) => ({ text, polite: POLITE.zh })),
    ...texts.en.questions.map((text) => ({ text, polite: POLITE.en })),
  ])
  .map((one) => ({ one, at: random() }))
  .sort((a, b) => a.at - b.at)
  .map(({ one }) => one)
/** Where each phrasing's share of all questions ends, by Zipf's law: the tenth is asked a tenth as often as the first. */
const ends = phrasings.map((_, rank) => 1 / (rank + 1))
for (let rank = 1; rank < ends.length; rank++) ends[rank] = (ends[rank] ?? 0) + (ends[rank - 1] ?? 0)
let fresh = 0

/** A question that nobody asked before in these words: a phrasing with a beginning and an end that stand together once. */
function freshQuestion(): string {
  const index = fresh++
  const { text, polite } = phrasings[index % phrasings.length] ?? { text: '', polite: POLITE.zh }
  const round = Math.floor(index / phrasings.length)
  const { before, after } = polite
  return `${before[round % before.length]}${text}${after[Math.floor(round / before.length) % after.length]}`
}

/** A question as they come in: most in words that others used, the popular ones most often, a share in new words. */
function mixedQuestion(): string {
  if (random() < SHARE_OF_FRESH) return freshQuestion()
  const drawn = random() * (ends.at(-1) ?? 0)
  const { text, polite } = phrasings[ends.findIndex((end) => end >= drawn)] ?? { text: '', polite: POLITE.zh }
  return `${polite.usual}${text}`
}

const real = await readLines(
  fileURLToPath(new URL('../test/questions/sets/development/questions.jsonl', import.meta.url)),
  testQuestion,
)
let turns = 0

/** A question that people asked, in their words; after so many as there are, the first again: what a bot meets that has served for a day. */
const askedBefore = (): string => real[turns++ % real.length]?.q ?? ''

const rows: [string, string, string][] = []
const row = (what: string, value: string, aim = '') => {
  rows.push([what, value, aim])
  process.stderr.write(`${what}: ${value}\n`)
}
const quantile = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
const residentMegabytes = async (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''))?.[1] ?? Number.NaN) / 1024

async function inProcess(): Promise<void> {
  await using parts = new AsyncDisposableStack()
  const { respond } = await createService(config, createLog('silent'), parts)
  const ask = (text: string) => respond({ text, channel: 'terminal', speaker: 'bench' })
  for (let index = 0; index < 300; index++) await ask(freshQuestion())
  const measure = async (what: string, next: () => string, aim: string) => {
    const times: number[] = []
    for (let index = 0; index < 1500; index++) {
      const question = next()
      const before = performance.now()
      await ask(question)
      times.push(performance.now() - before)
    }
    times.sort((a, b) => a - b)
    row(`answers in process, ${what}, log on, p50`, `${quantile(times, 0.5).toFixed(2)} ms`)
    row(`answers in process, ${what}, log on, p99`, `${quantile(times, 0.99).toFixed(2)} ms`, aim)
  }
  await measure('no question twice', freshQuestion, '< 5 ms')
  await measure(MIX, mixedQuestion, '< 5 ms')
  for (const _ of real) await ask(askedBefore())
  await measure(ASKED_BEFORE, askedBefore, '< 5 ms')
}

const serviceEnv = (name: string) => ({
  PORT: '0',
  HOST: '127.0.0.1',
  RATE_PER_MINUTE: '0',
  LOG_LEVEL: 'info',
  DATABASE_URL: `sqlite:${join(folder, `${name}.db`)}`,
})

async function coldStart(): Promise<void> {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const before = performance.now()
    const service = await start(SERVE, serviceEnv(`cold-${round}`))
    await fetch(`${service.url}/readyz`)
    // The first start fills the cache of compiled modules, as installing does on a server.
    if (round > 0) times.push(performance.now() - before)
    await service.stop()
  }
  row(`cold start to ready, best of ${ROUNDS}`, `${(Math.min(...times) / 1000).toFixed(2)} s`, '< 1.5 s')
}

let conversations = 0

/** A message in a conversation of its own. */
const activity = (text: string) => {
  const index = conversations++
  return JSON.stringify({
    type: 'message',
    id: `a${index}`,
    channelId: 'bench',
    from: { id: `user-${index % 1000}` },
    recipient: { id: 'bot' },
    conversation: { id: `conversation-${index}` },
    deliveryMode: 'expectReplies',
    text,
  })
}

/** What a server did under load: answers a second, and microseconds of processor for each, which others on the machine hardly change. */
type Done = { rate: number; processor: number }

async function throughput({ url, pid }: Running, next: () => string): Promise<Done> {
  const before = processorTime(pid)
  const headers = { 'content-type': 'application/json' }
  const result = await autocannon({
    url: `${url}/api/messages`,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: [
      { setupRequest: (request) => ({ ...request, method: 'POST' as const, headers, body: activity(next()) }) },
    ],
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} errors at ${url}`)
  const { average: rate, total } = result.requests
  return { rate, processor: (1000 * (processorTime(pid) - before)) / total }
}

async function besideEcho(): Promise<void> {
  const echo = await start(['bench/echo-bot.ts'])
  const service = await start(SERVE, serviceEnv('load'))
  const [theirs, ours, repeated, unrepeated]: [Done[], Done[], Done[], Done[]] = [[], [], [], []]
  // Both have served for a while before it counts, as they have on any day but the first.
  await throughput(echo, mixedQuestion)
  await throughput(service, mixedQuestion)
  await throughput(service, askedBefore)
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await throughput(echo, mixedQuestion))
    ours.push(await throughput(service, mixedQuestion))
    repeated.push(await throughput(service, askedBefore))
    unrepeated.push(await throughput(service, freshQuestion))
  }
  const fastest = (done: Done[]) => Math.max(...done.map(({ rate }) => rate))
  const cheapest = (done: Done[]) => Math.min(...done.map(({ processor }) => processor))
  const tell = (what: string, done: Done[], aim: string) => {
    row(`/api/messages, ${what}, log on`, `${Math.round(fastest(done))} a second`)
    row('… as a share of the echo bot', (fastest(done) / fastest(theirs)).toFixed(2), aim)
    row('… processor for each', `${Math.round(cheapest(done))} µs`)
    row("… the echo bot's as a share of it", (cheapest(theirs) / cheapest(done)).toFixed(2))
  }
  row(`/api/messages, SDK's echo bot, best of ${ROUNDS}`, `${Math.round(fastest(theirs))} a second`)
  row('… processor for each', `${Math.round(cheapest(theirs))} µs`)
  tell(MIX, ours, '≥ 0.8')
  tell(ASKED_BEFORE, repeated, '')
  tell('no question twice', unrepeated, '')
  await echo.stop()
  await service.stop()
}

async function memory(): Promise<void> {
  const service = await start(SERVE, serviceEnv('memory'))
  let next = 0
  const asker = async () => {
    for (let index = next++; index < 10_000; index = next++)
      await fetch(`${service.url}/api/answers`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ question: mixedQuestion(), conversation: `c${index % 500}` }),
      }).then((response) => response.arrayBuffer())
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, asker))
  row('memory after 10,000 questions', `${Math.round(await residentMegabytes(service.pid))} MB`, '< 200 MB')
  await service.stop()
}

try {
  await inProcess()
  await coldStart()
  await besideEcho()
  await memory()
  process.stdout.write(
    `\n| measured | value | aim |\n|---|---:|---|\n${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`,
  )
} finally {
  await rm(folder, { recursive: true, force: true })
}
