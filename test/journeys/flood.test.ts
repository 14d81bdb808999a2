import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../channels/served.ts'
import { type Service, type Settings, startService, temporaryFolder } from './service.ts'
import { writeSmallKnowledge } from './small-knowledge.ts'

const SECRET = 'a secret of sixteen letters or more'
const PER_MINUTE = 3

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
  await writeSmallKnowledge(folder.path)
})
afterAll(() => folder?.[Symbol.asyncDispose]())

const start = (settings: Settings) =>
  startService({ KNOWLEDGE_DIR: folder.path, DIRECT_LINE_SECRET: SECRET, ...settings })

/** Ways to ask as one speaker: status, seconds to wait, words. */
const WAYS: Record<
  string,
  (
    service: Service,
    locale: string,
  ) => Promise<(question: string) => Promise<{ status: number; wait: number; words: string }>>
> = {
  async 'the JSON API'(service, locale) {
    return async (question) => told(await ask(`${service.url}/api/answers`, { json: { question, locale } }))
  },
  async 'the Bot Framework'(service, locale) {
    const activity = {
      type: 'message',
      locale,
      deliveryMode: 'expectReplies',
      conversation: { id: 'c' },
      from: { id: `u-${locale}` },
    }
    return async (text) => told(await service.post('/api/messages', { ...activity, text }))
  },
  async 'Direct Line'(service, locale) {
    const headers = { authorization: `Bearer ${SECRET}` }
    const { body } = await service.post('/v3/directline/conversations', {}, headers)
    const path = `/v3/directline/conversations/${body.conversationId}/activities`
    return async (text) => told(await service.post(path, { type: 'message', text, locale, from: { id: 'u' } }, headers))
  },
  async 'the page'(service, locale) {
    return async (q) => {
      const response = await fetch(`${service.url}/?lang=${locale}`, {
        method: 'POST',
        body: new URLSearchParams({ q }),
      })
      return {
        status: response.status,
        wait: Number(response.headers.get('retry-after')),
        words: await response.text(),
      }
    }
  },
}

const told = ({ status, headers, body }: Awaited<ReturnType<typeof ask>>) => ({
  status,
  wait: Number(headers.get('retry-after')),
  words: String(body?.detail),
})

describe('a flood from one speaker', () => {
  test('gets 429 on every way in, told in their language when to come back, and is not logged', async () => {
    await using service = await start({ RATE_PER_MINUTE: `${PER_MINUTE}` })
    for (const [way, open] of Object.entries(WAYS)) {
      const say = await open(service, 'en')
      for (let n = 0; n < PER_MINUTE; n++) expect({ way, ...(await say('hello')) }).toMatchObject({ way, status: 200 })
      for (let n = 0; n < 3; n++) {
        const { status, wait, words } = await say('one too many')
        expect({ way, status, words }).toEqual({ way, status: 429, words: expect.stringMatching(/wait \d+ seconds/) })
        expect(wait).toBeGreaterThan(0)
        expect(wait).toBeLessThanOrEqual(60)
      }
    }
    const logged = await service.exported()
    expect(logged).toHaveLength(PER_MINUTE * Object.keys(WAYS).length)
    expect(logged.map(({ text }) => text)).not.toContain('one too many')
  })

  test('leaves other speakers alone, who stand behind the same proxy', async () => {
    await using service = await start({ RATE_PER_MINUTE: '1', TRUST_PROXY: '1' })
    const from = async (address: string) =>
      (await ask(`${service.url}/api/answers`, { json: { question: '额度' }, headers: { 'x-forwarded-for': address } }))
        .status
    expect([await from('198.51.100.1'), await from('198.51.100.1'), await from('198.51.100.2')]).toEqual([
      200, 429, 200,
    ])
    // Whoever has one address of IPv6 has millions.
    expect([await from('2001:db8:1:1::1'), await from('2001:db8:1:1::2'), await from('2001:db8:2:1::1')]).toEqual([
      200, 429, 200,
    ])
  })

  test('cannot be hidden behind addresses of its own making', async () => {
    await using service = await start({ RATE_PER_MINUTE: '1' })
    const from = async (address: string) =>
      (
        await ask(`${service.url}/api/answers`, {
          json: { question: '额度', conversation: crypto.randomUUID() },
          headers: { 'x-forwarded-for': address },
        })
      ).status
    expect([await from('198.51.100.1'), await from('198.51.100.2')]).toEqual([200, 429])
  })
})

test('RATE_PER_MINUTE=0 turns the limit off', async () => {
  await using service = await start({ RATE_PER_MINUTE: '0' })
  const replies = await Promise.all(
    Array.from({ length: 200 }, () => ask(`${service.url}/api/answers`, { json: { question: '额度' } })),
  )
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
  expect(await service.exported()).toHaveLength(200)
})
