import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import type { Account } from '../../core/account.ts'
import { Problem } from '../../core/problem-details.ts'
import { LONGEST, type Method, type OfficeSessions } from '../../office/sessions.ts'
import { localeOf } from '../page-locale.ts'
import { openCookie, type SealedCookie } from './cookie.ts'

/** Who makes a request: the cookie it brought, and whose session that is. */
export type Visitor = { cookie: SealedCookie; account: Account | undefined }

/** Knows who makes a request, and whether a form was made by us for them. */
export interface Visitors {
  /** Looks a request up once. */
  look(request: Request, response: Response): Promise<Visitor>
  /** Who was found by {@link look}. */
  found(request: Request): Visitor | undefined
  /** What a form in a page for this visitor has to hold; kept in the cookie when it is new. */
  csrf(visitor: Visitor): Promise<string>
  /** Refuses what was posted without it, or from a page of somebody else's. */
  genuine: RequestHandler
}

/** @param publicUrl where people reach us; decides whether the cookie may travel without TLS. Not given: each request decides for itself. */
export function visitors({
  sessions,
  secret,
  publicUrl,
  basis,
}: {
  sessions: OfficeSessions
  secret: string
  publicUrl: string | undefined
  basis: (method: Method) => string | undefined
}): Visitors {
  const known = new WeakMap<Request, Promise<Visitor>>()
  const settled = new WeakMap<Request, Visitor>()
  const isSecure = (request: Request) => (publicUrl === undefined ? request.secure : publicUrl.startsWith('https:'))

  const find = async (request: Request, response: Response): Promise<Visitor> => {
    const cookie = await openCookie(request, response, { secret, secure: isSecure(request), ttl: LONGEST / 1000 })
    const account = cookie.token === undefined ? undefined : await sessions.find(cookie.token, basis)
    const visitor = { cookie, account }
    settled.set(request, visitor)
    return visitor
  }
  const look: Visitors['look'] = (request, response) => {
    const before = known.get(request)
    if (before) return before
    const visitor = find(request, response)
    known.set(request, visitor)
    return visitor
  }

  return {
    look,
    found: (request) => settled.get(request),
    async csrf({ cookie }) {
      if (cookie.csrf !== undefined) return cookie.csrf
      cookie.csrf = makeToken()
      await cookie.save()
      return cookie.csrf
    },
    async genuine(request, response, next) {
      const { cookie } = await look(request, response)
      const refused = new Problem(403, 'forbidden', { locale: localeOf(request) })
      const from = request.get('Sec-Fetch-Site')
      if (from !== undefined && from !== 'same-origin') return next(refused)
      const given: unknown = (request.body as Record<string, unknown> | undefined)?.csrf
      if (typeof given !== 'string' || cookie.csrf === undefined || !isSame(given, cookie.csrf)) return next(refused)
      next()
    },
  }
}

/** A secret for forms. */
export const makeToken = (): string => randomBytes(24).toString('base64url')

const isSame = (one: string, other: string): boolean => {
  const [first, second] = [Buffer.from(one), Buffer.from(other)]
  return first.length === second.length && timingSafeEqual(first, second)
}
