import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOCALES } from '../../../src/core/locale.ts'
import { openDatabase } from '../../../src/database/open.ts'
import { local } from '../../../src/insights/sign-in/local.ts'
import { IDLE, LONGEST } from '../../../src/office/sessions.ts'
import { browser, openOffice, PASSWORD, quickHash, saying } from './opened.ts'

type Office = Awaited<ReturnType<typeof openOffice>>

describe('somebody who is not signed in', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
  })
  afterAll(() => office?.[Symbol.asyncDispose]())

  test.each(['/insights', '/insights/topics?from=2026-10-05&to=2026-10-25', '/insights/account', '/insights/audit'])(
    'is sent from %s to sign in, and back afterwards',
    async (path) => {
      const sent = await browser(office.url).get(path)
      const [address = '', query = ''] = (sent.headers.get('location') ?? '').split('?')
      expect(sent.status).toBe(303)
      expect(address).toBe('/insights/sign-in')
      expect(new URLSearchParams(query).get('to')).toBe(path)
    },
  )

  test.each([
    '/insights/exports/overview/weeks.csv',
    '/insights/open-data.json',
    '/insights/charts/overview/weeks.svg',
  ])('gets nothing of %s', async (path) => {
    const response = await fetch(office.url + path, { redirect: 'manual' })
    expect(response.status).toBe(401)
  })

  test.each(LOCALES)('finds a page to sign in on in %s, which gives no numbers away', async (locale) => {
    const page = await browser(office.url).get(`/insights/sign-in?locale=${locale}`)
    const text = await page.text()
    expect(page.status).toBe(200)
    expect(text).toContain(`<html lang="${locale}">`)
    expect(text).not.toMatch(/signin\.[a-z]|\/insights\/topics/)
  })

  test('is not told which pages there are', async () => {
    const visitor = browser(office.url)
    expect((await visitor.get('/insights/nothing')).status).toBe(303)
    await visitor.signIn()
    const lost = await visitor.get('/insights/nothing?locale=en')
    const page = await lost.text()
    expect(lost.status).toBe(404)
    expect(page).toContain('<html lang="en">')
    expect(page).toContain('/insights/insights.css')
    expect(page).toContain('To the overview')
  })

  test('may see the stylesheet', async () => {
    expect((await fetch(`${office.url}/insights/insights.css`)).status).toBe(200)
  })
})

describe('signing in with a password', () => {
  test('leads to the page that was wanted, as an admin of the name that was given', async () => {
    await using office = await openOffice()
    const visitor = browser(office.url)
    const entered = await visitor.signIn({ to: '/insights/topics?locale=en', name: ' <b>王芳</b> ' })
    expect(entered.status).toBe(303)
    expect(entered.headers.get('location')).toBe('/insights/topics?locale=en')
    const page = await (await visitor.get('/insights/account?locale=en')).text()
    expect(page).toContain('&lt;b&gt;王芳&lt;/b&gt;')
    expect(page).toContain('Admin')
  })

  test('wants the password, and a name', async () => {
    await using office = await openOffice()
    const visitor = browser(office.url)
    const wrong = await visitor.signIn({ password: `${PASSWORD} ` })
    expect(wrong.status).toBe(401)
    expect(await wrong.text()).toContain('This is not the password')
    expect((await visitor.signIn({ name: ' \u200b ' })).status).toBe(400)
    expect((await visitor.get('/insights')).status).toBe(303)
  })

  test('never shows or keeps the password that was tried', async () => {
    await using office = await openOffice()
    const tried = await browser(office.url).signIn({ password: 'hunter2 hunter2' })
    expect(await tried.text()).not.toContain('hunter2')
    expect(JSON.stringify(await office.audit.latest(10))).not.toContain('hunter2')
  })

  test.each([
    'https://evil.example/insights',
    '//evil.example/insights',
    '/\\evil.example/insights',
    '/insights/../../evil',
    '/insights@evil.example',
    '/\t/evil.example',
    'javascript:alert(1)//insights',
    '/insights/sign-out',
  ])('never leads to another place: %s', async (to) => {
    await using office = await openOffice()
    const entered = await browser(office.url).signIn({ to })
    expect(entered.headers.get('location')).toBe('/insights')
  })

  test('is over for a while after ten wrong passwords, for that address alone', async () => {
    await using office = await openOffice({ trustProxy: 1 })
    const from = (address: string) => browser(office.url, { 'x-forwarded-for': address })
    const guesser = from('192.0.2.1')
    for (let each = 0; each < 10; each++) expect((await guesser.signIn({ password: `guess ${each}` })).status).toBe(401)
    const late = await guesser.signIn()
    expect(late.status).toBe(429)
    expect(late.headers.get('retry-after')).toBe('900')
    expect((await from('192.0.2.2').signIn()).status).toBe(303)
    expect((await office.audit.latest(20, { did: ['refused'] })).map(({ detail }) => detail.why)).toContain('too-many')
  })
})

