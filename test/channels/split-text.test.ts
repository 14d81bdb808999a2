import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitText } from '../../src/channels/split-text.ts'

test.each([
  ['甲乙\n\n丙丁', 20, ['甲乙\n\n丙丁']],
  ['甲乙丙丁\n\n戊己庚辛', 7, ['甲乙丙丁', '戊己庚辛']],
  ['甲乙丙丁\n戊己庚辛', 7, ['甲乙丙丁', '戊己庚辛']],
  ['甲乙丙丁。戊己庚辛', 7, ['甲乙丙丁。', '戊己庚辛']],
  ['one two. three', 9, ['one two.', 'three']],
  ['甲乙丙丁戊己', 4, ['甲乙丙丁', '戊己']],
  ['😀😀😀', 3, ['😀', '😀', '😀']],
  ['', 5, []],
])('%j in parts of %i is %j', (text, longest, parts) => {
  expect(splitText(text, longest)).toEqual(parts)
})

test('whatever the text, no part is too long and nothing but white space is lost', () => {
  const text = fc.string({ unit: fc.constantFrom('额', '。', '\n', '\n\n', ' ', 'a', '😀', ', '), maxLength: 300 })
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 50 }), (whole, longest) => {
      const parts = splitText(whole, longest)
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(longest)
      expect(parts.join('').replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''))
    }),
  )
})
