import { describe, expect, test } from 'vitest'
import { buildEntryIndex } from '../../src/search/entry-index.ts'
import { fold } from '../../src/search/fold.ts'
import { type Searchable, SIGNALS } from '../../src/search/searchable.ts'
import { createSegmenter } from '../../src/search/segment.ts'
import { soundsOf } from '../../src/search/sound.ts'

const SEARCHABLES: Searchable[] = [
  {
    id: 'annual-limit',
    title: '一年最多能买多少',
    topic: '年度额度',
    questions: ['年度限值是多少', '今年还能买多少跨境商品', '一年剁手剁到多少为止'],
    body: '每人每年最多可以买这么多，所有平台加在一起。',
  },
  {
    id: 'single-limit',
    title: '一次最多能买多少',
    topic: '单次限值',
    questions: ['单次限值是多少', '一单超过限值怎么办'],
    body: '每次交易最多可以买这么多。',
  },
  {
    id: 'return-days',
    title: '退货期限',
    topic: '退货',
    questions: ['多少天内可以退货', '奶粉退货要几天'],
    body: '海关放行之日起算，按平台的流程退。',
  },
  { id: 'boundary:weather', title: '', topic: '', questions: ['今天天气怎么样'], body: '' },
]

const segment = createSegmenter(['年度限值', '单次限值'], (folded) => folded)
const index = buildEntryIndex(SEARCHABLES, segment)
const ask = (text: string, limit = 10) => index.search({ terms: segment(text), sounds: soundsOf(fold(text)) }, limit)
const best = (text: string, signal: (typeof SIGNALS)[number]) =>
  ask(text).hits.toSorted((a, b) => b.signals[signal] - a.signals[signal])[0]

describe('the index', () => {
  test('finds each by each of its own phrasings, to the letter', () => {
    for (const { id, questions } of SEARCHABLES)
      for (const question of questions) {
        const hit = ask(question).hits.find((one) => one.id === id)
        expect(hit?.nearest, question).toBe(question)
        expect(hit?.signals.phrasing, question).toBeCloseTo(1, 5)
        expect(hit?.signals.held, question).toBeCloseTo(1, 5)
        expect(hit?.signals.twin, question).toBeCloseTo(1, 5)
        expect(hit?.signals.sound, question).toBeCloseTo(1, 5)
      }
  })

  test.each([
    ['年度限值还有多少', 'annual-limit', 'asked'],
    ['单次的限值', 'single-limit', 'asked'],
    ['奶粉想退货', 'return-days', 'asked'],
    ['所有平台加在一起吗', 'annual-limit', 'told'],
    ['年度县值', 'annual-limit', 'heard'],
    ['推货期线', 'return-days', 'heard'],
    ['退货的期限', 'return-days', 'title'],
    ['今天天气', 'boundary:weather', 'asked'],
  ] as const)('for %s finds %s foremost by "%s"', (question, id, signal) => {
    expect(best(question, signal)?.id).toBe(id)
  })

  test('keeps every signal between nothing and one', () => {
    for (const question of ['年度限值', '退货退货退货', '单次限值是多少', '天气和退货'])
      for (const { id, signals } of ask(question).hits)
        for (const signal of SIGNALS) {
          expect(signals[signal], `${id} ${signal}`).toBeGreaterThanOrEqual(0)
          expect(signals[signal], `${id} ${signal}`).toBeLessThanOrEqual(1.000001)
        }
  })

  test('says how much of a question it has no word for', () => {
    expect(ask('年度限值').unknown).toBe(0)
    expect(ask('火星移民').unknown).toBe(1)
    const half = ask('年度限值和火星移民').unknown
    expect(half).toBeGreaterThan(0)
    expect(half).toBeLessThan(1)
  })

  test('finds nothing for nothing, and no more than asked for', () => {
    expect(index.search({ terms: [], sounds: [] }, 10)).toEqual({ hits: [], unknown: 1 })
    for (const { signals } of ask('火星移民').hits) expect(Math.max(...Object.values(signals))).toBe(0)
    expect(ask('限值 退货 多少', 1).hits).toHaveLength(1)
  })

  test('takes words that look like operators of a query language as words', () => {
    for (const text of ['+退货 -限值', 'title:退货', '退货*', '退货~3', '"退货"^10', 'a:b', '\\'])
      expect(() => index.search({ terms: [text, ...segment(text)], sounds: [] }, 10)).not.toThrow()
  })

  test('may be empty', () => {
    const empty = buildEntryIndex([], segment)
    expect(empty.search({ terms: ['退货'], sounds: ['tui-huo'] }, 10).hits).toEqual([])
  })
})
