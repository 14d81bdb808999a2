import { describe, expect, test } from 'vitest'
import { createWordRelease } from '../../../src/insights/disclosure/released-words.ts'
import { type Asked, counted } from '../counted.ts'

const WEEK = '2026-W46'
const DAY = '2026-11-11'
const terms = (text: string) =>
  text
    .toLowerCase()
    .split(' ')
    .map((word) => ({ key: word.replace(/s$/, ''), shown: word }))

/** So many people who ask the same. */
const ask = (text: string, people: number, more: Partial<Asked> = {}): Asked[] =>
  Array.from({ length: people }, (_, index) => ({
    day: DAY,
    asker: `${text} ${index}`,
    text,
    outcome: 'declined',
    why: 'no-match',
    ...more,
  }))
const said = (log: Asked[], filters = {}) =>
  createWordRelease(counted(log), { key: 'secret', terms, now: () => 0 })([WEEK], filters)
const words = async (log: Asked[], filters = {}) => [...(await said(log, filters)).terms.keys()]

describe('words of questions that nobody could answer', () => {
  test('are told when five people used them in a week, and not before', async () => {
    expect(await words(ask('secondhand bags', 4))).toEqual([])
    expect(await words(ask('secondhand bags', 5))).toEqual(['secondhand', 'bag'])
  })

  test('need ten people where the view is narrowed', async () => {
    expect(await words(ask('secondhand bags', 9), { channel: 'web' })).toEqual([])
    expect(await words(ask('secondhand bags', 10), { channel: 'web' })).toEqual(['secondhand', 'bag'])
  })

  test('are people, not questions', async () => {
    expect(await words(ask('secondhand bags', 50).map((asked) => ({ ...asked, asker: 'the same' })))).toEqual([])
    expect(await words(ask('secondhand bags', 50).map((asked) => ({ ...asked, asker: '' })))).toEqual([])
  })

  test('are added up over weeks only where each week may be told', async () => {
    const log = [...ask('bags', 4), ...ask('bags', 4).map((asked) => ({ ...asked, day: '2026-11-04' }))]
    const release = createWordRelease(counted(log), { key: 'secret', terms, now: () => 0 })
    expect((await release(['2026-W45', WEEK], {})).terms.size).toBe(0)
  })

  test('are shown in the form that most wrote, if enough did', async () => {
    const log = [...ask('bag', 6), ...ask('bags', 8), ...ask('watch', 4), ...ask('watchs', 4)]
    const { terms: found } = await said(log)
    expect([...found.values()].map(({ shown }) => shown).sort()).toEqual(['bags', 'watch'])
  })

  test('are not those of questions that were answered, nor of noise', async () => {
    expect(await words(ask('quota', 30, { outcome: 'answered', why: null }))).toEqual([])
    expect(await words(ask('asdf', 30, { why: 'noise' }))).toEqual([])
    expect(await words(ask('maotai', 30, { outcome: 'clarified', why: null }))).toEqual(['maotai'])
    expect(await words(ask('maotai', 30, { why: 'none-of-these' }))).toEqual(['maotai'])
  })

  test('are never numbers, which may name somebody', async () => {
    expect(await words(ask('parcel 13800138000 EA123456789CN a', 30))).toEqual(['parcel'])
  })
})

describe('a whole question', () => {
  const phrases = async (log: Asked[]) => [...(await said(log)).phrases.keys()]

  test('is shown only when ten people put it alike in one week', async () => {
    expect(await phrases(ask('Can I bring cat food?', 9))).toEqual([])
    expect(await phrases([...ask('Can I bring cat food?', 5), ...ask('  can I bring CAT food ', 5)])).toEqual([
      'can i bring cat food',
    ])
  })

  test.each(['call 13800138000', 'me@example.com', 'see www.example.com/x', 'x'.repeat(61)])(
    'is never shown when it is like “%s”',
    async (text) => {
      expect(await phrases(ask(text, 40))).toEqual([])
    },
  )
})

describe('words that stand together', () => {
  test('are told when enough people used both in one question', async () => {
    const pairs = async (people: number) => [
      ...(await said([...ask('secondhand watch', people), ...ask('watch', 5), ...ask('secondhand', 5)])).pairs.keys(),
    ]
    expect(await pairs(4)).toEqual([])
    expect(await pairs(5)).toEqual(['secondhand\nwatch'])
  })
})
