import { type Activity, ConnectionStatus, DirectLine, type DirectLineOptions } from 'botframework-directlinejs'
import { describe, expect, test } from 'vitest'
import { XMLHttpRequest } from 'xhr2'
import { turnsPerMinute } from '../../../src/core/rate-limit.ts'
import { ask, wording } from '../served.ts'
import { openDirectLine, SECRET } from './opened.ts'

// The stock client is written for browsers, and looks for this one there.
Object.assign(globalThis, { XMLHttpRequest })

/** The stock client, and what it received. */
function aClient(options: DirectLineOptions & { random?: () => number; WebSocket?: unknown }) {
  const client = new DirectLine({ pollingInterval: 200, ...options } as DirectLineOptions)
  const received: Activity[] = []
  const waiting: { enough: () => boolean; resolve: () => void }[] = []
  const look = () => {
    for (const { enough, resolve } of waiting) if (enough()) resolve()
  }
  const following = client.activity$.subscribe(
    (activity) => {
      received.push(activity)
      look()
    },
    () => {},
  )
  const statuses: ConnectionStatus[] = []
  client.connectionStatus$.subscribe((status) => {
    statuses.push(status)
    look()
  })
  const until = (enough: () => boolean) =>
    enough() ? Promise.resolve() : new Promise<void>((resolve) => waiting.push({ enough, resolve }))
  return {
    received,
    client,
    texts: () => received.map((activity) => (activity.type === 'message' ? activity.text : activity.type)),
    atLeast: (count: number) => until(() => received.length >= count),
    reached: (status: ConnectionStatus) => until(() => statuses.includes(status)),
    post: (activity: Record<string, unknown>) =>
      new Promise<string>((resolve, reject) => {
        const whole = { type: 'message', from: { id: 'u1' }, ...activity } as Activity
        client.postActivity(whole).subscribe(resolve, reject)
      }),
    [Symbol.dispose]() {
      following.unsubscribe()
      client.end()
    },
  }
}

