import express from 'express'
import { describe, expect, test } from 'vitest'
import type { Channel } from '../../../src/channels/channel.ts'
import { writeLater } from '../../../src/channels/wechat/write-later.ts'
import type { Address } from '../../../src/core/address.ts'
import { serve } from '../served.ts'

/** The platform's side, as its documentation has it: it gives tokens, and takes messages with the token it gave last. */
async function aPlatform(answers: number[] = []) {
  const taken: { touser: string; text: { content: string } }[] = []
  let tokens = 0
  const channel: Channel = {
    id: 'wechat',
    attach(routes) {
      routes.use(express.json({ type: () => true }))
      routes.get('/cgi-bin/token', ({ query }, response) => {
        if (query.appid !== 'wx1' || query.secret !== 'hush') return void response.json({ errcode: 40013 })
        response.json({ access_token: `token-${++tokens}`, expires_in: 7200 })
      })
      routes.post('/cgi-bin/message/custom/send', (request, response) => {
        const errcode = answers.shift() ?? (request.query.access_token === `token-${tokens}` ? 0 : 40001)
        if (errcode === 0) taken.push(request.body)
        response.json({ errcode })
      })
    },
  }
  const served = await serve(channel)
  const write = writeLater({ appId: 'wx1', secret: 'hush', api: served.url, now: () => 0 })
  return Object.assign(served, { taken, write, tokens: () => tokens })
}
const li: Address = { channel: 'wechat', speaker: 'li', to: 'li' }
const message = { text: '**变了**：[页面](https://example.cn/a)', locale: 'zh-Hans' } as const

describe('a follower who is written to later', () => {
  test('gets the message, without marks, and one token does for many', async () => {
    await using platform = await aPlatform()
    expect(await platform.write(li, message)).toBe('sent')
    expect(await platform.write(li, message)).toBe('sent')
    expect(platform.tokens()).toBe(1)
    expect(platform.taken[0]).toMatchObject({ touser: 'li', text: { content: expect.not.stringContaining('**') } })
  })

  test('gets it although the token ended before its time', async () => {
    await using platform = await aPlatform([42001])
    expect(await platform.write(li, message)).toBe('sent')
    expect(platform.tokens()).toBe(2)
  })

  test.each([
    [43004, 'gone'],
    [45015, 'away'],
    [-1, 'away'],
  ])('is told nothing when the platform says %i: %s', async (code, became) => {
    await using platform = await aPlatform([code])
    expect(await platform.write(li, message)).toBe(became)
  })

  test('waits while the platform is away', async () => {
    const platform = await aPlatform()
    await platform[Symbol.asyncDispose]()
    expect(await platform.write(li, message)).toBe('away')
  })

  test('never gets more than the platform takes', async () => {
    await using platform = await aPlatform()
    await platform.write(li, { text: '税'.repeat(5000), locale: 'zh-Hans' })
    expect(Buffer.byteLength(platform.taken[0]?.text.content ?? '')).toBeLessThanOrEqual(2048)
  })
})
