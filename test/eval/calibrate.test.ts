import { describe, expect, test } from 'vitest'
import { calibrate } from '../../src/eval/calibrate.ts'
import type { Trial } from '../../src/eval/trials.ts'
import type { Weights } from '../../src/search/rank.ts'
import { SIGNALS, type Signals } from '../../src/search/searchable.ts'

const zero = Object.fromEntries(SIGNALS.map((name) => [name, 0])) as Signals
const weights: Weights = {
  signals: { ...zero, asked: 1 },
  none: { bias: 0, unknown: 0, length: 0 },
  answer: 0,
  offer: 0,
  decline: 1,
}

/** A trial whose hits have the confidences given, nothing fitting taking the rest. */
const trial = (id: string | undefined, confidences: Record<string, number>): Trial => {
  const rest = 1 - Object.values(confidences).reduce((sum, one) => sum + one, 0)
  const hits = Object.entries(confidences).map(([hit, confidence]) => ({
    id: hit,
    nearest: '',
    signals: { ...zero, asked: Math.log(confidence / rest) },
  }))
  return { text: '', found: { hits, unknown: 0, length: 0 }, id, kind: id ? 'held-out' : 'stranger', fold: 0 }
}
const many = (count: number, one: Trial): Trial[] => Array.from({ length: count }, () => one)
const marksOf = (all: Trial[], topic: (id: string) => string = (id) => id) => calibrate(all, () => weights, topic)

describe('the marks that decide', () => {
  test('tell from a low confidence on where the first hit is right all the same', () => {
    expect(marksOf(many(9, trial('a', { a: 0.5, b: 0.3 }))).answer).toBeLessThanOrEqual(0.5)
  })

  test('ask back where the first hit is often another', () => {
    const all = [...many(5, trial('a', { a: 0.6, b: 0.3 })), ...many(5, trial('b', { a: 0.6, b: 0.3 }))]
    expect(marksOf(all).answer).toBeGreaterThan(0.6)
  })

  test('ask back less where what is told instead is a neighbour', () => {
    const all = [...many(8, trial('a', { a: 0.6, b: 0.3 })), ...many(2, trial('b', { a: 0.6, b: 0.3 }))]
    expect(marksOf(all).answer).toBeGreaterThan(0.6)
    expect(marksOf(all, () => 'the same').answer).toBeLessThanOrEqual(0.6)
  })

  test('decline where strangers look like that', () => {
    const all = [...many(9, trial('a', { a: 0.9 })), ...many(9, trial(undefined, { a: 0.3, b: 0.2 }))]
    expect(marksOf(all).decline).toBeLessThanOrEqual(0.5)
  })
})
