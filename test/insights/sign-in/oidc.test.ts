import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { oidc } from '../../../src/insights/sign-in/oidc.ts'
import { takenPort } from '../../http/opened.ts'
import { browser, openOffice } from './opened.ts'
import { type Bend, bentProvider, realProvider, settingsFor, throughProvider } from './provider.ts'

/** Where people would reach the office. Answers come to wherever it listens: only their path and parameters are looked at. */
const PUBLIC_URL = 'http://office.example.cn'

describe('signing in with a real OpenID provider', () => {
  let parts: AsyncDisposableStack
  let office: Awaited<ReturnType<typeof openOffice>>
  const trouble: string[] = []
  beforeAll(async () => {
    parts = new AsyncDisposableStack()
    const provider = parts.use(await realProvider(PUBLIC_URL))
    office = parts.use(
      await openOffice({
        publicUrl: PUBLIC_URL,
        password: 'none',
        oidc: oidc(settingsFor(provider.issuer, PUBLIC_URL), Date.now),
        onTrouble: ({ why }) => trouble.push(why),
      }),
    )
  })
  afterAll(() => parts?.disposeAsync())

  const begin = async (visitor: ReturnType<typeof browser>, to = '/insights/topics?locale=en') =>
    (await visitor.get(`/insights/sign-in/oidc?${new URLSearchParams({ to })}`)).headers.get('location') ?? ''

  test('asks with a code challenge, a state and a nonce that are new each time', async () => {
    const asked = await Promise.all([0, 1].map(async () => new URL(await begin(browser(office.url))).searchParams))
    for (const one of asked) {
      expect(Object.fromEntries(one)).toMatchObject({
        response_type: 'code',
        code_challenge_method: 'S256',
        redirect_uri: `${PUBLIC_URL}/insights/sign-in/callback`,
      })
    }
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[0]?.get(name)).not.toBe(asked[1]?.get(name))
  })

  test.each([
    ['wang', '王芳 (wang)', 'Author'],
    ['li', 'Li Ming (li)', 'Admin'],
  ])('lets %s in as %s, %s, to the page that was wanted', async (login, name, role) => {
    const visitor = browser(office.url)
    const back = await throughProvider(await begin(visitor), login)
    const entered = await visitor.get(back)
    expect(entered.headers.get('location')).toBe('/insights/topics?locale=en')
    const page = await (await visitor.get('/insights/account?locale=en')).text()
    expect(page).toContain(name)
    expect(page).toContain(role)
  })

  test('tells somebody without a role here so, and lets them see nothing', async () => {
    const visitor = browser(office.url)
    const back = await throughProvider(await begin(visitor), 'zhao')
    expect((await visitor.get(back)).headers.get('location')).toContain('note=no-role')
    expect((await visitor.get('/insights')).status).toBe(303)
  })

  test('takes an answer once', async () => {
    const visitor = browser(office.url)
    const back = await throughProvider(await begin(visitor), 'wang')
    await visitor.get(back)
    const again = await visitor.get(back)
    expect(again.headers.get('location')).toContain('note=invalid')
    const fresh = browser(office.url)
    await begin(fresh)
    expect((await fresh.get(back)).headers.get('location')).toContain('note=invalid')
  })

  test('takes no answer that was meant for another browser', async () => {
    const [attacker, victim] = [browser(office.url), browser(office.url)]
    const back = await throughProvider(await begin(attacker), 'li')
    expect((await victim.get(back)).headers.get('location')).toContain('note=invalid')
    await begin(victim)
    expect((await victim.get(back)).headers.get('location')).toContain('note=invalid')
    expect((await victim.get('/insights')).status).toBe(303)
  })

  test('takes no code that another browser asked for, even under the right state', async () => {
    const [attacker, victim] = [browser(office.url), browser(office.url)]
    const theirs = new URL(await throughProvider(await begin(attacker), 'li'))
    const mine = new URL(await begin(victim)).searchParams
    theirs.searchParams.set('state', mine.get('state') ?? '')
    expect((await victim.get(theirs.href)).headers.get('location')).toContain('note=invalid')
    expect((await victim.get('/insights')).status).toBe(303)
  })

  test('takes no answer with another state, with none, or from another issuer', async () => {
    for (const bend of [
      (answer: URL) => answer.searchParams.set('state', 'another'),
      (answer: URL) => answer.searchParams.delete('state'),
      (answer: URL) => answer.searchParams.append('state', 'another'),
      (answer: URL) => answer.searchParams.set('iss', 'https://evil.example'),
      (answer: URL) => answer.searchParams.set('code', 'made up'),
    ]) {
      const visitor = browser(office.url)
      const back = new URL(await throughProvider(await begin(visitor), 'li'))
      bend(back)
      expect((await visitor.get(back.href)).headers.get('location')).toContain('note=invalid')
      expect((await visitor.get('/insights')).status).toBe(303)
    }
  })

  test('never leads to another site afterwards', async () => {
    const visitor = browser(office.url)
    const back = await throughProvider(await begin(visitor, 'https://evil.example/'), 'wang')
    expect((await visitor.get(back)).headers.get('location')).toBe('/insights')
  })

  test('ends what was planted before: the cookie of somebody else', async () => {
    const attacker = browser(office.url)
    const address = await begin(attacker)
    const victim = browser(office.url)
    for (const [name, value] of attacker.cookies) victim.cookies.set(name, value)
    await victim.get(await throughProvider(address, 'wang'))
    expect((await victim.get('/insights')).status).toBe(200)
    expect((await attacker.get('/insights')).status).toBe(303)
  })

  test('says by a code what went wrong, and never what was sent', () => {
    expect(trouble.length).toBeGreaterThan(0)
    for (const why of trouble) expect(why).toMatch(/^[\w-]{3,60}$/)
  })

  test('offers no password', async () => {
    expect(await (await browser(office.url).get('/insights/sign-in')).text()).not.toContain('type="password"')
    expect((await browser(office.url).post('/insights/sign-in', {})).status).toBe(401)
  })
})