describe.each([
  ['a WebSocket', true],
  ['polling', false],
])('over %s', (_, webSocket) => {
  test('the stock client has a whole conversation', async () => {
    await using line = await openDirectLine()
    const { token } = (await ask(`${line.domain}/tokens/generate`, { method: 'POST', headers: line.bearing(SECRET) }))
      .body
    const conversationStartProperties = { locale: 'en-US' }
    using stock = aClient({ domain: line.domain, webSocket, token, conversationStartProperties })
    await stock.atLeast(1)

    const first = await stock.post({ text: '还能买多少', locale: 'zh-CN', channelData: { clientActivityID: 'c1' } })
    await stock.atLeast(3)
    expect(stock.received[1]).toMatchObject({ id: first, text: '还能买多少', channelData: { clientActivityID: 'c1' } })
    expect(stock.received[2]).toMatchObject({
      type: 'message',
      text: '**还能买多少**',
      textFormat: 'markdown',
      locale: 'zh-Hans',
      replyToId: first,
      from: { id: 'tongguan', role: 'bot' },
      entities: [{ type: 'https://schema.org/Message', citation: [{ '@type': 'Claim', position: 1 }] }],
    })

    const answer = stock.received[2] as Activity & {
      suggestedActions: { actions: { value: string }[] }
      channelData: { tongguan: { id: string } }
    }
    await stock.post({ text: answer.suggestedActions.actions[0]?.value })
    await stock.post({
      type: 'event',
      name: 'tongguan/rating',
      value: { id: answer.channelData.tongguan.id, helpful: false },
    })
    await stock.atLeast(6)

    expect(stock.texts()).toEqual([
      wording('en', 'courtesy.greet'),
      '还能买多少',
      '**还能买多少**',
      '单次交易限值是多少',
      '**单次交易限值是多少**',
      'event',
    ])
    expect(line.heard.map(({ text, channel, speaker }) => ({ text, channel, speaker }))).toEqual([
      { text: '还能买多少', channel: 'direct-line', speaker: 'u1' },
      { text: '单次交易限值是多少', channel: 'direct-line', speaker: 'u1' },
    ])
    expect(line.ratings).toMatchObject([{ helpful: false }])
    expect(line.served.surprises).toEqual([])
  })

  test('the stock client of another site’s server needs only the secret', async () => {
    await using line = await openDirectLine()
    using stock = aClient({ domain: line.domain, webSocket, secret: SECRET })
    await stock.post({ text: '额度' })
    await stock.atLeast(3)
    expect(stock.texts().slice(1)).toEqual(['额度', '**额度**'])
    expect(line.heard[0]).toMatchObject({ channel: 'direct-line' })
  })

  test('a user bound to the token cannot be another', async () => {
    await using line = await openDirectLine()
    using stock = aClient({ domain: line.domain, webSocket, token: line.channel.issueToken('dl_7').token })
    await stock.post({ text: '额度', from: { id: 'another' } })
    expect(line.heard[0]?.speaker).toBe('dl_7')
  })

  test('the stock client notices that its token has expired, and goes on with a new one', async () => {
    await using line = await openDirectLine()
    const { conversationId, token } = line.channel.issueToken()
    using stock = aClient({ domain: line.domain, webSocket, token })
    await stock.post({ text: '一' })
    await stock.atLeast(2)
    line.pass(20)
    const renewed = await fetch(`${line.domain}/conversations/${conversationId}?watermark=2`, {
      headers: line.bearing(token),
    })
    const admission = (await renewed.json()) as { conversationId: string; token: string; streamUrl: string }
    line.pass(11)
    expect(await stock.post({ text: '二' })).toBe('retry')
    await stock.reached(ConnectionStatus.ExpiredToken)
    stock.client.reconnect(admission)
    await stock.post({ text: '三' })
    await stock.atLeast(4)
    expect(stock.texts()).toEqual(['一', '**一**', '三', '**三**'])
  })

  test('two tabs of one conversation show the same, and neither shows anything twice', async () => {
    await using line = await openDirectLine()
    const { conversationId, token } = line.channel.issueToken()
    using one = aClient({ domain: line.domain, webSocket, token })
    await one.post({ text: '一' })
    await one.atLeast(2)
    const admission = await fetch(`${line.domain}/conversations/${conversationId}?watermark=`, {
      headers: line.bearing(token),
    })
    const { streamUrl } = (await admission.json()) as { streamUrl: string }
    using other = aClient({ domain: line.domain, webSocket, token, conversationId, streamUrl })
    await other.atLeast(2)
    await other.post({ text: '二' })
    await one.post({ text: '三' })
    await Promise.all([one.atLeast(6), other.atLeast(6)])
    expect(one.texts()).toEqual(['一', '**一**', '二', '**二**', '三', '**三**'])
    expect(other.texts()).toEqual(one.texts())
    expect(line.heard).toHaveLength(3)
  })

  test('a flood through the stock client is told to send again later', async () => {
    await using line = await openDirectLine({ takeTurn: turnsPerMinute(1, () => 0) })
    using stock = aClient({ domain: line.domain, webSocket, token: line.channel.issueToken().token })
    await stock.post({ text: '一' })
    expect(await stock.post({ text: '二' })).toBe('retry')
    expect(line.heard).toHaveLength(1)
  })

  test.each([
    ['tampered', (token: string) => `${token.slice(0, -4)}AAAA`],
    ['missing', () => ''],
  ])('a %s token connects nowhere', async (_name, change) => {
    await using line = await openDirectLine()
    using stock = aClient({ domain: line.domain, webSocket, token: change(line.channel.issueToken().token) })
    await stock.reached(ConnectionStatus.FailedToConnect)
    expect(line.channel.conversations()).toBe(0)
  })

  test('a token of one conversation does not open another', async () => {
    await using line = await openDirectLine()
    const { id } = await line.start()
    using stock = aClient({
      domain: line.domain,
      webSocket,
      token: line.channel.issueToken().token,
      conversationId: id,
    })
    await stock.reached(ConnectionStatus.FailedToConnect)
  })
})

test('a stock client whose WebSocket breaks comes back and misses nothing', async () => {
  await using line = await openDirectLine()
  const sockets: WebSocket[] = []
  class Recorded extends WebSocket {
    constructor(url: string) {
      super(url)
      sockets.push(this)
    }
  }
  const { token } = line.channel.issueToken()
  using stock = aClient({ domain: line.domain, webSocket: true, token, random: () => 0, WebSocket: Recorded })
  await stock.post({ text: '一' })
  await stock.atLeast(2)
  sockets[0]?.close()
  await (await line.start(token)).say('二')
  await stock.atLeast(4)
  expect(stock.texts()).toEqual(['一', '**一**', '二', '**二**'])
  expect(sockets).toHaveLength(2)
})
