import express from 'express'
import { describe, expect, test } from 'vitest'
import { adapterFor } from '../../../src/channels/bot-framework/adapter.ts'
import { addressOf, writeLater } from '../../../src/channels/bot-framework/write-later.ts'
import type { Channel } from '../../../src/channels/channel.ts'
import type { Address } from '../../../src/core/address.ts'
import { serve, wording } from '../served.ts'

/** The side of a channel that takes messages, on loopback. */
async function aConnector(status = 200) {
  const taken: { path: string; body: Record<string, unknown> }[] = []
  const channel: Channel = {
    id: 'bot-framework',
    attach(routes) {
      routes.use(express.json())
      routes.post('/v3/*path', (request, response) => {
        taken.push({ path: request.path, body: request.body })
        response.status(status).json({ id: 'taken-1' })
      })
    },
  }
  return Object.assign(await serve(channel), { taken })
}

const activity = (serviceUrl: string) => ({
  type: 'message',
  id: 'activity-1',
  channelId: 'test',
  serviceUrl,
  from: { id: 'user-1' },
  recipient: { id: 'bot-1' },
  conversation: { id: 'conversation-1' },
})
const write = writeLater(adapterFor({ translate: wording, onError: () => {} }), undefined)
const to = (serviceUrl: string): Address => ({
  channel: 'bot-framework',
  speaker: 'test:user-1',
  to: addressOf(activity(serviceUrl)) ?? '',
})
const message = { text: '**变了**：26,000元 → 30,000元', locale: 'zh-Hans' } as const

describe('a person on a Bot Framework channel who is written to later', () => {
  test('gets the message in the conversation they wrote from', async () => {
    await using connector = await aConnector()
    expect(await write(to(connector.url), message)).toBe('sent')
    expect(connector.taken).toMatchObject([
      {
        path: expect.stringContaining('conversation-1'),
        body: { type: 'message', text: expect.stringContaining('30,000元') },
      },
    ])
  })

  test('is gone when the channel says so, and away when it cannot be reached', async () => {
    await using gone = await aConnector(404)
    expect(await write(to(gone.url), message)).toBe('gone')
    const closed = await aConnector()
    const address = to(closed.url)
    await closed[Symbol.asyncDispose]()
    expect(await write(address, message)).toBe('away')
  })

  test('is never written to elsewhere than on this machine while there are no credentials', async () => {
    expect(await write(to('https://evil.example/'), message)).toBe('gone')
  })

  test('has no address where the channel left no way back', () => {
    expect(addressOf({ type: 'message', conversation: { id: 'a' }, channelId: 'test' })).toBeUndefined()
  })
})
