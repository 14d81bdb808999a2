import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { createResponder } from '../../src/conversation/respond.ts'
import { sessionsInMemory } from '../../src/conversation/sessions.ts'
import { type RememberedTurn, type TurnMemory, turnsInMemory } from '../../src/conversation/turn-memory.ts'
import { type Controls, NO_CONTROLS } from '../../src/core/controls.ts'
import type { Reply } from '../../src/core/reply.ts'
import type { Utterance } from '../../src/core/utterance.ts'
import type { AskedQuestion } from '../../src/questions/question-log.ts'
import { WEIGHTS } from '../../src/search/weights.ts'
import { understanding, wording } from './talking.ts'

const dialogues = (
  parse(readFileSync(new URL('./dialogues/moves.yaml', import.meta.url), 'utf8')) as { turns: { say: string }[] }[]
).map(({ turns }) => turns.map(({ say }) => String(say)))
const nothing: TurnMemory = { turn: (_, workOut) => workOut().turn }

/** A service whose replies and records can be compared: everything but what must differ from turn to turn. */
function service(memory: TurnMemory) {
  const records: Omit<AskedQuestion, 'id'>[] = []
  const state = { now: new Date('2026-11-23T08:00:00Z'), controls: NO_CONTROLS as Controls }
  const respond = createResponder({
    understanding: () => understanding,
    weights: WEIGHTS,
    sessions: sessionsInMemory({ now: () => 0 }),
    memory,
    questions: { record: async ({ id, ...record }) => void records.push(record) },
    translate: wording,
    controls: () => state.controls,
    now: () => state.now,
    tick: () => 0,
    onFailure: ({ error }) => {
      throw error
    },
  })
  const say = async (utterance: Utterance): Promise<Omit<Reply, 'id'>> => {
    const { id, ...reply } = await respond(utterance)
    return reply
  }
  return { say, respond, records, state }
}

const ask = (text: string, more: Partial<Utterance> = {}): Utterance => ({
  text,
  channel: 'web',
  speaker: 'one',
  ...more,
})

describe('turns that are remembered', () => {
  test('come to the same as turns that are worked out, whoever talks, wherever, in whatever order', async () => {
    const line = fc.constantFrom(...dialogues.flat())
    const turn = fc.record({
      text: line,
      conversation: fc.constantFrom('a', 'b', undefined),
      speaker: fc.constantFrom('one', 'another'),
      channel: fc.constantFrom('web', 'direct-line', 'api', 'terminal'),
      locale: fc.constantFrom('en', 'zh-Hant', undefined),
      audience: fc.constantFrom('consumer', 'enterprise', undefined),
      asOf: fc.constantFrom('2018-06-01', undefined),
    }) as fc.Arbitrary<Utterance>
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 6 }), async (turns) => {
        const [with_, without] = [service(turnsInMemory()), service(nothing)]
        for (const utterance of [...turns, ...turns])
          expect(await with_.say(utterance)).toEqual(await without.say(utterance))
        expect(with_.records).toEqual(without.records)
      }),
      { numRuns: 25 },
    )
  })

  test('whole conversations go the same way each time, the third time told from memory', async () => {
    let worked = 0
    const kept = turnsInMemory()
    const counting: TurnMemory = {
      turn: (inputs, workOut) =>
        kept.turn(inputs, () => {
          worked++
          return workOut()
        }),
    }
    const { say, records } = service(counting)
    const hold = async (conversation: string, speaker: string) => {
      const replies: unknown[] = []
      for (const [index, turns] of dialogues.entries())
        for (const text of turns)
          replies.push(await say(ask(text, { conversation: `${conversation} ${index}`, speaker })))
      return replies
    }
    const first = await hold('first', 'one')
    const notTheFirst = first.length - dialogues.length
    const onceWorked = worked
    expect(await hold('second', 'another')).toEqual(first)
    expect(worked - onceWorked).toBeLessThanOrEqual(notTheFirst)
    const twiceWorked = worked
    expect(await hold('third', 'another')).toEqual(first)
    expect(worked).toBe(twiceWorked)
    expect(records.slice(first.length).every(({ speaker }) => speaker === 'web:another')).toBe(true)
  })

  test('have names of their own', async () => {
    const { respond } = service(turnsInMemory())
    const replies = [await respond(ask('一年最多能买多少')), await respond(ask('一年最多能买多少'))]
    expect(new Set(replies.map(({ id }) => id)).size).toBe(2)
  })

  test('are forgotten when the day changes, and when something is switched off', async () => {
    const { say, state } = service(turnsInMemory())
    const before = await say(ask('今年还能买多少'))
    state.now = new Date('2027-01-02T08:00:00Z')
    expect((await say(ask('今年还能买多少'))).asOf).not.toBe(before.asOf)
    state.controls = { ...NO_CONTROLS, service: { reason: { 'zh-Hans': '维护', en: 'maintenance' } } }
    expect((await say(ask('今年还能买多少'))).why).toBe('switched-off')
    state.controls = { ...NO_CONTROLS }
    expect((await say(ask('今年还能买多少'))).why).toBeUndefined()
  })

  test('cannot be changed by whoever is told', async () => {
    const { respond } = service(turnsInMemory())
    const reply = await respond(ask('一年最多能买多少'))
    expect(() => {
      reply.choices.push({ label: 'x', utterance: 'y' })
    }).toThrow(TypeError)
  })
})

describe('the memory', () => {
  const reply = (text: string) => ({ reply: { text }, record: { text: '' }, session: '' }) as unknown as RememberedTurn
  const inputs = (text: string) => ({
    utterance: { text, channel: 'web' as const },
    session: undefined,
    today: '2026-11-23',
    understanding,
    controls: NO_CONTROLS,
  })
  /** Whether a text had to be worked out. */
  const asked = (memory: TurnMemory, text: string, remember = true, answer = text): boolean => {
    let worked = false
    memory.turn(inputs(text), () => {
      worked = true
      return { turn: reply(answer), remember }
    })
    return worked
  }

  test('lets go of what was not asked for longest', () => {
    const memory = turnsInMemory({ most: 2 })
    for (const text of ['a', 'b', 'a', 'c']) asked(memory, text)
    expect(asked(memory, 'a')).toBe(false)
    expect(asked(memory, 'b')).toBe(true)
  })

  test('is bounded by what its turns weigh, and takes none that is heavier than all of it', () => {
    const memory = turnsInMemory({ mostBytes: 3000 })
    for (const text of ['a', 'b', 'c']) asked(memory, text, true, 'x'.repeat(600))
    expect(asked(memory, 'c')).toBe(false)
    expect(asked(memory, 'a')).toBe(true)
    asked(memory, 'heavy', true, 'x'.repeat(5000))
    expect(asked(memory, 'heavy')).toBe(true)
  })

  test('keeps no turn that failed', () => {
    const memory = turnsInMemory()
    asked(memory, 'a', false)
    expect(asked(memory, 'a')).toBe(true)
  })
})
