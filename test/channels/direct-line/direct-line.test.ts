import { describe, expect, test } from 'vitest'
import { turnsPerMinute } from '../../../src/core/rate-limit.ts'
import { refusesBadInput } from '../bad-input.contract.ts'
import { ask, wording } from '../served.ts'
import { openDirectLine, SECRET } from './opened.ts'

refusesBadInput('Direct Line', async () => {
  const { served, heard, start, bearing } = await openDirectLine()
  const { id, token } = await start()
  const message = (text: string) => ({ type: 'message', from: { id: 'u1' }, text })
  return {
    served,
    heard,
    path: `/v3/directline/conversations/${id}/activities`,
    headers: bearing(token),
    message,
    wrong: [
      [{}, 'type'],
      [{ type: 5 }, 'type'],
      [{ ...message('a'), text: {} }, 'text'],
      [{ ...message('a'), from: [] }, 'from'],
      [{ ...message('a'), from: { id: 'x'.repeat(501) } }, 'from.id'],
      [{ ...message('a'), channelData: 'none' }, 'channelData'],
      [{ ...message('a'), channelData: { tongguan: { audience: 'smuggler' } } }, 'channelData.tongguan.audience'],
      [{ type: 'event', name: 'tongguan/rating' }, 'value'],
      [{ type: 'event', name: 'tongguan/rating', value: { id: 'a', helpful: 'yes' } }, 'value.helpful'],
      [{ type: 'event', name: 'tongguan/rating', value: { id: 'nobody', helpful: true } }, 'value.id'],
    ],
  }
})

test('a message is echoed and answered, and its id comes back when the reply is there', async () => {
  await using line = await openDirectLine()
  const { id, say, read } = await line.start()
  const posted = await say('还能买多少', {
    locale: 'zh-TW',
    channelData: { clientActivityID: 'x1' },
    attachments: [{ contentType: 'a/b' }],
  })
  expect(posted).toMatchObject({ status: 200, body: { id: `${id}|0000000` } })
  expect(line.heard).toEqual([
    { text: '还能买多少', channel: 'web', conversation: id, speaker: 'u1', locale: 'zh-Hant' },
  ])
  const { activities, watermark } = await read()
  expect(watermark).toBe('2')
  expect(activities[0]).toEqual({
    type: 'message',
    id: `${id}|0000000`,
    timestamp: '2026-11-23T08:00:00.000Z',
    channelId: 'directline',
    conversation: { id },
    from: { id: 'u1', role: 'user' },
    text: '还能买多少',
    locale: 'zh-TW',
    channelData: { clientActivityID: 'x1' },
  })
  expect(activities[1]).toMatchObject({
    type: 'message',
    id: `${id}|0000001`,
    replyToId: `${id}|0000000`,
    from: { id: 'tongguan', role: 'bot' },
    text: '**还能买多少**',
    textFormat: 'markdown',
    suggestedActions: { to: ['u1'], actions: [{ type: 'imBack', value: '单次交易限值是多少' }] },
    channelData: { tongguan: { outcome: 'answered' } },
  })
  expect(await read('2')).toEqual({ activities: [], watermark: '2' })
})

test('a stock client’s conversation is its own channel', async () => {
  await using line = await openDirectLine()
  const generated = await ask(`${line.domain}/tokens/generate`, {
    json: { user: { id: 'dl_7', name: 'Li' }, trustedOrigins: [] },
    headers: line.bearing(SECRET),
  })
  expect(generated.body).toEqual({ conversationId: expect.any(String), token: expect.any(String), expires_in: 1800 })
  const { id, say } = await line.start(generated.body.token)
  expect(id).toBe(generated.body.conversationId)
  await say('额度', { from: { id: 'somebody else' } })
  expect(line.heard[0]).toMatchObject({ channel: 'direct-line', speaker: 'dl_7' })
})

test('a new conversation is greeted, one that goes on is not; our own page greets by itself', async () => {
  await using line = await openDirectLine()
  const { body } = await ask(`${line.domain}/tokens/generate`, { method: 'POST', headers: line.bearing(SECRET) })
  const { token, status, read } = await line.start(body.token)
  expect(status).toBe(201)
  expect((await line.start(token)).status).toBe(200)
  const { activities } = await read()
  expect(activities).toMatchObject([
    { text: wording('zh-Hans', 'courtesy.greet'), from: { role: 'bot' }, suggestedActions: { actions: [{}, {}, {}] } },
  ])
  expect(activities[0]).not.toHaveProperty('channelData')
  expect((await (await line.start()).read()).activities).toEqual([])
})

test('a reply can be rated', async () => {
  await using line = await openDirectLine()
  const { say, read } = await line.start()
  await say('额度')
  const { id } = (await read()).activities[1].channelData.tongguan
  expect((await say('', { type: 'event', name: 'tongguan/rating', value: { id, helpful: true } })).status).toBe(200)
  expect(line.ratings).toEqual([{ id, helpful: true, reason: undefined }])
  expect(line.heard).toHaveLength(1)
})

