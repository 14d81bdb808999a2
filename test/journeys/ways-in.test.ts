import { type Activity, DirectLine } from 'botframework-directlinejs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { XMLHttpRequest } from 'xhr2'
import { toPlainText } from '../../src/channels/markdown.ts'
import { ask } from '../channels/served.ts'
import { run, type Service, startService } from './service.ts'

// The stock Direct Line client is written for browsers, and looks for this one there.
Object.assign(globalThis, { XMLHttpRequest })

const SECRET = 'a secret of sixteen letters or more'

let service: Service
beforeAll(async () => {
  service = await startService({ DIRECT_LINE_SECRET: SECRET })
})
afterAll(() => service?.[Symbol.asyncDispose]())

/** Every way in: a question goes in, what a person would read comes out. */
const WAYS: Record<string, (question: string, locale: string) => Promise<string>> = {
  api: async (question) => toPlainText((await service.ask(question)).text),
  'bot-framework': async (text, locale) => {
    const { status, body } = await service.post('/api/messages', {
      type: 'message',
      id: 'a1',
      text,
      locale,
      channelId: 'test',
      deliveryMode: 'expectReplies',
      from: { id: 'u1' },
      recipient: { id: 'bot' },
      conversation: { id: 'c1' },
    })
    expect(status).toBe(200)
    expect(body.activities).toHaveLength(1)
    return toPlainText(body.activities[0].text)
  },
  'direct-line': (text, locale) =>
    new Promise((resolve, reject) => {
      const line = new DirectLine({ domain: `${service.url}/v3/directline`, secret: SECRET, webSocket: true })
      line.activity$.subscribe((activity: Activity) => {
        if (activity.type !== 'message' || activity.from.role !== 'bot' || !('replyToId' in activity)) return
        line.end()
        resolve(toPlainText(activity.text ?? ''))
      }, reject)
      line.postActivity({ type: 'message', text, locale, from: { id: 'u1' } }).subscribe({ error: reject })
    }),
  web: async (q, locale) => {
    const response = await fetch(`${service.url}/?lang=${locale}`, { method: 'POST', body: new URLSearchParams({ q }) })
    expect(response.status).toBe(200)
    const page = await response.text()
    const [, shown = ''] = /<li class="bot" id="reply"[^>]*>([\s\S]*?)<form/.exec(page) ?? []
    return shown.replace(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/g, '$2 $1 ').replace(/<\/?[a-z][^>]*>/g, '')
  },
  terminal: async (question) => {
    const { code, stdout, stderr } = await run(['chat'], service.settings, `${question}\n`)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return stdout
  },
}

/** What has to agree: sums of money, days and document numbers, in their order. */
const factsIn = (shown: string): string[] =>
  shown.match(
    /[\d,]+ ?(?:元|yuan)|\d{4}年\d{1,2}月\d{1,2}日|\d{1,2} (?:January|April|December) \d{4}|〔\d{4}〕\d+|\[\d{4}\] No\. \d+|https?:\/\/[^\s>]+/g,
  ) ?? []

test.each([
  ['今年还能买多少跨境商品？', 'zh-Hans', '26,000元'],
  ['今年還能買多少跨境商品？', 'zh-Hant', '26,000元'],
  ['How much may I still buy this year?', 'en', '26,000 yuan'],
])('%s: every way in tells the same entry, amounts, days and documents', async (question, locale, amount) => {
  const facts = new Map<string, string[]>()
  for (const [way, tell] of Object.entries(WAYS)) facts.set(way, factsIn(await tell(question, locale)))

  const told = facts.get('api') ?? []
  expect(told[0]).toBe(amount)
  expect(told.length).toBeGreaterThan(8)
  for (const [way, found] of facts) expect({ way, found }).toEqual({ way, found: told })

  const logged = (await service.exported()).filter(({ text }) => text === question)
  expect(logged.map(({ channel }) => channel).sort()).toEqual(Object.keys(WAYS).sort())
  for (const row of logged) expect(row).toMatchObject({ entry: 'annual-limit', outcome: 'answered', locale })
  expect(new Set(logged.map(({ pseudonym }) => pseudonym)).size).toBe(logged.length)
})

test('`npm run ask` answers one question and explains why', async () => {
  const { code, stdout, stderr } = await run(
    ['ask', '今年还能买多少跨境商品？', '--explain', '--as-of', '2018-06-01'],
    service.settings,
  )
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^每人每年最多可以买 20,000元/)
  expect(stdout).toMatch(/outcome answered[\s\S]*terms /)
})

test('`npm run ask` without a question says how it is used', async () => {
  expect(await run(['ask'], service.settings)).toMatchObject({
    code: 64,
    stdout: '',
    stderr: expect.stringContaining('usage'),
  })
})

test('`npm run ask` with a day that is none says so', async () => {
  const { code, stderr } = await run(['ask', '额度', '--as-of', '2018-13-01'], service.settings)
  expect(code).toBe(64)
  expect(stderr).toMatch(/as-of/)
  expect(stderr).not.toMatch(/at .*\.ts/)
})

test('a rating reaches the log from every way that can rate', async () => {
  const rated = async (id: string) => (await service.exported()).find((row) => row.id === id)

  const { id } = await service.ask('今年还能买多少跨境商品？')
  const rate = (json: unknown) => ask(`${service.url}/api/answers/${id}/rating`, { json })
  expect((await rate({ helpful: false, reason: '没写清楚，打我电话 13812345678' })).status).toBe(204)
  const first = await rated(id)
  expect(first).toMatchObject({ helpful: 'false', rating_reason: expect.stringContaining('没写清楚') })
  expect(first?.rating_reason).not.toContain('13812345678')
  expect((await rate({ helpful: true })).status).toBe(204)
  expect(await rated(id)).toMatchObject({ helpful: 'true', rating_reason: '' })

  const page = await (
    await fetch(`${service.url}/?lang=en`, {
      method: 'POST',
      body: new URLSearchParams({ q: 'How much may I still buy this year?' }),
    })
  ).text()
  const reply = /name="reply" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const thanks = await fetch(`${service.url}/rating?lang=en`, {
    method: 'POST',
    body: new URLSearchParams({ reply, helpful: 'true' }),
  })
  expect(await thanks.text()).toContain('Thank you for the rating.')
  expect(await rated(reply)).toMatchObject({ helpful: 'true', channel: 'web' })

  expect((await ask(`${service.url}/api/answers/none/rating`, { json: { helpful: true } })).status).toBe(404)
})
