import { describe, expect, test } from 'vitest'
import { type LabelledQuestion, learnTopics } from '../../src/eval/learn-topics.ts'
import type { Features } from '../../src/search/features.ts'
import { readTopics, writeTopics } from '../../src/topics/learned-topics.ts'
import { spokeForTopic, topicShares } from '../../src/topics/topic-model.ts'

const features = (...words: string[]): Features => ({
  folded: words.join(' '),
  words,
  letters: [],
  sounds: [],
  forms: [],
  meanings: () => [],
})

const asked = (topic: string, set: string | undefined, ...words: string[]): LabelledQuestion => ({
  features: features(...words),
  topic,
  set,
})

/** Ways of asking of three entries, and labels that count what is said of a parcel's fine as a matter of parcels. */
const QUESTIONS = [
  ...Array.from({ length: 6 }, () => asked('tax.rates', undefined, 'tax', 'wine')),
  ...Array.from({ length: 6 }, () => asked('channel.parcel', undefined, 'parcel', 'limit')),
  ...Array.from({ length: 6 }, () => asked('enforcement.penalty', undefined, 'fine', 'parcel')),
  ...Array.from({ length: 4 }, () => asked('channel.parcel', 'development', 'fine', 'parcel', 'aunt')),
]
const likeliest = (model: ReturnType<typeof learnTopics>, ...words: string[]) => {
  const shares = topicShares(model, features(...words))
  return model.topics[shares.indexOf(Math.max(...shares))]
}

describe('the model of topics', () => {
  const model = learnTopics(QUESTIONS)

  test('learns from ways of asking what a question is about, and from labelled ones what it is counted under', () => {
    expect(likeliest(model, 'wine')).toBe('tax.rates')
    expect(likeliest(model, 'fine', 'parcel', 'aunt')).toBe('channel.parcel')
    expect(likeliest(learnTopics(QUESTIONS.slice(0, 18)), 'fine', 'parcel', 'aunt')).toBe('enforcement.penalty')
  })

  test('gives shares that add up to one, also of words that it does not know', () => {
    for (const words of [['wine'], ['submarine'], []]) {
      const shares = topicShares(model, features(...words))
      expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1)
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
    }
  })

  test('tells which pieces spoke for a topic, and against it', () => {
    const spoke = new Map(
      spokeForTopic(model, features('tax', 'limit'), 'tax.rates', 5).map((one) => [one.piece, one.counts]),
    )
    expect(spoke.get('tax')).toBeGreaterThan(0)
    expect(spoke.get('limit')).toBeLessThan(0)
    expect(spokeForTopic(model, features('tax'), 'unheard.of', 5)).toEqual([])
  })

  test('is the same every time it is learned', () => {
    expect(learnTopics(QUESTIONS)).toEqual(model)
  })

  test('written and read again says the same, and from which sets it was learned', () => {
    const again = readTopics(writeTopics(model))
    expect(again.learnedFrom).toEqual(['development'])
    expect(again.topics).toEqual(model.topics)
    const [before, after] = [model, again].map((one) => topicShares(one, features('fine', 'parcel')))
    after?.forEach((share, k) => {
      expect(share).toBeCloseTo(before?.[k] ?? 0, 2)
    })
  })

  test('learned from ways of asking alone names no sets', () => {
    expect(readTopics(writeTopics(learnTopics(QUESTIONS.slice(0, 18)))).learnedFrom).toEqual([])
  })
})