test.each(['typing', 'event', 'conversationUpdate', 'somethingNew'])('%s is taken and not answered', async (type) => {
  await using line = await openDirectLine()
  const { say } = await line.start()
  expect(await say('额度', { type })).toMatchObject({ status: 200, body: { id: expect.any(String) } })
  expect(line.heard).toHaveLength(0)
})

test('a message that comes again under its own name is taken once, at once or later; another name is another message', async () => {
  await using line = await openDirectLine()
  const { say, read } = await line.start()
  const named = (name: string, id = 'u1') => say('额度', { from: { id }, channelData: { clientActivityID: name } })
  const [first, second] = await Promise.all([named('a'), named('a')])
  const third = await named('a')
  expect([second.body, third.body]).toEqual([first.body, first.body])
  expect(line.heard).toHaveLength(1)
  expect((await read()).activities).toHaveLength(2)
  await named('b')
  await named('a', 'u2')
  await (await line.start()).say('额度', { channelData: { clientActivityID: 'a' } })
  expect(line.heard).toHaveLength(4)
})

test('a message that was refused may be sent again under its name', async () => {
  const waits = [5, 0]
  await using line = await openDirectLine({ takeTurn: () => waits.shift() ?? 0 })
  const { say } = await line.start()
  const named = () => say('额度', { channelData: { clientActivityID: 'a' } })
  expect((await named()).status).toBe(429)
  expect((await named()).status).toBe(200)
  expect(line.heard).toHaveLength(1)
})

test('a lost connection is taken up at its watermark', async () => {
  await using line = await openDirectLine()
  const { id, token, say } = await line.start()
  await say('额度')
  const { status, body } = await ask(`${line.domain}/conversations/${id}?watermark=1`, { headers: line.bearing(token) })
  expect(status).toBe(200)
  expect(body).toEqual({
    conversationId: id,
    token: expect.any(String),
    expires_in: 1800,
    streamUrl: expect.any(String),
  })
  expect(new URL(body.streamUrl).searchParams.get('watermark')).toBe('1')
})

test('behind a proxy the stream is where the browser sees it', async () => {
  await using line = await openDirectLine()
  const { token } = line.channel.issueToken()
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'chat.example' }
  const { body } = await ask(`${line.domain}/conversations`, {
    method: 'POST',
    headers: { ...line.bearing(token), ...forwarded },
  })
  expect(body.streamUrl).toMatch(`wss://chat.example/v3/directline/conversations/${body.conversationId}/stream?`)
})

test.each(['-1', 'x', '1.5', '1e3', '99999999999'])('the watermark %s is none of ours', async (watermark) => {
  await using line = await openDirectLine()
  const { read } = await line.start()
  expect(await read(watermark)).toMatchObject({ status: 400, errors: [{ field: 'watermark' }] })
})

test('files are not taken', async () => {
  await using line = await openDirectLine()
  const { id, token } = await line.start()
  const body = new FormData()
  body.append('file', new Blob(['x'.repeat(200_000)]), 'passport.jpg')
  const upload = await ask(`${line.domain}/conversations/${id}/upload?userId=u1`, {
    method: 'POST',
    body,
    headers: line.bearing(token),
  })
  expect(upload.body).toMatchObject({ status: 415, code: 'unsupported-media-type' })
})

test('a flood in one conversation is told to wait, whatever names it uses; another goes on', async () => {
  await using line = await openDirectLine({ takeTurn: turnsPerMinute(2, () => 0) })
  const flooded = await line.start()
  const other = await line.start()
  for (const name of ['a', 'b']) expect((await flooded.say('额度', { from: { id: name } })).status).toBe(200)
  const refused = await flooded.say('limit', { from: { id: 'c' }, locale: 'en' })
  expect(refused.body).toMatchObject({
    status: 429,
    code: 'too-many-requests',
    detail: expect.stringMatching('30 seconds'),
  })
  expect(refused.headers.get('retry-after')).toBe('30')
  expect((await other.say('额度')).status).toBe(200)
})

test('too many conversations are too many', async () => {
  await using line = await openDirectLine({ bounds: { most: 1 } })
  await line.start()
  const refused = await ask(`${line.domain}/conversations`, {
    json: { locale: 'en-US' },
    headers: line.bearing(line.channel.issueToken().token),
  })
  expect(refused.body).toMatchObject({ status: 429, code: 'too-many-requests' })
  expect(refused.headers.get('retry-after')).toBe('60')
  expect(line.channel.conversations()).toBe(1)
})

