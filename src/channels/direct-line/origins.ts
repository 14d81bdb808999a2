import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'

/**
 * Whether a page may use the endpoint: one of our own host, one that is allowed by name, or none at all, since only browsers send `Origin`.
 * The host is the one a browser asked for: a proxy may have moved it to `X-Forwarded-Host`, which no page can set.
 * @param allowed origins as browsers write them (`https://example.cn`)
 */
export function mayUse({ headers }: IncomingMessage, allowed: string[]): boolean {
  const { origin, host, 'x-forwarded-host': forwarded } = headers
  if (origin === undefined || allowed.includes(origin)) return true
  if (!URL.canParse(origin)) return false
  const page = new URL(origin)
  return [host, ...String(forwarded ?? '').split(',')].some((name) => {
    const own = `${page.protocol}//${name?.trim()}`
    return URL.canParse(own) && new URL(own).host === page.host
  })
}

/** CORS for the pages of allowed origins; others get no permission, and their browser keeps the response from them. Nothing here is cached. */
export const crossOrigin =
  (allowed: string[]): RequestHandler =>
  (request, response, next) => {
    const { origin } = request.headers
    response.vary('Origin').set('Cache-Control', 'no-store')
    if (origin === undefined || !allowed.includes(origin)) return next()
    response.set({
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Ms-Bot-Agent, X-Requested-With',
      'Access-Control-Expose-Headers': 'Retry-After',
      'Access-Control-Max-Age': '600',
    })
    if (request.method === 'OPTIONS') response.status(204).end()
    else next()
  }
