import { expect, test } from 'vitest'
import { rememberingLast } from '../../src/core/remembered.ts'

test('the last few results are told again without being worked out, the oldest is forgotten first', () => {
  const worked: string[] = []
  const length = rememberingLast(
    2,
    (text: string) => text,
    (text: string) => {
      worked.push(text)
      return text.length
    },
  )
  expect(['one', 'three', 'one', 'three', 'fifteen', 'one'].map((text) => length(text))).toEqual([3, 5, 3, 5, 7, 3])
  expect(worked).toEqual(['one', 'three', 'fifteen', 'one'])
})

test('results are told apart by everything they depend on', () => {
  const on = rememberingLast(
    5,
    (text: string, day: string) => `${day} ${text}`,
    (text: string, day: string) => `${text} on ${day}`,
  )
  expect([on('it', 'Monday'), on('it', 'Tuesday'), on('it', 'Monday')]).toEqual([
    'it on Monday',
    'it on Tuesday',
    'it on Monday',
  ])
})
