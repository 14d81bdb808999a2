import { randomUUID } from 'node:crypto'
import express from 'express'
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BotFrameworkParts, botFramework } from '../../../src/channels/bot-framework/bot-framework.ts'
import type { Channel } from '../../../src/channels/channel.ts'
import { turnsPerMinute } from '../../../src/core/rate-limit.ts'
import { type Told, tellAgain } from '../../../src/core/told-again.ts'
import { refusesBadInput } from '../bad-input.contract.ts'
import { aConversation, ask, replyTo, type Served, serve, wording } from '../served.ts'

async function open(parts: Partial<BotFrameworkParts> = {}) {
  const conversation = aConversation()
  const errors: unknown[] = []
  const channel = botFramework({
    respond: conversation.respond,
    rate: conversation.rate,
    translate: wording,
    takeTurn: () => 0,
    production: false,
    onError: (error) => errors.push(error),
    ...parts,
  })
  const served = await serve(channel)
  const send = (activity: Record<string, unknown>, headers: Record<string, string> = {}) =>
    ask(`${served.url}/api/messages`, { json: activity, headers })
  return { ...conversation, errors, served, send, [Symbol.asyncDispose]: () => served[Symbol.asyncDispose]() }
}

const message = (text: string) => ({
  type: 'message',
  id: 'activity-1',
  channelId: 'test',
  locale: 'zh-CN',
  from: { id: 'user-1', name: 'Li' },
  recipient: { id: 'bot-1' },
  conversation: { id: 'conversation-1' },
  deliveryMode: 'expectReplies',
  text,
})

