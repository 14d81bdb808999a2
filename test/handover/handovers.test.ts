import { describe, expect, test } from 'vitest'
import type { HandedQuestion } from '../../src/core/handover.ts'
import { referenceIn } from '../../src/core/handover-reference.ts'
import type { Database } from '../../src/database/database.ts'
import { handoversIn } from '../../src/handover/handovers.ts'
import { migrateHandovers } from '../../src/handover/migrations.ts'
import { newReference } from '../../src/handover/reference.ts'
import { onEachDatabase } from '../database/each-database.ts'

const asked: HandedQuestion = { question: '寄宠物零食怎么报', locale: 'zh-Hans', topic: 'other', channel: 'api' }
const reachable: HandedQuestion = {
  ...asked,
  channel: 'bot-framework',
  address: { channel: 'bot-framework', speaker: 'li', to: 'there' },
}

/** What holds of the inbox in every database. */
function theInboxHolds(open: () => Promise<Database>) {
  async function opened() {
    const database = await open()
    await migrateHandovers(database)
    let at = Date.parse('2026-11-23T01:00:00Z')
    return {
      ...handoversIn(database, { now: () => new Date(at) }),
      later: (hours: number) => {
        at += hours * 3_600_000
      },
      [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
    }
  }

  test('a question is found by its reference, answered by whoever claimed it, and read by its asker', async () => {
    await using inbox = await opened()
    const reference = (await inbox.hand(asked, 'li')) ?? ''
    expect(await inbox.look(reference)).toMatchObject({ ...asked, state: 'open', reached: false })
    expect(await inbox.answer(reference, 'Chen', '可以')).toBe(false)
    expect(await inbox.claim(reference, 'Chen')).toBe(true)
    expect(await inbox.claim(reference, 'Zhou')).toBe(false)
    expect(await inbox.answer(reference, 'Zhou', '不可以')).toBe(false)
    inbox.later(5)
    expect(await inbox.answer(reference, 'Chen', '可以，报零食')).toBe(true)
    expect(await inbox.answer(reference, 'Chen', '又改了')).toBe(false)
    expect(await inbox.look(reference)).toMatchObject({ state: 'answered', answer: '可以，报零食' })
    expect(await inbox.list(['answered'], 10)).toMatchObject([{ reference, reached: true, claimedBy: 'Chen' }])
    expect(await inbox.look(newReference())).toBeUndefined()
  })

  test('a claimed one can be given back or closed, by its officer alone', async () => {
    await using inbox = await opened()
    const reference = (await inbox.hand(asked, 'li')) ?? ''
    await inbox.claim(reference, 'Chen')
    expect(await inbox.release(reference, 'Zhou')).toBe(false)
    expect(await inbox.release(reference, 'Chen')).toBe(true)
    expect(await inbox.claim(reference, 'Zhou')).toBe(true)
    expect(await inbox.close(reference, 'Chen')).toBe(false)
    expect(await inbox.close(reference, 'Zhou')).toBe(true)
    expect(await inbox.list(['open', 'claimed'], 10)).toEqual([])
  })

  test('two officers who claim at once: one has it', async () => {
    await using inbox = await opened()
    const reference = (await inbox.hand(asked, 'li')) ?? ''
    const claims = await Promise.all(['Chen', 'Zhou', 'Wu'].map((officer) => inbox.claim(reference, officer)))
    expect(claims.filter(Boolean)).toHaveLength(1)
  })

  test('one person cannot fill the inbox', async () => {
    await using inbox = await opened()
    for (let n = 0; n < 3; n++) expect(await inbox.hand(asked, 'li')).toBeDefined()
    expect(await inbox.hand(asked, 'li')).toBeUndefined()
    expect(await inbox.hand(asked, 'wang')).toBeDefined()
  })

  test('an answer is delivered once to whoever can be written to, and tried again while the channel is away', async () => {
    await using inbox = await opened()
    const reference = (await inbox.hand(reachable, 'li')) ?? ''
    await inbox.claim(reference, 'Chen')
    expect(await inbox.undelivered()).toEqual([])
    await inbox.answer(reference, 'Chen', '可以')
    const [[first], second] = await Promise.all([inbox.undelivered(), inbox.undelivered()]).then((both) =>
      both.sort((a, b) => b.length - a.length),
    )
    expect(first).toMatchObject({ reference, answer: '可以', address: reachable.address })
    expect(second).toEqual([])
    await inbox.delivered(reference, false)
    expect(await inbox.undelivered()).toHaveLength(1)
    await inbox.delivered(reference, true)
    expect(await inbox.undelivered()).toEqual([])
    expect(await inbox.list(['answered'], 1)).toMatchObject([{ reached: true }])
  })

  test('reply times are measured, and what is old and done is dropped', async () => {
    await using inbox = await opened()
    const answered = (await inbox.hand(asked, 'li')) ?? ''
    await inbox.hand(asked, 'wang')
    await inbox.claim(answered, 'Chen')
    inbox.later(8)
    await inbox.answer(answered, 'Chen', '可以')
    expect(await inbox.times('2026-11-01')).toEqual({ answered: 1, waiting: 1, median: 8, slowTenth: 8 })
    expect(await inbox.forgetBefore('2026-12-01')).toBe(1)
    expect(await inbox.look(answered)).toBeUndefined()
    expect(await inbox.list(['open'], 10)).toHaveLength(1)
  })
}

onEachDatabase('the inbox', theInboxHolds)

describe('a reference', () => {
  test('is read back however it is written', () => {
    for (let n = 0; n < 200; n++) {
      const reference = newReference()
      for (const text of [
        reference,
        `查一下 ${reference.toLowerCase()}。`,
        reference.replace('-', ' '),
        reference.replaceAll('0', 'O').replaceAll('1', 'l'),
      ])
        expect(referenceIn(text)).toBe(reference)
    }
  })

  test.each(['TG-123', 'XTG-0123456789', 'TG-0123456789A', '9610', 'TG-UUUUUUUUUU'])('is not read into %s', (text) => {
    expect(referenceIn(text)).toBeUndefined()
  })
})
