import { describe, expect, test } from 'vitest'
import { afterCorrection } from '../../src/conversation/after-correction.ts'

describe('after a false belief was corrected', () => {
  test.each([
    ['不是免税：限值内只有关税是 0%，增值税仍按 70% 交。', '不是免税：限值以内关税是 0%，但增值税仍要按 70% 交。'],
    [
      'No: exactly 5,000 yuan is still within the limit.',
      'Yes: an order of exactly 5,000 yuan is still within the limit.',
    ],
  ])('what it said already is not said again: %s', (correction, answer) => {
    expect(afterCorrection(correction, answer)).toBe('')
  })

  test.each([
    [
      'a number that it did not name',
      '没有了：美国取消了小额免税，多少钱都要交税。',
      '没有了：美国取消了小额免税，2025年8月29日起多少钱都要交税。',
      '美国取消了小额免税，2025年8月29日起多少钱都要交税。',
    ],
    [
      'what it left open, without a verdict on another question',
      'No: postage is taxed with the price.',
      'Yes: the dutiable value includes freight, insurance and packing of any kind that the seller charges for.',
      'The dutiable value includes freight, insurance and packing of any kind that the seller charges for.',
    ],
    [
      'all of an answer without a verdict',
      '不是两万。',
      '每人每年最多可以买 26,000元。',
      '每人每年最多可以买 26,000元。',
    ],
  ])('%s is told', (_what, correction, answer, rest) => {
    expect(afterCorrection(correction, answer)).toBe(rest)
  })
})
