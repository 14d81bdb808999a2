import { expect, test } from 'vitest'
import type { Address, Delivery } from '../../src/core/address.ts'
import type { Database } from '../../src/database/database.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { migrateSubscriptions } from '../../src/subscriptions/migrations.ts'
import { subscriptionsIn } from '../../src/subscriptions/subscriptions.ts'
import { type Change, noteChanges, tellWaiting } from '../../src/subscriptions/tidings.ts'
import { onEachDatabase } from '../database/each-database.ts'
import { put, smallKnowledge, TODAY } from '../knowledge/small-knowledge.ts'

const FIGURE = 'figures/annual-limit.yaml'
let moment = Date.parse(`${TODAY}T04:00:00Z`)
const now = () => new Date(moment)
const li: Address = { channel: 'bot-framework', speaker: 'li', to: 'conversation-of-li' }
const wang: Address = { channel: 'wechat', speaker: 'wang', to: 'wang' }
const LIMIT = { entry: 'annual-limit' }
const RAISED = () => smallKnowledge({ [FIGURE]: put('value: 26000', 'value: 30000') })
const ANNOUNCED = () =>
  smallKnowledge({
    [FIGURE]: put(
      '{ from: 2019-01-01, value: 26000, document: notice-2018, clause: 第一条 }',
      '{ from: 2019-01-01, to: 2026-12-31, value: 26000, document: notice-2018, clause: 第一条 }\n  - { from: 2027-01-01, value: 30000, document: notice-2018 }',
    ),
  })

/** Messages as they left. */
type Sent = { to: string; changes: Change[]; locale: string }

/** What holds of subscriptions in every database. */
function subscriptionsHold(open: () => Promise<Database>) {
  async function opened() {
    const database = await open()
    await migrateSubscriptions(database)
    const sent: Sent[] = []
    let answer: Delivery = 'sent'
    const parts = (writer = sent) => ({
      database,
      now,
      word: (changes: Change[], locale: string) => JSON.stringify({ changes, locale }),
      writeTo: async ({ to }: Address, { text }: { text: string }) => {
        if (answer === 'sent') writer.push({ to, ...JSON.parse(text) })
        return answer
      },
    })
    const look = async (knowledge: Knowledge, day = TODAY) => {
      await noteChanges(parts(), knowledge, day)
      return tellWaiting(parts())
    }
    return {
      ...subscriptionsIn(database, { now }),
      look,
      sent,
      parts,
      answers: (next: Delivery) => {
        answer = next
      },
      [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
    }
  }

  test('whoever subscribes is listed, and no longer once it is taken back', async () => {
    await using at = await opened()
    await at.add(li, LIMIT, 'zh-Hans')
    await at.add(li, { topic: 'tax.rates' }, 'zh-Hans')
    await at.add(li, LIMIT, 'en')
    expect(await at.of(li)).toEqual([LIMIT, { topic: 'tax.rates' }])
    expect(await at.of(wang)).toEqual([])
    expect(await at.remove(li, LIMIT)).toBe(1)
    expect(await at.remove(li, LIMIT)).toBe(0)
    expect(await at.of(li)).toEqual([{ topic: 'tax.rates' }])
    expect(await at.remove(li)).toBe(1)
    expect(await at.of(li)).toEqual([])
  })

  test('nobody has wishes without end', async () => {
    await using at = await opened()
    for (let n = 0; n < 50; n++) expect(await at.add(li, { entry: `e${n}` }, 'en')).toBe(true)
    expect(await at.add(li, { entry: 'one-more' }, 'en')).toBe(false)
    expect(await at.add(li, { entry: 'e1' }, 'zh-Hans')).toBe(true)
    expect(await at.of(li)).toHaveLength(50)
  })

  test('the first look tells nobody, and a look at the same knowledge neither', async () => {
    await using at = await opened()
    await at.add(li, LIMIT, 'en')
    expect(await at.look(smallKnowledge())).toBe(0)
    expect(await at.look(smallKnowledge())).toBe(0)
    expect(at.sent).toEqual([])
  })

  test('a changed figure is told once, old and new, to whoever follows its entry or its topic, in their language', async () => {
    await using at = await opened()
    await at.look(smallKnowledge())
    await at.add(li, LIMIT, 'en')
    await at.add(li, { topic: 'quota.annual' }, 'en')
    await at.add(wang, { topic: 'quota.annual' }, 'zh-Hant')
    await at.add({ ...wang, speaker: 'zhao', to: 'zhao' }, { topic: 'tax.rates' }, 'en')
    expect(await at.look(RAISED())).toBe(2)
    expect(at.sent.map(({ to, locale }) => `${to} ${locale}`).sort()).toEqual(['conversation-of-li en', 'wang zh-Hant'])
    const figures = [{ figure: 'annual-limit', before: '26000', after: '30000' }]
    expect(at.sent[0]?.changes).toMatchObject([{ entry: 'annual-limit', difference: { figures, words: false } }])
    expect(await at.look(RAISED())).toBe(0)
    expect(at.sent).toHaveLength(2)
  })

  test('a change that is announced is told when it is announced, and again on the day it takes effect', async () => {
    await using at = await opened()
    await at.look(smallKnowledge())
    await at.add(li, LIMIT, 'zh-Hans')
    expect(await at.look(ANNOUNCED())).toBe(1)
    const announced = [{ figure: 'annual-limit', from: '2027-01-01', before: '26000', after: '30000' }]
    expect(at.sent[0]?.changes).toMatchObject([{ difference: { figures: [], announced } }])
    expect(await at.look(ANNOUNCED(), '2026-12-31')).toBe(0)
    expect(await at.look(ANNOUNCED(), '2027-01-01')).toBe(1)
    expect(at.sent[1]?.changes).toMatchObject([
      { difference: { figures: [{ figure: 'annual-limit', before: '26000', after: '30000' }], announced: [] } },
    ])
  })

  test('several processes that look and tell at once tell everybody once', async () => {
    await using at = await opened()
    await at.look(smallKnowledge())
    const people = Array.from({ length: 20 }, (_, n): Address => ({ ...wang, speaker: `p${n}`, to: `p${n}` }))
    for (const person of people) await at.add(person, LIMIT, 'en')
    await Promise.all([at.look(RAISED()), at.look(RAISED()), at.look(RAISED())])
    await at.look(RAISED())
    expect(at.sent.map(({ to }) => to).sort()).toEqual(people.map(({ to }) => to).sort())
  })

  test('a channel that is away is tried again later; a person who is gone is forgotten', async () => {
    await using at = await opened()
    await at.look(smallKnowledge())
    await at.add(li, LIMIT, 'en')
    at.answers('away')
    expect(await at.look(RAISED())).toBe(0)
    at.answers('sent')
    expect(await at.look(RAISED())).toBe(0)
    moment += 3 * 60_000
    expect(await at.look(RAISED())).toBe(1)
    expect(at.sent).toHaveLength(1)
    at.answers('gone')
    await at.look(smallKnowledge())
    expect(await at.of(li)).toEqual([])
  })

  test('a process that dies while it tells has told nobody twice', async () => {
    await using at = await opened()
    await at.look(smallKnowledge())
    await at.add(li, LIMIT, 'en')
    await noteChanges(at.parts(), RAISED(), TODAY)
    const dying = { ...at.parts(), writeTo: () => Promise.reject(new Error('killed')) }
    await expect(tellWaiting(dying)).rejects.toThrow('killed')
    expect(await tellWaiting(at.parts())).toBe(0)
    expect(at.sent).toEqual([])
  })
}

onEachDatabase('subscriptions', subscriptionsHold)
