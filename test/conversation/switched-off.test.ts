import { describe, expect, test } from 'vitest'
import { createResponder } from '../../src/conversation/respond.ts'
import { sessionsInMemory } from '../../src/conversation/sessions.ts'
import { withoutOff } from '../../src/conversation/switched-off.ts'
import { turnsInMemory } from '../../src/conversation/turn-memory.ts'
import { understand } from '../../src/conversation/understanding.ts'
import { type Controls, NO_CONTROLS } from '../../src/core/controls.ts'
import { keptIndex } from '../../src/kept-index.ts'
import type { AskedQuestion } from '../../src/questions/question-log.ts'
import { WEIGHTS } from '../../src/search/weights.ts'
import { wording } from '../channels/served.ts'
import { shipped } from '../content/shipped.ts'

const understanding = understand(shipped(), keptIndex())
const reason = { 'zh-Hans': '公告正在核对', en: 'a notice is being checked' }
const banner = { id: '1', text: { 'zh-Hans': '元旦照常服务', en: 'Open on New Year' } }

/** A conversation under controls that can be changed while it goes on. */
function talk(controls: Partial<Controls>) {
  const now = { controls: { ...NO_CONTROLS, ...controls } }
  const recorded: AskedQuestion[] = []
  const respond = createResponder({
    understanding: () => understanding,
    weights: WEIGHTS,
    sessions: sessionsInMemory({ now: () => 0 }),
    memory: turnsInMemory(),
    questions: { record: async (turn) => void recorded.push(turn) },
    translate: wording,
    controls: () => now.controls,
    now: () => new Date('2026-11-23T04:00:00Z'),
    tick: () => 0,
    onFailure: ({ error }) => {
      throw error
    },
  })
  const say = (text: string, { conversation = 'one', channel = 'direct-line' as const, ...more } = {}) =>
    respond({ text, channel, conversation, speaker: 'someone', ...more })
  return { say, now, recorded, respond }
}

const LIMIT = '一年最多能买多少'

describe('a topic that is switched off', () => {
  const off = { topics: new Map([['quota.annual', { reason }]]) }

  test('is declined, with the reason in the language of the question and what to do instead', async () => {
    const { say, recorded } = talk(off)
    const reply = await say(LIMIT)
    expect(reply).toMatchObject({ outcome: 'declined', why: 'switched-off', topic: 'quota.annual', citations: [] })
    expect(reply.text).toContain('公告正在核对')
    expect(reply.text).toContain('12360')
    expect(reply.text).not.toMatch(/26,?000/)
    expect(reply.entry).toBeUndefined()
    expect((await say('How much you can buy in a year', { conversation: 'two' })).text).toContain(
      'a notice is being checked',
    )
    expect(recorded[0]).toMatchObject({ outcome: 'declined', why: 'switched-off', topic: 'quota.annual' })
  })

  test('leaves the others as they are, and small talk', async () => {
    const { say } = talk(off)
    expect((await say('退货怎么退税')).why).not.toBe('switched-off')
    expect((await say('你好')).outcome).toBe('courtesy')
  })

  test('cannot be got at by a follow-up on what was told before', async () => {
    const { say, now } = talk({})
    expect((await say(LIMIT)).outcome).toBe('answered')
    now.controls = { ...NO_CONTROLS, ...off }
    expect((await say('那2018年6月1日呢')).why).toBe('switched-off')
    now.controls = NO_CONTROLS
    expect((await say(LIMIT)).outcome).toBe('answered')
  })
})

describe('a service that is switched off', () => {
  test.each(['direct-line', 'web', 'api', 'terminal', 'bot-framework', 'wechat'] as const)(
    'says so on %s, whatever is said',
    async (channel) => {
      const { respond } = talk({ service: { reason } })
      for (const text of [LIMIT, '你好', 'asdf', 'How is the tax worked out?', '']) {
        const reply = await respond({ text, channel, speaker: 'someone' })
        expect(reply).toMatchObject({ outcome: 'declined', why: 'switched-off', choices: [] })
        expect(reply.text).toMatch(/公告正在核对|a notice is being checked/)
      }
    },
  )
})

describe('an announcement', () => {
  test('stands before the first answer of a conversation, and again when it changes', async () => {
    const { say, now } = talk({ banner })
    expect((await say(LIMIT)).text).toMatch(/^\*\*公告：\*\*元旦照常服务\n\n/)
    expect((await say('退货怎么退税')).text).not.toContain('元旦')
    expect((await say(LIMIT, { conversation: 'two' })).text).toContain('元旦')
    now.controls = { ...NO_CONTROLS, banner: { ...banner, id: '2' } }
    expect((await say('退货怎么退税')).text).toContain('元旦')
    now.controls = NO_CONTROLS
    expect((await say('退货怎么退税')).text).not.toContain('元旦')
  })

  test('is in the reader’s script and language', async () => {
    const { say } = talk({ banner })
    expect((await say('一年之內最多可以買幾多錢跨境貨', { conversation: 'hant' })).text).toContain('元旦照常服務')
    expect((await say('How much you can buy in a year', { conversation: 'en' })).text).toContain('Open on New Year')
  })

  test('stands before every answer to a question that stands alone', async () => {
    const { respond } = talk({ banner })
    for (let each = 0; each < 2; each++)
      expect((await respond({ text: LIMIT, channel: 'api', speaker: 'someone' })).text).toContain('元旦')
  })

  test('is left to the chat page where that shows it', async () => {
    const { respond } = talk({ banner })
    expect((await respond({ text: LIMIT, channel: 'web', speaker: 'someone' })).text).not.toContain('元旦')
  })
})

describe('what would be told besides', () => {
  const { topic = '' } = shipped().entries.get('annual-limit') ?? {}
  const off: Controls = { ...NO_CONTROLS, topics: new Map([[topic, { reason }]]) }
  const answer = { outcome: 'asked', advisor: 'import-tax', topic: 'tax.formula', missing: 'price' } as const

  test('is not told where its topic is off', () => {
    expect(withoutOff({ answer, also: 'annual-limit' }, off, shipped()).also).toBeUndefined()
    expect(withoutOff({ answer, also: 'single-limit' }, off, shipped()).also).toBe('single-limit')
    expect(withoutOff({ answer, also: 'annual-limit' }, NO_CONTROLS, shipped()).also).toBe('annual-limit')
  })

  test('is no choice of a question back, unless nothing else is', () => {
    const asked = (choices: string[]) => ({ answer: { outcome: 'clarified' as const, choices, nearest: choices } })
    const { answer: some } = withoutOff(asked(['annual-limit', 'single-limit']), off, shipped())
    expect(some).toEqual({ outcome: 'clarified', choices: ['single-limit'], nearest: ['single-limit'] })
    expect(withoutOff(asked(['annual-limit']), off, shipped()).answer).toEqual(asked(['annual-limit']).answer)
  })
})
