import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOCALES } from '../../src/core/locale.ts'
import { openDatabase } from '../../src/database/open.ts'
import { officeAudit } from '../../src/office/audit.ts'
import { axe, DESKTOP, inBrowser, PHONE } from '../http/chat-page/browser.ts'
import { browser, PASSWORD, quickHash } from '../insights/sign-in/opened.ts'
import { run, type Service, startService, temporaryFolder } from './service.ts'

const PAGES = ['brief', 'campaigns', 'drafts', 'corrections', 'controls', 'audit', 'account'].map(
  (page) => `/insights/${page}`,
)

let parts: AsyncDisposableStack
let service: Service
let admin: ReturnType<typeof browser>
beforeAll(async () => {
  parts = new AsyncDisposableStack()
  const { path } = parts.use(await temporaryFolder())
  const database = `sqlite:${join(path, 'demo.db')}`
  await run(['demo', '--database', database, '--questions', '8000', '--fill-only'])
  service = parts.use(await startService({ DATABASE_URL: database, INSIGHTS_PASSWORD_HASH: await quickHash(PASSWORD) }))
  admin = browser(service.url)
  await admin.signIn()
})
afterAll(() => parts?.disposeAsync())

const body = async (path: string) => (await admin.get(path)).text()
const post = async (path: string, form: Record<string, string>) =>
  admin.post(`${path}?locale=en`, { csrf: await admin.csrfOn(path), ...form })