/** The side of a channel that takes replies, on loopback as the Emulator has it. */
async function aConnector(
  status = 200,
): Promise<Served & { taken: { path: string; body: Record<string, unknown> }[] }> {
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

refusesBadInput('the Bot Framework channel', async () => {
  const { served, heard } = await open()
  return {
    served,
    heard,
    path: '/api/messages',
    message,
    wrong: [
      [{}, 'type'],
      [{ type: 1, conversation: { id: 'a' } }, 'type'],
      [{ type: '', conversation: { id: 'a' } }, 'type'],
      [{ type: 'message' }, 'conversation'],
      [{ ...message('a'), conversation: {} }, 'conversation.id'],
      [{ ...message('a'), text: 5 }, 'text'],
      [{ ...message('a'), from: 'me' }, 'from'],
      [{ ...message('a'), locale: ['zh'] }, 'locale'],
      [{ ...message('a'), entities: 'none' }, 'entities'],
      [{ ...message('a'), channelData: { tongguan: { colour: 'red' } } }, 'channelData.tongguan.colour'],
      [{ ...message('a'), channelData: { tongguan: { asOf: 'soon' } } }, 'channelData.tongguan.asOf'],
    ],
  }
})

describe('without credentials', () => {
  test('a message that expects replies gets them in the response', async () => {
    await using bot = await open()
    const { status, body } = await bot.send({
      ...message('还能买多少'),
      channelData: { tongguan: { audience: 'consumer', asOf: '2020-01-01' } },
    })
    expect(status).toBe(200)
    expect(bot.heard).toEqual([
      {
        text: '还能买多少',
        channel: 'bot-framework',
        conversation: 'test:conversation-1',
        speaker: 'test:user-1',
        locale: 'zh-Hans',
        audience: 'consumer',
        asOf: '2020-01-01',
      },
    ])
    expect(body.activities).toHaveLength(1)
    expect(body.activities[0]).toMatchObject({
      type: 'message',
      text: '**还能买多少**',
      textFormat: 'markdown',
      locale: 'zh-Hans',
      replyToId: 'activity-1',
      channelId: 'test',
      from: { id: 'bot-1' },
      recipient: { id: 'user-1' },
      conversation: { id: 'conversation-1' },
      suggestedActions: { actions: [{ type: 'imBack', title: '单次限值', value: '单次交易限值是多少' }] },
      channelData: { tongguan: { outcome: 'answered', entry: 'annual-limit', knowledge: 'abc123' } },
    })
    expect(body.activities[0]).not.toHaveProperty('_channelId')
  })

  test('any other message is answered at its serviceUrl', async () => {
    await using connector = await aConnector()
    await using bot = await open()
    const { status, body } = await bot.send({ ...message('额度'), deliveryMode: 'normal', serviceUrl: connector.url })
    expect({ status, body }).toEqual({ status: 200, body: undefined })
    expect(connector.taken).toMatchObject([
      {
        path: '/v3/conversations/conversation-1/activities/activity-1',
        body: { type: 'message', text: '**额度**', channelId: 'test', replyToId: 'activity-1', from: { id: 'bot-1' } },
      },
    ])
    expect(connector.taken[0]?.body.entities).toMatchObject([{ type: 'https://schema.org/Message' }])
  })

  test('a pressed button says its value', async () => {
    await using bot = await open()
    await bot.send({ ...message(''), value: '单次交易限值是多少' })
    expect(bot.heard[0]?.text).toBe('单次交易限值是多少')
  })

  test('whoever joins is greeted once, and the bot itself is not', async () => {
    await using connector = await aConnector()
    await using bot = await open()
    const update = {
      ...message(''),
      type: 'conversationUpdate',
      text: undefined,
      deliveryMode: undefined,
      serviceUrl: connector.url,
    }
    await bot.send({ ...update, membersAdded: [{ id: 'bot-1' }] })
    expect(connector.taken).toHaveLength(0)
    await bot.send({ ...update, membersAdded: [{ id: 'bot-1' }, { id: 'user-1' }] })
    expect(connector.taken).toMatchObject([
      { body: { text: wording('zh-Hans', 'courtesy.greet'), suggestedActions: { actions: [{}, {}, {}] } } },
    ])
    expect(bot.heard).toHaveLength(0)
  })

  test('whoever joins twice is greeted once, and another is greeted too', async () => {
    await using connector = await aConnector()
    await using bot = await open()
    const update = { ...message(''), type: 'conversationUpdate', deliveryMode: undefined, serviceUrl: connector.url }
    const join = (id: string) => bot.send({ ...update, locale: 'en-GB', membersAdded: [{ id }] })
    await join('user-1')
    await join('user-1')
    await join('user-2')
    expect(connector.taken.map(({ body }) => body.suggestedActions)).toMatchObject([
      { to: ['user-1'] },
      { to: ['user-2'] },
    ])
    expect(connector.taken[0]?.body).toMatchObject({ text: wording('en', 'courtesy.greet'), locale: 'en' })
  })

  test.each(['typing', 'event', 'messageReaction', 'endOfConversation', 'somethingNew'])(
    '%s is nothing to answer',
    async (type) => {
      await using bot = await open()
      const { status, body } = await bot.send({ ...message('额度'), type })
      expect({ status, body }).toEqual({ status: 200, body: { activities: [] } })
      expect(bot.heard).toHaveLength(0)
    },
  )

  test.each([
    'https://smba.trafficmanager.net/teams/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1.example.com/',
    'http://127.0.0.1@example.com/',
    'http://localhost.example.com/',
    'http://0.0.0.0/',
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'not an address',
    '',
  ])('a serviceUrl of %j is refused, whatever the delivery mode', async (serviceUrl) => {
    await using bot = await open()
    for (const deliveryMode of ['normal', 'expectReplies']) {
      const { status, body } = await bot.send(
        { ...message('额度'), deliveryMode, serviceUrl },
        { 'accept-language': 'en' },
      )
      expect({ status, code: body.code, field: body.errors[0].field }).toEqual({
        status: 403,
        code: 'forbidden',
        field: 'serviceUrl',
      })
    }
    expect(bot.heard).toHaveLength(0)
  })

  test('a message that nobody could answer is refused', async () => {
    await using bot = await open()
    const { body } = await bot.send({ ...message('额度'), deliveryMode: 'normal' })
    expect(body).toMatchObject({ status: 400, errors: [{ field: 'serviceUrl' }] })
  })

  test('a flood from one speaker is told to wait, in the speaker’s language; another is not', async () => {
    await using bot = await open({ takeTurn: turnsPerMinute(2, () => 0) })
    const send = (id: string) => bot.send({ ...message('limit'), locale: 'en-US', from: { id } })
    await send('flooder')
    await send('flooder')
    const { status, headers, body } = await send('flooder')
    expect({ status, code: body.code }).toEqual({ status: 429, code: 'too-many-requests' })
    expect(headers.get('retry-after')).toBe('30')
    expect(body.detail).toMatch('30 seconds')
    expect((await send('other')).status).toBe(200)
    expect(bot.heard).toHaveLength(3)
  })

  test('a channel that does not take the reply is counted, and told', async () => {
    await using connector = await aConnector(500)
    await using bot = await open()
    const { status, body } = await bot.send({ ...message('额度'), deliveryMode: 'normal', serviceUrl: connector.url })
    expect({ status, code: body.code }).toEqual({ status: 502, code: 'internal' })
    expect(bot.errors).toHaveLength(1)
    expect(connector.taken.map(({ body: { text } }) => text)).toEqual([
      '**额度**',
      wording('zh-Hans', 'declined.error'),
    ])
    expect(bot.served.surprises).toEqual([])
  })

  test('a surprise becomes an apology in the speaker’s language', async () => {
    const bug = new Error('a bug')
    await using bot = await open({ respond: () => Promise.reject(bug) })
    const { status, body } = await bot.send({ ...message('limit'), locale: 'en-GB' })
    expect({ status, texts: body.activities.map(({ text }: { text: string }) => text) }).toEqual({
      status: 200,
      texts: [wording('en', 'declined.error')],
    })
    expect(bot.errors).toEqual([bug])
  })

  test('in production nothing is mounted', async () => {
    await using bot = await open({ production: true })
    expect((await bot.send(message('额度'))).body).toMatchObject({ status: 404, code: 'not-found' })
  })
})

describe('in a group', () => {
  const inGroup = (text: string, more: Record<string, unknown> = {}) => ({
    ...message(text),
    channelId: 'msteams',
    recipient: { id: 'bot-1', name: 'Tongguan' },
    conversation: { id: 'group-1', isGroup: true, conversationType: 'groupChat' },
    ...more,
  })
  const mention = (id: string, text: string) => ({ type: 'mention', mentioned: { id, name: text }, text })

  test.each([
    ['<at>Tongguan</at> 额度', [mention('bot-1', '<at>Tongguan</at>')], '额度'],
    [
      '<at>Tongguan</at> <at>Li Ming</at> 想问额度',
      [mention('bot-1', '<at>Tongguan</at>'), mention('29:li', '<at>Li Ming</at>')],
      '想问额度',
    ],
    ['@Tongguan 额度', undefined, '额度'],
    ['额度 @tongguan_bot', [mention('bot-1', '@tongguan_bot')], '额度'],
  ])('%s is heard without the mentions', async (text, entities, heard) => {
    await using bot = await open()
    await bot.send(inGroup(text, { ...(entities && { entities }) }))
    expect(bot.heard.map(({ text }) => text)).toEqual([heard])
  })

  test.each([
    ['nobody', '额度是多少', undefined],
    ['somebody else', '<at>Li</at> 额度', [mention('29:li', '<at>Li</at>')]],
    ['nothing readable', '额度', [{ type: 'mention', mentioned: 5 }]],
  ])('a message that mentions %s is for the others', async (_, text, entities) => {
    await using bot = await open()
    for (const channelId of ['msteams', 'slack', 'telegram', 'line']) {
      const { status, body } = await bot.send(inGroup(text, { channelId, ...(entities && { entities }) }))
      expect({ status, activities: body.activities }).toEqual({ status: 200, activities: [] })
    }
    expect(bot.heard).toHaveLength(0)
  })

  test('a pressed button is for the bot', async () => {
    await using bot = await open()
    await bot.send(inGroup('', { value: { tongguan: { say: '单次限值' } } }))
    expect(bot.heard.map(({ text }) => text)).toEqual(['单次限值'])
  })

  test('the bot says once that it has come, and does not greet each who joins', async () => {
    await using bot = await open()
    const update = (id: string) => inGroup('', { type: 'conversationUpdate', membersAdded: [{ id }] })
    expect((await bot.send(update('bot-1'))).body.activities).toMatchObject([
      { text: wording('zh-Hans', 'courtesy.greet') },
    ])
    expect((await bot.send(update('bot-1'))).body.activities).toEqual([])
    expect((await bot.send(update('29:li'))).body.activities).toEqual([])
  })
})

describe('an invoke', () => {
  const invoke = (url: string, name: string, value: unknown, more: Record<string, unknown> = {}) => ({
    ...message(''),
    type: 'invoke',
    name,
    value,
    deliveryMode: undefined,
    serviceUrl: url,
    ...more,
  })

  test('of a card’s action is answered with a card in its place', async () => {
    await using connector = await aConnector()
    await using bot = await open()
    const action = { type: 'Action.Execute', verb: 'say', data: { tongguan: { say: '单次限值' } } }
    const { status, body } = await bot.send(invoke(connector.url, 'adaptiveCard/action', { action }))
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: '**单次限值**' }] },
      },
    })
    expect(bot.heard[0]).toMatchObject({ text: '单次限值', locale: 'zh-Hans' })
    expect(connector.taken).toHaveLength(0)
  })

  test.each([[{}], [{ action: {} }], [{ action: { data: { tongguan: { say: 5 } } } }], ['text'], [undefined]])(
    'of a card’s action of %j is told that it says nothing',
    async (value) => {
      await using connector = await aConnector()
      await using bot = await open()
      const { status, body } = await bot.send(invoke(connector.url, 'adaptiveCard/action', value))
      expect({ status, body }).toMatchObject({
        status: 200,
        body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest' } },
      })
      expect(bot.heard).toHaveLength(0)
    },
  )

  test.each([
    ['like', true],
    ['dislike', false],
  ])('with the feedback “%s” rates the reply of that message', async (reaction, helpful) => {
    await using connector = await aConnector()
    await using bot = await open()
    await bot.send({ ...message('额度'), deliveryMode: undefined, serviceUrl: connector.url })
    const told = connector.taken[0]?.body as { channelData: { tongguan: { id: string } } }
    const actionValue = { reaction, feedback: '{"feedbackText":"写得清楚"}' }
    const value = { actionName: 'feedback', actionValue }
    const { status } = await bot.send(invoke(connector.url, 'message/submitAction', value, { replyToId: 'taken-1' }))
    expect(status).toBe(200)
    expect(bot.ratings).toEqual([{ id: told.channelData.tongguan.id, helpful, reason: '写得清楚' }])
    // Another conversation's message of the same id is another message.
    await bot.send(
      invoke(connector.url, 'message/submitAction', value, { replyToId: 'taken-1', conversation: { id: 'other' } }),
    )
    expect(bot.ratings).toHaveLength(1)
  })

  test('with feedback that is none is a bad request', async () => {
    await using connector = await aConnector()
    await using bot = await open()
    for (const value of [{}, { actionName: 'feedback', actionValue: { reaction: 'maybe' } }])
      expect((await bot.send(invoke(connector.url, 'message/submitAction', value, { replyToId: 'a' }))).status).toBe(
        400,
      )
    const value = { actionName: 'feedback', actionValue: { reaction: 'like', feedback: 'not JSON' } }
    expect((await bot.send(invoke(connector.url, 'message/submitAction', value))).status).toBe(400)
    expect(bot.ratings).toEqual([])
  })

  test.each(['composeExtension/query', 'task/fetch', 'signin/verifyState', undefined])(
    'of the name %s is not implemented',
    async (name) => {
      await using connector = await aConnector()
      await using bot = await open()
      expect((await bot.send(invoke(connector.url, name as string, {}))).status).toBe(501)
      expect(bot.errors).toEqual([])
    },
  )
})

