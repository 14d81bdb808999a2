import type { Request, RequestHandler } from 'express'
import { type Account, mayAct, type Role } from '../../core/account.ts'
import { Problem } from '../../core/problem-details.ts'
import type { Audit, Deed } from '../../office/audit.ts'
import { FILTER_NAMES } from '../filters.ts'
import { localeOf } from '../page-locale.ts'
import type { Visitors } from './visitor.ts'

/** Parameters of an address that say what somebody looked at. Others are not noted: they could hold anything. */
const NOTED = ['from', 'to', ...FILTER_NAMES, 'locale', 'format', 'did']
const LONGEST_NOTED = 40

/**
 * Lets somebody pass who has a role, and notes what they look at before they see it. Who is not signed in is sent to sign in and back; who has another
 * role is refused.
 */
export const guard =
  (visitors: Visitors, audit: Audit) =>
  (role: Role): RequestHandler =>
  async (request, response, next) => {
    const { account } = await visitors.look(request, response)
    response.set({ 'Cache-Control': 'private, no-store' })
    if (account === undefined) {
      if (!isForPeople(request)) return next(new Problem(401, 'unauthorized', { locale: localeOf(request) }))
      const query = new URLSearchParams({ to: request.originalUrl, locale: localeOf(request) })
      return response.redirect(303, `/insights/sign-in?${query}`)
    }
    if (!mayAct(account.role, role)) {
      await note(audit, account, request, 'refused')
      return next(new Problem(403, 'forbidden', { locale: localeOf(request) }))
    }
    if (request.method === 'GET' && !noted.has(request)) {
      noted.add(request)
      await note(audit, account, request, deedOf(request))
    }
    next()
  }

/** Requests that are in the audit log already: several guards may stand in a row. */
const noted = new WeakSet<Request>()

const isForPeople = (request: Request): boolean =>
  request.method === 'GET' && (request.get('Accept') ?? '').includes('text/html')

const pathOf = ({ baseUrl, path }: Request): string => (baseUrl + path).replace(/\/$/, '')

function deedOf(request: Request): Deed {
  const path = pathOf(request)
  if (request.query.download !== undefined || /^\/insights\/exports\/|\.(json|md|csv)$/.test(path)) return 'export'
  return path.startsWith('/insights/charts/') ? 'chart' : 'view'
}

/** Writes down who did what. */
async function note(audit: Audit, { name, role }: Account, request: Request, did: Deed): Promise<void> {
  const detail: Record<string, string> = {}
  for (const parameter of NOTED) {
    const value = request.query[parameter]
    if (typeof value === 'string' && value !== '') detail[parameter] = value.slice(0, LONGEST_NOTED)
  }
  await audit.record({ who: name, role, did, what: pathOf(request).slice(0, 200), detail })
}