describe.each(PAGES)('%s', (path) => {
  test.each(LOCALES)('is a page in %s that says everything in words', async (locale) => {
    const response = await admin.get(`${path}?locale=${locale}`)
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(page).toContain(`<html lang="${locale}">`)
    expect(page.replace(/(?:href|src|action)="[^"]*"/g, '')).not.toMatch(
      /(?:brief|campaigns|drafts|corrections|controls|audit|signin|insights)\.[a-z]|undefined|NaN|\[object/,
    )
  })

  test('is for those alone who are signed in', async () => {
    expect((await fetch(service.url + path, { redirect: 'manual' })).status).toBe(401)
  })
})

describe('the brief', () => {
  test('is the same as a page, as a file and from the command', async () => {
    const file = await admin.get('/insights/brief.md?locale=en')
    expect(file.headers.get('content-disposition')).toContain('tongguan-made-up-brief-')
    const text = await file.text()
    const told = await run(['brief', '--locale', 'en'], service.settings)
    expect(told.code).toBe(0)
    expect(told.stdout).toBe(text)
    const page = (await body('/insights/brief?locale=en')).replace(/<[^>]*>/g, ' ')
    for (const [, title = ''] of text.matchAll(/^## \d+\. \S.*?: (.*)$/gm)) expect(page).toContain(title)
    expect(text).toMatch(/Draft words, Simplified Chinese/)
    expect(await body('/insights/audit?locale=en&did=export')).toContain('npm run brief')
  })

  test('of a made-up year says so in every form', async () => {
    expect(await body('/insights/brief?locale=en')).toContain('every question counted here is made up')
    const { stdout } = await run(['brief', '--locale', 'zh-Hans'], service.settings)
    expect(stdout.slice(0, 300)).toContain('没有人真的问过')
  })

  test('tells what is wrong with a period', async () => {
    expect((await admin.get('/insights/brief?from=yesterday')).status).toBe(400)
    expect((await run(['brief', '--from', 'yesterday'], service.settings)).code).toBe(64)
  })
})

describe('the activity log', () => {
  test('holds every page, chart and export that somebody was shown, each once, under its name', async () => {
    const since = new Date().toISOString()
    const [, draft = ''] = /href="(\/insights\/drafts\?[^"]*words=[^"]*)"/.exec(await body('/insights/drafts')) ?? []
    const files = `${draft.replaceAll('&amp;', '&').replace('/insights/drafts?', '/insights/drafts/en.md?')}&topic=quota.annual&id=x`
    const shown = [
      ['view', '/insights', 'Overview'],
      ...['topics', 'outcomes', 'gaps', 'misconceptions', 'entries', 'method'].map((one) => [
        'view',
        `/insights/${one}`,
      ]),
      ...PAGES.map((path) => ['view', path]),
      ['view', '/insights/inbox', 'Inbox'],
      ['export', '/insights/exports/topics/topics.csv', 'Topics'],
      ['export', '/insights/charts/topics/topics.svg?download=1', 'Topics'],
      ['chart', '/insights/charts/gaps/kinds.svg', 'Gaps'],
      ['export', '/insights/open-data.json'],
      ['export', '/insights/open-data.schema.json'],
      ['export', '/insights/brief.md', 'Brief'],
      ['export', files, 'Drafts'],
    ]
    for (const [, path = ''] of shown)
      expect({ path, status: (await admin.get(path)).status }).toEqual({ path, status: 200 })
    await using database = await openDatabase(service.settings.DATABASE_URL ?? '')
    const lines = await officeAudit(database, () => new Date()).latest(500)
    const noted = lines.filter(({ at }) => at >= since).map(({ did, what }) => `${did} ${what}`)
    for (const [did, path = ''] of shown) {
      const line = `${did} ${path.split('?')[0]}`
      // The list of drafts was looked at before, for the address of one.
      const times = line === 'view /insights/drafts' ? 2 : 1
      expect({ line, times: noted.filter((one) => one === line).length }).toEqual({ line, times })
    }
    const page = await body('/insights/audit?locale=en')
    for (const [did, path = '', title] of shown)
      if (title !== undefined && did !== 'chart')
        expect(page).toContain(`${title} <span class="range">${path.split('?')[0]}</span>`)
  })
})

test('a correction stands in the ledger with how many were told, and at the entry’s page as text', async () => {
  const form = {
    entry: 'annual-limit',
    since: '2026-01-01',
    until: '2026-02-01',
    wrong_zh: '说成了两万',
    wrong_en: '<b>twenty thousand</b>',
    right_zh: '应为二万六千',
    right_en: 'twenty-six thousand',
  }
  expect((await post('/insights/corrections', { ...form, since: '2026-03-01' })).status).toBe(400)
  expect((await post('/insights/corrections', { ...form, entry: 'none' })).status).toBe(400)
  expect((await post('/insights/corrections', form)).status).toBe(303)
  expect(await body('/insights/corrections?locale=en')).toMatch(/&lt;b&gt;twenty thousand.*How often/s)
  const page = await (await fetch(`${service.url}/en/a/annual-limit`)).text()
  expect(page).toContain('&lt;b&gt;twenty thousand&lt;/b&gt;')
  expect(await (await fetch(`${service.url}/zh-Hant/a/annual-limit`)).text()).toContain('說成了兩萬')
  expect(await (await fetch(`${service.url}/en/a/single-limit`)).text()).not.toContain('twenty thousand')
})

test('a campaign is recorded and measured, and a link that is none of the web is refused', async () => {
  const form = { name: '<i>Post</i>', starts: '2026-09-01', topics: 'quota.annual', link: '' }
  expect((await post('/insights/campaigns', { ...form, link: 'javascript:alert(1)' })).status).toBe(400)
  expect((await post('/insights/campaigns', { ...form, topics: 'none' })).status).toBe(400)
  expect((await post('/insights/campaigns', form)).status).toBe(303)
  const page = await body('/insights/campaigns?locale=en')
  expect(page).toContain('&lt;i&gt;Post&lt;/i&gt;')
  expect(page).toMatch(/Fewer than without it|More than without it|No clear effect|Too few questions to tell/)
  // The one of the made-up year is there as well.
  expect(page).toContain('Limits of personal parcels (made up)')
  const [mine = ''] = page.split('&lt;i&gt;Post&lt;/i&gt;').slice(1)
  const id = /name="remove" value="([^"]+)"/.exec(mine)?.[1] ?? ''
  await post('/insights/campaigns', { remove: id })
  expect(await body('/insights/campaigns?locale=en')).not.toContain('&lt;i&gt;Post')
  // For the browser to look at.
  await post('/insights/campaigns', form)
})

test('a draft holds released words alone, whatever the address asks for', async () => {
  const made = await body('/insights/drafts?locale=en&words=13800138000&topic=quota.annual&id=x')
  expect(made).not.toContain('13800138000')
  const [, link = ''] =
    /href="(\/insights\/drafts\?[^"]*words=[^"]*)"/.exec(await body('/insights/drafts?locale=en')) ?? []
  expect(link).not.toBe('')
  const chosen = `${link.replaceAll('&amp;', '&')}&topic=quota.annual&id=a-new-entry`
  const page = await body(chosen)
  expect(page).toContain('knowledge/entries/quota.annual/a-new-entry.zh-Hans.md')
  const file = await admin.get(chosen.replace('/insights/drafts?', '/insights/drafts/zh-Hans.md?'))
  expect(file.headers.get('content-disposition')).toContain('a-new-entry.zh-Hans.md')
  expect((await admin.get(`${link.replaceAll('&amp;', '&')}&topic=quota.annual&id=../x`)).status).toBe(400)
})

inBrowser('the office pages', (open) => {
  /** A page of somebody who is signed in. */
  const signedIn = async (options: Parameters<typeof open>[1]) => {
    const one = await open(`${service.url}/insights/sign-in?locale=en`, options)
    await one.page.context().addCookies([...admin.cookies].map(([name, value]) => ({ name, value, url: service.url })))
    return one
  }

  test('the brief is printed with all its words, in both languages, and without what is for the screen', async () => {
    await using one = await signedIn({ viewport: DESKTOP })
    await one.page.goto(`${service.url}/insights/brief?locale=en`)
    const chinese = one.page.locator('blockquote[lang="zh-Hans"]')
    const english = one.page.locator('blockquote[lang="en"]')
    expect(await chinese.count()).toBeGreaterThan(2)
    expect(await english.first().isVisible()).toBe(false)
    await one.page.emulateMedia({ media: 'print' })
    for (const words of [chinese, english])
      for (const one of await words.all()) expect(await one.isVisible()).toBe(true)
    for (const hidden of ['.languages', '.sections', '.view details', '.downloads'])
      expect(await one.page.locator(hidden).first().isVisible()).toBe(false)
  })

  test.each(
    [...PAGES, '/insights/sign-in'].flatMap((path) =>
      [
        [PHONE, 'zh-Hans', 'light'],
        [DESKTOP, 'en', 'dark'],
      ].map(([viewport, locale, colorScheme]) => ({ path, viewport, locale, colorScheme })),
    ),
  )('$path in $locale is accessible and fits', async ({ path, viewport, locale, colorScheme }) => {
    await using one = await signedIn({ viewport: viewport as typeof PHONE, colorScheme: colorScheme as 'light' })
    await one.page.goto(`${service.url}${path}?locale=${locale}`)
    await one.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    expect(await axe(one.page)).toEqual([])
    const extent = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await one.page.evaluate(extent)).toBe(0)
    expect(one.surprises).toEqual([])
    if (process.env.SHOTS)
      await one.page.screenshot({
        path: `${process.env.SHOTS}/${path.split('/').pop()}-${locale}.png`,
        fullPage: true,
      })
  })
})
