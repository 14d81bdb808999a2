import { describe, expect, test } from 'vitest'
import { type Example, fitModel } from '../../src/eval/fit.ts'
import { rank } from '../../src/search/rank.ts'
import { SIGNALS, type Signals } from '../../src/search/searchable.ts'
import { seeded } from '../../src/search/seeded.ts'

const signals = (some: Partial<Signals>): Signals =>
  Object.fromEntries(SIGNALS.map((name) => [name, some[name] ?? 0])) as Signals

/** Questions in which the right hit is the one with the most of `asked`, `words` is noise, and nothing fits where the words are unknown. */
function toyProblem(count: number, seed: number): Example[] {
  const random = seeded(seed)
  return Array.from({ length: count }, (_, index) => {
    const fits = index % 4 !== 0
    const right = Math.floor(random() * 4)
    const hits = Array.from({ length: 4 }, (_, hit) =>
      signals({ asked: (fits && hit === right ? 0.6 : 0.1) + 0.3 * random(), words: random() }),
    )
    return {
      hits,
      right: fits ? right : -1,
      unknown: fits ? 0.2 * random() : 0.7 + 0.3 * random(),
      weight: 1,
      length: 0.5,
    }
  })
}

describe('fitting the weights', () => {
  const model = fitModel(toyProblem(200, 1))
  const weights = { ...model, answer: 0.5, offer: 0.1, decline: 0.5 }

  test('learns which signal tells, and what to make of unknown words', () => {
    expect(model.signals.asked).toBeGreaterThan(5)
    expect(model.signals.asked).toBeGreaterThan(5 * model.signals.words)
    expect(model.none.unknown).toBeGreaterThan(0)
  })

  test('finds the right hit of questions it has not seen, and that nothing fits where nothing does', () => {
    const unseen = toyProblem(200, 2)
    const right = unseen.filter(({ hits, right, unknown }) => {
      const found = {
        hits: hits.map((one, index) => ({ id: String(index), nearest: '', signals: one })),
        unknown,
        length: 0.5,
      }
      const { ranked, nothing } = rank(found, weights)
      return right === -1 ? nothing > 0.5 : ranked[0]?.id === String(right) && nothing < 0.5
    })
    expect(right.length / unseen.length).toBeGreaterThan(0.95)
  })

  test('gives the same weights for the same examples', () => {
    expect(fitModel(toyProblem(50, 3))).toEqual(fitModel(toyProblem(50, 3)))
  })

  test('never lets a signal speak against a hit, even where it does in the examples', () => {
    const against: Example[] = Array.from({ length: 50 }, () => ({
      hits: [signals({ asked: 0.5, held: 0 }), signals({ asked: 0.5, held: 1 })],
      right: 0,
      unknown: 0,
      weight: 1,
      length: 0.5,
    }))
    const { signals: learned } = fitModel(against)
    for (const name of SIGNALS) expect(learned[name], name).toBeGreaterThanOrEqual(0)
    expect(learned.held).toBe(0)
  })

  test('listens more to examples that weigh more', () => {
    const two = (weight: number): Example[] => [
      { hits: [signals({ asked: 1 }), signals({ words: 1 })], right: 0, unknown: 0, length: 0.5, weight },
      { hits: [signals({ asked: 1 }), signals({ words: 1 })], right: 1, unknown: 0, length: 0.5, weight: 1 },
    ]
    const { signals: learned } = fitModel(two(10))
    expect(learned.asked).toBeGreaterThan(learned.words)
  })
})
