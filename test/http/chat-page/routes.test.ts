import { hash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { turnsPerMinute } from '../../../src/core/rate-limit.ts'
import { wording } from '../../channels/served.ts'
import { openPage } from './opened.ts'

const form = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers,
})

/** A page and what a test asks of it. */
async function load(url: string, init?: RequestInit) {
  const response = await fetch(url, init)
  const markup = await response.text()
  return {
    markup,
    status: response.status,
    headers: response.headers,
    lang: /<html lang="([^"]+)"/.exec(markup)?.[1],
    conversations: new Set([...markup.matchAll(/name="conversation" value="([^"]*)"/g)].map(([, id]) => id)),
  }
}

describe('the language of the page', () => {
  test.each([
    ['', '', 'zh-Hans'],
    ['', 'zh-CN,zh;q=0.9', 'zh-Hans'],
    ['', 'zh-TW', 'zh-Hant'],
    ['', 'zh-HK,en;q=0.5', 'zh-Hant'],
    ['', 'en-GB,en;q=0.9', 'en'],
    ['', 'fr-FR, en;q=0.2', 'en'],
    ['', 'fr', 'en'],
    ['', 'ko;q=0.9, zh-Hans;q=0.8, en;q=0.7', 'zh-Hans'],
    ['?lang=en', 'zh-CN', 'en'],
    ['?lang=zh-Hant', 'en', 'zh-Hant'],
    ['?lang=zh-TW', 'en', 'zh-Hant'],
    ['?lang=fr', 'zh-TW', 'zh-Hant'],
    ['?lang=en&lang=zh', 'zh-CN', 'zh-Hans'],
    ['?lang="><script>', 'en', 'en'],
    ['zh-Hant/', 'en', 'zh-Hant'],
    ['en', 'zh-CN', 'en'],
    ['en/?lang=zh-Hans', 'zh-CN', 'en'],
  ])('at /%s for a reader of %s is %s', async (query, accepted, locale) => {
    await using page = await openPage()
    const { lang, headers, markup } = await load(`${page.url}/${query}`, {
      headers: { 'accept-language': accepted },
    })
    expect(lang).toBe(locale)
    expect(headers.get('content-language')).toBe(locale)
    if (query.startsWith('?') || query === '') expect(headers.get('vary')).toMatch('Accept-Language')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(markup).toContain(wording(locale as 'en', 'page.title'))
    expect(markup).not.toMatch(/page\.[a-z]|courtesy\.|\{\{|undefined/)
  })

  test('is that of the reply, and offers the other two', async () => {
    await using page = await openPage()
    const { markup, lang } = await load(`${page.url}/?lang=zh-Hant`, form({ q: '額度' }))
    expect(lang).toBe('zh-Hant')
    expect([...markup.matchAll(/<a href="\/([^"]+)\/" hreflang/g)].map(([, one]) => one)).toEqual(['zh-Hans', 'en'])
    expect(page.heard[0]).toMatchObject({ locale: 'zh-Hant', channel: 'web' })
  })
})

describe('the form', () => {
  test('is answered with the page, its question and its reply', async () => {
    await using page = await openPage()
    const { status, markup } = await load(`${page.url}/?lang=en`, form({ q: 'how much' }))
    expect(status).toBe(200)
    expect(markup).toContain('<p>how much</p>')
    expect(markup).toContain('<p><strong>how much</strong></p>')
    expect(markup).toContain('<button name="q" value="单次交易限值是多少">单次限值</button>')
    expect(page.heard).toHaveLength(1)
  })

  test('carries one conversation on, in every form of the page', async () => {
    await using page = await openPage()
    const first = await load(`${page.url}/`, form({ q: '一' }))
    const [conversation = ''] = first.conversations
    const second = await load(`${page.url}/`, form({ q: '二', conversation }))
    expect([...first.conversations, ...second.conversations]).toEqual([conversation, conversation])
    expect(page.heard.map((heard) => heard.conversation)).toEqual([conversation, conversation])
    const reply = /name="reply" value="([^"]+)"/.exec(second.markup)?.[1] ?? ''
    const rated = await load(`${page.url}/rating`, form({ reply, helpful: 'true', conversation }))
    expect([...rated.conversations]).toEqual([conversation])
  })

  test.each(['', 'short', 'x'.repeat(65), 'a b c d e f g', '"><script>', '__proto__:::'])(
    'does not take %j for a conversation of its own',
    async (conversation) => {
      await using page = await openPage()
      const { markup } = await load(`${page.url}/`, form({ q: '一', conversation }))
      expect(page.heard[0]?.conversation).toMatch(/^[0-9a-f-]{36}$/)
      if (conversation.includes('<')) expect(markup).not.toContain(conversation)
    },
  )

  test('shows what was typed as text, in the page and in its fields', async () => {
    const hostile = `"><img src=x onerror=alert(1)>'</li><script>alert(2)</script>{{7*7}}`
    await using page = await openPage({
      answer: ({ text }) => ({
        text,
        choices: [{ label: hostile, utterance: hostile }],
      }),
    })
    const { markup } = await load(`${page.url}/`, form({ q: hostile }))
    expect(markup).not.toMatch(/<img|<script>|onerror=alert\(1\)>'/)
    expect(markup.match(/<script/g)).toHaveLength(2)
    expect(markup.match(/&lt;img/g)?.length).toBeGreaterThanOrEqual(4)
  })

  test('does not repeat more than it reads', async () => {
    await using page = await openPage()
    const { markup } = await load(`${page.url}/`, form({ q: 'x'.repeat(20_000) }))
    expect(/<li class="you">.*?<p>(x*)<\/p>/.exec(markup)?.[1]).toHaveLength(2000)
    expect(page.heard[0]?.text).toHaveLength(20_000)
  })

  test('is taken without a question, twice the question, or something else', async () => {
    await using page = await openPage()
    const other = { method: 'POST', body: '{"q":"a"}', headers: { 'content-type': 'application/json' } }
    for (const init of [form({}), { ...form({}), body: new URLSearchParams('q=a&q=b') }, other])
      expect((await load(`${page.url}/`, init)).status).toBe(200)
    expect(page.heard.map(({ text }) => text)).toEqual(['', '', ''])
  })

  test.each([
    ['too much of it', 'q='.padEnd(100_000, 'x'), 413, 'too-large'],
    ['too many fields', 'a=&'.repeat(20), 413, 'too-large'],
    ['no UTF-8', 'q=%E9%A2', 200, undefined],
  ])('with %s is not taken', async (_, body, status, code) => {
    await using page = await openPage()
    const { markup, ...told } = await load(`${page.url}/?lang=en`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en' },
    })
    expect(told.status).toBe(status)
    if (code) expect(JSON.parse(markup)).toMatchObject({ code, detail: expect.stringMatching(/large/) })
  })

  test.each([
    ['zh-Hans', '问得太快了'],
    ['zh-Hant', '問得太快了'],
    ['en', 'That was too fast'],
  ])('says in %s that it was too fast, and keeps the question', async (locale, words) => {
    await using page = await openPage({ takeTurn: turnsPerMinute(1, () => 0) })
    await load(`${page.url}/?lang=${locale}`, form({ q: '一' }))
    const { status, headers, markup } = await load(`${page.url}/?lang=${locale}`, form({ q: 'my question' }))
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(markup).toMatch(new RegExp(`<p role="alert">${words}`))
    expect(markup).toMatch(/<li class="you">.*my question/)
    expect(page.heard).toHaveLength(1)
  })
})

describe('a rating', () => {
  const rated = async (url: string, fields: Record<string, string>) => load(`${url}/rating?lang=en`, form(fields))

  test('is kept and thanked for', async () => {
    await using page = await openPage()
    const { markup } = await load(`${page.url}/?lang=en`, form({ q: 'how much' }))
    const reply = /name="reply" value="([^"]+)"/.exec(markup)?.[1] ?? ''
    expect((await rated(page.url, { reply, helpful: 'false' })).markup).toContain('Thank you for the rating.')
    expect(page.ratings).toEqual([{ id: reply, helpful: false, reason: undefined }])
  })

  test.each([
    [{}, 400],
    [{ reply: 'a' }, 400],
    [{ reply: 'a', helpful: 'perhaps' }, 400],
    [{ reply: '<script>', helpful: 'true' }, 400],
    [{ reply: 'of-nobody', helpful: 'true' }, 404],
  ])('of %j is refused with %i', async (fields, status) => {
    await using page = await openPage()
    expect((await rated(page.url, fields)).status).toBe(status)
    expect(page.ratings).toEqual([])
  })

  test('counts as a turn, so that nobody can flood the log', async () => {
    await using page = await openPage({ takeTurn: turnsPerMinute(1, () => 0) })
    await load(`${page.url}/`, form({ q: '一' }))
    expect((await rated(page.url, { reply: 'a', helpful: 'true' })).status).toBe(429)
  })
})

