import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide, type Ranking, rank, type Weights, worth } from '../../src/search/rank.ts'
import { type Found, SIGNALS, type Signals } from '../../src/search/searchable.ts'
import { WEIGHTS } from '../../src/search/weights.ts'

const signals = (some: Partial<Signals> = {}): Signals =>
  Object.fromEntries(SIGNALS.map((name) => [name, some[name] ?? 0])) as Signals
const weights: Weights = {
  signals: signals({ asked: 10, phrasing: 5 }),
  none: { bias: 1, unknown: 4, length: 0 },
  answer: 0.5,
  offer: 0.1,
  decline: 0.6,
}
const found = (hits: Record<string, Partial<Signals>>, unknown = 0): Found => ({
  hits: Object.entries(hits).map(([id, some]) => ({ id, nearest: '', signals: signals(some) })),
  unknown,
  length: 0.5,
})

describe('ranking', () => {
  test('orders hits by what their signals are worth', () => {
    const { ranked } = rank(
      found({ low: { asked: 0.1 }, high: { asked: 0.9 }, middle: { asked: 0.3, phrasing: 0.5 } }),
      weights,
    )
    expect(ranked.map(({ id }) => id)).toEqual(['high', 'middle', 'low'])
    expect(worth(signals({ asked: 0.5, phrasing: 0.2 }), weights)).toBeCloseTo(6)
  })

  test('gives confidences that add up to one, nothing included, whatever the signals', () => {
    const anySignals = fc.record(
      Object.fromEntries(SIGNALS.map((name) => [name, fc.double({ min: 0, max: 1, noNaN: true })])),
    )
    fc.assert(
      fc.property(
        fc.array(anySignals, { maxLength: 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, unknown) => {
          const { ranked, nothing } = rank(
            {
              hits: list.map((some, index) => ({ id: String(index), nearest: '', signals: signals(some) })),
              unknown,
              length: 0.5,
            },
            WEIGHTS,
          )
          expect(ranked.reduce((sum, { confidence }) => sum + confidence, nothing)).toBeCloseTo(1, 9)
          for (let index = 1; index < ranked.length; index++)
            expect(ranked[index]?.confidence).toBeLessThanOrEqual(ranked[index - 1]?.confidence ?? 0)
        },
      ),
    )
  })

  test('is the same for the same hits in whatever order they come', () => {
    const hits = found({ b: { asked: 0.5 }, a: { asked: 0.5 }, c: { asked: 0.7 } })
    const other = { ...hits, hits: hits.hits.toReversed() }
    expect(rank(hits, weights).ranked.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
    expect(rank(other, weights).ranked.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  })

  test('finds nothing the likelier, the more of the question nobody has a word for', () => {
    const hit = { one: { asked: 0.3 } }
    expect(rank(found(hit, 1), weights).nothing).toBeGreaterThan(rank(found(hit, 0), weights).nothing)
    expect(rank(found({}), weights)).toEqual({ ranked: [], nothing: 1 })
  })

  test('does not overflow on signals far out', () => {
    const { ranked, nothing } = rank(found({ one: { asked: 1e5 }, other: { asked: 0 } }), weights)
    expect(ranked[0]?.confidence).toBe(1)
    expect(nothing).toBe(0)
  })
})

describe('deciding', () => {
  const ranking = (confidences: number[], nothing = 0): Ranking => ({
    ranked: confidences.map((confidence, index) => ({
      id: String(index),
      nearest: '',
      signals: signals(),
      confidence,
    })),
    nothing,
  })
  test.each<[string, Ranking, string, number]>([
    ['a clear winner is told', ranking([0.8, 0.1]), 'one', 1],
    ['as is one that just reaches the mark', ranking([0.5, 0.4]), 'one', 1],
    ['two that are close are offered', ranking([0.4, 0.35]), 'several', 2],
    ['never more than three', ranking([0.24, 0.2, 0.15, 0.12, 0.11]), 'several', 3],
    ['only those worth offering', ranking([0.4, 0.3, 0.09]), 'several', 2],
    ['one worth offering is told', ranking([0.4, 0.09, 0.05], 0.4), 'one', 1],
    ['one that is alone and doubtful is not told', ranking([0.15, 0.05], 0.4), 'none', 0],
    ['several faint ones are none', ranking([0.09, 0.08, 0.07], 0.5), 'none', 0],
    ['when nothing is likely, nothing is told, whatever else there is', ranking([0.4], 0.6), 'none', 0],
    ['no hits are none', ranking([], 0), 'none', 0],
  ])('%s', (_, given, kind, count) => {
    const decision = decide(given, weights)
    expect(decision.kind).toBe(kind)
    expect(decision.kind === 'several' ? decision.hits.length : decision.kind === 'one' ? 1 : 0).toBe(count)
    if (decision.kind === 'one') expect(decision.hit.id).toBe('0')
  })
})

test('a hit asked for in just these words is told a little sooner, unless another is too', () => {
  const hit = (id: string, confidence: number, twin: number) => ({
    id,
    nearest: '',
    confidence,
    signals: signals({ twin }),
  })
  const twins = (first: number, second: number) =>
    decide({ ranked: [hit('a', 0.4, first), hit('b', 0.3, second)], nothing: 0.1 }, weights).kind
  expect(twins(1, 0)).toBe('one')
  expect(twins(0, 0)).toBe('several')
  expect(twins(1, 1)).toBe('several')
})

test('the weights that serve let no signal speak against a hit, and their marks are in order', () => {
  for (const signal of SIGNALS) expect(WEIGHTS.signals[signal], signal).toBeGreaterThanOrEqual(0)
  expect(Object.keys(WEIGHTS.signals).sort()).toEqual([...SIGNALS].sort())
  expect(WEIGHTS.offer).toBeLessThan(WEIGHTS.answer)
  for (const mark of [WEIGHTS.offer, WEIGHTS.answer, WEIGHTS.decline]) {
    expect(mark).toBeGreaterThan(0)
    expect(mark).toBeLessThan(1)
  }
})