describe('a rating', () => {
  test('by the event rates the reply it names', async () => {
    await using bot = await open()
    const { body } = await bot.send(message('额度'))
    const { id } = body.activities[0].channelData.tongguan
    const event = { ...message(''), type: 'event', name: 'tongguan/rating' }
    expect((await bot.send({ ...event, value: { id, helpful: false, reason: '太长' } })).status).toBe(200)
    expect(bot.ratings).toEqual([{ id, helpful: false, reason: '太长' }])
    expect((await bot.send({ ...event, value: { id: 'none', helpful: true } })).body).toMatchObject({
      status: 400,
      errors: [{ field: 'value.id' }],
    })
    expect((await bot.send({ ...event, value: { id } })).status).toBe(400)
  })

  test('by a reaction that likes a message says it helped; others say nothing', async () => {
    await using connector = await aConnector()
    await using bot = await open()
    await bot.send({ ...message('额度'), deliveryMode: undefined, serviceUrl: connector.url })
    const react = (type: string, replyToId: string) =>
      bot.send({ ...message(''), type: 'messageReaction', replyToId, reactionsAdded: [{ type }] })
    await react('sad', 'taken-1')
    await react('like', 'another')
    expect(bot.ratings).toEqual([])
    expect((await react('like', 'taken-1')).status).toBe(200)
    expect(bot.ratings).toMatchObject([{ helpful: true }])
  })
})