describe('the scripts', () => {
  test('may be kept for ever, for their address changes with them', async () => {
    await using page = await openPage()
    const { markup } = await load(page.url)
    const addresses = [...markup.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address]) => address)
    expect(addresses.map((address) => address?.replace(/\?.*/, ''))).toEqual(['/assets/nodes.js', '/assets/chat.js'])
    for (const address of addresses) {
      expect(address).toMatch(/\?[0-9a-f]{8}$/)
      const { status, headers } = await fetch(page.url + address)
      expect(status).toBe(200)
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(headers.get('content-type')).toBe(`text/${address?.includes('.js') ? 'javascript' : 'css'}; charset=utf-8`)
    }
  })

  test.each(['/assets/routes.ts', '/assets/constructor', '/assets/__proto__', '/assets/..%2froutes.ts', '/assets/%00'])(
    'are all that is served: not %s',
    async (path) => {
      await using page = await openPage()
      expect((await fetch(page.url + path)).status).toBe(404)
    },
  )

  test('weigh less than 60 KB together with the page', async () => {
    await using page = await openPage()
    for (const locale of ['zh-Hans', 'zh-Hant', 'en']) {
      const paths = [`/${locale}/`, '/assets/nodes.js', '/assets/chat.js']
      const sizes = await Promise.all(
        paths.map(
          async (path) =>
            (await (await fetch(page.url + path, { headers: { 'accept-encoding': 'identity' } })).arrayBuffer())
              .byteLength,
        ),
      )
      expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(60_000)
    }
  })
})

test('the page holds no script or handler of its own, and the one style that the policy lets in by its text', async () => {
  await using page = await openPage()
  for (const { markup, headers } of [await load(page.url), await load(page.url, form({ q: '一' }))]) {
    expect(markup).not.toMatch(/<script(?![^>]* src=)| style=| on[a-z]+=/)
    const [style = '', ...others] = [...markup.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css]) => css)
    expect(others).toEqual([])
    expect(headers.get('content-security-policy')).toContain(
      `style-src 'self' 'sha256-${hash('sha256', style, 'base64')}';`,
    )
    expect(markup.replaceAll(page.url, '')).not.toMatch(
      /(?:href|src|action)="(?!\/|#|data:image|https:\/\/[a-z.]*gov\.cn)/,
    )
  }
})
