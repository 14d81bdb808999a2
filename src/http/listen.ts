import { once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that listens; disposing it lets requests in flight finish. */
export interface Listening extends AsyncDisposable {
  readonly port: number
}

/** The address cannot be listened on; says why and what to do. */
export class CannotListen extends Error {}

/**
 * Starts listening. On disposal no new connection is taken, requests in flight finish within `grace` milliseconds, the rest is cut. Whoever is
 * still answered is told to close the connection, which would otherwise hold the stop up until it had been idle for a while.
 * @param goodbye called once requests in flight have finished: ends what would keep the server open for ever, as WebSockets do
 * @throws CannotListen when the port is taken or may not be used
 */
export async function listen(
  server: Server,
  { port, host, grace, goodbye }: { port: number; host: string; grace: number; goodbye?: () => PromiseLike<void> },
): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `port ${port} is in use: stop what uses it, or set PORT to another one`
          : error.code === 'EACCES'
            ? `port ${port} may not be used by this user: set PORT to one above 1023`
            : `cannot listen on ${host}:${port}: ${error.message}`
      reject(new CannotListen(why))
    })
    server.listen(port, host, resolve)
  })
  const inFlight = new Set<ServerResponse>()
  let stopping = false
  server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
    if (stopping) response.shouldKeepAlive = false
    inFlight.add(response)
    response.once('close', () => inFlight.delete(response))
  })
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      stopping = true
      for (const response of inFlight) response.shouldKeepAlive = false
      const cut = setTimeout(() => server.closeAllConnections(), grace)
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()))
      server.closeIdleConnections()
      await Promise.all([...inFlight].map((response) => once(response, 'close')))
      await goodbye?.()
      await closed
      clearTimeout(cut)
    },
  }
}
