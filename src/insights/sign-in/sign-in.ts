import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import type { Account, Role } from '../../core/account.ts'
import type { Locale } from '../../core/locale.ts'
import type { Translate } from '../../core/translate.ts'
import type { Html } from '../../http/html.ts'
import type { Audit } from '../../office/audit.ts'
import type { OfficeSessions } from '../../office/sessions.ts'
import { localeOf } from '../page-locale.ts'
import { guard } from './guard.ts'
import type { Local } from './local.ts'
import type { Oidc } from './oidc.ts'
import { bare } from './page.ts'
import { returnTo } from './return-to.ts'
import { SIGN_IN_NOTES, type SignInNote, signInView } from './views.ts'
import { makeToken, visitors } from './visitor.ts'

/** What signing in is made from. */
export type SignInParts = {
  sessions: OfficeSessions
  audit: Audit
  translate: Translate
  /** Seals the cookie: at least 32 characters, the same in every process and after every start. */
  secret: string
  /** Where people reach us, where that is known. */
  publicUrl: string | undefined
  /** The organisation's accounts, where there are any. */
  oidc: Oidc | undefined
  /** The office's own password, where there is one. */
  local: Local | undefined
  /** What went wrong while somebody signed in, for the log: never who, never what they sent. */
  onTrouble: (trouble: { during: string; why: string }) => void
}

/** Signing in and out, and what the other pages need to know about it. */
export type SignIn = {
  /** Mounted before the pages that are guarded. */
  routes: Router
  requires: (role: Role) => RequestHandler
  account: (request: Request) => Account | undefined
  /** What a form in a page has to hold as `csrf`. Of a request that `requires` let pass. */
  csrf: (request: Request) => Promise<string>
  /** Reads a form that was posted, and refuses it when it did not come from a page of ours. Stands after `requires`. */
  form: RequestHandler[]
}

/** The largest form, in bytes. */
const LARGEST_FORM = 64 * 1024
/** Wrong passwords from one address before it has to wait, and for how long, in milliseconds. */
const TRIES = 10
const TRIES_WITHIN = 15 * 60_000

