import { describe, expect, test, vi } from 'vitest'
import { LARGEST_BODY } from '../../../src/channels/json-body.ts'
import { turnsPerMinute } from '../../../src/core/rate-limit.ts'
import type { Reply } from '../../../src/core/reply.ts'
import { aConversation, replyTo } from '../served.ts'
import { ACCOUNT, type Mode, weChatPlatform } from './client.ts'
import { openWeChat } from './opened.ts'
import { RECORDED } from './recorded.ts'

const MODES: Mode[] = ['plain', 'compatible', 'encrypted']

/** A conversation that answers with replies of this shape. */
const telling = (more: Partial<Reply>) => {
  const conversation = aConversation()
  const respond: typeof conversation.respond = async (utterance) => ({
    ...(await conversation.respond(utterance)),
    ...more,
  })
  return { ...conversation, respond }
}

describe('the check of the address', () => {
  test('is answered with what the platform sent', async () => {
    await using bot = await openWeChat()
    expect(await bot.platform.verify('5872347812345678')).toEqual({
      status: 200,
      body: '5872347812345678',
      type: 'text/plain; charset=utf-8',
    })
    expect((await bot.platform.verify('<script>')).type).toMatch('text/plain')
  })

  test('is refused without the token, and when it is old or from the future', async () => {
    await using bot = await openWeChat()
    const { platform, clock } = bot
    expect(
      (await weChatPlatform(bot.url, { account: { ...ACCOUNT, token: 'other' }, now: clock.now }).verify('1')).status,
    ).toBe(403)
    for (const [seconds, status] of [
      [-301, 403],
      [-299, 200],
      [299, 200],
      [301, 403],
    ] as const) {
      const timestamp = String(clock.now() / 1000 + seconds)
      expect((await platform.verify('1', { timestamp, nonce: '7' })).status).toBe(status)
    }
    for (const timestamp of ['', 'now', '1e9', '-1', String(clock.now())])
      expect((await platform.verify('1', { timestamp, nonce: '7' })).status).toBe(403)
    expect((await platform.verify('1', undefined, '')).status).toBe(403)
    expect((await fetch(`${bot.url}/wechat`)).status).toBe(403)
    expect((await fetch(`${bot.url}/wechat?signature=a&signature=b&timestamp[]=1&nonce=1`)).status).toBe(403)
  })

  test('any other method is refused', async () => {
    await using bot = await openWeChat()
    const { status, headers } = await fetch(`${bot.url}/wechat`, { method: 'PUT' })
    expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'GET, HEAD, POST, OPTIONS' })
  })
})

describe.each(MODES)('in %s mode', (mode) => {
  test('a text is an utterance, and its answer comes back in the response, from us to whoever asked', async () => {
    await using bot = await openWeChat({ mode })
    const { status, content, fields } = await bot.platform.push(
      bot.platform.message('o1', 'text', { Content: '额度 & <b>' }),
    )
    expect(status).toBe(200)
    expect(content).toContain('额度')
    expect([...fields.keys()]).toEqual(['ToUserName', 'FromUserName', 'CreateTime', 'MsgType', 'Content'])
    expect(fields.get('ToUserName')).toBe('o1')
    expect(fields.get('FromUserName')).toMatch(/^gh_/)
    expect(bot.heard).toEqual([{ text: '额度 & <b>', channel: 'wechat', conversation: 'o1', speaker: 'o1' }])
  })

  test.each(RECORDED)('a recorded %s gets a text or nothing, as it should', async (_, xml, expected) => {
    await using bot = await openWeChat({ mode })
    const { status, body, content } = await bot.platform.deliver(bot.platform.envelope(xml))
    expect(status).toBe(200)
    if (expected.kind === 'left' || expected.kind === 'report') expect(body).toBe('success')
    else expect(content?.length).toBeGreaterThan(5)
    const asked = 'text' in expected && expected.text !== undefined ? [expected.text] : []
    expect(bot.heard.map(({ text }) => text)).toEqual(asked)
    expect(bot.surprises).toEqual([])
  })

  test('nothing unsigned is read', async () => {
    await using bot = await openWeChat({ mode })
    const { address, body } = bot.platform.envelope('<xml></xml>')
    for (const forged of [
      address.replace(/signature=\w/, 'signature='),
      address.replace(/nonce=\d/, 'nonce=x'),
      `${bot.url}/wechat`,
    ])
      expect((await bot.platform.deliver({ address: forged, body })).status).toBe(403)
    const stranger = weChatPlatform(bot.url, { mode, account: { ...ACCOUNT, token: 'other' }, now: bot.clock.now })
    expect((await stranger.push(stranger.message('o1', 'text', { Content: '额度' }))).status).toBe(403)
    expect(bot.heard).toEqual([])
  })

  test('what is no message costs a clear refusal, and the next one is answered', async () => {
    await using bot = await openWeChat({ mode })
    const bad = ['', 'hello', '<xml>', '<xml></xml>', '<!DOCTYPE x [<!ENTITY a "b">]><xml><A>&a;</A></xml>']
    for (const xml of bad) {
      const { status, body } = await bot.platform.deliver(bot.platform.envelope(xml))
      // In compatible mode what is no XML has no place for its encrypted half, and so no signature.
      const told = { xml, status, code: JSON.parse(body).code }
      expect([
        { xml, status: 400, code: 'bad-request' },
        ...(mode === 'compatible' ? [{ xml, status: 403, code: 'forbidden' }] : []),
      ]).toContainEqual(told)
    }
    const { address } = bot.platform.envelope('<xml></xml>')
    const huge = `<xml><Content>${'税'.repeat(LARGEST_BODY)}</Content></xml>`
    expect((await bot.platform.deliver({ address, body: huge })).status).toBe(413)
    const latin = new Uint8Array([0x3c, 0x78, 0x3e, 0xff])
    expect((await bot.platform.deliver({ address, body: latin })).status).toBe(400)
    expect(await bot.platform.say('o1', '额度')).toContain('额度')
    expect(bot.surprises).toEqual([])
    expect(bot.heard).toHaveLength(1)
  })
})

