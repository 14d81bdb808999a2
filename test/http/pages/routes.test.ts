import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../../src/core/locale.ts'
import { turnsPerMinute } from '../../../src/core/rate-limit.ts'
import { knowledge, load, openPages } from './opened.ts'

const [entry] = knowledge.entries.keys()

describe('the address of a page', () => {
  test.each([
    ['/a/annual-limit', 'zh-TW', '/zh-Hant/a/annual-limit'],
    ['/a/annual-limit?asOf=2018-01-01', 'en-GB', '/en/a/annual-limit?asOf=2018-01-01'],
    ['/a/annual-limit?lang=en', 'zh-CN', '/en/a/annual-limit'],
    ['/t', '', '/zh-Hans/t'],
    ['/changes', 'fr', '/en/changes'],
    ['/search?q=%E7%A8%8E', 'zh-CN', '/zh-Hans/search?q=%E7%A8%8E'],
    ['/zh-TW/changes', 'en', '/zh-Hant/changes'],
    ['/EN/a/annual-limit', 'zh', '/en/a/annual-limit'],
    ['//evil.cn/..', 'en', undefined],
  ])('%s leads a reader of "%s" to the one that names the language', async (path, accepted, target) => {
    await using app = await openPages()
    const { status, headers } = await load(app.url + path, { headers: { 'accept-language': accepted } })
    if (target === undefined) expect(status).toBe(404)
    else
      expect({ redirected: status > 300 && status < 303, to: headers.get('location') }).toEqual({
        redirected: true,
        to: target,
      })
  })

  test.each(LOCALES)('in %s names itself and the other languages', async (locale) => {
    await using app = await openPages({ publicUrl: 'https://tongguan.example' })
    const { markup, headers } = await load(`${app.url}/${locale}/a/annual-limit`)
    const base = 'https://tongguan.example'
    expect(markup).toContain(`<html lang="${locale}">`)
    expect(headers.get('content-language')).toBe(locale)
    expect(markup).toContain(`<link rel="canonical" href="${base}/${locale}/a/annual-limit">`)
    for (const one of LOCALES) expect(markup).toContain(`hreflang="${one}" href="${base}/${one}/a/annual-limit">`)
    expect(markup).toContain(`<meta property="og:url" content="${base}/${locale}/a/annual-limit">`)
  })

  test.each([
    '/en/a/nothing',
    '/en/t/nothing',
    '/en/d/nothing',
    '/en/nothing',
    '/en/a/__proto__',
    '/en/a/%22%3E%3Cscript%3E',
  ])('of nothing, %s, is told so in a page, or as data to whoever asks for data', async (path) => {
    await using app = await openPages()
    const { status, markup } = await load(app.url + path, { headers: { accept: 'text/html,*/*' } })
    expect(status).toBe(404)
    expect(markup).toContain('No such page')
    expect(markup).not.toContain('<script>')
    const data = await load(`${app.url}/en/nothing`, { headers: { accept: 'application/json' } })
    expect(JSON.parse(data.markup)).toMatchObject({ code: 'not-found' })
  })

  test('names a host that is none only as ours', async () => {
    await using app = await openPages()
    const markup = await new Promise<string>((resolve, reject) => {
      const asked = request(`${app.url}/en/a/annual-limit`, { headers: { host: 'evil"><script>.cn' } }, (response) => {
        let text = ''
        response.on('data', (part) => (text += part)).on('end', () => resolve(text))
      })
      asked.on('error', reject).end()
    })
    expect(markup).not.toContain('evil')
  })
})

