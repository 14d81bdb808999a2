import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { vi } from 'vitest'
import type { Reply } from '../../src/core/reply.ts'
import { hashPassword } from '../../src/insights/sign-in/password.ts'
import { ask, type Told } from '../channels/served.ts'

// Whole processes start here, often several at once, on machines that have other things to do.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** A password nobody uses. */
const passwordHash = hashPassword('a password of the tests', { N: 2 ** 10, r: 8, p: 1 })

/** Settings as the environment gives them. */
export type Settings = Record<string, string>

/** A line of the service's own log. */
export type LogLine = Record<string, unknown> & { msg: string }

/** How a process ended, and what it said. */
export type Ended = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }

type Child = ChildProcessByStdio<Writable, Readable, Readable>

/** Nothing of the machine's own settings reaches the process but what it needs to run. */
function spawnCommand(args: string[], settings: Settings): Child {
  const { PATH = '', HOME = '', TMPDIR } = process.env
  const env = { PATH, HOME, ...(TMPDIR !== undefined && { TMPDIR }), ...settings }
  return spawn(process.execPath, ['src/cli.js', ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] })
}

/** Runs a subcommand to its end, as somebody would in a terminal. */
export async function run(args: string[], settings: Settings = {}, input = ''): Promise<Ended> {
  const child = spawnCommand(args, settings)
  child.stdin.on('error', () => {}).end(input)
  const [stdout, stderr, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
  ])
  return { code, signal, stdout, stderr }
}

/** A folder of its own for whatever a test keeps; gone when the test is over. */
export async function temporaryFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'tongguan-test-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) }
}

/** The service as somebody runs it: a process with its own port and its own question log. */
export interface Service extends AsyncDisposable {
  readonly url: string
  readonly pid: number
  readonly settings: Settings
  /** What it has logged so far. */
  readonly lines: LogLine[]
  /** Waits for a line of its log, one that has been written included. */
  logged(wanted: (line: LogLine) => boolean): Promise<LogLine>
  /** `POST` of a JSON value. */
  post(path: string, json: unknown, headers?: Record<string, string>): Promise<Told>
  get(path: string): Promise<Told>
  /** A question through the JSON API, answered. */
  ask(question: string, more?: Record<string, unknown>): Promise<Reply>
  /** What the question log holds, as `npm run export` tells it: oldest first. */
  exported(): Promise<Record<string, string>[]>
  /** Sends a signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
  /** Resolves when the process has ended, whoever ended it. */
  readonly ended: Promise<Ended>
}

/**
 * Starts `serve` and waits until `/readyz` says so.
 * @throws when it ends instead, with what it said
 */
export async function startService(given: Settings = {}): Promise<Service> {
  await using parts = new AsyncDisposableStack()
  const folder = parts.use(await temporaryFolder())
  const settings = {
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: `sqlite:${join(folder.path, 'questions.db')}`,
    // Without one, a password is made and told.
    INSIGHTS_PASSWORD_HASH: await passwordHash,
    ...given,
  }
  const child = spawnCommand(['serve'], settings)
  const lines: LogLine[] = []
  const waiting = new Set<() => void>()
  let stdout = ''
  const output = createInterface({ input: child.stdout })
  output.on('line', (line) => {
    stdout += `${line}\n`
    lines.push(JSON.parse(line))
    for (const look of waiting) look()
  })
  const ended = Promise.all([text(child.stderr), once(child, 'close'), once(output, 'close')]).then(
    ([stderr, [code, signal]]): Ended => ({ code, signal, stdout, stderr }),
  )
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  parts.defer(async () => void (await stop('SIGKILL')))

  const logged = (wanted: (line: LogLine) => boolean) =>
    new Promise<LogLine>((resolve, reject) => {
      const look = () => {
        const line = lines.find(wanted)
        if (!line) return
        waiting.delete(look)
        resolve(line)
      }
      waiting.add(look)
      look()
      ended.then(({ code, stderr }) => reject(new Error(`the service ended with code ${code}\n${stderr}${stdout}`)))
    })

  const { port } = await logged(({ msg }) => msg.startsWith('ready'))
  const url = `http://127.0.0.1:${port}`
  const ready = await fetch(`${url}/readyz`)
  if (!ready.ok) throw new Error(`not ready: ${await ready.text()}`)

  const kept = parts.move()
  const post: Service['post'] = (path, json, headers = {}) => ask(url + path, { json, headers })
  return {
    url,
    pid: child.pid ?? 0,
    settings,
    lines,
    logged,
    post,
    get: (path) => ask(url + path),
    async ask(question, more = {}) {
      const { status, body } = await post('/api/answers', { question, ...more })
      if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
      return body as Reply
    },
    async exported() {
      const {
        code,
        stdout: csv,
        stderr,
      } = await run(['export', '--from', '2020-01-01', '--to', '2099-12-31'], settings)
      if (code !== 0) throw new Error(stderr)
      return readCsv(csv)
    },
    stop,
    ended,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

/** RFC 4180: cells are quoted where they must be, a quote inside is doubled. */
export function readCsv(csv: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of csv
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end !== ',') rows.push([])
  }
  const [header = [], ...cells] = rows.filter((row) => row.length > 1)
  return cells.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])))
}

/** The sums of money and the days in a text, in the order in which they stand: what has to agree between the ways in. */
export const amountsIn = (shown: string): string[] => shown.match(/\d{1,3}(?:,\d{3})+(?=\s?(?:元|yuan))/g) ?? []
