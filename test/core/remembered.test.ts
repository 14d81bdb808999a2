import { expect, test } from 'vitest'
import { rememberingLast, rememberingTests } from '../../src/core/remembered.ts'

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

test('each of many tests is made once for a text, one that is newer than the memory of the text too', () => {
  const made: string[] = []
  const remembering = rememberingTests(2)
  const holding = (part: string) =>
    remembering((text) => {
      made.push(`${part} in ${text}`)
      return text.includes(part)
    })
  const tax = holding('tax')
  expect([tax('a tax'), tax('a fee'), tax('a tax'), tax('a fee')]).toEqual([true, false, true, false])
  const fee = holding('fee')
  expect([fee('a tax'), fee('a fee'), fee('a tax'), tax('a tax')]).toEqual([false, true, false, true])
  expect(made).toEqual(['tax in a tax', 'tax in a fee', 'fee in a tax', 'fee in a fee'])
  expect([tax('no tax'), tax('a fee')]).toEqual([true, false])
  expect(made.slice(4)).toEqual(['tax in no tax'])
})
