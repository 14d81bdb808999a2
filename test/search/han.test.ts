import { expect, test } from 'vitest'
import { hanEnd, isHan } from '../../src/search/han.ts'

test('a character is Chinese where Unicode says so, whichever it is', () => {
  const otherwise: number[] = []
  for (let code = 0; code <= 0x10ffff; code++)
    if (isHan(code) !== /\p{Script=Han}/u.test(String.fromCodePoint(code))) otherwise.push(code)
  expect(otherwise).toEqual([])
})

test('a run of Chinese ends before the first character that is not', () => {
  expect(hanEnd('退货quota', 0)).toBe(2)
  expect(hanEnd('退货，额度', 3)).toBe(5)
  expect(hanEnd('𠮷野家 2', 0)).toBe(4)
  expect(hanEnd('quota', 0)).toBe(0)
  expect(hanEnd('退货', 2)).toBe(2)
})
