import { describe, expect, test } from 'vitest'
import { explainTopic, topicCounted } from '../../src/conversation/topic-counted.ts'
import { type TopicReader, topicReader } from '../../src/conversation/topic-reader.ts'
import { understand } from '../../src/conversation/understanding.ts'
import { learnedTopics } from '../../src/topics/learned-topics.ts'
import { shipped } from '../content/shipped.ts'

/** A reader to whom the words say this, whatever they are. */
const saying = (shares: Record<string, number>): TopicReader => ({
  of: () => new Map(Object.entries(shares)),
  why: (text, topic) => [{ piece: `${text} for ${topic}`, counts: 1 }],
})
const asked = 'what is asked'
const MUCH_LIKELIER = saying({ 'quota.annual': 0.9, 'tax.over-limit': 0.05 })
const A_LITTLE_LIKELIER = saying({ 'quota.annual': 0.5, 'tax.over-limit': 0.25 })

describe('what a question is counted under', () => {
  test('is the topic its words are much likelier about than about that of what was told', () => {
    const counted = topicCounted({ outcome: 'answered', topic: 'tax.over-limit', asked }, MUCH_LIKELIER)
    expect(counted).toMatchObject({ topic: 'quota.annual', told: 'tax.over-limit' })
    expect(counted.times).toBeCloseTo(0.901 / 0.051)
  })

  test.each(['calculated', 'compared', 'changed', 'asked'] as const)('so it is where something was %s', (outcome) => {
    expect(topicCounted({ outcome, topic: 'tax.over-limit', asked }, MUCH_LIKELIER).topic).toBe('quota.annual')
  })

  test('stays that of what was told where its words are a little likelier about another', () => {
    const counted = topicCounted({ outcome: 'answered', topic: 'tax.over-limit', asked }, A_LITTLE_LIKELIER)
    expect(counted).toEqual({ topic: 'tax.over-limit', told: 'tax.over-limit' })
  })

  test('is easier to move where it was asked back what is meant: the first choice is a guess', () => {
    expect(topicCounted({ outcome: 'clarified', topic: 'tax.over-limit', asked }, A_LITTLE_LIKELIER).topic).toBe(
      'quota.annual',
    )
  })

  test.each(['refused', 'signposted', 'declined', 'courtesy'] as const)(
    'is what keeps it out where it was %s',
    (outcome) => {
      expect(topicCounted({ outcome, topic: 'other', asked }, MUCH_LIKELIER).topic).toBe('other')
    },
  )

  test('is that of the choice where one was picked, whatever its number says', () => {
    expect(topicCounted({ outcome: 'answered', topic: 'tax.over-limit', asked: undefined }, MUCH_LIKELIER).topic).toBe(
      'tax.over-limit',
    )
  })

  test('is no topic that is hardly likely, though all others are less so', () => {
    const hardly = saying({ 'quota.annual': 0.2, 'tax.over-limit': 0.001 })
    expect(topicCounted({ outcome: 'answered', topic: 'tax.over-limit', asked }, hardly).topic).toBe('tax.over-limit')
  })

  test('stays with a topic of which nothing was learned yet', () => {
    expect(topicCounted({ outcome: 'answered', topic: 'tax.of-tomorrow', asked }, MUCH_LIKELIER).topic).toBe(
      'tax.of-tomorrow',
    )
  })
})

test('the explanation says why, what else is likely, and which pieces spoke for it', () => {
  const counted = topicCounted({ outcome: 'answered', topic: 'tax.over-limit', asked }, MUCH_LIKELIER)
  const [why, shares, spoke] = explainTopic(counted, asked, MUCH_LIKELIER)
  expect(why).toBe(
    'topic quota.annual: its words are 17.7 times likelier about it than about tax.over-limit, which was told',
  )
  expect(shares).toContain('quota.annual 0.90 · tax.over-limit 0.05')
  expect(spoke).toContain('what is asked for quota.annual 1.00')
  const told = topicCounted({ outcome: 'answered', topic: 'quota.annual', asked }, MUCH_LIKELIER)
  expect(explainTopic(told, asked, MUCH_LIKELIER)[0]).toBe('topic quota.annual: that of what was told')
})

describe('the words of a question', () => {
  const understanding = understand(shipped())

  test.each([
    ['一年最多能买多少钱的跨境商品', 'quota.annual'],
    ['how do I check how much of my quota is left', 'quota.check'],
    ['離島免稅一年可以買幾多', 'channel.hainan'],
    ['报关单出口退税最迟什么时候申报', 'export.rebate'],
  ])('say what it is about: %s', (text, topic) => {
    const [likeliest] = [...understanding.topics.of(text)].toSorted(([, one], [, other]) => other - one)
    expect(likeliest?.[0]).toBe(topic)
    expect(understanding.topics.why(text, topic).some(({ counts }) => counts > 0)).toBe(true)
  })

  test('say nothing of a topic that is not of the taxonomy', () => {
    const reader = topicReader(learnedTopics, understanding.features, (topic) => topic !== 'quota.annual')
    expect(reader.of('年度额度').has('quota.annual')).toBe(false)
    expect(reader.of('年度额度').has('quota.single')).toBe(true)
  })
})