describe('an entry as of a day', () => {
  test('tells the figure of that day, and leads back to today', async () => {
    await using app = await openPages()
    const { markup } = await load(`${app.url}/en/a/annual-limit?asOf=2018-06-01`)
    expect(/<div class="lead">(.*?)<\/div>/s.exec(markup)?.[1]).toContain('20,000 yuan')
    expect(markup).toContain('This page tells the rules of 1 June 2018.')
    expect(markup).toContain('<a href="/en/a/annual-limit">')
    expect(markup).toContain('name="robots" content="noindex"')
    const today = await load(`${app.url}/en/a/annual-limit`)
    expect(/<div class="lead">(.*?)<\/div>/s.exec(today.markup)?.[1]).toContain('26,000 yuan')
  })

  test('on which there was no such rule says so, with the day from which there was', async () => {
    await using app = await openPages()
    const { status, markup } = await load(`${app.url}/en/a/annual-limit?asOf=2010-01-01`)
    expect(status).toBe(200)
    expect(markup).toContain('I have no rule on record that was in force on 1 January 2010')
    expect(markup).toContain('It is in force from 8 April 2016.')
    expect(markup).not.toContain('class="lead"')
    expect(markup).toContain('href="/en/a/annual-limit?asOf=2016-04-08"')
  })

  test.each(['x', '', '2018-02-30', '2018-13-01', '20180101', "'><script>", '2018-01-01&asOf=2019-01-01'])(
    'that is none (%s) is told how to write one',
    async (day) => {
      await using app = await openPages()
      const { status, markup } = await load(
        `${app.url}/en/a/annual-limit?asOf=${day.includes('&') ? day : encodeURIComponent(day)}`,
      )
      expect(status).toBe(400)
      expect(markup).toContain('Please write the day like')
      expect(markup).not.toContain('<script>')
    },
  )

  test('shows remarks of the office above it, as text', async () => {
    const notes = () => [{ on: '2026-11-01', text: 'It said <b>less</b> before.' }]
    await using app = await openPages({ notes })
    const { markup } = await load(`${app.url}/en/a/annual-limit`)
    expect(markup).toContain('It said &lt;b&gt;less&lt;/b&gt; before.')
    expect(markup.indexOf('Correction')).toBeLessThan(markup.indexOf('class="lead"'))
  })
})

test('an entry is a question with its answer for search engines, and no text in it can end the data', async () => {
  await using app = await openPages()
  for (const id of [...knowledge.entries.keys()].slice(0, 40)) {
    const { markup } = await load(`${app.url}/zh-Hans/a/${id}`)
    const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(markup) ?? []
    if (data === undefined) continue
    expect(data).not.toContain('<')
    expect(JSON.parse(data)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'FAQPage',
      inLanguage: 'zh-Hans',
      mainEntity: [{ '@type': 'Question', acceptedAnswer: { '@type': 'Answer', text: expect.stringMatching(/^<p>/) } }],
    })
  }
})

test('a document says what it is worth on the day, what replaced it, and what cites it', async () => {
  await using app = await openPages()
  const replaced = [...knowledge.documents.values()].find(({ supersedes }) => supersedes.length > 0)
  const [older = ''] = replaced?.supersedes ?? []
  const { markup } = await load(`${app.url}/en/d/${older}`)
  expect(markup).toContain('Replaced by')
  expect(markup).toContain(`href="/en/d/${replaced?.id}"`)
  const cited = (await load(`${app.url}/en/d/cgs-2018-49`)).markup
  expect(cited).toContain('href="/en/a/annual-limit"')
  expect(cited).toContain('26,000 yuan (since 1 January 2019)')
})

test('the doubts about a document stand beside it on the page and in the feed of changes', async () => {
  await using app = await openPages()
  const { markup } = await load(`${app.url}/en/changes`)
  const feed = (await load(`${app.url}/en/changes.atom`)).markup
  const noted = [...knowledge.documents.values()].filter(
    ({ note, id }) => note && markup.includes(`href="/en/d/${id}"`),
  )
  expect(noted.length).toBeGreaterThan(3)
  for (const { note } of noted.slice(0, 5))
    expect(markup.replace(/<[^>]*>/g, '')).toContain(note?.en.replaceAll("'", '&#39;').replaceAll('"', '&quot;'))
  expect(feed).toContain('(Note: ')
})

describe('the search', () => {
  test('finds what a question would find, and offers to ask it', async () => {
    await using app = await openPages()
    const { markup, headers } = await load(
      `${app.url}/en/search?q=${encodeURIComponent('how much may I buy in a year')}`,
    )
    expect(markup).toContain('href="/en/a/annual-limit"')
    expect(markup).toContain('<input type="hidden" name="q" value="how much may I buy in a year">')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(markup).toContain('name="robots" content="noindex"')
  })

  test('finds a document by its number, however it is bracketed', async () => {
    await using app = await openPages()
    for (const q of ['财关税〔2018〕49号', '财关税[2018]49号', 'Cai Guan Shui 2018 No. 49'])
      expect((await load(`${app.url}/en/search?q=${encodeURIComponent(q)}`)).markup).toContain(
        'href="/en/d/cgs-2018-49"',
      )
  })

  test.each([
    '',
    ' ',
    '😀😀',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '%00',
    'x'.repeat(5000),
    '(((('.repeat(50),
    '\\',
    '税'.repeat(300),
  ])('takes %j for what it is: text', async (q) => {
    await using app = await openPages()
    const { status, markup } = await load(`${app.url}/en/search?q=${encodeURIComponent(q)}`)
    expect(status).toBe(200)
    expect(markup).not.toMatch(/<script>|<img/)
    expect(markup.length).toBeLessThan(60_000)
  })

  test.each(['q=a&q=b', 'q[]=a', 'q[a]=b', 'q=%E0%A4%A'])('takes %s for nothing', async (query) => {
    await using app = await openPages()
    expect((await load(`${app.url}/en/search?${query}`)).status).toBe(200)
  })

  test('is bounded like questions are', async () => {
    await using app = await openPages({ takeTurn: turnsPerMinute(1, () => 0) })
    await load(`${app.url}/en/search?q=tax`)
    const { status, headers, markup } = await load(`${app.url}/en/search?q=tax`)
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(markup).toContain('That was too fast')
  })
})

