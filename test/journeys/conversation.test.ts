import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reply } from '../../src/core/reply.ts'
import { type Service, startService } from './service.ts'

let service: Service
beforeAll(async () => {
  service = await startService({ RATE_PER_MINUTE: '0' })
})
afterAll(() => service?.[Symbol.asyncDispose]())

/** A conversation of its own: one question after the other. */
const talk = (more: Record<string, unknown> = {}) => {
  const conversation = crypto.randomUUID()
  return (question: string) => service.ask(question, { conversation, ...more })
}

/** A word so bare that it can mean several things, said in a conversation of its own, and the reply that asks which. */
async function ambiguous(words: string[]): Promise<{ say: ReturnType<typeof talk>; reply: Reply }> {
  for (const word of words) {
    const say = talk()
    const reply = await say(word)
    if (reply.outcome === 'clarified') return { say, reply }
  }
  return expect.fail(`none of ${words} is ambiguous`)
}
const BARE = ['红酒', '退货', '限额', '奶粉', '清单']

describe('a menu', () => {
  test('offers at most three entries and “none of these”, numbered', async () => {
    const { choices, text } = (await ambiguous(BARE)).reply
    expect(choices.length).toBeGreaterThanOrEqual(3)
    expect(choices.length).toBeLessThanOrEqual(4)
    expect(choices.at(-1)?.label).toBe('都不是')
    choices.forEach(
      ({ label }, index) =>
        void expect(text).toMatch(new RegExp(`^${index + 1}\\. (?:\\*\\*)?${RegExp.escape(label)}`, 'm')),
    )
  })

  test.each(['1', '2', ' 2. ', '（1）', '1、', '２', '①'])('is answered by the number %j', async (typed) => {
    const {
      say,
      reply: { choices },
    } = await ambiguous(BARE)
    const number = Number(typed.normalize('NFKC').match(/\d/)?.[0])
    const chosen = await say(typed)
    expect(chosen.outcome).toBe('answered')
    expect(chosen.entry).toBe((await service.ask(choices[number - 1]?.utterance ?? '')).entry)
  })

  test('is answered by pressing a button, which needs no memory', async () => {
    const { choices } = (await ambiguous(BARE)).reply
    for (const { utterance } of choices.slice(0, -1))
      expect(await service.ask(utterance)).toMatchObject({ outcome: 'answered' })
  })

  test('takes “none of these” for an answer, by number and by words', async () => {
    for (const typed of ['都不是', '以上都不是', 'none of these', 'last']) {
      const {
        say,
        reply: { choices },
      } = await ambiguous(BARE)
      const reply = await say(typed === 'last' ? `${choices.length}` : typed)
      expect(reply).toMatchObject({ outcome: 'declined', why: 'none-of-these' })
      expect(reply.choices.length).toBeGreaterThan(0)
    }
  })

  test('in English is answered in English, though a number has no language', async () => {
    const { say } = await ambiguous(['wine', 'limits', 'return', 'milk powder', 'identity'])
    expect(await say('1')).toMatchObject({ outcome: 'answered', locale: 'en' })
  })

  test('in traditional Chinese is answered in traditional Chinese', async () => {
    const { say } = await ambiguous(['紅酒', '退貨', '限額', '清單'])
    expect(await say('1')).toMatchObject({ outcome: 'answered', locale: 'zh-Hant' })
  })

  test('belongs to one conversation: the number means nothing in another', async () => {
    await ambiguous(BARE)
    expect(await talk()('1')).not.toMatchObject({ outcome: 'answered' })
    expect(await service.ask('1')).not.toMatchObject({ outcome: 'answered' })
  })

  test.each([
    ['第二个', 1],
    ['选第一个吧', 0],
    ['the second one', 1],
    ['option 1', 0],
  ])('is answered by %s', async (typed, index) => {
    const {
      say,
      reply: { choices },
    } = await ambiguous(BARE)
    const chosen = await say(typed)
    expect(chosen.entry).toBe((await service.ask(choices[index]?.utterance ?? '')).entry)
  })

  test('is answered by the words of a choice, whole or in part', async () => {
    const { reply, say } = await ambiguous(BARE)
    const label = reply.choices[0]?.label ?? ''
    expect((await say(label)).entry).toBe((await service.ask(reply.choices[0]?.utterance ?? '')).entry)
  })

  test('does not swallow a new question', async () => {
    const { say } = await ambiguous(BARE)
    expect(await say('今年还能买多少跨境商品？')).toMatchObject({ outcome: 'answered', entry: 'annual-limit' })
  })
})

describe('what follows an answer', () => {
  /** Goes on with a few words; where several things can be meant, takes the one of this title. */
  async function goOn(say: (question: string) => Promise<Reply>, words: string, title: string): Promise<Reply> {
    const reply = await say(words)
    if (reply.outcome !== 'clarified') return reply
    return say(`${reply.choices.findIndex(({ label }) => label === title) + 1}`)
  }

  test.each([
    ['葡萄酒和清酒的税率', '那啤酒呢', '啤酒的税率', 'beer-rate'],
    ['奶粉的税率是多少', '那红酒呢', '葡萄酒和清酒的税率', 'wine-sake-rate'],
    ['葡萄酒和清酒的稅率', '那啤酒呢', '啤酒的稅率', 'beer-rate'],
    ['Tax on wine and sake', 'what about spirits?', 'Tax on whisky and other spirits', 'spirits-rate'],
  ])(
    'after “%s”, “%s” goes on about the same thing and does not repeat what was said',
    async (question, words, title, entry) => {
      const say = talk()
      const first = await say(question)
      expect(first.outcome).toBe('answered')
      const next = await goOn(say, words, title)
      expect(next).toMatchObject({ outcome: 'answered', entry, locale: first.locale })
    },
  )

  test('asking for the source names the documents of the answer before', async () => {
    const say = talk()
    const { entry, citations } = await say('今年还能买多少跨境商品？')
    expect(await say('依据是什么')).toMatchObject({ entry, citations })
  })

  test('two conversations at once do not mix', async () => {
    const [one, other] = [talk(), talk()]
    await Promise.all([one('今年还能买多少跨境商品？'), other('葡萄酒和清酒的税率')])
    const [first, second] = await Promise.all([one('依据是什么'), other('依据是什么')])
    expect([first.entry, second.entry]).toEqual(['annual-limit', 'wine-sake-rate'])
    expect(await talk()('依据是什么')).not.toHaveProperty('entry')
  })

  test('on the page without script, the page itself carries the conversation on', async () => {
    const post = async (fields: Record<string, string>) => {
      const response = await fetch(`${service.url}/?lang=en`, { method: 'POST', body: new URLSearchParams(fields) })
      const page = await response.text()
      return { page, conversation: /name="conversation" value="([^"]+)"/.exec(page)?.[1] ?? '' }
    }
    const { conversation, page } = await post({ q: 'How much may I still buy this year?' })
    expect(page).toContain('26,000 yuan')
    await post({ q: 'source?', conversation })
    const logged = (await service.exported()).filter(({ channel }) => channel === 'web')
    expect(logged.map(({ outcome, entry }) => ({ outcome, entry }))).toEqual([
      { outcome: 'answered', entry: 'annual-limit' },
      { outcome: 'courtesy', entry: 'annual-limit' },
    ])
  })
})
