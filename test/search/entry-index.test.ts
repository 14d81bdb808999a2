import { describe, expect, test } from 'vitest'
import { learnVectors } from '../../src/eval/learn-vectors.ts'
import { buildEntryIndex } from '../../src/search/entry-index.ts'
import { createReader, type Features } from '../../src/search/features.ts'
import { type Searchable, SIGNALS } from '../../src/search/searchable.ts'
import { createSegmenter } from '../../src/search/segment.ts'

const SEARCHABLES: Searchable[] = [
  {
    id: 'annual-limit',
    titles: ['一年最多能买多少'],
    topic: '年度额度',
    questions: ['年度限值是多少', '今年还能买多少跨境商品', '一年剁手剁到多少为止'],
    bodies: ['每人每年最多可以买这么多，所有平台加在一起。'],
  },
  {
    id: 'single-limit',
    titles: ['一次最多能买多少'],
    topic: '单次限值',
    questions: ['单次限值是多少', '一单超过限值怎么办'],
    bodies: ['每次交易最多可以买这么多。'],
  },
  {
    id: 'return-days',
    titles: ['退货期限'],
    topic: '退货',
    questions: ['多少天内可以退货', '奶粉退货要几天'],
    bodies: ['海关放行之日起算，按平台的流程退。'],
  },
  { id: 'boundary:weather', titles: [], topic: '', questions: ['今天天气怎么样'], bodies: [] },
]

const read = createReader(
  createSegmenter(['年度限值', '单次限值'], (folded) => folded),
  (folded) => (folded.includes('奶粉') ? ['@milk-powder'] : []),
)
const learned = learnVectors(
  SEARCHABLES.flatMap(({ id, questions }) => questions.map((text) => ({ id, features: read(text), counts: 1 }))),
)
const index = buildEntryIndex(SEARCHABLES, read, learned)
const ask = (text: string) => index.search(read(text))
const best = (text: string, signal: (typeof SIGNALS)[number]) =>
  ask(text).hits.toSorted((a, b) => b.signals[signal] - a.signals[signal])[0]

const LIKENESSES = new Set(['lunr', 'asked', 'meaning', 'phrasing', 'held', 'twin'])

describe('the index', () => {
  test('finds each by each of its own phrasings, to the letter', () => {
    for (const { id, questions } of SEARCHABLES)
      for (const question of questions) {
        const hit = ask(question).hits.find((one) => one.id === id)
        expect(hit?.nearest, question).toBe(question)
        expect(hit?.signals.phrasing, question).toBeCloseTo(1, 5)
        expect(hit?.signals.held, question).toBeCloseTo(1, 5)
        expect(hit?.signals.twin, question).toBeCloseTo(1, 5)
      }
  })

  test.each([
    ['年度限值还有多少', 'annual-limit', 'words'],
    ['单次的限值', 'single-limit', 'asked'],
    ['奶粉想退货', 'return-days', 'asked'],
    ['所有平台加在一起吗', 'annual-limit', 'asked'],
    ['年度县值', 'annual-limit', 'sounds'],
    ['推货期线', 'return-days', 'sounds'],
    ['退货的期限', 'return-days', 'meaning'],
    ['单次限', 'single-limit', 'letters'],
    ['奶粉', 'return-days', 'words'],
    ['今天天气', 'boundary:weather', 'asked'],
  ] as const)('for %s finds %s foremost by "%s"', (question, id, signal) => {
    expect(best(question, signal)?.id).toBe(id)
  })

  test('keeps every signal at nothing or above, and likenesses at one or below', () => {
    for (const question of ['年度限值', '退货退货退货', '单次限值是多少', '天气和退货'])
      for (const { id, signals } of ask(question).hits)
        for (const signal of SIGNALS) {
          expect(signals[signal], `${id} ${signal}`).toBeGreaterThanOrEqual(0)
          if (LIKENESSES.has(signal)) expect(signals[signal], `${id} ${signal}`).toBeLessThanOrEqual(1.000001)
        }
  })

  test('says how much of a question it has no word for', () => {
    expect(ask('年度限值').unknown).toBe(0)
    expect(ask('火星移民').unknown).toBe(1)
    const half = ask('年度限值和火星移民').unknown
    expect(half).toBeGreaterThan(0)
    expect(half).toBeLessThan(1)
  })

  test('finds nothing for nothing', () => {
    const nothing: Features = { folded: '', words: [], letters: [], sounds: [], forms: [], meanings: () => [] }
    expect(index.search(nothing)).toEqual({ hits: [], unknown: 1, length: 0 })
    for (const { signals } of ask('火星移民').hits) expect(Math.max(...Object.values(signals))).toBe(0)
  })

  test('takes words that look like operators of a query language as words', () => {
    for (const text of ['+退货 -限值', 'title:退货', '退货*', '退货~3', '"退货"^10', 'a:b', '\\'])
      expect(() => index.search({ ...read(text), words: [text, ...read(text).words] })).not.toThrow()
  })

  test('knows by what was learned what is meant, however many others share the words', () => {
    const ways = ['封顶是多少', '到多少封顶', '封顶了怎么办', '超过封顶怎么办', '今年封顶了没有']
    const others = Array.from({ length: 150 }, (_, number) => ({
      id: `order-${number}`,
      titles: [`一单超过限值怎么办 ${number}`],
      topic: '单次限值',
      questions: ['超过限值怎么办', '一单超过了怎么办'],
      bodies: [],
    }))
    const crowded = buildEntryIndex(
      [...SEARCHABLES, ...others],
      read,
      learnVectors(
        [
          ...SEARCHABLES.flatMap(({ id, questions }) => questions.map((text) => ({ id, text }))),
          ...ways.map((text) => ({ id: 'annual-limit', text })),
        ].map(({ id, text }) => ({ id, features: read(text), counts: 1 })),
      ),
    )
    const { hits } = crowded.search(read('要是超过封顶怎么办'))
    expect(hits.length).toBeGreaterThan(50)
    expect(hits.find(({ id }) => id === 'annual-limit')?.signals.learned).toBeGreaterThan(0.5)
  })

  test('may be empty', () => {
    expect(buildEntryIndex([], read).search(read('退货')).hits).toEqual([])
  })
})
