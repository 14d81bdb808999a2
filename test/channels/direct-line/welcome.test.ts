import { expect, test } from 'vitest'
import { replyTo, wording } from '../served.ts'
import { openDirectLine, SECRET } from './opened.ts'

type Line = Awaited<ReturnType<typeof openDirectLine>>

/** A conversation as another site's page begins it. */
const begin = async (line: Line, locale?: string) => {
  const response = await fetch(`${line.domain}/conversations`, {
    method: 'POST',
    headers: { ...line.bearing(SECRET), 'content-type': 'application/json' },
    body: JSON.stringify(locale === undefined ? {} : { locale }),
  })
  const { token } = (await response.json()) as { token: string }
  const conversation = await line.start(token)
  const event = (name: string, value: unknown) => conversation.say('', { type: 'event', name, value })
  const said = async () => {
    const { activities } = (await conversation.read()) as { activities: Record<string, unknown>[] }
    return activities.filter(({ from }) => (from as { role: string }).role === 'bot')
  }
  return { ...conversation, event, said, texts: async () => (await said()).map(({ text }) => text) }
}
const greeting = (locale: 'zh-Hans' | 'en') => wording(locale, 'courtesy.greet')

test('a page that tells its language when it has joined is greeted in it, once', async () => {
  await using line = await openDirectLine()
  const page = await begin(line, 'en-US')
  for (let tab = 0; tab < 2; tab++) await page.event('webchat/join', { language: 'en-GB' })
  expect(await page.texts()).toEqual([greeting('en')])
})

test('a page that was greeted in another language is greeted again in its own', async () => {
  await using line = await openDirectLine()
  const page = await begin(line)
  await page.event('webchat/join', { language: 'en-US' })
  expect(await page.texts()).toEqual([greeting('zh-Hans'), greeting('en')])
})

test('nobody is greeted in the middle of a conversation', async () => {
  await using line = await openDirectLine()
  const page = await begin(line, 'zh-CN')
  await page.say('额度', { locale: 'zh-CN' })
  await page.event('webchat/join', { language: 'en-US' })
  expect(await page.texts()).toEqual([greeting('zh-Hans'), '**额度**'])
})

test.each([[undefined], [5], [{ language: 'tlh' }], [{ language: ['en'] }]])(
  'a join of %j is no reason to speak',
  async (value) => {
    await using line = await openDirectLine()
    const page = await begin(line)
    expect((await page.event('webchat/join', value)).status).toBe(200)
    expect(await page.texts()).toEqual([greeting('zh-Hans')])
    expect(line.heard).toEqual([])
  },
)

test.each(['conversationUpdate', 'typing', 'event'])(
  'a %s of the client’s own is taken and not answered',
  async (type) => {
    await using line = await openDirectLine()
    const page = await begin(line)
    expect((await page.say('', { type, membersAdded: [{ id: 'u1' }] })).status).toBe(200)
    expect(await page.texts()).toEqual([greeting('zh-Hans')])
    expect(line.heard).toEqual([])
  },
)

test('a file is refused, and the person is told why in the language they write', async () => {
  await using line = await openDirectLine()
  const page = await begin(line, 'zh-CN')
  await page.say('How much may I buy?', { locale: 'en-US' })
  const body = new FormData()
  body.append('file', new Blob(['x'.repeat(300_000)]), 'receipt.png')
  const address = page.activities.replace(/activities$/, 'upload?userId=u1')
  const { status } = await fetch(address, { method: 'POST', body, headers: line.bearing(page.token) })
  expect(status).toBe(415)
  expect((await page.texts()).at(-1)).toBe(wording('en', 'channel.no-files'))
})

test('a slow answer is preceded by a sign that somebody writes, but on our own page, which shows its own', async () => {
  const answer = Promise.withResolvers<void>()
  await using line = await openDirectLine({
    slow: 1,
    respond: async (utterance) => {
      await answer.promise
      return replyTo(utterance)
    },
  })
  const page = await begin(line)
  const own = await line.start()
  const asked = [page.say('额度'), own.say('额度')]
  await expect.poll(async () => (await page.said()).at(-1)?.type).toBe('typing')
  answer.resolve()
  await Promise.all(asked)
  expect((await page.said()).map(({ type }) => type)).toEqual(['message', 'typing', 'message'])
  const { activities } = await own.read()
  expect(activities.map(({ type }: { type: string }) => type)).toEqual(['message', 'message'])
})
