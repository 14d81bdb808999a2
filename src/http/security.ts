import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Headers for every response: nothing loads that is not ours, nothing is framed, nothing is sniffed. */
export const securityHeaders = (): Headers =>
  headersOf(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          manifestSrc: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      crossOriginEmbedderPolicy: false,
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
      strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
    }),
  )

/** Sets them. */
export const security =
  (headers: Headers): RequestHandler =>
  (_request, response, next) => {
    response.setHeaders(headers)
    next()
  }

/** Names and values. */
export type Headers = Map<string, number | string | readonly string[]>

/** What Helmet sets. It is the same for every response, so its thirteen functions are run once, not for each: they took as long as all of our routing. */
function headersOf(middleware: ReturnType<typeof helmet>): Headers {
  const headers = new Map<string, number | string | readonly string[]>()
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  response.setHeader = (name, value) => {
    headers.set(name, value)
    return response
  }
  middleware(response.req, response, () => {})
  return headers
}
