import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Bounds,
  type Conversation,
  conversationsInMemory,
} from '../../../src/channels/direct-line/conversations.ts'

const MINUTE = 60_000

function open(bounds: Partial<Bounds> = {}) {
  const clock = { at: 0 }
  return { clock, conversations: conversationsInMemory({ now: () => clock.at, ...bounds }) }
}

const started = (bounds: Partial<Bounds> = {}): Conversation => {
  const { conversations } = open(bounds)
  const begun = conversations.start('c1')
  if (!begun) throw new Error('no conversation')
  return begun.conversation
}

const texts = (batch: string): string[] => JSON.parse(batch).activities.map(({ text }: { text: string }) => text)
const watermark = (batch: string): string => JSON.parse(batch).watermark

test('activities are numbered and read from a watermark on', () => {
  const conversation = started()
  for (const text of ['a', 'b', 'c']) conversation.append({ text })
  expect(JSON.parse(conversation.since(1))).toEqual({
    activities: [
      { text: 'b', id: 'c1|0000001' },
      { text: 'c', id: 'c1|0000002' },
    ],
    watermark: '3',
  })
  expect(texts(conversation.since(3))).toEqual([])
})

test('a watermark from before the conversation began anew counts as none', () => {
  const conversation = started()
  conversation.append({ text: 'a' })
  expect(texts(conversation.since(12))).toEqual(['a'])
})

test('reading page by page misses nothing and repeats nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constant('read'), fc.string())), (events) => {
      const conversation = started()
      const read: string[] = []
      let mark = 0
      for (const event of [...events, 'read'])
        if (event === 'read') {
          const batch = conversation.since(mark)
          read.push(...texts(batch))
          mark = Number(watermark(batch))
        } else conversation.append({ text: event })
      expect(read).toEqual(events.filter((event) => event !== 'read'))
    }),
  )
})

test('whoever follows is told what was said and what is being said, until they leave', () => {
  const conversation = started()
  conversation.append({ text: 'a' })
  const batches: string[] = []
  const leave = conversation.follow(0, (batch) => batches.push(batch))
  conversation.append({ text: 'b' })
  leave()
  conversation.append({ text: 'c' })
  expect(batches.map(texts)).toEqual([['a'], ['b']])
  expect(batches.map(watermark)).toEqual(['1', '2'])
})

test('a long conversation keeps its end, and its watermarks', () => {
  const conversation = started({ activities: 3 })
  for (let n = 0; n < 10; n++) conversation.append({ text: String(n) })
  expect(texts(conversation.since(0))).toEqual(['7', '8', '9'])
  expect(texts(conversation.since(9))).toEqual(['9'])
  expect(watermark(conversation.since(0))).toBe('10')
})

test('a conversation of long words keeps within its characters, and always the last', () => {
  const conversation = started({ characters: 100 })
  for (const text of ['a', 'b', 'c'.repeat(200)]) conversation.append({ text })
  expect(texts(conversation.since(0))).toEqual(['c'.repeat(200)])
})

test('a conversation is forgotten after half an hour without a word', () => {
  const { conversations, clock } = open()
  conversations.start('c1')
  clock.at = 29 * MINUTE
  expect(conversations.get('c1')).toBeDefined()
  clock.at = 59 * MINUTE
  expect(conversations.get('c1')).toBeDefined()
  clock.at = 89 * MINUTE + 1
  expect(conversations.get('c1')).toBeUndefined()
})

test('a conversation that somebody follows is not', () => {
  const { conversations, clock } = open()
  const leave = conversations.start('c1')?.conversation.follow(0, () => {})
  clock.at = 300 * MINUTE
  expect(conversations.get('c1')).toBeDefined()
  leave?.()
  clock.at = 331 * MINUTE
  expect(conversations.get('c1')).toBeUndefined()
})

test('there are only so many at once; those that ended make room', () => {
  const { conversations, clock } = open({ most: 2 })
  conversations.start('c1')
  clock.at = 20 * MINUTE
  conversations.start('c2')
  expect(conversations.start('c3')).toBeUndefined()
  expect(conversations.start('c2')).toMatchObject({ isNew: false })
  clock.at = 31 * MINUTE
  expect(conversations.start('c3')).toMatchObject({ isNew: true })
  expect(conversations.size).toBe(2)
})

test('what has ended is swept when another begins', () => {
  const { conversations, clock } = open()
  for (let n = 0; n < 100; n++) conversations.start(`c${n}`)
  clock.at = 31 * MINUTE
  conversations.start('another')
  expect(conversations.size).toBe(1)
})
