import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordList } from '../../src/conversation/held-words.ts'

/** What a list is to find, as a pattern says it: slowly, one word at a time. */
const byPattern = (forms: string[], text: string): boolean =>
  forms.some((form) => {
    const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return /^[a-z0-9]/.test(form)
      ? new RegExp(`(?<![a-z0-9])${escaped}(?:s|es|ed|d|ing)?(?![a-z0-9])`).test(text)
      : text.includes(form)
  })

test('every word of a list is found where a pattern of its own would find it, and nowhere else', () => {
  const piece = fc.constantFrom('a', 'b', 's', 'es', 'd', 'ing', '1', ' ', '-', '海', '淘', '税', '?')
  const written = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''))
  const words = fc.array(fc.array(written, { maxLength: 3 }), { minLength: 1, maxLength: 8 })
  const text = fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(words, text, text, (some, first, second) => {
      const { add } = wordList()
      const looks = some.map(add)
      for (const one of [first, second, first])
        expect(looks.map((holds) => holds(one))).toEqual(some.map((forms) => byPattern(forms, one)))
    }),
    { numRuns: 2000 },
  )
})

test('a word added after a text was looked through is found in it', () => {
  const { add } = wordList()
  const haitao = add(['海淘'])
  expect(haitao('海淘要税吗')).toBe(true)
  const tax = add(['税', 'tax'])
  expect([tax('海淘要税吗'), haitao('海淘要税吗')]).toEqual([true, true])
})