describe('a session', () => {
  test('begins under a name that nobody had before: one that was planted is worth nothing', async () => {
    await using office = await openOffice()
    const attacker = browser(office.url)
    await attacker.csrfOn('/insights/sign-in')
    const victim = browser(office.url)
    for (const [name, value] of attacker.cookies) victim.cookies.set(name, value)
    expect((await victim.signIn()).status).toBe(303)
    expect((await victim.get('/insights')).status).toBe(200)
    expect((await attacker.get('/insights')).status).toBe(303)
    expect([...victim.cookies.values()]).not.toEqual([...attacker.cookies.values()])
  })

  test('is another one at every sign-in, and the one before is over', async () => {
    await using office = await openOffice()
    const visitor = browser(office.url)
    await visitor.signIn()
    const before = browser(office.url)
    for (const [name, value] of visitor.cookies) before.cookies.set(name, value)
    expect((await before.get('/insights')).status).toBe(200)
    await visitor.signIn()
    expect((await visitor.get('/insights')).status).toBe(200)
    expect((await before.get('/insights')).status).toBe(303)
  })

  test('is in a cookie that scripts cannot read and other sites cannot send', async () => {
    await using office = await openOffice()
    const [cookie = ''] = (await browser(office.url).signIn()).headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).not.toMatch(/Secure/i)
  })

  test('travels over TLS alone where there is TLS', async () => {
    await using office = await openOffice({ publicUrl: 'https://ask.example.cn' })
    const [cookie = ''] = (await browser(office.url).signIn()).headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-.*Secure/i)
  })

  test('cannot be made up: a cookie that was changed is none', async () => {
    await using office = await openOffice()
    const visitor = browser(office.url)
    await visitor.signIn()
    for (const [name, value] of visitor.cookies) visitor.cookies.set(name, `${value.slice(0, -4)}AAAA`)
    expect((await visitor.get('/insights')).status).toBe(303)
  })

  test('ends when it is not used for an hour, and after ten hours in any case', async () => {
    await using office = await openOffice()
    const visitor = browser(office.url)
    const start = office.clock.at
    await visitor.signIn()
    office.clock.at = start + IDLE - 1000
    expect((await visitor.get('/insights')).status).toBe(200)
    office.clock.at += IDLE - 1000
    expect((await visitor.get('/insights')).status).toBe(200)
    office.clock.at += IDLE + 1000
    expect((await visitor.get('/insights')).status).toBe(303)

    await visitor.signIn()
    const second = office.clock.at
    for (let each = IDLE / 2; each < LONGEST; each += IDLE / 2) {
      office.clock.at = second + each
      expect((await visitor.get('/insights')).status).toBe(200)
    }
    office.clock.at = second + LONGEST + 1000
    expect((await visitor.get('/insights')).status).toBe(303)
  })

  test('ends with signing out, even for a copy of the cookie', async () => {
    await using office = await openOffice()
    const visitor = browser(office.url)
    await visitor.signIn()
    const copy = browser(office.url)
    for (const [name, value] of visitor.cookies) copy.cookies.set(name, value)
    const left = await visitor.post('/insights/sign-out', { csrf: await visitor.csrfOn('/insights/account') })
    expect(left.status).toBe(303)
    expect((await visitor.get('/insights')).status).toBe(303)
    expect((await copy.get('/insights')).status).toBe(303)
  })

  test('of everybody ends when an admin says so', async () => {
    await using office = await openOffice()
    const [one, other] = [browser(office.url), browser(office.url)]
    await one.signIn()
    await other.signIn()
    await one.post('/insights/sign-out/all', { csrf: await one.csrfOn('/insights/account') })
    expect((await one.get('/insights')).status).toBe(303)
    expect((await other.get('/insights')).status).toBe(303)
  })

  test('ends when the password changes', async () => {
    await using database = await openDatabase('sqlite::memory:')
    const cookies = new Map<string, string>()
    const returning = (url: string) => {
      const visitor = browser(url)
      for (const [name, value] of cookies) visitor.cookies.set(name, value)
      return visitor.get('/insights')
    }
    {
      await using before = await openOffice({ database })
      const one = browser(before.url)
      await one.signIn()
      expect((await one.get('/insights')).status).toBe(200)
      for (const [name, value] of one.cookies) cookies.set(name, value)
    }
    await using same = await openOffice({ database })
    expect((await returning(same.url)).status).toBe(200)
    await using after = await openOffice({ database, password: local(await quickHash('another password')) })
    expect((await returning(after.url)).status).toBe(303)
  })
})

