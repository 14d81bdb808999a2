import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

const run = promisify(execFile)

/** A PostgreSQL of one test alone, which can be stopped and started again at the same address with what it held. */
export type Stoppable = AsyncDisposable & {
  url: string
  /** The folder that everything is kept in; none of PostgreSQL compiled to WebAssembly, which keeps it in memory. */
  data?: string
  start(): Promise<void>
  /** Breaks off every connection. */
  stop(): Promise<void>
}

/** A server from Debian's packages, not started yet; where there is none, PostgreSQL compiled to WebAssembly. In CI there must be one. */
export async function stoppable(): Promise<Stoppable> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => [])
  const version = versions.sort((a, b) => Number(a) - Number(b)).at(-1)
  const port = await freePort()
  if (version !== undefined) return await server(`/usr/lib/postgresql/${version}/bin`, port)
  if (process.env.CI === 'true') throw new Error("there is no PostgreSQL: install Debian's postgresql, as .ci/run does")
  return await inProcess(port)
}

async function server(bin: string, port: number): Promise<Stoppable> {
  const folder = await mkdtemp(join(tmpdir(), 'tongguan-pg-'))
  // The server refuses to run as root.
  const user: { uid?: number; gid?: number } = process.getuid?.() === 0 ? await userOf('postgres') : {}
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const options = { cwd: folder, ...user }
  await run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'tongguan', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    options,
  )
  const control = (...args: string[]) => run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-t', '60', ...args], options)
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`
  let running = false
  const stop = async () => {
    if (running) await control('-m', 'immediate', 'stop')
    running = false
  }
  return {
    url: `postgres://tongguan@127.0.0.1:${port}/postgres`,
    data,
    async start() {
      await control('-l', join(folder, 'log'), '-o', settings, 'start')
      running = true
    },
    stop,
    async [Symbol.asyncDispose]() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function inProcess(port: number): Promise<Stoppable> {
  const db = await PGlite.create()
  let socket: PGLiteSocketServer | undefined
  const stop = async () => {
    await socket?.stop()
    socket = undefined
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres?connections=1`,
    async start() {
      socket = new PGLiteSocketServer({ db, host: '127.0.0.1', port, maxConnections: 4 })
      await socket.start()
    },
    stop,
    async [Symbol.asyncDispose]() {
      await stop()
      await db.close()
    },
  }
}

async function userOf(name: string): Promise<{ uid: number; gid: number }> {
  const of = async (flag: string) => Number((await run('id', [flag, name])).stdout)
  return { uid: await of('-u'), gid: await of('-g') }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
