import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createResponder } from '../../../src/conversation/respond.ts'
import { sessionsInMemory } from '../../../src/conversation/sessions.ts'
import { turnsInMemory } from '../../../src/conversation/turn-memory.ts'
import type { ChannelId } from '../../../src/core/channel-id.ts'
import type { Desk } from '../../../src/core/desk.ts'
import type { Reply } from '../../../src/core/reply.ts'
import type { Database } from '../../../src/database/database.ts'
import { openDatabase } from '../../../src/database/open.ts'
import { openDesk } from '../../../src/desk.ts'
import type { AskedQuestion } from '../../../src/questions/question-log.ts'
import { WEIGHTS } from '../../../src/search/weights.ts'
import { understanding, wording } from '../talking.ts'

let database: Database
let desk: Desk
const recorded: AskedQuestion[] = []
let at = new Date('2026-11-23T08:00:00Z')
/** One for all conversations, as in the service: no errand may be answered from it. */
const memory = turnsInMemory()
beforeAll(async () => {
  database = await openDatabase('sqlite::memory:')
  desk = openDesk(database, { askAPerson: true, now: () => at })
})
afterAll(() => database?.[Symbol.asyncDispose]())

/** A conversation of its own with a desk behind it, on a channel that can be written to or not. */
function talking({ reachable = true, with: at_ = desk }: { reachable?: boolean; with?: Desk } = {}) {
  const respond = createResponder({
    understanding: () => understanding,
    weights: WEIGHTS,
    sessions: sessionsInMemory({ now: () => 0 }),
    memory,
    questions: { record: async (question) => void recorded.push(question) },
    translate: wording,
    desk: at_,
    publicUrl: 'https://example.cn',
    now: () => at,
    tick: () => 0,
    onFailure: ({ error }) => {
      throw error
    },
  })
  const speaker = crypto.randomUUID()
  const channel: ChannelId = reachable ? 'bot-framework' : 'web'
  const say = (text: string): Promise<Reply> =>
    respond({ text, channel, conversation: speaker, speaker, address: reachable ? `to ${speaker}` : undefined })
  return { say, speaker, channel }
}

describe('whoever wants to be told when something changes', () => {
  test.each([
    ['有变化告诉我', '跨境电商一年能买多少钱的东西', /年.*一有变化/],
    ['tell me when this changes', 'how much may I buy through CBEC in a year', /I will tell you here/],
  ])('says so after an answer: %s', async (wish, question, done) => {
    const { say, speaker, channel } = talking()
    const answer = await say(question)
    const { outcome, why, text } = await say(wish)
    expect([outcome, why]).toEqual(['courtesy', 'subscribe'])
    expect(text).toMatch(done)
    expect(await desk.subscriptions?.of({ channel, speaker })).toEqual([{ entry: answer.entry }])
  })

  test('sees the list, and takes it back in words', async () => {
    const { say, speaker, channel } = talking()
    await say('跨境电商一年能买多少钱的东西')
    await say('订阅')
    expect((await say('我的订阅')).text).toMatch(/^您关注了：\n\n- /)
    expect((await say('退订')).why).toBe('unsubscribe')
    expect(await desk.subscriptions?.of({ channel, speaker })).toEqual([])
    expect((await say('退订')).text).toContain('还没有订阅')
  })

  test('may follow a whole topic', async () => {
    const { say, speaker, channel } = talking()
    await say('跨境电商一年能买多少钱的东西')
    await say('这个话题有变化通知我')
    expect(await desk.subscriptions?.of({ channel, speaker })).toEqual([{ topic: 'quota.annual' }])
  })

  test('is told where to look on a channel that cannot be written to', async () => {
    const { say, speaker, channel } = talking({ reachable: false })
    await say('how much may I buy through CBEC in a year')
    expect((await say('notify me if it changes')).text).toContain('https://example.cn/en/changes')
    expect(await desk.subscriptions?.of({ channel, speaker })).toEqual([])
  })

  test('is asked what about when nothing was said before', async () => {
    expect((await talking().say('订阅')).text).toContain('先问一个问题')
  })
})

describe('whoever wants a person to answer', () => {
  const UNANSWERABLE = '寄给外婆的手织毛衣缩水了算不算质量问题'

  test('is told the hours and the time it takes, confirms, and gets a reference', async () => {
    const { say } = talking({ reachable: false })
    await say(`${UNANSWERABLE} 我电话13812345678`)
    const offered = await say('转人工')
    expect(offered.text).toContain('毛衣')
    expect(offered.text).not.toContain('13812345678')
    expect(offered.text).toMatch(/周一至周五 09:00–17:30/)
    expect(offered.text).toMatch(/2 个工作日内/)
    const handed = await say('1')
    const [reference = ''] = /TG-[0-9A-Z]{10}/.exec(handed.text) ?? []
    expect(handed.why).toBe('hand-over')
    expect(await desk.handovers?.see(reference)).toMatchObject({ state: 'open', locale: 'zh-Hans' })
    expect((await say(reference)).text).toContain('还在等工作人员认领')
  })

  test('reads the answer under the reference, from anywhere, in any case', async () => {
    const { say } = talking({ reachable: false })
    await say('can a knitted jumper that shrank be sent to my aunt on the moon')
    await say('ask a person')
    const reference = /TG-[0-9A-Z]{10}/.exec((await say('yes')).text)?.[0] ?? ''
    await desk.handovers?.claim(reference, 'Chen')
    await desk.handovers?.answer(reference, 'Chen', 'No, it cannot.')
    const { text, why } = await talking({ reachable: false }).say(`what became of ${reference.toLowerCase()}?`)
    expect([why, text]).toEqual(['reference', expect.stringContaining('No, it cannot.')])
  })

  test('is offered one where nothing fits, and may decline', async () => {
    const { say } = talking()
    const { choices, why } = await say('asdf qwer zxcv')
    if (why === 'no-match') expect(choices.map(({ label }) => label)).toContain('Ask a person')
    await say('转人工')
    expect((await say('不用了')).why).not.toBe('hand-over')
    expect((await say('好的')).why).not.toBe('hand-over')
  })

  test('is told when the office is closed', async () => {
    at = new Date('2026-11-22T20:00:00Z')
    const { say } = talking()
    await say(UNANSWERABLE)
    expect((await say('转人工')).text).toContain('现在不在办公时间')
    at = new Date('2026-11-23T08:00:00Z')
  })

  test('gets the usual answer where the office takes no questions', async () => {
    const { say } = talking({ with: {} })
    await say(UNANSWERABLE)
    expect((await say('转人工')).why).not.toBe('hand-over')
  })

  test('an unknown reference is said to be unknown', async () => {
    expect((await talking().say('TG-0000000000')).text).toContain('没有找到编号')
  })
})

describe('wishes', () => {
  test.each([
    '跨境电商退货规定变了吗',
    '可以带两瓶酒吗',
    'what changed in 2026',
    'can I speak to customs about my goods being held at the airport for ten days now',
    '好的那红酒呢',
  ])('are not read into a question: %s', async (text) => {
    expect(['subscribe', 'hand-over', 'unsubscribe']).not.toContain((await talking().say(text)).why)
  })

  test('are logged as what they are', () => {
    expect(recorded.filter(({ why }) => why === 'subscribe').length).toBeGreaterThan(3)
  })
})
