import { expect, test } from 'vitest'
import { learnedTopics } from '../../src/topics/learned-topics.ts'
import { shipped } from '../content/shipped.ts'

test('the topics that were learned are those of the taxonomy that entries stand under', () => {
  const { topics, entries } = shipped()
  const learned = new Set(learnedTopics().topics)
  for (const topic of learned) expect(topics.has(topic), topic).toBe(true)
  for (const { id, topic } of entries.values()) expect(learned.has(topic), id).toBe(true)
})

test('nothing was learned from a set that is held out', () => {
  const { learnedFrom } = learnedTopics()
  expect(learnedFrom.length).toBeGreaterThan(0)
  for (const set of learnedFrom) expect(set).toMatch(/^development/)
})