test('the sitemap names every page in every language, and crawlers are told where it is', async () => {
  await using app = await openPages({ publicUrl: 'https://tongguan.example' })
  const { markup, headers } = await load(`${app.url}/sitemap.xml`)
  expect(headers.get('content-type')).toBe('application/xml; charset=utf-8')
  const addresses = [...markup.matchAll(/<loc>https:\/\/tongguan\.example([^<]*)<\/loc>/g)].map(([, path]) => path)
  expect(new Set(addresses).size).toBe(addresses.length)
  expect(addresses.filter((path) => path?.includes('/a/'))).toHaveLength(knowledge.entries.size * 3)
  expect(addresses.filter((path) => path?.includes('/d/'))).toHaveLength(knowledge.documents.size * 3)
  const step = Math.ceil(addresses.length / 60)
  for (const path of addresses.filter((_, index) => index % step === 0))
    if (path !== '/en/' && !/^\/zh-Han[st]\/$/.test(path ?? ''))
      expect({ path, ...(await load(app.url + path)) }).toMatchObject({ path, status: 200 })
  expect((await load(`${app.url}/robots.txt`)).markup).toMatch(
    /Disallow: \/en\/search[\s\S]*Sitemap: https:\/\/tongguan\.example\/sitemap\.xml/,
  )
})

/** A page as it comes over the wire, without what a client makes of it. */
const raw = (url: string, headers: Record<string, string>) =>
  new Promise<{ status: number | undefined; encoding: string | undefined; etag: string; body: Buffer }>(
    (resolve, reject) => {
      request(url, { headers }, (response) => {
        const parts: Buffer[] = []
        response
          .on('data', (part) => parts.push(part))
          .on('end', () =>
            resolve({
              status: response.statusCode,
              encoding: response.headers['content-encoding'],
              etag: response.headers.etag ?? '',
              body: Buffer.concat(parts),
            }),
          )
      })
        .on('error', reject)
        .end()
    },
  )

describe('a page on its way', () => {
  test('is packed as the browser takes it, and is the same unpacked', async () => {
    await using app = await openPages()
    const url = `${app.url}/en/a/${entry}`
    const [plain, packed, zipped] = [
      await raw(url, { 'accept-encoding': 'identity' }),
      await raw(url, { 'accept-encoding': 'gzip, deflate, br' }),
      await raw(url, { 'accept-encoding': 'gzip, br;q=0' }),
    ]
    expect([plain.encoding, packed.encoding, zipped.encoding]).toEqual([undefined, 'br', 'gzip'])
    expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true)
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true)
    expect(packed.body.length).toBeLessThan(plain.body.length / 2)
  })

  test('is not sent again to whoever has it', async () => {
    await using app = await openPages()
    const url = `${app.url}/en/a/annual-limit`
    const { etag } = await raw(url, {})
    const again = await raw(url, { 'if-none-match': etag })
    expect({ status: again.status, size: again.body.length }).toEqual({ status: 304, size: 0 })
    expect((await raw(`${url}?asOf=2018-01-01`, { 'if-none-match': etag })).status).toBe(200)
  })

  test('weighs little: an entry comes in less than 14 KB, the first flight of a connection', async () => {
    await using app = await openPages()
    const weight = async (path: string) => (await raw(app.url + path, { 'accept-encoding': 'br' })).body.length
    for (const locale of LOCALES) expect(await weight(`/${locale}/a/annual-limit`)).toBeLessThan(14_000)
  })
})