describe('an account with a key', () => {
  test('takes nothing in the clear', async () => {
    await using bot = await openWeChat()
    const plain = weChatPlatform(bot.url, { mode: 'plain', now: bot.clock.now })
    expect((await plain.push(plain.message('o1', 'text', { Content: '额度' }))).status).toBe(403)
    expect(bot.heard).toEqual([])
  })

  test('takes nothing sealed for another account, under another key, or signed as another text', async () => {
    await using bot = await openWeChat()
    const others = [{ appId: 'wx2c2769f8efd9abc2' }, { key: 'B'.repeat(43) }].map((other) =>
      weChatPlatform(bot.url, { account: { ...ACCOUNT, ...other }, now: bot.clock.now }),
    )
    for (const other of others)
      expect((await other.push(other.message('o1', 'text', { Content: '额度' }))).status).toBe(403)
    const { address } = bot.platform.envelope('<xml></xml>')
    const { body } = bot.platform.envelope('<xml><A>1</A></xml>')
    expect((await bot.platform.deliver({ address, body })).status).toBe(403)
    expect(bot.heard).toEqual([])
  })

  test('believes in compatible mode what was encrypted, not what stands beside it in the clear', async () => {
    await using bot = await openWeChat({ mode: 'compatible' })
    const { address, body } = bot.platform.envelope(
      '<xml><ToUserName>gh</ToUserName><FromUserName>o1</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>额度</Content><MsgId>1</MsgId></xml>',
    )
    await bot.platform.deliver({
      address,
      body: body.replace('额度', '骗人').replace('<FromUserName>o1', '<FromUserName>o2'),
    })
    expect(bot.heard).toMatchObject([{ text: '额度', speaker: 'o1' }])
  })
})

