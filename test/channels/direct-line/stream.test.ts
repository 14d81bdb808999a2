import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { ask } from '../served.ts'
import { openDirectLine, SECRET } from './opened.ts'

type Batch = { activities: { text: string; from: { role: string } }[]; watermark: string }

/** Opens a WebSocket and collects what comes; `next` waits for one more batch. */
function follow(url: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(url, { headers })
  const batches: Batch[] = []
  const waiting: ((batch: Batch) => void)[] = []
  socket.on('message', (data) => {
    const batch = JSON.parse(String(data)) as Batch
    const waiter = waiting.shift()
    if (waiter) waiter(batch)
    else batches.push(batch)
  })
  return {
    socket,
    next: async () => batches.shift() ?? (await new Promise<Batch>((resolve) => waiting.push(resolve))),
  }
}

/** The status with which an upgrade is refused, or 101. */
const statusOf = (url: string, headers: Record<string, string> = {}) =>
  new Promise<number | undefined>((resolve, reject) => {
    const socket = new WebSocket(url, { headers })
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode))
    socket.on('open', () => {
      socket.close()
      resolve(101)
    })
    socket.on('error', reject)
  })

test('the stream tells what was said before, then the message and its reply', async () => {
  await using line = await openDirectLine()
  const { streamUrl, say } = await line.start()
  await say('一')
  const { socket, next } = follow(streamUrl)
  expect((await next()).activities.map(({ text }) => text)).toEqual(['一', '**一**'])
  socket.send('')
  await say('二')
  expect(await next()).toMatchObject({ activities: [{ text: '二', from: { role: 'user' } }], watermark: '3' })
  expect(await next()).toMatchObject({ activities: [{ text: '**二**', from: { role: 'bot' } }], watermark: '4' })
  socket.close()
})

test('a stream opened at a watermark repeats nothing', async () => {
  await using line = await openDirectLine()
  const { streamUrl, say } = await line.start()
  await say('一')
  const { socket, next } = follow(streamUrl.replace('watermark=0', 'watermark=1'))
  expect((await next()).activities.map(({ text }) => text)).toEqual(['**一**'])
  socket.close()
})

test('only a token of the conversation opens its stream', async () => {
  await using line = await openDirectLine()
  const [mine, theirs] = [await line.start(), await line.start()]
  const withToken = (token: string) => mine.streamUrl.replace(/t=[^&]*/, `t=${encodeURIComponent(token)}`)
  expect(await statusOf(withToken(mine.token))).toBe(101)
  expect(await statusOf(withToken(''))).toBe(401)
  expect(await statusOf(withToken(`${mine.token}x`))).toBe(401)
  expect(await statusOf(withToken(theirs.token))).toBe(403)
  line.pass(31)
  expect(await statusOf(withToken(mine.token))).toBe(403)
})

test.each([
  ['https://evil.example', 403],
  ['http://allowed.example', 403],
  ['https://allowed.example.evil.example', 403],
  ['null', 403],
  ['nonsense', 403],
  ['https://allowed.example', 101],
])('a page of %s gets %i', async (origin, status) => {
  await using line = await openDirectLine()
  const { streamUrl } = await line.start()
  expect(await statusOf(streamUrl, { origin })).toBe(status)
})

test('a page of our own host may follow, on whatever name it was reached by', async () => {
  await using line = await openDirectLine()
  const { streamUrl } = await line.start()
  expect(await statusOf(streamUrl, { origin: line.served.url })).toBe(101)
  expect(await statusOf(streamUrl, { origin: 'https://chat.example', host: 'chat.example' })).toBe(101)
  expect(await statusOf(streamUrl, { origin: 'https://chat.example', host: 'chat.example:443' })).toBe(101)
  expect(await statusOf(streamUrl, { origin: 'https://chat.example', host: 'other.example' })).toBe(403)
  const moved = { host: 'internal:3978', 'x-forwarded-host': 'chat.example' }
  expect(await statusOf(streamUrl, { origin: 'https://chat.example', ...moved })).toBe(101)
  expect(await statusOf(streamUrl, { origin: 'https://evil.example', ...moved })).toBe(403)
})

test('a conversation that has ended has no stream', async () => {
  await using line = await openDirectLine()
  const { streamUrl, token } = await line.start()
  line.pass(20)
  const renewed = await ask(`${line.domain}/tokens/refresh`, { method: 'POST', headers: line.bearing(token) })
  line.pass(11)
  expect(await statusOf(streamUrl.replace(/t=[^&]*/, `t=${renewed.body.token}`))).toBe(404)
})

test('other upgrades are refused, and a nonsense address does no harm', async () => {
  await using line = await openDirectLine()
  const address = line.served.url.replace('http', 'ws')
  expect(await statusOf(`${address}/elsewhere`)).toBe(404)
  const raw = connect(Number(new URL(address).port), '127.0.0.1')
  raw.end('GET // HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  const [answer] = await once(raw, 'data')
  expect(String(answer)).toMatch('404')
})

test('a sixth follower takes the place of the first', async () => {
  await using line = await openDirectLine()
  const { streamUrl } = await line.start()
  const followers = []
  for (let n = 0; n < 6; n++) {
    const { socket, next } = follow(streamUrl)
    followers.push(socket)
    if (n < 5) await next()
  }
  const [code] = await once(followers[0] as WebSocket, 'close')
  expect(code).toBe(1008)
  expect(followers.slice(1).map(({ readyState }) => readyState)).not.toContain(WebSocket.CLOSED)
  for (const socket of followers) socket.close()
})

test('a follower may not send much', async () => {
  await using line = await openDirectLine()
  const { streamUrl } = await line.start()
  const { socket, next } = follow(streamUrl)
  await next()
  socket.send('x'.repeat(10_000))
  const [code] = await once(socket, 'close')
  expect([1006, 1009]).toContain(code)
  expect(line.heard).toHaveLength(0)
})

test('a conversation that was followed for long goes on for half an hour after', async () => {
  await using line = await openDirectLine()
  const { streamUrl, id } = await line.start()
  const { socket, next } = follow(streamUrl)
  await next()
  line.pass(300)
  socket.close()
  await once(socket, 'close')
  const look = async () => (await ask(`${line.domain}/conversations/${id}`, { headers: line.bearing(SECRET) })).status
  expect(await look()).toBe(200)
})

test('a service that stops says goodbye', async () => {
  const line = await openDirectLine()
  const { streamUrl } = await line.start()
  const { socket, next } = follow(streamUrl)
  await next()
  const closed = once(socket, 'close')
  await line[Symbol.asyncDispose]()
  expect((await closed)[0]).toBe(1001)
})
