import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JsonApiParts, jsonApi } from '../../../src/channels/json-api/routes.ts'
import { replyBody } from '../../../src/channels/json-api/schema.ts'
import { turnsPerMinute } from '../../../src/core/rate-limit.ts'
import { refusesBadInput } from '../bad-input.contract.ts'
import { aConversation, ask, replyTo, serve } from '../served.ts'

const SUMMARY = {
  revision: 'abc123',
  entries: { 'zh-Hans': 60, 'zh-Hant': 60, en: 60 },
  topics: 30,
  documents: 40,
  figures: 50,
}

async function open(parts: Partial<JsonApiParts> = {}) {
  const conversation = aConversation()
  const { respond, rate } = conversation
  const api = jsonApi({ respond, rate, takeTurn: () => 0, knowledgeSummary: () => SUMMARY, ...parts })
  const served = await serve(api)
  return { ...conversation, served, url: served.url, [Symbol.asyncDispose]: () => served[Symbol.asyncDispose]() }
}

refusesBadInput('the JSON API', async () => {
  const { served, heard } = await open()
  return {
    served,
    heard,
    path: '/api/answers',
    message: (question) => ({ question }),
    wrong: [
      [{}, 'question'],
      [{ question: 1 }, 'question'],
      [{ question: null }, 'question'],
      [{ question: 'a', colour: 'red' }, 'colour'],
      [{ question: 'a', ['x'.repeat(300)]: 1 }, 'x'.repeat(100)],
      [{ question: 'a', locale: 5 }, 'locale'],
      [{ question: 'a', locale: 'zh_CN' }, 'locale'],
      [{ question: 'a', locale: '' }, 'locale'],
      [{ question: 'a', audience: 'smuggler' }, 'audience'],
      [{ question: 'a', asOf: '2026-02-30' }, 'asOf'],
      [{ question: 'a', asOf: 'today' }, 'asOf'],
      [{ question: 'a', conversation: '' }, 'conversation'],
      [{ question: 'a', conversation: 'c'.repeat(201) }, 'conversation'],
      [JSON.parse('{"question":"a","__proto__":{"locale":"en"}}'), '__proto__'],
    ],
  }
})

test('a question is answered with the reply as its body', async () => {
  await using api = await open()
  const question = {
    question: '还能买多少',
    locale: 'zh-TW',
    audience: 'merchant',
    asOf: '2020-01-01',
    conversation: 'c1',
  }
  const { status, headers, body } = await ask(`${api.url}/api/answers`, { json: question })
  const utterance = {
    text: '还能买多少',
    channel: 'api',
    conversation: 'c1',
    speaker: 'c1',
    locale: 'zh-Hant',
    audience: 'merchant',
    asOf: '2020-01-01',
  } as const
  expect(status).toBe(200)
  expect(headers.get('content-type')).toMatch('application/json')
  expect(api.heard).toEqual([utterance])
  expect(body).toEqual({ ...replyTo(utterance), id: body.id })
  expect(replyBody.parse(body)).toEqual(body)
})

test('a question alone tells nothing but itself', async () => {
  await using api = await open()
  await ask(`${api.url}/api/answers`, { json: { question: '额度' } })
  expect(api.heard[0]).toMatchObject({ text: '额度', locale: undefined, conversation: undefined })
})

test.each([
  ['zh-CN', 'zh-Hans'],
  ['zh', 'zh-Hans'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['en-GB', 'en'],
  ['ko-KR', undefined],
])('the tag %s asks for %s', async (tag, locale) => {
  await using api = await open()
  expect((await ask(`${api.url}/api/answers`, { json: { question: '额度', locale: tag } })).status).toBe(200)
  expect(api.heard[0]?.locale).toBe(locale)
})

test('any text at all arrives as it was typed', async () => {
  await using api = await open()
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (question) => {
      expect((await ask(`${api.url}/api/answers`, { json: { question } })).status).toBe(200)
      expect(api.heard.at(-1)?.text).toBe(question)
    }),
    { numRuns: 50 },
  )
})

test('faults are told in the language the body asks for, even when that is all that is right in it', async () => {
  await using api = await open()
  const { headers, body } = await ask(`${api.url}/api/answers`, {
    json: { locale: 'en-US', colour: 1 },
    headers: { 'accept-language': 'zh-CN' },
  })
  expect(headers.get('content-language')).toBe('en')
  expect(body.errors).toEqual([
    { field: 'question', message: 'is missing' },
    { field: 'colour', message: 'is not known; check its spelling' },
  ])
})

test('a flood from one caller is told how long to wait, and that it lasts no longer', async () => {
  let at = 0
  await using api = await open({ takeTurn: turnsPerMinute(3, () => at) })
  const send = (conversation: string) =>
    ask(`${api.url}/api/answers`, { json: { question: '额度', locale: 'en', conversation } })
  for (const name of ['a', 'b', 'c']) expect((await send(name)).status).toBe(200)
  const refused = await send('d')
  expect(refused.body).toMatchObject({ status: 429, code: 'too-many-requests' })
  expect(refused.headers.get('retry-after')).toBe('20')
  expect(refused.body.detail).toMatch('20 seconds')
  expect(api.heard).toHaveLength(3)
  at += 20_000
  expect((await send('e')).status).toBe(200)
})

test('while not ready it says when to come back', async () => {
  await using api = await open({ ready: () => false })
  for (const told of [
    await ask(`${api.url}/api/answers`, { json: { question: '额度' } }),
    await ask(`${api.url}/api/knowledge`),
  ]) {
    expect(told.body).toMatchObject({ status: 503, code: 'not-ready' })
    expect(told.headers.get('retry-after')).toBe('5')
  }
})

test('a reply can be rated, a stranger cannot', async () => {
  await using api = await open()
  const { body } = await ask(`${api.url}/api/answers`, { json: { question: '额度' } })
  const rate = (id: string, json: unknown) => ask(`${api.url}/api/answers/${id}/rating`, { json })
  expect(await rate(body.id, { helpful: false, reason: '太长' })).toMatchObject({ status: 204, body: undefined })
  expect(api.ratings).toEqual([{ id: body.id, helpful: false, reason: '太长' }])
  expect((await rate('nobody', { helpful: true })).body).toMatchObject({ status: 404, code: 'not-found' })
  expect((await rate('%E0%A4%A', { helpful: true })).body).toMatchObject({ status: 400, code: 'bad-request' })
  expect((await rate(body.id, { helpful: 'yes' })).body.errors).toMatchObject([{ field: 'helpful' }])
  expect((await rate(body.id, { helpful: true, stars: 5 })).body.errors).toMatchObject([{ field: 'stars' }])
  expect((await rate(body.id, { helpful: true, reason: 'x'.repeat(1001) })).body.errors).toMatchObject([
    { field: 'reason' },
  ])
  expect(api.ratings).toHaveLength(1)
})

test('the knowledge is summed up', async () => {
  await using api = await open()
  expect((await ask(`${api.url}/api/knowledge`)).body).toEqual(SUMMARY)
  const { status, headers } = await ask(`${api.url}/api/knowledge`, { json: {} })
  expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'GET, HEAD, OPTIONS' })
})

test('OPTIONS names the methods and is no error', async () => {
  await using api = await open()
  const { status, headers } = await ask(`${api.url}/api/answers`, { method: 'OPTIONS' })
  expect({ status, allow: headers.get('allow') }).toEqual({ status: 204, allow: 'POST, OPTIONS' })
})
