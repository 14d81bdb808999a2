import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { Converter } from 'opencc-js'
import type { Channel } from '../../src/channels/channel.ts'
import { Problem } from '../../src/core/problem-details.ts'
import type { Rate, Reply, Respond } from '../../src/core/reply.ts'
import type { Utterance } from '../../src/core/utterance.ts'
import { problems } from '../../src/http/problems.ts'
import { shortWay } from '../../src/http/short-way.ts'
import { createLog } from '../../src/telemetry/log.ts'
import { readWording } from '../../src/wording.ts'

export const wording = await readWording('locales', Converter({ from: 'cn', to: 'tw' }))

/** A reply of a fixed shape that says what was heard. */
export const replyTo = ({ text, locale = 'zh-Hans', asOf = '2026-11-23' }: Utterance): Reply => ({
  id: `reply-${crypto.randomUUID()}`,
  outcome: 'answered',
  topic: 'quota.annual',
  entry: 'annual-limit',
  locale,
  asOf,
  inForce: { from: '2019-01-01' },
  text: `**${text}**`,
  citations: [
    {
      document: 'cbec-retail-import-tax-2018',
      number: '财关税〔2018〕49号',
      title: '关于完善跨境电子商务零售进口税收政策的通知',
      issuer: '财政部、海关总署、税务总局',
      clause: '一',
      url: 'https://example.gov.cn/49',
      effective: { from: '2019-01-01' },
      confidence: 'verified',
    },
  ],
  choices: [{ label: '单次限值', utterance: '单次交易限值是多少' }],
  knowledge: 'abc123',
})

/** A conversation that remembers what it heard and which of its replies were rated. */
export function aConversation() {
  const heard: Utterance[] = []
  const told = new Set<string>()
  const ratings: { id: string; helpful: boolean; reason: string | undefined }[] = []
  const respond: Respond = async (utterance) => {
    heard.push(utterance)
    const reply = replyTo(utterance)
    told.add(reply.id)
    return reply
  }
  const rate: Rate = async (id, helpful, reason) => {
    if (told.has(id)) ratings.push({ id, helpful, reason })
    return told.has(id)
  }
  return { heard, ratings, respond, rate }
}

export interface Served extends AsyncDisposable {
  url: string
  /** What reached the error handler without having been foreseen. */
  surprises: unknown[]
}

/** A channel on a port of its own, with the service's own error handler, and its own short way where the channel has one. */
export async function serve(channel: Channel & Partial<AsyncDisposable>): Promise<Served> {
  const app = express()
  const short = shortWay({ posts: channel.posts ?? {}, headers: new Map(), log: createLog('silent'), app })
  const server = createServer(short.serve)
  const surprises: unknown[] = []
  app.set('trust proxy', 1)
  app.use(short.failures)
  channel.attach(app, server)
  app.use(() => {
    throw new Problem(404, 'not-found')
  })
  app.use(problems({ translate: wording, onUnexpected: (error) => surprises.push(error) }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    surprises,
    async [Symbol.asyncDispose]() {
      await channel[Symbol.asyncDispose]?.()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

/** A body as it left, parsed. */
export type Told = {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: what came back is what the test is about
  body: any
}

/** Sends a request and reads the JSON that comes back. */
export async function ask(url: string, { json, ...init }: RequestInit & { json?: unknown } = {}): Promise<Told> {
  const response = await fetch(url, {
    ...init,
    ...(json !== undefined && { method: 'POST', body: JSON.stringify(json) }),
    headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...init.headers },
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
}
