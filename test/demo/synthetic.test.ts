import { describe, expect, test } from 'vitest'
import { OUTCOMES, REASONS } from '../../src/core/answer.ts'
import { addDays } from '../../src/core/day.ts'
import { seasonOf, storyOf } from '../../src/demo/seasons.ts'
import { SYNTHETIC, syntheticYear } from '../../src/demo/synthetic.ts'
import { KNOWLEDGE } from './knowledge.ts'

const today = '2026-11-28'
const year = (given: Partial<Parameters<typeof syntheticYear>[1]> = {}) => [
  ...syntheticYear(KNOWLEDGE, { today, total: 8000, seed: 1, wordsSince: '2026-08-30', ...given }),
]

describe('a made-up year', () => {
  const days = year()
  const questions = days.flatMap(({ questions }) => questions)

  test('ends today, has every day once and about as many questions as wanted', () => {
    expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 365 }, (_, n) => addDays(today, n - 364)))
    expect(Math.abs(questions.length - 8000)).toBeLessThan(400)
    expect(new Set(questions.map(({ row }) => row.id)).size).toBe(questions.length)
  })

  test('is the same for the same seed, and another for another', () => {
    expect(year({ total: 500 })).toEqual(year({ total: 500 }))
    expect(year({ total: 500, seed: 2 })).not.toEqual(year({ total: 500 }))
  })

  test('says of every question that it was made up', () => {
    expect(new Set(questions.map(({ row }) => row.knowledge))).toEqual(new Set([SYNTHETIC]))
    expect(questions.every(({ row }) => row.id.startsWith('synthetic-'))).toBe(true)
  })

  test('is about topics, entries and false beliefs of the knowledge, with outcomes of the closed sets', () => {
    const known = questions.every(
      ({ row }) =>
        KNOWLEDGE.topics.has(row.topic) &&
        (row.entry === null || KNOWLEDGE.entries.get(row.entry)?.topic === row.topic) &&
        (row.misconception === null || KNOWLEDGE.misconceptions.get(row.misconception)?.topic === row.topic) &&
        (row.boundary === null || KNOWLEDGE.boundaries.has(row.boundary)) &&
        (OUTCOMES as readonly string[]).includes(row.outcome) &&
        (row.why === null || row.why === 'none-of-these' || (REASONS as readonly string[]).includes(row.why)),
    )
    expect(known).toBe(true)
  })

  test('has words only where words would still be kept', () => {
    expect(questions.every(({ row, text }) => row.day >= '2026-08-30' || text === '')).toBe(true)
    const recent = questions.filter(({ row }) => row.day >= '2026-08-30')
    expect(recent.filter(({ text }) => text !== '').length / recent.length).toBeGreaterThan(0.9)
  })

  test('has the festivals, the change of policy and the campaign in it', () => {
    const story = storyOf(today)
    const asked = (from: string, to: string, topic = '') =>
      questions.filter(({ row }) => row.day >= from && row.day <= to && row.topic.startsWith(topic)).length
    expect(asked('2026-11-08', '2026-11-14')).toBeGreaterThan(1.5 * asked('2026-09-07', '2026-09-13'))
    expect(asked(story.change, addDays(story.change, 9), 'policy.change')).toBeGreaterThan(
      3 * asked(addDays(story.change, -10), addDays(story.change, -1), 'policy.change'),
    )
    const believed = (from: string, to: string) => {
      const some = questions.filter(
        ({ row }) =>
          row.day >= from && row.day <= to && row.outcome === 'answered' && row.topic === story.campaign.topic,
      )
      return some.filter(({ row }) => row.misconception !== null).length / some.length
    }
    expect(believed(story.campaign.from, today)).toBeLessThan(0.7 * believed('2025-12-01', story.campaign.from))
  })
})

test.each([
  ['2026-02-17', '2026-02-20'],
  ['2025-01-29', '2025-02-01'],
])('the Chinese New Year of %s is quiet', (_, day) => {
  const story = storyOf(today)
  expect(seasonOf(day, story).much).toBeLessThan(0.8 * seasonOf(addDays(day, 28), story).much)
})
