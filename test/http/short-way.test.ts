import { connect } from 'node:net'
import type express from 'express'
import { expect, test } from 'vitest'
import type { AnswerPost, Channel } from '../../src/channels/channel.ts'
import { jsonBody, LARGEST_BODY } from '../../src/channels/json-body.ts'
import { Problem } from '../../src/core/problem-details.ts'
import { openApp } from './opened.ts'

const answer: AnswerPost = async (request, read) => {
  if (request.headers.authorization === 'forged') throw new Problem(401, 'unauthorized')
  const body = (await read()) as { say?: string } | undefined
  if (body?.say === 'surprise') throw new Error('a secret in a message')
  if (body?.say === 'nothing') return { status: 202 }
  return { status: 200, json: JSON.stringify({ said: body?.say }) }
}

/** The same answers on the short way and on Express alone; tells which way a request went. */
function aChannel(): Channel & { went: string[] } {
  const went: string[] = []
  return {
    id: 'api',
    went,
    posts: {
      '/said': async (...request) => {
        went.push('short')
        return await answer(...request)
      },
    },
    attach(routes) {
      const long: express.RequestHandler = async (request, response) => {
        went.push('long')
        const read = () =>
          new Promise((resolve, reject) => {
            jsonBody(request, response, (error) => (error ? reject(error) : resolve(request.body)))
          })
        const { status, json } = await answer(request, read)
        response.status(status)
        if (json === undefined) response.end()
        else response.type('json').send(json)
      }
      routes.post('/said', long)
      routes.post('/long', long)
    },
  }
}

const plain = { 'content-type': 'application/json' }
const deep = `${'['.repeat(40)}${']'.repeat(40)}`

test.each<[string, RequestInit]>([
  ['an answer', { headers: plain, body: '{"say":"您好"}' }],
  ['an answer to a body that begins with a byte order mark', { headers: plain, body: '\uFEFF{"say":"hi"}' }],
  ['a status alone', { headers: plain, body: '{"say":"nothing"}' }],
  ['an empty body', { headers: plain, body: '' }],
  ['broken JSON', { headers: plain, body: '{"say"' }],
  ['broken UTF-8', { headers: plain, body: Buffer.from([0x22, 0xff, 0x22]) }],
  ['JSON that nests too deep', { headers: plain, body: deep }],
  ['a refusal before the body is read', { headers: { ...plain, authorization: 'forged' }, body: '{"say":"x"}' }],
  ['a surprise', { headers: plain, body: '{"say":"surprise"}' }],
])('%s leaves on the short way as it would leave through Express', async (_, request) => {
  const channel = aChannel()
  await using app = await openApp({ channels: [channel] })
  const told = async (path: string) => {
    const response = await fetch(app.url + path, { method: 'POST', ...request })
    const { 'x-request-id': id, date: _date, ...headers } = Object.fromEntries(response.headers)
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    return { status: response.status, headers, body: await response.text() }
  }
  const short = await told('/said')
  expect(short).toEqual(await told('/long'))
  expect(short.body).not.toContain('secret')
  expect(channel.went).toEqual(['short', 'long'])
})

test.each<[string, number, string, RequestInit]>([
  ['of another type', 415, '/said', { headers: { 'content-type': 'text/plain' }, body: '{}' }],
  ['in another charset', 415, '/said', { headers: { 'content-type': 'application/json; charset=gbk' }, body: '{}' }],
  [
    'that is not compressed as it says',
    400,
    '/said',
    { headers: { ...plain, 'content-encoding': 'gzip' }, body: '{}' },
  ],
  ['that is too large', 413, '/said', { headers: plain, body: JSON.stringify({ say: 'x'.repeat(LARGEST_BODY) }) }],
  ['with a query', 200, '/said?x=1', { headers: plain, body: '{"say":"hi"}' }],
])("a request %s is Express's", async (_, status, path, request) => {
  const channel = aChannel()
  await using app = await openApp({ channels: [channel] })
  expect((await fetch(app.url + path, { method: 'POST', ...request })).status).toBe(status)
  expect(channel.went).toEqual(['long'])
})

test('whoever hangs up in the middle of a body surprises nobody', async () => {
  const channel = aChannel()
  await using app = await openApp({ channels: [channel] })
  const { hostname, port } = new URL(app.url)
  const socket = connect(Number(port), hostname)
  socket.write('POST /said HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"say"')
  await expect.poll(() => channel.went, { timeout: 20_000 }).toEqual(['short'])
  socket.destroy()
  const { status } = await fetch(`${app.url}/said`, { method: 'POST', headers: plain, body: '{"say":"hi"}' })
  expect(status).toBe(200)
})
