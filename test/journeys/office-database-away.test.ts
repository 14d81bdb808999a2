import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOCALES } from '../../src/core/locale.ts'
import { STYLESHEET } from '../../src/insights/stylesheet.ts'
import { type Stoppable, stoppable } from '../database/stoppable.ts'
import { browser, PASSWORD, quickHash } from '../insights/sign-in/opened.ts'
import { type Service, startService, temporaryFolder } from './service.ts'

const PAGES = ['', '/topics', '/gaps', '/brief', '/campaigns', '/corrections', '/controls', '/inbox', '/audit']
const SAYS = { 'zh-Hans': '数据库现在连不上', 'zh-Hant': '現在連不上', en: 'The database cannot be reached' }
const WAIT = { timeout: 20_000, interval: 200 }

let parts: AsyncDisposableStack
let server: Stoppable
let service: Service
let admin: ReturnType<typeof browser>
beforeAll(async () => {
  parts = new AsyncDisposableStack()
  const { path } = parts.use(await temporaryFolder())
  server = parts.use(await stoppable())
  service = parts.use(
    await startService({
      DATABASE_URL: server.url,
      SPOOL_FILE: join(path, 'spool.db'),
      INSIGHTS_PASSWORD_HASH: await quickHash(PASSWORD),
    }),
  )
  admin = browser(service.url)
}, 60_000)
afterAll(() => parts?.disposeAsync())

/** The page that says so, in a language. */
async function saysSo(response: Response, locale: keyof typeof SAYS) {
  const page = await response.text()
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('5')
  expect(page).toContain(`<html lang="${locale}">`)
  expect(page).toContain(SAYS[locale])
  expect(page).not.toMatch(/ECONN|127\.0\.0\.1:|postgres/)
}

describe('the office’s pages, of a service whose PostgreSQL is not there when it starts', () => {
  test.each(LOCALES)('say so in %s, in their own style', async (locale) => {
    const response = await admin.get(`/insights?locale=${locale}`)
    expect(response.headers.get('refresh')).toBe('5')
    await saysSo(response, locale)
    expect((await admin.get(STYLESHEET.address)).status).toBe(200)
  })

  test('open by themselves once it is there', async () => {
    expect((await service.ask('海淘一年能买多少')).outcome).toBe('answered')
    await server.start()
    await expect.poll(async () => (await admin.get('/insights')).status, WAIT).toBe(303)
    expect((await admin.signIn()).status).toBe(303)
    for (const page of PAGES) expect((await admin.get(`/insights${page}`)).status, page).toBe(200)
  })
})

describe('the office’s pages, when PostgreSQL goes while somebody reads', () => {
  test('say so, lose nobody who is signed in, and are back when it is', async () => {
    const csrf = await admin.csrfOn('/insights/controls')
    await server.stop()
    for (const page of PAGES) await saysSo(await admin.get(`/insights${page}?locale=en`), 'en')
    const banner = { subject: 'banner', zh: '公告', en: 'A notice', reason: 'x', csrf }
    const sent = await admin.post('/insights/controls?locale=zh-Hans', banner)
    expect(sent.headers.get('refresh')).toBeNull()
    await saysSo(sent, 'zh-Hans')
    const data = await admin.get('/insights/open-data.json', { accept: 'application/json' })
    expect(data.status).toBe(503)
    expect(data.headers.get('content-type')).toContain('application/problem+json')
    expect((await service.ask('海淘一次最多能买多少')).outcome).toBe('answered')

    await server.start()
    await expect.poll(async () => (await admin.get('/insights')).status, WAIT).toBe(200)
    for (const page of PAGES) expect((await admin.get(`/insights${page}`)).status, page).toBe(200)
    await expect.poll(async () => (await service.exported()).length, WAIT).toBe(2)
  })
})
