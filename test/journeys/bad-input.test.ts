import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { ask, type Told } from '../channels/served.ts'
import { type Service, startService } from './service.ts'

const SECRET = 'a secret of sixteen letters or more'

let service: Service
beforeAll(async () => {
  service = await startService({ RATE_PER_MINUTE: '0', DIRECT_LINE_SECRET: SECRET })
})
afterAll(() => service?.[Symbol.asyncDispose]())

const LANGUAGES = [
  ['zh-CN', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['en-GB', 'en'],
] as const

/** A message that is no question, and what is said to it in each language. */
const RUBBISH: [name: string, text: string, why: string, words: Record<string, RegExp>][] = [
  ['nothing', '', 'unclear', { 'zh-Hans': /没看明白/, 'zh-Hant': /沒看明白/, en: /could not tell/ }],
  ['spaces', ' \t\n\u3000', 'unclear', { 'zh-Hans': /没看明白/, 'zh-Hant': /沒看明白/, en: /could not tell/ }],
  ['emoji', '🛒📦❓👨‍👩‍👧🇨🇳', 'noise', { 'zh-Hans': /没有读到文字/, 'zh-Hant': /沒有讀到文字/, en: /no words/ }],
  [
    'invisible characters',
    '\u200b\u2066\u202e\u2069\u00ad\ufeff\u{e0068}\u{e0069}',
    'noise',
    { 'zh-Hans': /没有读到文字/, 'zh-Hant': /沒有讀到文字/, en: /no words/ },
  ],
  [
    'a script',
    '<script>alert(document.cookie)</script>',
    'noise',
    { 'zh-Hans': /没有读到文字/, 'zh-Hant': /沒有讀到文字/, en: /no words/ },
  ],
  ['signs', '???!!!……——', 'noise', { 'zh-Hans': /没有读到文字/, 'zh-Hant': /沒有讀到文字/, en: /no words/ }],
  [
    'Korean',
    '한국에서 화장품을 보내도 되나요',
    'language',
    { 'zh-Hans': /只能用中文和英文/, 'zh-Hant': /只能用中文和英文/, en: /Chinese and English only/ },
  ],
  [
    'Russian',
    'Сколько можно купить в этом году?',
    'language',
    { 'zh-Hans': /只能用中文和英文/, 'zh-Hant': /只能用中文和英文/, en: /Chinese and English only/ },
  ],
  [
    'a novel',
    '额度'.repeat(2000),
    'too-long',
    {
      'zh-Hans': /太长了，我最多读 2000 个字/,
      'zh-Hant': /太長了，我最多讀 2000 個字/,
      en: /too long: I read at most 2000/,
    },
  ],
]

/** What has to be in the log. */
const declined: Record<string, string>[] = []

describe.each(LANGUAGES)('to somebody who reads %s', (tag, locale) => {
  test.each(RUBBISH)('%s is answered in their language, with what to do', async (_, text, why, words) => {
    const reply = await service.ask(text, { locale: tag })
    expect(reply).toMatchObject({ outcome: 'declined', why, locale, citations: [] })
    expect(reply.text).toMatch(words[locale] ?? /$^/)
    expect(reply.choices.length).toBeGreaterThan(0)
    declined.push({ id: reply.id, outcome: 'declined', why, locale })
  })

  test.each([
    ['broken JSON', '{"question": "额度', 400, 'bad-json'],
    [
      'broken UTF-8',
      Buffer.concat([Buffer.from('{"question":"'), Buffer.from([0xb6, 0xee]), Buffer.from('"}')]),
      400,
      'bad-encoding',
    ],
    ['a wrong type', '{"question": 5}', 400, 'bad-request'],
    ['an unknown field', '{"question": "额度", "colour": "red"}', 400, 'bad-request'],
    ['100 KB', JSON.stringify({ question: 'x'.repeat(100_000) }), 413, 'too-large'],
  ])('%s is refused in their language, by a stable code', async (_, body, status, code) => {
    const told = await ask(`${service.url}/api/answers`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'accept-language': tag },
    })
    expect({ status: told.status, code: told.body.code, language: told.headers.get('content-language') }).toEqual({
      status,
      code,
      language: locale,
    })
    expect(told.headers.get('content-type')).toMatch('application/problem+json')
    expect(inLanguage(told.body.detail, locale)).toBe(true)
    for (const { field, message } of told.body.errors ?? []) {
      expect(['question', 'colour']).toContain(field)
      expect(inLanguage(message, locale)).toBe(true)
    }
  })
})

test('nothing of it is lost: all of it is in the log', async () => {
  const logged = await service.exported()
  expect(declined).toHaveLength(LANGUAGES.length * RUBBISH.length)
  for (const turn of declined) expect(logged.find(({ id }) => id === turn.id)).toMatchObject(turn)
})

/** Whether a sentence is in a language: by its script, and by the characters in which the two forms of Chinese differ. */
function inLanguage(text: string, locale: string): boolean {
  if (locale === 'en') return /^[\p{Script=Latin}\p{P}\p{N}\s]+$/u.test(text)
  const simplified = /[请误无编码类项]/u.test(text)
  const traditional = /[請誤無編碼類項]/u.test(text)
  return /\p{Script=Han}/u.test(text) && (locale === 'zh-Hant' ? !simplified : !traditional)
}

