import { Router } from 'express'
import type { Account } from '../../../src/core/account.ts'
import type { Database } from '../../../src/database/database.ts'
import { openDatabase } from '../../../src/database/open.ts'
import { CONTROLS } from '../../../src/insights/controls/controls-page.ts'
import { createRelease } from '../../../src/insights/disclosure/release.ts'
import { problemPage } from '../../../src/insights/problem-page.ts'
import { insightsPages } from '../../../src/insights/routes.ts'
import { pageSender, type SendPage } from '../../../src/insights/send-page.ts'
import { accountPage } from '../../../src/insights/sign-in/account-page.ts'
import { auditPage } from '../../../src/insights/sign-in/audit-page.ts'
import { type Local, local } from '../../../src/insights/sign-in/local.ts'
import type { Oidc } from '../../../src/insights/sign-in/oidc.ts'
import { hashPassword } from '../../../src/insights/sign-in/password.ts'
import { type SignIn, type SignInParts, signIn } from '../../../src/insights/sign-in/sign-in.ts'
import { type Audit, officeAudit } from '../../../src/office/audit.ts'
import { officeSessions } from '../../../src/office/sessions.ts'
import { wording } from '../../channels/served.ts'
import { openApp } from '../../http/opened.ts'
import { counted } from '../counted.ts'

/** The password of the tests' office. */
export const PASSWORD = 'a password of the tests'
/** A hash that is quick to check: tests sign in often. */
export const quickHash = (password: string) => hashPassword(password, { N: 2 ** 10, r: 8, p: 1 })
const passwordHash = quickHash(PASSWORD)

/** A clock that is moved by hand. */
export type Clock = { at: number }

/** An office: its database, its clock, and the pages behind the sign-in in the app as it serves. */
export async function openOffice({
  database: given,
  oidc,
  password,
  clock = { at: Date.parse('2026-11-23T04:00:00Z') },
  trustProxy = 0,
  more,
  ...parts
}: Partial<Pick<SignInParts, 'publicUrl' | 'onTrouble'>> & {
  database?: Database
  oidc?: Oidc | undefined
  password?: Local | 'none'
  clock?: Clock
  trustProxy?: number
  /** Further pages behind the sign-in. */
  more?: (office: { signedIn: SignIn; audit: Audit; sendPage: SendPage; database: Database; now: () => Date }) => Router
} = {}) {
  await using stack = new AsyncDisposableStack()
  const database = given ?? stack.use(await openDatabase('sqlite::memory:'))
  const now = () => new Date(clock.at)
  const sessions = officeSessions(database, now)
  const audit = officeAudit(database, now)
  const usual = password ?? local(await passwordHash)
  const signedIn = signIn({
    sessions,
    audit,
    translate: wording,
    secret: 'a secret of the tests that is long enough',
    publicUrl: undefined,
    oidc,
    local: usual === 'none' ? undefined : usual,
    onTrouble: () => {},
    ...parts,
  })
  const { account } = signedIn
  const today = () => '2026-11-23'
  const sendPage = pageSender({ translate: wording, today, account, links: [], madeUp: false })
  const pages = Router().use(
    signedIn.routes,
    accountPage(signedIn, { translate: wording, sendPage }),
    auditPage(signedIn, { audit, links: [CONTROLS], translate: wording, sendPage }),
    ...(more ? [more({ signedIn, audit, sendPage, database, now })] : []),
    insightsPages({
      release: createRelease(counted([]), { key: 'a secret of the tests', now: () => clock.at }),
      words: async () => ({ terms: new Map(), pairs: new Map(), phrases: new Map() }),
      catalogue: () => ({ topics: [], entries: [], misconceptions: [] }),
      translate: wording,
      today,
      knowledge: () => 'abc123',
      guard: signedIn.requires,
      account,
    }),
    problemPage(wording),
  )
  const app = stack.use(await openApp({ trustProxy, pages: [pages] }))
  const kept = stack.move()
  return {
    url: app.url,
    database,
    sessions,
    audit,
    clock,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

/** A provider that says at once who somebody is; for tests of what comes after. */
export const saying = (account: () => Account): Oidc => ({
  basis: 'a provider of the tests',
  begin: async () => ({
    state: 's',
    nonce: 'n',
    verifier: 'v',
    address: new URL('http://provider.invalid/authorize?state=s'),
  }),
  finish: async () => ({ account: account() }),
})

/** A browser as far as signing in needs one: it keeps cookies, sends forms, and follows nothing by itself. */
export function browser(url: string, headers: Record<string, string> = {}) {
  const cookies = new Map<string, string>()
  const base = new URL(url)
  const send = async (path: string, init: RequestInit = {}) => {
    const { pathname, search } = new URL(path, url)
    const response = await fetch(new URL(pathname + search, base), {
      redirect: 'manual',
      ...init,
      headers: {
        accept: 'text/html',
        ...(cookies.size > 0 && { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }),
        ...headers,
        ...(init.headers as Record<string, string>),
      },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  /** What forms on a page hold. */
  const csrfOn = async (path: string) => /name="csrf" value="([^"]+)"/.exec(await (await send(path)).text())?.[1] ?? ''
  const post = (path: string, form: Record<string, string>, more: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...more },
    })
  return {
    cookies,
    get: (path: string, more: Record<string, string> = {}) => send(path, { headers: more }),
    post,
    csrfOn,
    signIn: async ({ password = PASSWORD, name = 'Wang Fang', to = '/insights' } = {}) => {
      const path = `/insights/sign-in?${new URLSearchParams({ to, locale: 'en' })}`
      return post(path, { csrf: await csrfOn(path), name, password })
    },
  }
}
