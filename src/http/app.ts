import { createServer, type Server } from 'node:http'
import express, { type Express, type RequestHandler } from 'express'
import type { Channel } from '../channels/channel.ts'
import { Problem } from '../core/problem-details.ts'
import type { Translate } from '../core/translate.ts'
import type { Logger } from '../telemetry/log.ts'
import { health, type Readiness } from './health.ts'
import { problems } from './problems.ts'
import { nameRequest } from './request-name.ts'
import { security, securityHeaders } from './security.ts'
import { shortWay } from './short-way.ts'

/** The parts of the service, handed in. */
export type AppParts = {
  channels: Channel[]
  /** Pages, mounted after the channels. */
  pages: RequestHandler[]
  /** What a browser is shown at an address of nothing. */
  lost?: RequestHandler | undefined
  readiness: Readiness
  log: Logger
  translate: Translate
  /** How many proxies stand in front. */
  trustProxy: number
}

/** The service as an ordered list, in the order a request meets it. */
export function createApp({ channels, pages, lost, readiness, log, translate, trustProxy }: AppParts): {
  app: Express
  server: Server
} {
  const app = express()
  const headers = securityHeaders()
  const short = shortWay({ posts: Object.assign({}, ...channels.map(({ posts }) => posts)), headers, log, app })
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, short.serve)
  app.disable('x-powered-by')
  app.set('trust proxy', trustProxy)
  app.set('etag', false)

  app.use(security(headers))
  app.use(health(readiness))
  app.use(short.failures)
  app.use(requestId(log))
  for (const channel of channels) channel.attach(app, server)
  for (const page of pages) app.use(page)
  if (lost) app.use(lost)
  app.use((_request, _response, next) => next(new Problem(404, 'not-found')))
  app.use(problems({ translate, onUnexpected: (error) => log.error({ error }, 'request failed') }))
  return { app, server }
}

/** Names each request, and logs its end. */
const requestId =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    response.setHeader(
      'X-Request-Id',
      nameRequest(log, request, response, () => request.route?.path),
    )
    next()
  }
