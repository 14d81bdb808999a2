import type { Request, Response } from 'express'
import { Problem } from '../../core/problem-details.ts'

/**
 * The other site in whose frame a page is asked for (`?origin=`), when it is one of the list: the browser is told to show the page there and nowhere else.
 * Undefined for a page on its own.
 * @throws Problem 403 for a site that is not on the list
 */
export function letIn(request: Request, response: Response, origins: string[]): string | undefined {
  const { origin } = request.query
  if (origin === undefined) return undefined
  if (typeof origin !== 'string' || !origins.includes(origin)) throw new Problem(403, 'forbidden')
  const policy = String(response.get('Content-Security-Policy') ?? '')
  response.set('Content-Security-Policy', policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${origin}`))
  response.set('Cross-Origin-Resource-Policy', 'cross-origin')
  response.removeHeader('X-Frame-Options')
  return origin
}