describe('a slow answer', () => {
  const slowly = async (more: Record<string, unknown> = {}) => {
    const connector = await aConnector()
    const conversation = aConversation()
    const answer = Promise.withResolvers<void>()
    const bot = await open({
      slow: 1,
      respond: async (utterance) => {
        await answer.promise
        return conversation.respond(utterance)
      },
    })
    const sent = bot.send({
      ...message('额度'),
      channelId: 'msteams',
      deliveryMode: undefined,
      serviceUrl: connector.url,
      ...more,
    })
    return { bot, connector, answer, sent, types: () => connector.taken.map(({ body: { type } }) => type) }
  }

  test('is preceded by a sign that somebody writes', async () => {
    const { bot, connector, answer, sent, types } = await slowly()
    await expect.poll(types).toEqual(['typing'])
    answer.resolve()
    expect((await sent).status).toBe(200)
    expect(types()).toEqual(['typing', 'message'])
    await Promise.all([bot, connector].map((part) => part[Symbol.asyncDispose]()))
  })

  test('comes without on channels that show none, and where replies are expected in the response', async () => {
    for (const more of [{ channelId: 'sms' }, { deliveryMode: 'expectReplies' }]) {
      const { bot, connector, answer, sent, types } = await slowly(more)
      await new Promise((resolve) => setTimeout(resolve, 20))
      answer.resolve()
      await sent
      expect(types()).not.toContain('typing')
      await Promise.all([bot, connector].map((part) => part[Symbol.asyncDispose]()))
    }
  })
})

