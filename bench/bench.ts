import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { readConfig } from '../src/config.ts'
import { buildKnowledge } from '../src/knowledge/build.ts'
import { readFolder } from '../src/knowledge/read.ts'
import { createService } from '../src/service.ts'
import { createLog } from '../src/telemetry/log.ts'
import { type Running, start } from './processes.ts'

// Speed and memory, printed as a table. Nothing is asserted: the numbers are read by people, beside a baseline measured in the same run.

const SECONDS = Number(process.env.BENCH_SECONDS ?? 8)
const ROUNDS = 3
const CONNECTIONS = 8
const folder = await mkdtemp(join(tmpdir(), 'tongguan-bench-'))
const config = readConfig({
  LOG_LEVEL: 'silent',
  DATABASE_URL: `sqlite:${join(folder, 'process.db')}`,
  RATE_PER_MINUTE: '0',
})

/** Real ways of asking: every seventh phrasing of the knowledge with a word in front, so that none is met to the letter. */
const { knowledge } = buildKnowledge(await readFolder(config.KNOWLEDGE_DIR), {
  today: '2100-01-01',
  reviewAfterDays: 100_000,
})
if (!knowledge) throw new Error('the knowledge has errors: npm run check')
const phrasings = [...knowledge.entries.values()].flatMap(({ texts }) => [
  ...texts['zh-Hans'].questions.map((question) => `请问${question}`),
  ...texts.en.questions.map((question) => `please, ${question}`),
])
const questions = phrasings.filter((_, index) => index % 7 === 0)

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
  for (const question of questions.slice(0, 300)) await ask(question)
  const times: number[] = []
  for (const question of questions) {
    const before = performance.now()
    await ask(question)
    times.push(performance.now() - before)
  }
  times.sort((a, b) => a - b)
  row(`answers in process, p50 of ${times.length}, log on`, `${quantile(times, 0.5).toFixed(2)} ms`)
  row('answers in process, p99', `${quantile(times, 0.99).toFixed(2)} ms`, '< 5 ms')
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
    const service = await start(['src/cli.ts', 'serve'], serviceEnv(`cold-${round}`))
    await fetch(`${service.url}/readyz`)
    // The first start fills the cache of compiled modules, as installing does on a server.
    if (round > 0) times.push(performance.now() - before)
    await service.stop()
  }
  row(`cold start to ready, best of ${ROUNDS}`, `${(Math.min(...times) / 1000).toFixed(2)} s`, '< 1.5 s')
}

const activity = (text: string, index: number) =>
  JSON.stringify({
    type: 'message',
    id: `a${index}`,
    channelId: 'bench',
    from: { id: `user-${index % 100}` },
    recipient: { id: 'bot' },
    conversation: { id: `conversation-${index}` },
    deliveryMode: 'expectReplies',
    text,
  })

async function throughput({ url }: Running): Promise<number> {
  const result = await autocannon({
    url: `${url}/api/messages`,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: questions.slice(0, 500).map((text, index) => ({
      method: 'POST' as const,
      headers: { 'content-type': 'application/json' },
      body: activity(text, index),
    })),
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} errors at ${url}`)
  return result.requests.average
}

async function besideEcho(): Promise<void> {
  const echo = await start(['bench/echo-bot.ts'])
  const service = await start(['src/cli.ts', 'serve'], serviceEnv('load'))
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await throughput(echo))
    ours.push(await throughput(service))
  }
  const [echoes, answers] = [Math.max(...theirs), Math.max(...ours)]
  row(`/api/messages, SDK's echo bot, best of ${ROUNDS}`, `${Math.round(echoes)} a second`)
  row(`/api/messages, Tongguan, real questions, log on`, `${Math.round(answers)} a second`)
  row('ratio', (answers / echoes).toFixed(2), '≥ 0.8')
  await echo.stop()
  await service.stop()
}

async function memory(): Promise<void> {
  const service = await start(['src/cli.ts', 'serve'], serviceEnv('memory'))
  let next = 0
  const asker = async () => {
    for (let index = next++; index < 10_000; index = next++)
      await fetch(`${service.url}/api/answers`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ question: questions[index % questions.length], conversation: `c${index % 500}` }),
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