/** Puts signing in together: with an OpenID provider, with a password, or either. */
export function signIn(parts: SignInParts): SignIn {
  const { sessions, audit, translate, secret, publicUrl, oidc, local, onTrouble } = parts
  const known = visitors({
    sessions,
    secret,
    publicUrl,
    basis: (method) => (method === 'oidc' ? oidc?.basis : local?.basis),
  })
  const requires = guard(known, audit)
  const form = [express.urlencoded({ extended: false, limit: LARGEST_FORM }), known.genuine]
  const routes = Router()

  const send = (response: Response, locale: Locale, title: string, address: (locale: Locale) => string, main: Html) =>
    response
      .set({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': locale, 'Cache-Control': 'no-store' })
      .send(bare({ locale, say: (key, values) => translate(locale, key, values), title, address }, main).markup)

  const sendSignIn = async (
    request: Request,
    response: Response,
    { note, status = 200, name = '' }: { note?: SignInNote | undefined; status?: number; name?: string } = {},
  ) => {
    const locale = localeOf(request)
    const to = returnTo(request.query.to)
    const csrf = await known.csrf(await known.look(request, response))
    const ways = { oidc: oidc !== undefined, password: local !== undefined }
    const say = (key: string) => translate(locale, key)
    const address = (one: Locale) => `/insights/sign-in?${new URLSearchParams({ to, locale: one })}`
    response.status(status).vary('Accept-Language')
    send(response, locale, say('signin.title'), address, signInView({ say, locale, csrf, to, ways, note, name }))
  }

  /** Begins a session under a new token, whatever the cookie held before. */
  const enter = async (request: Request, response: Response, account: Account, method: 'oidc' | 'password') => {
    const { cookie } = await known.look(request, response)
    if (cookie.token !== undefined) await sessions.end(cookie.token)
    const basis = method === 'oidc' ? oidc?.basis : local?.basis
    cookie.token = await sessions.begin(account, method, basis ?? '')
    cookie.csrf = makeToken()
    delete cookie.pending
    await cookie.save()
    await audit.record({ who: account.name, role: account.role, did: 'sign-in', what: method, detail: {} })
  }

  const refuse = (what: string, why: string) =>
    audit.record({ who: '', role: '', did: 'refused', what: '/insights/sign-in', detail: { with: what, why } })

  routes.get('/insights/sign-in', async (request, response) => {
    await sendSignIn(request, response, { note: SIGN_IN_NOTES.find((one) => one === request.query.note) })
  })

  if (local) {
    const limited = rateLimit({
      windowMs: TRIES_WITHIN,
      limit: TRIES,
      standardHeaders: false,
      legacyHeaders: false,
      keyGenerator: ({ ip }) => ipKeyGenerator(ip ?? ''),
      validate: { xForwardedForHeader: false },
      skipSuccessfulRequests: true,
      requestWasSuccessful: (_request, response) => response.statusCode === 303,
      handler: async (request, response) => {
        response.set('Retry-After', String(TRIES_WITHIN / 1000))
        await refuse('password', 'too-many')
        await sendSignIn(request, response, { note: 'too-many', status: 429 })
      },
    })
    routes.post('/insights/sign-in', ...form, limited, async (request, response) => {
      const { name, password } = request.body as Record<string, unknown>
      const called = typeof name === 'string' ? name.replace(/\p{C}/gu, '').trim().slice(0, 60) : ''
      if (called === '') return sendSignIn(request, response, { note: 'no-name', status: 400 })
      const right = typeof password === 'string' && password.length <= 200 ? await local.check(password) : false
      if (right === undefined) return sendSignIn(request, response, { note: 'too-many', status: 429, name: called })
      if (!right) {
        await refuse('password', 'wrong-password')
        return sendSignIn(request, response, { note: 'wrong-password', status: 401, name: called })
      }
      await enter(request, response, { name: called, role: 'admin' }, 'password')
      response.redirect(303, returnTo(request.query.to))
    })
  }

  if (oidc) {
    const back = (response: Response, locale: Locale, to: string, note: SignInNote) =>
      response.redirect(303, `/insights/sign-in?${new URLSearchParams({ to, locale, note })}`)
    routes.get('/insights/sign-in/oidc', async (request, response) => {
      const to = returnTo(request.query.to)
      const begun = await oidc.begin()
      if ('away' in begun) {
        onTrouble({ during: 'asking the provider', why: begun.away })
        return back(response, localeOf(request), to, 'away')
      }
      const { cookie } = await known.look(request, response)
      const { address, ...pending } = begun
      cookie.pending = { ...pending, to }
      await cookie.save()
      response.set('Cache-Control', 'no-store').redirect(303, address.href)
    })
    routes.get('/insights/sign-in/callback', async (request, response) => {
      response.set('Cache-Control', 'no-store')
      const { cookie } = await known.look(request, response)
      const { pending } = cookie
      if (pending === undefined) return back(response, localeOf(request), '/insights', 'invalid')
      // One answer to one question: what was waiting is gone, however this ends.
      delete cookie.pending
      await cookie.save()
      const finished = await oidc.finish(request.originalUrl, pending)
      if ('account' in finished) {
        await enter(request, response, finished.account, 'oidc')
        return response.redirect(303, pending.to)
      }
      if ('why' in finished) onTrouble({ during: 'reading the answer of the provider', why: finished.why })
      await refuse('oidc', finished.refused)
      back(response, localeOf(request), pending.to, finished.refused)
    })
  }

  routes.post('/insights/sign-out', requires('reader'), ...form, async (request, response) => {
    const { cookie, account } = await known.look(request, response)
    if (cookie.token !== undefined) await sessions.end(cookie.token)
    cookie.destroy()
    if (account) await audit.record({ who: account.name, role: account.role, did: 'sign-out', what: '', detail: {} })
    response.redirect(303, '/insights/sign-in?note=signed-out')
  })
  routes.post('/insights/sign-out/all', requires('admin'), ...form, async (request, response) => {
    const { cookie, account } = await known.look(request, response)
    const ended = await sessions.endAll()
    cookie.destroy()
    if (account)
      await audit.record({
        who: account.name,
        role: account.role,
        did: 'sign-out',
        what: 'everybody',
        detail: { sessions: String(ended) },
      })
    response.redirect(303, '/insights/sign-in?note=signed-out')
  })

  return {
    routes,
    requires,
    form,
    account: (request) => known.found(request)?.account,
    csrf: async (request) => {
      const visitor = known.found(request)
      return visitor === undefined ? '' : await known.csrf(visitor)
    },
  }
}