describe('with credentials', () => {
  const tenant = randomUUID()
  const elsewhere = randomUUID()
  const clientId = randomUUID()
  const kid = 'key-1'
  let authority: Served
  let trusted: CryptoKey
  let published: CryptoKey
  let bot: Awaited<ReturnType<typeof open>>

  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256')
    trusted = privateKey
    published = publicKey
    const keys = [{ ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' }]
    authority = await serve({
      id: 'bot-framework',
      attach(routes) {
        routes.get(`/${tenant}/discovery/v2.0/keys`, (_request, response) => void response.json({ keys }))
      },
    })
    const credentials = { clientId, clientSecret: 'secret', tenantId: tenant, authority: authority.url }
    bot = await open({ credentials, production: true })
  })
  afterAll(async () => {
    await bot.served[Symbol.asyncDispose]()
    await authority[Symbol.asyncDispose]()
  })

  const sound = () => ({ iss: `${authority.url}/${tenant}/v2.0`, aud: clientId, tid: tenant })
  const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds
  const sign = (claims: Record<string, unknown>, key: CryptoKey | Uint8Array = trusted, alg = 'RS256') =>
    new SignJWT({ iat: inSeconds(0), exp: inSeconds(3600), ...claims }).setProtectedHeader({ alg, kid }).sign(key)
  const sendWith = (token: string) => bot.send(message('额度'), { authorization: `Bearer ${token}` })

  test('a token of the trusted key passes', async () => {
    expect((await sendWith(await sign(sound()))).body.activities).toMatchObject([{ text: '**额度**' }])
    expect((await sendWith(await sign({ ...sound(), iss: `https://sts.windows.net/${tenant}/` }))).status).toBe(200)
  })

  const forged: [string, () => Promise<string> | string][] = [
    ['signed by another key', async () => sign(sound(), (await generateKeyPair('RS256')).privateKey)],
    [
      'signed with the public key as if it were a secret',
      async () => sign(sound(), new TextEncoder().encode(await exportSPKI(published)), 'HS256'),
    ],
    ['not signed', () => new UnsecuredJWT(sound()).setExpirationTime('1h').encode()],
    ['cut short', async () => (await sign(sound())).slice(0, -20)],
    [
      'with claims put in afterwards',
      async () => {
        const [header, , signature] = (await sign({ ...sound(), aud: 'another' })).split('.')
        const claims = Buffer.from(JSON.stringify({ ...sound(), exp: inSeconds(3600) })).toString('base64url')
        return `${header}.${claims}.${signature}`
      },
    ],
    ['from another issuer', () => sign({ ...sound(), iss: 'https://evil.example/v2.0' })],
    ['from another tenant', () => sign({ ...sound(), iss: `https://sts.windows.net/${elsewhere}/`, tid: elsewhere })],
    [
      'from an issuer that is not its tenant',
      () => sign({ ...sound(), iss: `https://sts.windows.net/${tenant}/`, tid: randomUUID() }),
    ],
    ['from nobody', () => sign({ aud: clientId })],
    ['for another bot', () => sign({ ...sound(), aud: randomUUID() })],
    ['for nobody', () => sign({ iss: sound().iss })],
    ['expired an hour ago', () => sign({ ...sound(), exp: inSeconds(-3600) })],
    ['not yet valid', () => sign({ ...sound(), nbf: inSeconds(3600) })],
    ['that is none', () => 'rubbish'],
  ]
  test.each(forged)('a token %s is refused', async (_, token) => {
    const heard = bot.heard.length
    const { status, headers, body } = await sendWith(await token())
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'unauthorized' })
    expect(headers.get('www-authenticate')).toBe('Bearer')
    expect(bot.heard).toHaveLength(heard)
  })

  test.each([{}, { authorization: '' }, { authorization: 'Basic dXNlcjpwYXNz' }, { authorization: 'Bearer' }])(
    'headers of %j are refused',
    async (headers: Record<string, string>) => {
      expect((await bot.send(message('额度'), headers)).body).toMatchObject({ status: 401, code: 'unauthorized' })
    },
  )

  test('a sound token does not let its bearer send the bot elsewhere', async () => {
    for (const [serviceUrl, claim] of [
      ['https://evil.example/', undefined],
      ['https://webchat.botframework.com/', 'https://smba.trafficmanager.net/'],
    ]) {
      const token = await sign({ ...sound(), ...(claim && { serviceurl: claim }) })
      const { status, body } = await bot.send({ ...message('额度'), serviceUrl }, { authorization: `Bearer ${token}` })
      expect({ status, field: body.errors[0].field }).toEqual({ status: 403, field: 'serviceUrl' })
    }
  })

  test('nothing of this surprised the service', () => {
    expect(bot.served.surprises).toEqual([])
    expect(bot.errors).toEqual([])
  })
})

describe('what was told before', () => {
  const told = Object.fromEntries(
    Object.entries(replyTo({ text: '一年能买多少', channel: 'bot-framework', speaker: 'u' })).filter(
      ([name]) => name !== 'id',
    ),
  ) as Told
  test.each<[string, Record<string, unknown>]>([
    ['to somebody', {}],
    ['to nobody in particular', { from: undefined }],
    ['on Teams', { channelId: 'msteams' }],
    ['on a channel within another', { channelId: 'msteams', entities: [{ type: 'ProductInfo', id: 'COPILOT' }] }],
  ])('leaves as it left the first time: %s', async (_, more) => {
    await using first = await open({ respond: async () => ({ id: 'r1', ...told }) })
    await using again = await open({ respond: async () => tellAgain('r1', told) })
    const sent = { ...message('一年能买多少'), ...more }
    const left = await first.send(sent)
    expect(left.status).toBe(200)
    expect(left.body.activities[0].text).toContain('一年能买多少')
    for (let time = 0; time < 2; time++) {
      const { status, body } = await again.send(sent)
      expect({ status, body }).toEqual({ status: left.status, body: left.body })
    }
  })
})
