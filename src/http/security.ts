import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Headers for every response: nothing loads that is not ours, nothing is framed, nothing is sniffed. */
export function security(): RequestHandler {
  const headers = headersOf(
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
  return (_request, response, next) => {
    response.setHeaders(headers)
    next()
  }
}

/** What Helmet sets. It is the same for every response, so its thirteen functions are run once, not for each: they took as long as all of our routing. */
function headersOf(middleware: ReturnType<typeof helmet>): Map<string, number | string | readonly string[]> {
  const headers = new Map<string, number | string | readonly string[]>()
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  response.setHeader = (name, value) => {
    headers.set(name, value)
    return response
  }
  middleware(response.req, response, () => {})
  return headers
}