describe('a form that is posted', () => {
  test('by another site is refused: without the token, with a wrong one, with one of somebody else, or from elsewhere', async () => {
    await using office = await openOffice()
    const [visitor, attacker] = [browser(office.url), browser(office.url)]
    await visitor.signIn()
    await attacker.signIn()
    const csrf = await visitor.csrfOn('/insights/account')
    const theirs = await attacker.csrfOn('/insights/account')
    for (const form of [{}, { csrf: '' }, { csrf: 'x'.repeat(csrf.length) }, { csrf: theirs }])
      expect((await visitor.post('/insights/sign-out', form as Record<string, string>)).status).toBe(403)
    expect((await visitor.post('/insights/sign-out', { csrf }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await visitor.post('/insights/sign-out', { csrf }, { 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await visitor.get('/insights')).status).toBe(200)
    expect((await visitor.post('/insights/sign-out', { csrf })).status).toBe(303)
  })

  test('to sign in is refused without it as well, so that nobody is signed in as somebody else unawares', async () => {
    await using office = await openOffice()
    const refused = await browser(office.url).post('/insights/sign-in', { name: 'Mallory', password: PASSWORD })
    expect(refused.status).toBe(403)
    expect(refused.headers.get('content-type')).toContain('text/html')
  })

  test('with a token from before signing in is refused', async () => {
    await using office = await openOffice()
    const visitor = browser(office.url)
    const before = await visitor.csrfOn('/insights/sign-in')
    await visitor.signIn()
    expect((await visitor.post('/insights/sign-out', { csrf: before })).status).toBe(403)
  })

  test('that is oversized costs nothing', async () => {
    await using office = await openOffice()
    const response = await browser(office.url).post('/insights/sign-in', { csrf: 'x'.repeat(100_000) })
    expect(response.status).toBe(413)
  })
})

describe('a role', () => {
  const entering = async (role: 'reader' | 'author' | 'admin') => {
    const office = await openOffice({ oidc: saying(() => ({ name: role, role })) })
    const visitor = browser(office.url)
    await visitor.get('/insights/sign-in/oidc')
    expect((await visitor.get('/insights/sign-in/callback?code=c&state=s')).status).toBe(303)
    return { office, visitor, [Symbol.asyncDispose]: office[Symbol.asyncDispose] }
  }

  test.each(['reader', 'author'] as const)(
    '%s sees the numbers, and neither the record nor the controls',
    async (role) => {
      await using entered = await entering(role)
      const { visitor, office } = entered
      expect((await visitor.get('/insights')).status).toBe(200)
      const refused = await visitor.get('/insights/audit')
      expect(refused.status).toBe(403)
      expect(refused.headers.get('content-type')).toContain('text/html')
      expect((await office.audit.latest(1))[0]).toMatchObject({ who: role, did: 'refused', what: '/insights/audit' })
      const page = await (await visitor.get('/insights/account')).text()
      expect(page).not.toContain('/insights/sign-out/all')
      const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
      expect((await visitor.post('/insights/sign-out/all', { csrf })).status).toBe(403)
      expect((await visitor.get('/insights')).status).toBe(200)
    },
  )

  test('admin reads the record', async () => {
    await using entered = await entering('admin')
    expect((await entered.visitor.get('/insights/audit?locale=en')).status).toBe(200)
  })
})

describe('the record', () => {
  test('holds every view, export and sign-in with who and which filters, and nothing else that an address says', async () => {
    await using office = await openOffice()
    const visitor = browser(office.url)
    await visitor.signIn()
    await visitor.get('/insights/topics?from=2026-10-05&to=2026-10-25&channel=web&secret=13800138000')
    await visitor.get('/insights/exports/overview/weeks.csv')
    await visitor.get('/insights/charts/overview/weeks.svg')
    await visitor.get('/insights/charts/overview/weeks.svg?download=1')
    const lines = (await office.audit.latest(10)).reverse()
    expect(lines.map(({ did, what }) => [did, what])).toEqual([
      ['sign-in', 'password'],
      ['view', '/insights/topics'],
      ['export', '/insights/exports/overview/weeks.csv'],
      ['chart', '/insights/charts/overview/weeks.svg'],
      ['export', '/insights/charts/overview/weeks.svg'],
    ])
    expect(lines[1]).toMatchObject({
      who: 'Wang Fang',
      role: 'admin',
      at: '2026-11-23T04:00:00.000Z',
      detail: { from: '2026-10-05', to: '2026-10-25', channel: 'web' },
    })
    expect(JSON.stringify(lines)).not.toContain('13800138000')
    const page = await (await visitor.get('/insights/audit?locale=en&did=export')).text()
    expect(page).toContain('/insights/exports/overview/weeks.csv')
    expect(page).not.toMatch(/audit\.[a-z]/)
  })

  test('is written before anything is shown: a view that cannot be recorded is not seen', async () => {
    await using office = await openOffice()
    const visitor = browser(office.url)
    await visitor.signIn()
    await office.database.db.schema.dropTable('office_audit').execute()
    const seen = await visitor.get('/insights')
    expect(seen.status).toBe(500)
    expect(await seen.text()).not.toContain('class="figures"')
  })
})
