import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from '../telemetry/log.ts'

/** Names a request and logs its end: method, route, status, milliseconds. Never an address, a header or a body. */
export function nameRequest(
  log: Logger,
  { method }: IncomingMessage,
  response: ServerResponse,
  route: () => string | undefined,
): string {
  const id = randomUUID()
  if (!log.isLevelEnabled('debug')) return id
  const started = performance.now()
  response.on('close', () => {
    const milliseconds = Math.round(performance.now() - started)
    log.debug({ request: id, method, route: route(), status: response.statusCode, milliseconds }, 'request')
  })
  return id
}