describe('an answer of a provider that cannot be trusted', () => {
  let parts: AsyncDisposableStack
  let office: Awaited<ReturnType<typeof openOffice>>
  let provider: Awaited<ReturnType<typeof bentProvider>>
  beforeAll(async () => {
    parts = new AsyncDisposableStack()
    provider = parts.use(await bentProvider())
    office = parts.use(
      await openOffice({ publicUrl: PUBLIC_URL, oidc: oidc(settingsFor(provider.issuer, PUBLIC_URL), Date.now) }),
    )
  })
  afterAll(() => parts?.disposeAsync())

  const entering = async (how: Bend) => {
    provider.bend(how)
    const visitor = browser(office.url)
    const address = (await visitor.get('/insights/sign-in/oidc')).headers.get('location') ?? ''
    const entered = await visitor.get(provider.answer(address))
    return { to: entered.headers.get('location'), status: (await visitor.get('/insights')).status }
  }

  test('can be had from this provider as well: straight, it lets somebody in', async () => {
    expect(await entering({})).toEqual({ to: '/insights', status: 200 })
  })

  test.each<[string, Bend]>([
    ['signed by nobody', { signedBy: 'nobody' }],
    ['signed by somebody else', { signedBy: 'somebody else' }],
    ['expired', { expired: 3600 }],
    ['of another issuer', { claims: (claims) => ({ ...claims, iss: 'https://evil.example' }) }],
    ['for another client', { claims: (claims) => ({ ...claims, aud: 'another' }) }],
    ['with another nonce', { claims: (claims) => ({ ...claims, nonce: 'another' }) }],
    ['without a nonce', { claims: ({ nonce: _, ...claims }) => claims }],
    ['without a subject', { claims: ({ sub: _, ...claims }) => claims }],
  ])('%s lets nobody in', async (_, how) => {
    const { to, status } = await entering(how)
    expect(to).toContain('note=invalid')
    expect(status).toBe(303)
  })

  test('that somebody did not finish is told as that', async () => {
    const visitor = browser(office.url)
    const address = new URL((await visitor.get('/insights/sign-in/oidc')).headers.get('location') ?? '')
    const back = new URLSearchParams({ error: 'access_denied', state: address.searchParams.get('state') ?? '' })
    const entered = await visitor.get(`/insights/sign-in/callback?${back}`)
    expect(entered.headers.get('location')).toContain('note=cancelled')
  })

  test('an error that was not asked for is no answer', async () => {
    const entered = await browser(office.url).get('/insights/sign-in/callback?error=access_denied&state=x')
    expect(entered.headers.get('location')).toContain('note=invalid')
  })
})

test('a provider that is away is told to be away, and does not keep the password from working', async () => {
  await using taken = await takenPort()
  const nobody = `http://127.0.0.1:${taken.port}`
  await taken[Symbol.asyncDispose]()
  await using office = await openOffice({ oidc: oidc(settingsFor(nobody, PUBLIC_URL), Date.now) })
  const visitor = browser(office.url)
  const sent = await visitor.get('/insights/sign-in/oidc?to=/insights/topics')
  expect(sent.headers.get('location')).toContain('note=away')
  expect(await (await visitor.get(`${sent.headers.get('location')}&locale=en`)).text()).toContain('does not answer')
  expect((await visitor.signIn()).status).toBe(303)
})
