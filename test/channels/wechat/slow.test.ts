import { expect, test, vi } from 'vitest'
import type { Utterance } from '../../../src/core/utterance.ts'
import { aConversation } from '../served.ts'
import type { Answered, Fields } from './client.ts'
import { openWeChat } from './opened.ts'

/** When the platform hangs up, in milliseconds, and how often it sends a message in all. */
const PLATFORM_WAITS = 5_000
const ATTEMPTS = 3

/** A conversation in which each answer comes when it is let out. */
function slowly() {
  const conversation = aConversation()
  const gates = new Map<string, PromiseWithResolvers<void>>()
  return {
    ...conversation,
    async respond(utterance: Utterance) {
      const gate = Promise.withResolvers<void>()
      gates.set(utterance.text, gate)
      const reply = await conversation.respond(utterance)
      await gate.promise
      return reply
    },
    letOut: (text: string) => gates.get(text)?.resolve(),
  }
}

type Opened = Awaited<ReturnType<typeof openWeChat>>

/** What comes back before the platform hangs up, on the clock that we hold; fails when nothing does. */
async function inTime({ clock }: Opened, answered: Promise<Answered>): Promise<string | undefined> {
  await vi.waitFor(() => expect(clock.waiting()).toBeGreaterThan(0), 20_000)
  clock.advance(PLATFORM_WAITS - 1)
  return (await answered).content
}

const asked = ({ platform }: Opened, text: string): Fields => platform.message('o1', 'text', { Content: text })

test('an answer that takes too long is announced in time, and comes when it is asked for with 继续', async () => {
  const conversation = slowly()
  await using bot = await openWeChat(conversation)
  expect(await inTime(bot, bot.platform.push(asked(bot, '额度')))).toMatch(/^正在查，请等几秒再回复“继续”/)
  // Still not there: announced again, and nothing is asked twice.
  expect(await inTime(bot, bot.platform.push(asked(bot, '继续')))).toMatch(/^正在查/)
  conversation.letOut('额度')
  expect(await bot.platform.say('o1', '继续')).toContain('额度')
  expect(await bot.platform.say('o1', '继续')).toMatch(/没有更多/)
  expect(conversation.heard.map(({ text }) => text)).toEqual(['额度'])
  // The answer that came late can be rated and gone on from like any other.
  expect(await bot.platform.say('o1', '有用')).toContain('谢谢')
  expect(conversation.ratings).toHaveLength(1)
})

test('an answer that takes too long comes with the retry, where the announcement was lost, and then not once more', async () => {
  const conversation = slowly()
  await using bot = await openWeChat(conversation)
  const fields = asked(bot, '额度')
  for (let attempt = 1; attempt < ATTEMPTS; attempt++)
    expect(await inTime(bot, bot.platform.push(fields))).toMatch(/^正在查/)
  conversation.letOut('额度')
  expect((await bot.platform.push(fields)).content).toContain('额度')
  expect(await bot.platform.say('o1', '继续')).toMatch(/没有更多/)
  expect(conversation.heard).toHaveLength(1)
})

test('several late answers come in the order of their questions', async () => {
  const conversation = slowly()
  await using bot = await openWeChat(conversation)
  for (const text of ['一', '二']) await inTime(bot, bot.platform.push(asked(bot, text)))
  conversation.letOut('二')
  conversation.letOut('一')
  expect(await bot.platform.say('o1', '继续')).toMatch(/^【一/)
  expect(await bot.platform.say('o1', '繼續')).toMatch(/^【二/)
  expect(await bot.platform.say('o1', '继续')).toMatch(/没有更多/)
})

test('whoever asks something else meanwhile is answered, and the late answer is still there', async () => {
  const conversation = slowly()
  await using bot = await openWeChat(conversation)
  await inTime(bot, bot.platform.push(asked(bot, '一')))
  const other = bot.platform.push(asked(bot, '二'))
  await vi.waitFor(() => expect(conversation.heard).toHaveLength(2), 20_000)
  conversation.letOut('二')
  expect((await other).content).toMatch(/^【二/)
  conversation.letOut('一')
  expect(await bot.platform.say('o1', '继续')).toMatch(/^【一/)
})

test('whoever writes English is asked to wait in English', async () => {
  const conversation = slowly()
  await using bot = await openWeChat(conversation)
  expect(await inTime(bot, bot.platform.push(asked(bot, 'How much may I buy?')))).toMatch(/^One moment.*“more”/)
  conversation.letOut('How much may I buy?')
  expect(await bot.platform.say('o1', 'more')).toMatch(/^【How much/)
})

test('an answer in time leaves no clock running', async () => {
  await using bot = await openWeChat()
  await bot.platform.say('o1', '额度')
  expect(bot.clock.waiting()).toBe(0)
})
