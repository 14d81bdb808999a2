import { once } from 'node:events'
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { ask } from '../channels/served.ts'
import { type Service, type Settings, startService, temporaryFolder } from './service.ts'
import { writeSmallKnowledge } from './small-knowledge.ts'

const SECRET = 'a secret of sixteen letters or more'
const QUESTION = '今年还能买多少跨境商品？'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
  await writeSmallKnowledge(folder.path)
})
afterAll(() => folder?.[Symbol.asyncDispose]())

const start = (settings: Settings = {}) =>
  startService({ KNOWLEDGE_DIR: folder.path, DIRECT_LINE_SECRET: SECRET, ...settings })

/** A question of which all but the last byte has been sent: a turn that is in flight for as long as a test wants. */
async function halfAsked(service: Service, path: string, json: unknown, headers: Record<string, string> = {}) {
  const body = Buffer.from(JSON.stringify(json))
  const sent: ClientRequest = request(service.url + path, {
    method: 'POST',
    agent: new Agent({ keepAlive: true }),
    headers: { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue', ...headers },
  })
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>
  sent.flushHeaders()
  // Whoever says "go on" has taken the request up.
  await once(sent, 'continue')
  sent.write(body.subarray(0, -1))
  return {
    async finish() {
      sent.end(body.subarray(-1))
      const [response] = await answered
      return { status: response.statusCode, headers: response.headers, body: JSON.parse(await text(response)) }
    },
  }
}

const stopping = ({ msg }: { msg: string }) => msg.startsWith('stopping')

describe('told to stop', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s, the service lets turns in flight finish, logs them, and ends well',
    async (signal) => {
      await using service = await start()
      const bearing = { authorization: `Bearer ${SECRET}` }
      const { conversationId } = (await service.post('/v3/directline/conversations', {}, bearing)).body
      const turns = [
        await halfAsked(service, '/api/answers', { question: QUESTION }),
        await halfAsked(service, '/api/messages', {
          type: 'message',
          text: QUESTION,
          deliveryMode: 'expectReplies',
          conversation: { id: 'c' },
          from: { id: 'u' },
        }),
        await halfAsked(
          service,
          `/v3/directline/conversations/${conversationId}/activities`,
          { type: 'message', text: QUESTION, from: { id: 'u' } },
          bearing,
        ),
      ]

      const ended = service.stop(signal)
      await service.logged(stopping)
      // Somebody new is not let in any more.
      await expect
        .poll(() =>
          fetch(`${service.url}/livez`).then(
            () => 'answers',
            () => 'refuses',
          ),
        )
        .toBe('refuses')
      const replies = await Promise.all(turns.map(({ finish }) => finish()))

      expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(replies[0]?.body).toMatchObject({ outcome: 'answered', entry: 'annual-limit' })
      expect(replies[1]?.body.activities[0].text).toContain('26,000元')
      for (const { headers } of replies) expect(headers.connection).toBe('close')
      expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' })
      expect((await service.exported()).map(({ channel, entry }) => ({ channel, entry }))).toEqual(
        expect.arrayContaining(
          ['api', 'bot-framework', 'direct-line'].map((channel) => ({ channel, entry: 'annual-limit' })),
        ),
      )
    },
  )

  test('under load, it answers or refuses each question, and every answer is in the log', async () => {
    await using service = await start({ RATE_PER_MINUTE: '0' })
    const received: string[] = []
    let going = true
    const asker = async () => {
      while (going) {
        const told = await ask(`${service.url}/api/answers`, { json: { question: QUESTION } }).catch(() => undefined)
        if (told === undefined) return
        expect(told.status).toBe(200)
        received.push(told.body.id)
        if (received.length === 100) void service.stop()
      }
    }
    await Promise.all(Array.from({ length: 10 }, asker))
    going = false
    expect(await service.ended).toMatchObject({ code: 0, signal: null })
    const kept = (await service.exported()).map(({ id }) => id)
    expect(received.length).toBeGreaterThanOrEqual(100)
    expect(kept.toSorted()).toEqual(received.toSorted())
  })

  test('it says goodbye on WebSockets after the reply that was under way', async () => {
    await using service = await start()
    const bearing = { authorization: `Bearer ${SECRET}` }
    const { conversationId, streamUrl } = (await service.post('/v3/directline/conversations', {}, bearing)).body
    const socket = new WebSocket(streamUrl)
    const heard: string[] = []
    socket.on('message', (data) => {
      for (const { text: said } of JSON.parse(String(data) || '{"activities":[]}').activities) heard.push(said)
    })
    const closed = once(socket, 'close')
    await once(socket, 'open')
    const turn = await halfAsked(
      service,
      `/v3/directline/conversations/${conversationId}/activities`,
      { type: 'message', text: QUESTION, from: { id: 'u' } },
      bearing,
    )

    const ended = service.stop()
    await service.logged(stopping)
    expect((await turn.finish()).status).toBe(200)
    const [code] = await closed
    expect(code).toBe(1001)
    expect(heard.at(-1)).toContain('26,000元')
    expect(await ended).toMatchObject({ code: 0 })
  })

  test('twice, it ends all the same', async () => {
    await using service = await start()
    const turn = await halfAsked(service, '/api/answers', { question: QUESTION })
    const ended = service.stop()
    await service.logged(stopping)
    process.kill(service.pid, 'SIGTERM')
    await turn.finish().catch(() => undefined)
    const { code, signal } = await ended
    expect(code === 0 || signal === 'SIGTERM').toBe(true)
  })

  test('with nothing to do, it ends at once and says so', async () => {
    await using service = await start()
    expect(await service.stop()).toMatchObject({ code: 0, stderr: '' })
    expect(service.lines.at(-1)?.msg).toMatch(/^stopping/)
  })
})