describe('hidden or hostile parts of a real question', () => {
  test.each([
    ['invisible and bidirectional controls', '今年\u200b还能\u202e买多少\u2066跨境\u00ad商品\u2069？\u{e0068}'],
    ['markup', '<b>今年还能买多少</b><br/>跨境商品？<script>alert(1)</script>'],
    ['wide forms and odd spaces', '今年　还能买多少　跨境商品？'],
    ['half a surrogate pair', '今年还能买多少跨境商品？\ud83d'],
  ])('%s are taken away, and the question is answered', async (_, text) => {
    const reply = await service.ask(text)
    expect(reply).toMatchObject({ outcome: 'answered', entry: 'annual-limit' })
    const row = (await service.exported()).find(({ id }) => id === reply.id)
    expect(row?.text?.replace(/[\s\ufffd]/g, '')).toBe('今年还能买多少跨境商品？')
  })

  test.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the point
    ['a template', '{{ annual-limit }} ${13*37} <%= 13*37 %> #{13*37} {{13*37}}'],
    ['SQL', `额度'); DROP TABLE question; --`],
    ['a formula', `=HYPERLINK("http://example.org","额度")`],
    ['a prototype', '__proto__ constructor toString'],
    ['a path', '../../../etc/passwd %2e%2e%2f'],
    ['a format', '%s%n%d $t(declined.error) $t(page.send)'],
  ])('%s is a text like any other: neither run nor filled in', async (_, text) => {
    const reply = await service.ask(text)
    expect(reply.text).not.toMatch(/\b481\b|\[object|passwd|undefined|\$t\(/)
    const rows = await service.exported()
    const row = rows.find(({ id }) => id === reply.id)
    expect(row).toBeDefined()
    // A spreadsheet must not run it either.
    expect(row?.text).not.toMatch(/^[=+\-@]/)
    expect(rows.length).toBeGreaterThan(10)
  })
})

describe('on every way in', () => {
  const emoji = '🛒📦❓'
  test.each([
    [
      'Bot Framework',
      async (locale: string) => {
        const { body } = await service.post('/api/messages', {
          type: 'message',
          text: emoji,
          locale,
          deliveryMode: 'expectReplies',
          conversation: { id: locale },
          from: { id: 'u' },
        })
        return body.activities[0].text
      },
    ],
    [
      'Direct Line',
      async (locale: string) => {
        const bearing = { authorization: `Bearer ${SECRET}` }
        const { body } = await service.post('/v3/directline/conversations', { locale }, bearing)
        const path = `/v3/directline/conversations/${body.conversationId}/activities`
        await service.post(path, { type: 'message', text: emoji, locale, from: { id: 'u' } }, bearing)
        return (await ask(service.url + path, { headers: bearing })).body.activities.at(-1).text
      },
    ],
    [
      'the page',
      async (locale: string) =>
        (
          await fetch(`${service.url}/?lang=${locale}`, { method: 'POST', body: new URLSearchParams({ q: emoji }) })
        ).text(),
    ],
  ])('%s, emoji are answered in the asker’s language', async (_, tell) => {
    expect(await tell('zh-CN')).toMatch(/没有读到文字/)
    expect(await tell('zh-HK')).toMatch(/沒有讀到文字/)
    expect(await tell('en-US')).toMatch(/no words/)
  })
})

describe('whoever may not', () => {
  const message = (more: object) => ({
    type: 'message',
    text: '额度',
    conversation: { id: 'c' },
    from: { id: 'u' },
    ...more,
  })
  const refused = ({ status, body }: Told) => ({ status, code: body.code })

  test.each([
    'https://example.org/',
    'http://169.254.169.254/',
    'http://localhost.example.org/',
    'file:///etc/passwd',
    'nonsense',
  ])('an activity cannot make the service call %s', async (serviceUrl) => {
    const told = await service.post('/api/messages', message({ serviceUrl }), { 'accept-language': 'en' })
    expect(refused(told)).toEqual({ status: 403, code: 'forbidden' })
    expect(told.body.errors).toEqual([{ field: 'serviceUrl', message: expect.stringContaining('this machine') }])
  })

  test.each([
    ['no token', {}, 401, 'unauthorized'],
    ['a wrong token', { authorization: 'Bearer tongguan.e30.AAAA' }, 401, 'unauthorized'],
    ['a wrong secret', { authorization: 'Bearer another secret of sixteen letters' }, 401, 'unauthorized'],
    ['another scheme', { authorization: `Basic ${SECRET}` }, 401, 'unauthorized'],
  ])('%s opens no conversation', async (_, headers, status, code) => {
    expect(refused(await service.post('/v3/directline/tokens/generate', {}, headers))).toEqual({ status, code })
    expect(refused(await service.post('/v3/directline/conversations', {}, headers))).toEqual({ status, code })
  })

  test('a page of another site opens no WebSocket; one of ours does', async () => {
    const { body } = await service.post('/v3/directline/conversations', {}, { authorization: `Bearer ${SECRET}` })
    const opened = async (origin: string) => {
      const socket = new WebSocket(body.streamUrl, { origin })
      const result = await Promise.race([
        once(socket, 'open').then(() => 'open'),
        once(socket, 'unexpected-response').then(([, response]) => response.statusCode),
      ])
      socket.on('error', () => {}).terminate()
      return result
    }
    expect(await opened('https://example.org')).toBe(403)
    expect(await opened('null')).toBe(403)
    expect(await opened(service.url)).toBe('open')
  })
})

test('nothing of all this was a surprise to the service, and it still answers', async () => {
  expect(service.lines.filter(({ level }) => Number(level) > 30)).toEqual([])
  expect(await service.ask('今年还能买多少跨境商品？')).toMatchObject({ outcome: 'answered' })
})
