import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayHold } from '../../src/conversation/text-marks.ts'

test('a text that holds one of the words is never passed over, however often others were looked at between', () => {
  const words = fc.array(fc.string({ minLength: 1, maxLength: 4, unit: 'binary' }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(words, fc.nat(), fc.string(), fc.string(), (some, which, before, after) => {
      const word = some[which % some.length] ?? ''
      const may = mayHold(some)
      may(after)
      expect(may(`${before}${word}${after}`)).toBe(true)
    }),
  )
})

test('nearly all words that are not there are told at a look', () => {
  const text = '跨境电商一年能买多少，单次限额是多少'
  const strange = Array.from({ length: 1000 }, (_, index) => String.fromCharCode(0x6000 + index, 0x7000 + index))
  expect(strange.filter((word) => mayHold([word])(text)).length).toBeLessThan(30)
})

test('no words are held by no text', () => {
  expect(mayHold([])('海淘')).toBe(false)
})