describe('a message that comes again', () => {
  test('gets the same answer and is answered once, under a new signature or the same', async () => {
    await using bot = await openWeChat()
    const { platform } = bot
    const fields = platform.message('o1', 'text', { Content: '额度' })
    const first = await platform.push(fields)
    const again = await platform.push(fields)
    expect(again.content).toBe(first.content)
    const replayed = platform.envelope(
      `<xml><ToUserName>gh</ToUserName><FromUserName>o2</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>税</Content><MsgId>9</MsgId></xml>`,
    )
    const answers = await Promise.all([1, 2, 3].map(() => platform.deliver(replayed)))
    expect(new Set(answers.map(({ content }) => content)).size).toBe(1)
    expect(bot.heard.map(({ text }) => text)).toEqual(['额度', '税'])
  })

  test('as an event is known by who and when', async () => {
    await using bot = await openWeChat()
    const click = { EventKey: 'ask:什么是正面清单？', CreateTime: 1_764_300_000 }
    const first = await bot.platform.event('o1', 'CLICK', click)
    expect(await bot.platform.event('o1', 'CLICK', click)).toBe(first)
    await bot.platform.event('o1', 'CLICK', { ...click, CreateTime: 1_764_300_001 })
    await bot.platform.event('o2', 'CLICK', click)
    expect(bot.heard).toHaveLength(3)
  })

  test('while the first is still being answered waits for that answer', async () => {
    const conversation = aConversation()
    const gate = Promise.withResolvers<void>()
    await using bot = await openWeChat({
      respond: async (utterance) => {
        const reply = await conversation.respond(utterance)
        await gate.promise
        return reply
      },
    })
    const fields = bot.platform.message('o1', 'text', { Content: '额度' })
    const both = [bot.platform.push(fields), bot.platform.push(fields)]
    await vi.waitFor(() => expect(bot.clock.waiting()).toBe(2), 20_000)
    gate.resolve()
    const [first, second] = await Promise.all(both)
    expect(first?.content).toContain('额度')
    expect(second?.content).toBe(first?.content)
    expect(conversation.heard).toHaveLength(1)
  })
})

describe('people come and go', () => {
  test('whoever comes is greeted with questions to begin with, whose numbers work, and nothing is logged', async () => {
    await using bot = await openWeChat()
    const greeting = await bot.platform.event('o1', 'subscribe', { EventKey: '' })
    expect(greeting).toMatch(/^您好[\s\S]*1\. 今年还能买多少跨境商品？\n2\. [\s\S]*You can also ask in English/)
    expect(bot.heard).toEqual([])
    await bot.platform.say('o1', '2')
    expect(bot.heard).toMatchObject([{ text: '跨境电商的税怎么算？' }])
  })

  test('a QR code that asks is answered at once', async () => {
    await using bot = await openWeChat()
    const told = await bot.platform.event('o1', 'subscribe', { EventKey: 'qrscene_ask:海淘一年能买多少', Ticket: 'T' })
    expect(told).toMatch(/^您好[\s\S]*海淘一年能买多少/)
  })

  test('whoever leaves is forgotten', async () => {
    await using bot = await openWeChat()
    await bot.platform.event('o1', 'subscribe', { EventKey: '' })
    expect(await bot.platform.event('o1', 'unsubscribe', { EventKey: '' })).toBeUndefined()
    await bot.platform.say('o1', '2')
    expect(bot.heard).toMatchObject([{ text: '2' }])
  })
})

describe('what holds no words', () => {
  test('is answered with what to do instead, in the language of the talk, and changes nothing in it', async () => {
    await using bot = await openWeChat()
    const { platform } = bot
    expect((await platform.push(platform.message('o1', 'image'))).content).toMatch(/看不懂图片.*打成字/)
    bot.heard.length = 0
    await platform.say('o1', '额度')
    await platform.push(platform.message('o1', 'location', { Location_X: 23, Location_Y: 113 }))
    await platform.say('o1', '1')
    expect(bot.heard.map(({ text }) => text)).toEqual(['额度', '单次交易限值是多少'])
  })

  test('in English for whoever was told something in English', async () => {
    await using bot = await openWeChat(telling({ locale: 'en' }))
    await bot.platform.say('o1', 'How much?')
    expect((await bot.platform.push(bot.platform.message('o1', 'voice'))).content).toMatch(/^I received your voice/)
  })

  test('what was heard is told before the answer, and cannot make a link', async () => {
    await using bot = await openWeChat()
    const Recognition = '额度<a href="http://evil.example">x</a>'
    const { content } = await bot.platform.push(bot.platform.message('o1', 'voice', { Recognition }))
    expect(content).toMatch(/^听到的是：“额度＜a href/)
    expect(content).not.toContain('<a href="http://evil')
    expect(bot.heard).toMatchObject([{ text: Recognition }])
  })
})

