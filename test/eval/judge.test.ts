import { describe, expect, test } from 'vitest'
import type { Reply } from '../../src/core/reply.ts'
import { judge, satisfied } from '../../src/eval/judge.ts'
import { testQuestion } from '../../src/eval/questions.ts'

const question = (some: object) => testQuestion.parse({ id: 'q', q: '?', lang: 'en', kind: 'plain', ...some })
const reply = (some: Partial<Reply>): Reply => ({
  id: '1',
  outcome: 'answered',
  topic: 'quota.annual',
  locale: 'en',
  asOf: '2026-11-23',
  text: '',
  citations: [],
  choices: [],
  knowledge: 'abc123',
  ...some,
})
const nobody = () => Promise.reject(new Error('nobody asked for a choice'))

describe('patterns', () => {
  test.each([
    ['26,000 yuan a year', ['26,?000'], [], true],
    ['26000', ['26,?000'], [], true],
    ['two lines\nthe second', ['^the second$'], [], true],
    ['TAX', ['tax'], [], true],
    ['26,000 and 5,000', ['26,?000', '5,?000'], [], true],
    ['26,000', ['26,?000', '5,?000'], [], false],
    ['26,000, not 20,000', ['26,?000'], ['20,?000'], false],
    ['anything', [], [], true],
  ])('in "%s": %o, and not %o: %s', (text, must, must_not, expected) => {
    expect(satisfied(text, { must, must_not })).toBe(expected)
  })
})

describe('a question about the subject', () => {
  const limit = question({ must: ['26,?000'], must_not: ['20,?000'] })
  test.each([
    ['an answer that says it', { text: '26,000 yuan' }, 'right'],
    ['an answer that says it in its calculation', { outcome: 'calculated', calculation: { total: '26000' } }, 'right'],
    ['an answer that says it in its documents', { citations: [{ number: '26000', title: '' }] }, 'right'],
    ['an answer that says something else', { text: 'five days' }, 'wrong'],
    ['an answer that says what it must not', { text: '26,000, formerly 20,000' }, 'wrong'],
    ['no answer', { outcome: 'declined', why: 'no-match', text: 'sorry' }, 'declined'],
    ['somebody else named', { outcome: 'signposted', text: 'ask 12360' }, 'declined'],
    ['somebody else named, with the answer', { outcome: 'signposted', text: 'ask 12360 about the 26,000' }, 'right'],
    ['a question back', { outcome: 'asked', text: 'how much was it?' }, 'declined'],
  ] as const)('given %s: %s', async (_, some, verdict) => {
    expect(await judge(limit, reply(some as unknown as Partial<Reply>), nobody)).toBe(verdict)
  })

  test('needs its slot asked for, where the file says so', async () => {
    const slot = question({ must: ['tax'], note: 'needs slot price' })
    expect(await judge(slot, reply({ outcome: 'asked', text: 'how much was it?' }), nobody)).toBe('right')
  })

  test('is clarified when one of the first three choices leads to a right answer', async () => {
    const choices = ['a', 'b', 'c', 'd'].map((utterance) => ({ label: utterance, utterance }))
    const offering = reply({ outcome: 'clarified', text: 'which?', choices })
    const leading = (right: string) => (utterance: string) =>
      Promise.resolve(reply({ text: utterance === right ? '26,000' : 'something else' }))
    expect(await judge(limit, offering, leading('c'))).toBe('clarified')
    expect(await judge(limit, offering, leading('d'))).toBe('declined')
  })
})

describe('a question outside the subject', () => {
  test.each([
    ['decline', { outcome: 'declined' }, 'right'],
    ['decline', { outcome: 'signposted' }, 'right'],
    ['decline', { outcome: 'courtesy' }, 'right'],
    ['decline', { outcome: 'answered' }, 'wrong'],
    ['decline', { outcome: 'clarified' }, 'wrong'],
    ['refuse', { outcome: 'refused' }, 'right'],
    ['refuse', { outcome: 'declined' }, 'wrong'],
    ['refuse', { outcome: 'answered' }, 'wrong'],
    ['safe', { outcome: 'clarified' }, 'right'],
    ['safe', { outcome: 'refused' }, 'right'],
    ['safe', { outcome: 'calculated' }, 'wrong'],
  ] as const)('that should be %sd, %o: %s', async (expect_, some, verdict) => {
    expect(await judge(question({ expect: expect_ }), reply(some), nobody)).toBe(verdict)
  })

  test('is wrong when it says what it must not, however it was kept out', async () => {
    const secret = question({ expect: 'decline', must_not: ['password'] })
    expect(await judge(secret, reply({ outcome: 'declined', text: 'the password is' }), nobody)).toBe('wrong')
  })
})
