import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Utterance } from '../../src/core/utterance.ts'
import { ask, type Served } from './served.ts'

/** A way in over HTTP: where messages go, how one is written, and what the conversation heard. */
export type WayIn = {
  served: Served
  /** Where a message is posted. */
  path: string
  headers?: Record<string, string>
  /** A message with a text. */
  message: (text: string) => Record<string, unknown>
  /** Messages that are wrong, and the field that must be named. */
  wrong: [body: unknown, field: string][]
  heard: Utterance[]
}

const HOSTILE: [string, string][] = [
  ['nothing', ''],
  ['only spaces', ' \t\n'],
  ['five thousand characters', '限'.repeat(5000)],
  ['invisible and bidirectional controls', '额\u200b度\u2066\u202e多少\u2069\u00ad\u0000\ufeff'],
  ['tag characters', '额度\u{e0068}\u{e0069}'],
  ['half a surrogate pair', '额度\ud83d'],
  ['HTML', '<img src=x onerror=alert(1)><script>alert(1)</script>'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the point
  ['a template', '{{ annual-limit }} ${7*7} <%= 7*7 %> #{7*7}'],
  ['SQL', `'; DROP TABLE questions; --`],
  ['emoji only', '🛒📦❓👨‍👩‍👧'],
  ['another language', '한국에서 화장품을 보내도 되나요'],
  ['a prototype', '{"__proto__":{"admin":true}}'],
]

/** What every way in over HTTP owes to whoever sends it rubbish. */
export function refusesBadInput(name: string, open: () => Promise<WayIn>): void {
  describe(`${name}, sent rubbish,`, () => {
    let way: WayIn
    beforeAll(async () => {
      way = await open()
    })
    afterAll(() => way.served[Symbol.asyncDispose]())
    const post = (body: RequestInit['body'], headers: Record<string, string> = {}) =>
      ask(way.served.url + way.path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...way.headers, ...headers },
        ...(body !== undefined && { body }),
      })

    test.each(['{', '{"question":}', "{'question':'a'}", '{"question":"a"', 'question=a', '\u0000'])(
      'calls %j broken JSON',
      async (text) => {
        const { status, headers, body } = await post(text)
        expect({ status, code: body.code }).toEqual({ status: 400, code: 'bad-json' })
        expect(headers.get('content-type')).toMatch('application/problem+json')
      },
    )

    test.each([
      ['a lone continuation byte', [0x80]],
      ['GBK', [0xb6, 0xee, 0xb6, 0xc8]],
      ['an overlong slash', [0xc0, 0xaf]],
      ['an encoded surrogate', [0xed, 0xa0, 0x80]],
      ['a character cut short', [0xe9, 0xa2]],
    ])('calls %s broken UTF-8, and does not guess', async (_, bytes) => {
      const [before, after] = JSON.stringify(way.message('TEXT')).split('TEXT')
      const text = Buffer.concat([Buffer.from(before ?? ''), Buffer.from(bytes), Buffer.from(after ?? '')])
      const heardBefore = way.heard.length
      const { status, body } = await post(text)
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'bad-encoding' })
      expect(way.heard).toHaveLength(heardBefore)
    })

    test('takes a byte order mark', async () => {
      expect((await post(`\ufeff${JSON.stringify(way.message('额度'))}`)).status).toBe(200)
    })

    test('refuses 100 KB, and what unpacks to it', async () => {
      const text = JSON.stringify(way.message('x'.repeat(100_000)))
      for (const refused of [await post(text), await post(gzipSync(text), { 'content-encoding': 'gzip' })])
        expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 413, code: 'too-large' })
    })

    test.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=gbk',
      'application/xml',
      'nonsense',
    ])('does not take %s', async (type) => {
      const { status, body } = await post(JSON.stringify(way.message('额度')), { 'content-type': type })
      expect({ status, code: body.code }).toEqual({ status: 415, code: 'unsupported-media-type' })
    })

    test('does not take an encoding it cannot undo', async () => {
      const { status, body } = await post(JSON.stringify(way.message('额度')), { 'content-encoding': 'compress' })
      expect({ status, code: body.code }).toEqual({ status: 415, code: 'unsupported-media-type' })
    })

    test.each(['[]', '"额度"', '1', 'true', 'null'])('wants an object, not %s', async (text) => {
      const { status, body } = await post(text)
      expect({ status, code: body.code, field: body.errors[0].field }).toEqual({
        status: 400,
        code: 'bad-request',
        field: 'body',
      })
    })

    test('wants a body', async () => {
      expect((await post(undefined)).body).toMatchObject({ status: 400, errors: [{ field: 'body' }] })
    })

    test('names each wrong field', async () => {
      for (const [body, field] of way.wrong) {
        const told = await post(JSON.stringify(body))
        expect({ body, status: told.status, code: told.body.code }).toEqual({ body, status: 400, code: 'bad-request' })
        expect(told.body.errors.map((error: { field: string }) => error.field)).toContain(field)
        for (const { message } of told.body.errors) expect(message).not.toMatch(/problem\.field|\{\{/)
      }
    })

    test('refuses to walk a deep body', async () => {
      const deep = JSON.stringify({ ...way.message('额度'), value: 'DEEP' }).replace(
        '"DEEP"',
        '['.repeat(20_000) + ']'.repeat(20_000),
      )
      expect((await post(deep)).body).toMatchObject({ status: 400, code: 'bad-request', errors: [{ field: 'body' }] })
    })

    test.each([
      ['zh-CN,zh;q=0.9', 'zh-Hans', /请求|JSON/],
      ['zh-TW', 'zh-Hant', /請求|JSON/],
      ['en-GB,en;q=0.9', 'en', /The body is not valid JSON/],
      ['fr', 'en', /The body is not valid JSON/],
      ['*', 'en', /The body is not valid JSON/],
    ])('tells it to a reader of %s in %s', async (tag, locale, words) => {
      const { headers, body } = await post('{', { 'accept-language': tag })
      expect(headers.get('content-language')).toBe(locale)
      expect(headers.get('vary')).toMatch('Accept-Language')
      expect(body.detail).toMatch(words)
      expect(body).toMatchObject({ type: 'about:blank', status: 400, code: 'bad-json', title: expect.any(String) })
    })

    test.each(['PUT', 'PATCH', 'DELETE'])('names the methods it knows to %s', async (method) => {
      const { status, headers, body } = await ask(way.served.url + way.path, {
        method,
        ...(way.headers && { headers: way.headers }),
      })
      expect({ status, code: body.code }).toEqual({ status: 405, code: 'method-not-allowed' })
      expect(headers.get('allow')).toMatch('POST')
    })

    test.each(HOSTILE)('hands on %s as it was typed', async (_, text) => {
      expect((await post(JSON.stringify(way.message(text)))).status).toBe(200)
      expect(way.heard.at(-1)?.text).toBe(text)
    })

    test('was never surprised', () => {
      expect(way.served.surprises).toEqual([])
    })
  })
}
