import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOCALES } from '../../src/core/locale.ts'
import { Problem } from '../../src/core/problem-details.ts'
import { SECTIONS } from '../../src/insights/sections.ts'
import { aYear } from './a-year.ts'
import { openInsights, TODAY } from './opened.ts'

let service: Awaited<ReturnType<typeof openInsights>>
beforeAll(async () => {
  service = await openInsights(aYear({ until: TODAY }))
})
afterAll(() => service?.[Symbol.asyncDispose]())

const get = (path: string, headers: Record<string, string> = {}) => fetch(service.url + path, { headers })
const body = async (path: string) => (await get(path)).text()

const PAGES = [...SECTIONS.map(({ path }) => path), '/insights/method']

describe.each(PAGES)('%s', (path) => {
  test.each(LOCALES)('is a page in %s that says everything in words', async (locale) => {
    const response = await get(`${path}?locale=${locale}`)
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-language')).toBe(locale)
    expect(page).toContain(`<html lang="${locale}">`)
    expect(page.replace(/(?:href|src|srcset|action)="[^"]*"/g, '')).not.toMatch(
      /insights\.[a-z]|undefined|NaN|\[object/,
    )
  })

  test('is for whoever asked alone, and loads nothing but what is ours', async () => {
    const { headers } = await get(path)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
  })

  test('links only what is there', async () => {
    const page = await body(`${path}?locale=en&channel=web`)
    const links = [...page.matchAll(/(?:href|src)="(\/[^"#]*)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'))
    expect(links.length).toBeGreaterThan(8)
    for (const link of new Set(links)) expect({ link, status: (await get(link)).status }).toEqual({ link, status: 200 })
  })
})

describe('a view', () => {
  test('is the last four weeks that are over, unless another is asked for', async () => {
    expect(await body('/insights?locale=en')).toContain('2 November 2026 to 29 November 2026')
    expect(await body('/insights?locale=en&from=2026-10-07&to=2026-10-20')).toContain(
      '5 October 2026 to 25 October 2026',
    )
  })

  test('never holds the week under way', async () => {
    expect(await body(`/insights?locale=en&from=2026-11-25&to=${TODAY}`)).toContain(
      '23 November 2026 to 29 November 2026',
    )
  })

  test('stands in the address of every link, so that it can be sent to a colleague', async () => {
    const page = await body('/insights/topics?locale=en&from=2026-10-05&to=2026-10-25&channel=web&audience=unknown')
    for (const link of ['/insights/gaps', '/insights/charts/topics/topics.svg', '/insights/exports/topics/topics.csv'])
      expect(page).toContain(
        `${link}?from=2026-10-05&amp;to=2026-10-25&amp;channel=web&amp;audience=unknown&amp;locale=en`,
      )
    expect(page).toContain('<option value="web" selected>')
  })

  test.each([
    'from=yesterday',
    'from=2026-02-30',
    'from=2026-10-05&from=2026-10-12',
    'from=2026-11-29&to=2026-10-05',
    'from=2016-01-01&to=2026-10-05',
    'from=0001-01-01',
    'to=9999-12-31',
    'from=2099-01-01&to=2099-02-01',
    'channel=carrier-pigeon',
    'channel=web&channel=api',
    'language=%3Cscript%3Ealert(1)%3C/script%3E',
    "audience=consumer'%20or%201=1--",
    'audience=__proto__',
    'audience=%00',
  ])('that cannot be, %s, is refused in words on a page, and as a problem elsewhere', async (query) => {
    const page = await get(`/insights?locale=en&${query}`)
    const text = await page.text()
    expect(page.status).toBe(400)
    expect(text).toContain('role="alert"')
    expect(text).not.toMatch(/alert\(1\)|or 1=1|carrier/)
    for (const path of ['charts/overview/weeks.svg', 'exports/overview/weeks.csv', 'open-data.json']) {
      const response = await get(`/insights/${path}?${query}`)
      expect(response.status).toBe(400)
      expect(response.headers.get('content-type')).toContain('application/problem+json')
      expect(await response.text()).not.toMatch(/alert\(1\)|or 1=1|carrier/)
    }
  })

  test('takes no notice of parameters it does not know', async () => {
    expect((await get('/insights?utm_source=mail&fbclid=%3Cb%3E&to[$gt]=1&channel[]=web&from=&channel=')).status).toBe(
      200,
    )
  })
})

describe('what is not there', () => {
  test.each([
    '/insights/nothing',
    '/insights/charts/overview/nothing.svg',
    '/insights/charts/nothing/weeks.svg',
    '/insights/charts/misconceptions/by-topic.svg',
    '/insights/exports/..%2f..%2fetc/passwd.csv',
    '/insights/exports/overview/__proto__.csv',
  ])('%s, is not found', async (path) => {
    expect((await get(path)).status).toBe(404)
  })
})

describe('a chart', () => {
  test.each(SECTIONS.map(({ id, path }) => [id, path] as const))(
    'of every table of %s that has one is a picture that stands by itself',
    async (_, path) => {
      const page = await body(`${path}?locale=zh-Hant`)
      const charts = [...page.matchAll(/(\/insights\/charts\/[^" ]*)"/g)].map(([, link = '']) =>
        link.replaceAll('&amp;', '&'),
      )
      expect(charts.length).toBeGreaterThan(3)
      for (const chart of charts) {
        const response = await get(chart)
        const svg = await response.text()
        expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
        expect(response.headers.get('content-security-policy')).toContain('sandbox')
        expect(svg).toMatch(/^<svg role="img"[^>]*><title>/)
        expect(svg).not.toMatch(/<script|<foreignObject|href|undefined|NaN/)
      }
    },
  )

  test('to keep has its title and period, and a name of its own', async () => {
    const response = await get('/insights/charts/overview/leading.svg?locale=en&download=1')
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename=tongguan-overview-leading-2026-W45-2026-W48.svg',
    )
    expect(await response.text()).toContain('Tongguan insights · 2 November 2026 to 29 November 2026')
  })
})

describe('a CSV export', () => {
  const exported = async (path: string) =>
    parse(await body(`/insights/exports/${path}`), { bom: true, columns: true }) as Record<string, string>[]

  test('can be opened in a spreadsheet: a byte order mark, a header, a line for each line', async () => {
    const response = await get('/insights/exports/overview/leading.csv?locale=zh-Hans')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(response.headers.get('content-disposition')).toContain('attachment')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    const [first] = await exported('overview/leading.csv?locale=zh-Hans')
    expect(first).toMatchObject({
      from: '2026-11-02',
      to: '2026-11-29',
      view_channel: 'all',
      topic: 'quota.annual',
      topic_name: '年度交易限值',
      asked_status: 'published',
    })
    expect(Number(first?.asked) % 5).toBe(0)
  })

  test('says what is held back', async () => {
    const lines = await exported('gaps/kinds.csv')
    expect(lines.find(({ kind }) => kind === 'declined:too-long')).toMatchObject({
      asked: '<5',
      asked_status: 'suppressed',
    })
  })

  test('says the same as the page', async () => {
    const page = await body('/insights/misconceptions?locale=en')
    for (const { misconception_name: name = '', asked } of await exported(
      'misconceptions/misconceptions.csv?locale=en',
    ))
      expect(page.replaceAll(/<[^>]*>/g, ' ')).toMatch(new RegExp(`${name}\\s+\\S[^0-9]*\\s+${asked}\\s`))
  })
})

describe('the open data', () => {
  test('follow the published schema, whatever the view', async () => {
    const schema = await get('/insights/open-data.schema.json')
    const ajv = new Ajv2020({ strict: false })
    addFormats.default(ajv)
    const valid = ajv.compile((await schema.json()) as object)
    for (const query of [
      '',
      '?channel=wechat&locale=en',
      '?from=2025-11-01&to=2026-10-31',
      '?audience=merchant&language=en',
    ]) {
      const data: unknown = await (await get(`/insights/open-data.json${query}`)).json()
      expect({ query, valid: valid(data), errors: valid.errors }).toEqual({ query, valid: true, errors: null })
    }
    expect(valid({ tables: [] })).toBe(false)
  })

  test('hold every table of every page, and what is held back by name', async () => {
    const data = (await (await get('/insights/open-data.json?locale=en')).json()) as {
      tables: { id: string; rows: unknown[] }[]
    }
    expect(data.tables.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'overview/weeks',
        'topics/topics',
        'outcomes/outcomes',
        'gaps/groups',
        'misconceptions/by-audience',
        'entries/entries',
      ]),
    )
    expect(JSON.stringify(data)).toContain('{"status":"suppressed","fewerThan":5}')
  })
})

describe('a demonstration', () => {
  test('says that nobody asked, on every page and in everything that leaves it; the real log does not', async () => {
    await using demo = await openInsights(aYear({ until: TODAY, days: 100, daily: 20 }), { madeUp: true })
    const of = async (url: string, path: string) => {
      const response = await fetch(url + path)
      return { name: response.headers.get('content-disposition') ?? '', text: await response.text() }
    }
    for (const path of PAGES) {
      expect((await of(demo.url, `${path}?locale=en`)).text).toContain('every question counted here is made up')
      expect((await of(service.url, `${path}?locale=en`)).text).not.toContain('made up')
    }
    const chart = '/insights/charts/overview/leading.svg?locale=en&download=1'
    expect(await of(demo.url, chart)).toMatchObject({
      name: expect.stringContaining('made-up'),
      text: expect.stringContaining('Made up · Tongguan'),
    })
    expect((await of(service.url, chart)).text).not.toContain('Made up')
    const table = '/insights/exports/overview/leading.csv'
    const csv = await of(demo.url, table)
    expect(csv.name).toContain('made-up')
    const lines = parse(csv.text, { bom: true, columns: true }) as Record<string, string>[]
    expect(lines.length).toBeGreaterThan(3)
    expect(lines.every(({ made_up }) => made_up === 'yes')).toBe(true)
    expect((await of(service.url, table)).text).not.toContain('made_up')
    for (const [url, madeUp] of [
      [demo.url, true],
      [service.url, false],
    ] as const)
      expect(JSON.parse((await of(url, '/insights/open-data.json')).text)).toMatchObject({ madeUp })
  })
})

describe('who may see them', () => {
  test('is decided by the guard, for every page, chart and export; the stylesheet is for everybody', async () => {
    await using guarded = await openInsights([], {
      guard: (role) => (_request, _response, next) => next(new Problem(role === 'reader' ? 401 : 500, 'unauthorized')),
    })
    const paths = [
      ...PAGES,
      '/insights/charts/overview/weeks.svg',
      '/insights/exports/overview/weeks.csv',
      '/insights/open-data.json',
      '/insights/open-data.schema.json',
    ]
    for (const path of paths) {
      const response = await fetch(guarded.url + path)
      expect({ path, status: response.status }).toEqual({ path, status: 401 })
    }
    expect((await fetch(`${guarded.url}/insights/insights.css`)).status).toBe(200)
  })

  test('is shown on the page', async () => {
    await using signedIn = await openInsights([], { account: () => ({ name: '<b>Wang Fang</b>', role: 'reader' }) })
    expect(await (await fetch(`${signedIn.url}/insights`)).text()).toContain('&lt;b&gt;Wang Fang&lt;/b&gt;')
  })
})

test('the first day has nothing to show, and says so', async () => {
  await using empty = await openInsights([])
  for (const path of PAGES) {
    const response = await fetch(`${empty.url}${path}?locale=en`)
    expect(response.status).toBe(200)
    expect(await response.text()).not.toMatch(/NaN|undefined|Infinity/)
  }
})
