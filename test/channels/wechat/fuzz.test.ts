import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'
import { MOST_BYTES } from '../../../src/channels/wechat/parts.ts'
import { writeXml } from '../../../src/channels/wechat/xml.ts'
import { OUTCOMES } from '../../../src/core/answer.ts'
import { LOCALES } from '../../../src/core/locale.ts'
import type { Respond } from '../../../src/core/reply.ts'
import { replyTo } from '../served.ts'
import type { Mode } from './client.ts'
import { openWeChat } from './opened.ts'
import { RECORDED } from './recorded.ts'

vi.setConfig({ testTimeout: 180_000 })

const MODES: Mode[] = ['plain', 'compatible', 'encrypted']
const MESSAGES = 10_000
/** How many are under way at a time. */
const AT_ONCE = 24
const SEED = 20_261_129

const unhandled: unknown[] = []
const note = (reason: unknown) => unhandled.push(reason)
process.on('unhandledRejection', note)
afterAll(() => void process.off('unhandledRejection', note))

const hostile = fc.constantFrom(
  '',
  ' ',
  ']]>',
  ']]>]]&gt;<![CDATA[',
  '<xml><Content>x</Content></xml>',
  '<!DOCTYPE x [<!ENTITY a "b">]>&a;',
  '<a href="javascript:alert(1)">x</a>',
  '&#0;&#xD800;&amp;&nope;',
  '\u0000\u0001\u001b[31m\u0007',
  '\uD800',
  '\uFFFE\uFFFF',
  '\u202Eevil\u200B',
  '\uE000粗\uE001',
  '**粗** [链](http://example.cn/?a="b) `码`',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '1. 一\n2. 二',
  '/::)'.repeat(200),
  '[微笑]'.repeat(200),
  '税'.repeat(3000),
  'a'.repeat(9000),
  '。'.repeat(4000),
  `<a href="${'x'.repeat(3000)}">`,
  '__proto__',
  'constructor',
  '继续',
  '有用',
  '没用：慢',
  '1',
  '９',
  'ask:',
  'ask:额度',
  'qrscene_ask:\u0000',
  '-1',
  '99999999999999999999',
  '9'.repeat(13),
)
const value = fc.oneof(
  { weight: 3, arbitrary: hostile },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
)
const types = ['text', 'event', 'voice', 'image', 'video', 'shortvideo', 'location', 'link', 'file', '', '__proto__']
const events = ['subscribe', 'unsubscribe', 'SCAN', 'CLICK', 'VIEW', 'LOCATION', 'scancode_push', 'constructor', '']

/** A message as the platform writes it, with fields as nobody does; most have what every message must. */
const written = fc
  .record(
    {
      FromUserName: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom('o1', 'o2', 'o3', 'o4') },
        { weight: 1, arbitrary: value },
      ),
      ToUserName: fc.oneof({ weight: 9, arbitrary: fc.constant('gh_7f083739789a') }, { weight: 1, arbitrary: value }),
      CreateTime: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom('1764372000', '1764372001') },
        { weight: 1, arbitrary: value },
      ),
      MsgType: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...types) }, { weight: 1, arbitrary: value }),
      MsgId: fc.oneof(fc.nat().map(String), value),
      Content: value,
      Recognition: value,
      Event: fc.constantFrom(...events),
      EventKey: value,
      Label: value,
    },
    { requiredKeys: ['FromUserName', 'ToUserName', 'CreateTime', 'MsgType'] },
  )
  .map((fields) => writeXml(fields as Record<string, string>))

/** A recorded message in which something was put, cut or doubled. */
const spoilt = fc
  .record({ one: fc.constantFrom(...RECORDED.map(([, xml]) => xml)), at: fc.nat(600), cut: fc.nat(40), put: value })
  .map(({ one, at, cut, put }) => one.slice(0, at) + put + one.slice(at + cut))

const bodies = fc.oneof(
  { weight: 6, arbitrary: written },
  { weight: 3, arbitrary: spoilt },
  { weight: 1, arbitrary: value },
)

/** Answers at random, of any outcome and length, in words as hostile as the question; some never come, some fail. */
const answering =
  (pick: (below: number) => number): Respond =>
  async (utterance) => {
    const chance = pick(100)
    if (chance === 0) throw new Error('out of order')
    if (chance === 1) return new Promise(() => {})
    const label = utterance.text.slice(0, 20)
    return {
      ...replyTo(utterance),
      outcome: OUTCOMES[pick(OUTCOMES.length)] ?? 'answered',
      locale: LOCALES[pick(LOCALES.length)] ?? 'zh-Hans',
      text: `**依据**\n\n${`${utterance.text}\n\n`.repeat(1 + pick(4))}[页](https://tongguan.example.cn/zh-Hans/a/x)`,
      choices: Array.from({ length: pick(4) }, () => ({ label, utterance: label })),
    }
  }

test(`${MESSAGES} messages, most of them hostile, get well-formed XML, “success” or a clear refusal, and nothing breaks`, async () => {
  const xmls = fc.sample(bodies, { numRuns: MESSAGES, seed: SEED })
  let state = SEED
  // A linear congruential generator: the same answers in each run.
  const pick = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const counts = { text: 0, received: 0, refused: 0 }
  for (const [index, mode] of MODES.entries()) {
    await using bot = await openWeChat({ mode, respond: answering(pick), publicUrl: 'https://tongguan.example.cn' })
    const queue = xmls.filter((_, one) => one % MODES.length === index)
    const send = async () => {
      for (let xml = queue.pop(); xml !== undefined; xml = queue.pop()) {
        const envelope = bot.platform.envelope(xml)
        const address =
          pick(50) === 0 ? envelope.address.replace(/(nonce|msg_signature|timestamp)=/, '$1=0') : envelope.address
        const { status, body, content } = await bot.platform.deliver({ ...envelope, address })
        // Plain comparisons: ten thousand matchers take longer than the messages.
        const refused = status >= 400 && status < 500 && body.includes('"code"')
        const received = status === 200 && body === 'success'
        const told = content !== undefined && content !== '' && Buffer.byteLength(content) <= MOST_BYTES
        if (!refused && !received && !told) expect.fail(JSON.stringify({ mode, xml, status, body, content }))
        counts[refused ? 'refused' : received ? 'received' : 'text']++
      }
    }
    const sending = Promise.all(Array.from({ length: AT_ONCE }, send))
    // Whoever waits for an answer that never comes is told so when the clock goes on.
    const ticking = setInterval(() => bot.clock.advance(1), 1)
    const late = setInterval(() => bot.clock.waiting() > 0 && bot.clock.advance(5_000), 20)
    await sending.finally(() => {
      clearInterval(ticking)
      clearInterval(late)
    })
    expect(bot.surprises).toEqual([])
    expect(bot.errors.every((error) => error instanceof Error && error.message === 'out of order')).toBe(true)
    expect(await bot.platform.push(bot.platform.message('o9', 'image'))).toMatchObject({ status: 200 })
  }
  expect(counts.text + counts.received + counts.refused).toBe(MESSAGES)
  // The fuzz reaches every way a message can go.
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(MESSAGES / 50)
  expect(unhandled).toEqual([])
})
