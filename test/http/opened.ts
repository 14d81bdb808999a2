import { createServer } from 'node:net'
import type { Channel } from '../../src/channels/channel.ts'
import { createApp } from '../../src/http/app.ts'
import type { Readiness } from '../../src/http/health.ts'
import { listen } from '../../src/http/listen.ts'
import { createLog } from '../../src/telemetry/log.ts'
import { wording } from '../channels/served.ts'

type Parts = Partial<Omit<Parameters<typeof createApp>[0], 'readiness' | 'channels'>> & {
  readiness?: Partial<Readiness>
  port?: number
  channels?: (Channel & Partial<AsyncDisposable>)[]
}

/** The whole app, as it serves, on a port of its own. */
export async function openApp({
  readiness,
  channels = [],
  port: wanted = 0,
  ...parts
}: Parts = {}): Promise<{ url: string } & AsyncDisposable> {
  await using stack = new AsyncDisposableStack()
  const { server } = createApp({
    channels,
    pages: [],
    log: createLog('silent'),
    translate: wording,
    trustProxy: 0,
    ...parts,
    readiness: {
      database: async () => 'ok',
      knowledge: () => ({ revision: 'abc123', problems: [] }),
      stopping: () => false,
      ...readiness,
    },
  })
  const { port } = stack.use(await listen(server, { port: wanted, host: '127.0.0.1', grace: 0 }))
  for (const channel of channels) stack.defer(async () => channel[Symbol.asyncDispose]?.())
  const kept = stack.move()
  return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

/** A port that somebody else has. */
export async function takenPort(): Promise<{ port: number } & AsyncDisposable> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}