describe('choices', () => {
  test('are numbered, and a number says the choice, in any width and with any mark', async () => {
    await using bot = await openWeChat()
    for (const number of ['1', '１', '(1)', '1.', ' 1 ']) {
      expect(await bot.platform.say('o1', '额度')).toContain('回复数字接着问：\n1. 单次限值')
      await bot.platform.say('o1', number)
      expect(bot.heard.at(-1)?.text).toBe('单次交易限值是多少')
    }
  })

  test('a number beyond them, or within a sentence, is what it is', async () => {
    await using bot = await openWeChat()
    for (const text of ['7', '买1件', '1000', '第一个']) {
      await bot.platform.say('o1', '额度')
      await bot.platform.say('o1', text)
      expect(bot.heard.at(-1)?.text).toBe(text)
    }
  })

  test('that the conversation numbers itself are its own', async () => {
    const choices = ['甲', '乙'].map((label) => ({ label, utterance: label }))
    await using bot = await openWeChat(telling({ outcome: 'clarified', text: '哪一个？\n\n1. 甲\n2. 乙', choices }))
    expect(await bot.platform.say('o1', '额度')).toBe('哪一个？\n\n1. 甲\n2. 乙')
  })

  test('of a question for a value are told as words, since a number may be the value', async () => {
    const choices = ['一件', '两件'].map((label) => ({ label, utterance: label }))
    const conversation = telling({ outcome: 'asked', text: '几件？', choices })
    await using bot = await openWeChat(conversation)
    expect(await bot.platform.say('o1', '税')).toBe('几件？\n\n可以这样回复：一件 / 两件')
    await bot.platform.say('o1', '2')
    expect(conversation.heard.at(-1)?.text).toBe('2')
  })
})

describe('a rating', () => {
  test.each([
    ['有用', true, undefined],
    ['没用。', false, undefined],
    ['沒用', false, undefined],
    ['没用：没写日期', false, '没写日期'],
    ['Helpful', true, undefined],
    ['not helpful: too long', false, 'too long'],
  ])('%s is about the answer before it', async (text, helpful, reason) => {
    await using bot = await openWeChat()
    expect(await bot.platform.say('o1', '额度')).toMatch(/回复“有用”或“没用”。$/)
    expect(await bot.platform.say('o1', text)).toContain('谢谢')
    expect(bot.ratings).toMatchObject([{ helpful, reason }])
    expect(bot.heard).toHaveLength(1)
  })

  test('with nothing to rate says so', async () => {
    await using bot = await openWeChat()
    expect(await bot.platform.say('o1', '有用')).toMatch(/还没有可以评价的回答/)
    expect(bot.heard).toEqual([])
  })

  test('没用 after a question for what was spent is its answer', async () => {
    const conversation = telling({ outcome: 'asked', text: '用了多少？', choices: [] })
    await using bot = await openWeChat(conversation)
    await bot.platform.say('o1', '税')
    await bot.platform.say('o1', '没用')
    expect(conversation.heard.at(-1)?.text).toBe('没用')
    expect(conversation.ratings).toEqual([])
  })

  test('a question that begins like one is a question', async () => {
    await using bot = await openWeChat()
    await bot.platform.say('o1', '额度')
    await bot.platform.say('o1', '没用完的额度怎么办')
    expect(bot.ratings).toEqual([])
    expect(bot.heard).toHaveLength(2)
  })
})

test('whoever asks too fast is told so, with the seconds, by speaker, and a retry takes no turn', async () => {
  let at = 0
  await using bot = await openWeChat({ takeTurn: turnsPerMinute(2, () => at) })
  const { platform } = bot
  const fields = platform.message('o1', 'text', { Content: '一' })
  for (let retry = 0; retry < 5; retry++) expect((await platform.push(fields)).content).toContain('一')
  await platform.say('o1', '二')
  expect(await platform.say('o1', '三')).toBe('问得太快了，请等 30 秒再问。')
  expect(await platform.say('o2', '四')).toContain('四')
  expect(bot.heard.map(({ text }) => text)).toEqual(['一', '二', '四'])
  at += 30_000
  expect(await platform.say('o1', '五')).toContain('五')
})

test('a surprise gets an apology in words, and is told to the log', async () => {
  await using bot = await openWeChat({
    respond: async () => {
      throw new Error('out of order')
    },
  })
  expect(await bot.platform.say('o1', 'What may I buy?')).toMatch(/sorry/i)
  expect(bot.errors).toHaveLength(1)
  expect(bot.surprises).toEqual([])
})

test('people who talk at the same time do not hear each other’s answers', async () => {
  await using bot = await openWeChat({ respond: async (utterance) => ({ ...replyTo(utterance), choices: [] }) })
  const speakers = Array.from({ length: 40 }, (_, index) => `o${index}`)
  const told = await Promise.all(speakers.map((speaker) => bot.platform.say(speaker, `问题 ${speaker} 完`)))
  for (const [index, speaker] of speakers.entries()) expect(told[index]).toContain(`问题 ${speaker} 完`)
})