describe('tokens', () => {
  const calls = (id: string): [string, string][] => [
    ['POST', '/conversations'],
    ['GET', `/conversations/${id}`],
    ['GET', `/conversations/${id}/activities`],
    ['POST', `/conversations/${id}/activities`],
    ['POST', `/conversations/${id}/upload`],
    ['POST', '/tokens/refresh'],
    ['POST', '/tokens/generate'],
  ]
  type Line = Awaited<ReturnType<typeof openDirectLine>>
  const call = (line: Line, [method, path]: [string, string], headers: Record<string, string>) =>
    ask(line.domain + path, {
      method,
      headers: { ...(method === 'POST' && { 'content-type': 'application/json' }), ...headers },
      ...(method === 'POST' && { body: '{"type":"message"}' }),
    })

  test.each([
    ['no token', {}],
    ['another scheme', { authorization: `Basic ${SECRET}` }],
    ['rubbish', { authorization: 'Bearer rubbish' }],
    ['a wrong secret', { authorization: `Bearer ${SECRET}x` }],
  ])('%s opens nothing', async (_, headers: Record<string, string>) => {
    await using line = await openDirectLine()
    const { id } = await line.start()
    for (const one of calls(id)) {
      const told = await call(line, one, headers)
      expect({ one, status: told.status, code: told.body.code }).toEqual({ one, status: 401, code: 'unauthorized' })
    }
  })

  test('a tampered token opens nothing', async () => {
    await using line = await openDirectLine()
    const [mine, theirs] = [await line.start(), await line.start()]
    const [head, , seal] = mine.token.split('.')
    const forged = [head, theirs.token.split('.')[1], seal].join('.')
    for (const one of calls(theirs.id)) expect((await call(line, one, line.bearing(forged))).status).toBe(401)
  })

  test('somebody else’s conversation is closed, whether or not there is one', async () => {
    await using line = await openDirectLine()
    const [mine, theirs] = [await line.start(), await line.start()]
    for (const id of [theirs.id, 'nobody'])
      for (const one of calls(id).slice(1, 5)) {
        const told = await call(line, one, line.bearing(mine.token))
        expect({ one, status: told.status, code: told.body.code }).toEqual({ one, status: 403, code: 'forbidden' })
      }
  })

  test('a token makes no tokens for others', async () => {
    await using line = await openDirectLine()
    const { token } = await line.start()
    expect((await call(line, ['POST', '/tokens/generate'], line.bearing(token))).status).toBe(403)
  })

  test('an expired token says so; one renewed in time goes on', async () => {
    await using line = await openDirectLine()
    const { id, token, say } = await line.start()
    line.pass(20)
    const renewed = await call(line, ['POST', '/tokens/refresh'], line.bearing(token))
    expect(renewed.body).toMatchObject({ conversationId: id, expires_in: 1800 })
    await say('额度')
    line.pass(11)
    for (const one of calls(id)) {
      const told = await call(line, one, line.bearing(token))
      expect({ one, status: told.status, code: told.body.code }).toEqual({ one, status: 403, code: 'token-expired' })
    }
    expect((await call(line, calls(id)[2] ?? ['', ''], line.bearing(renewed.body.token))).status).toBe(200)
    expect(line.heard[0]?.channel).toBe('web')
  })

  test('a conversation nobody used for half an hour is not found', async () => {
    await using line = await openDirectLine()
    const { id } = await line.start()
    line.pass(31)
    for (const one of calls(id).slice(1, 5)) expect((await call(line, one, line.bearing(SECRET))).status).toBe(404)
  })

  test('the secret opens conversations of its own', async () => {
    await using line = await openDirectLine()
    const [one, two] = [await line.start(SECRET), await line.start(SECRET)]
    expect(one.id).not.toBe(two.id)
    expect((await call(line, ['GET', `/conversations/${one.id}`], line.bearing(SECRET))).status).toBe(200)
  })
})

describe('pages of other sites', () => {
  const preflight = (domain: string, origin: string) =>
    fetch(`${domain}/conversations`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    })

  test('of an allowed origin get the browser’s permission', async () => {
    await using line = await openDirectLine()
    const { status, headers } = await preflight(line.domain, 'https://allowed.example')
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-origin')).toBe('https://allowed.example')
    expect(headers.get('access-control-allow-headers')).toMatch(/authorization.*x-ms-bot-agent/i)
    expect(headers.get('vary')).toMatch('Origin')
    const refused = await ask(`${line.domain}/conversations`, {
      method: 'POST',
      headers: { origin: 'https://allowed.example' },
    })
    expect(refused).toMatchObject({ status: 401 })
    expect(refused.headers.get('access-control-allow-origin')).toBe('https://allowed.example')
  })

  test.each(['https://evil.example', 'http://allowed.example', 'https://allowed.example.evil.example', 'null'])(
    'of %s do not',
    async (origin) => {
      await using line = await openDirectLine()
      const { headers } = await preflight(line.domain, origin)
      expect(headers.has('access-control-allow-origin')).toBe(false)
    },
  )
})
