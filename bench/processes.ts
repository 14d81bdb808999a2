import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  scripts: { start: string }
}
/** What `npm start` gives Node, flags and all. */
export const SERVE: string[] = scripts.start.split(' ').slice(1)

/** A server that runs in a process of its own. */
export type Running = { url: string; pid: number; stop: () => Promise<void> }

/** Milliseconds of processor that a process has taken so far, in all its threads; NaN where the system does not tell. */
export function processorTime(pid: number): number {
  try {
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const [user = Number.NaN, system = Number.NaN] = rest.split(' ').slice(11, 13).map(Number)
    return (user + system) * MILLISECONDS_OF_A_TICK
  } catch {
    return Number.NaN
  }
}

/** Linux counts a hundred ticks a second for programs, whatever its own clock does. */
const MILLISECONDS_OF_A_TICK = 10

/** Starts a server that prints a line of JSON with its `port` once it listens, and waits for that line. */
export async function start(args: string[], env: Record<string, string> = {}): Promise<Running> {
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}`)))
    if (!child.stdout) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      const told = line.startsWith('{') ? (JSON.parse(line) as { port?: number }) : {}
      if (told.port) resolve(told.port)
    })
  })
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
