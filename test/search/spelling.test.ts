import { describe, expect, test } from 'vitest'
import { speller } from '../../src/search/spelling.ts'

const mend = speller(
  new Map(Object.entries({ parcel: 3, parcels: 1, quota: 2, annual: 5, limit: 5, list: 1, cosmetics: 2, customs: 2 })),
)

describe('a word nobody wrote down', () => {
  test.each([
    ['parcle', 'parcel', 'two letters swapped'],
    ['parsel', 'parcel', 'a letter other'],
    ['parcl', 'parcel', 'a letter less'],
    ['parrcel', 'parcel', 'a letter more'],
    ['qouta', 'quota', 'two letters swapped'],
    ['limiit', 'limit', 'a letter more'],
    ['cosmetcs', 'cosmetics', 'a letter less'],
    ['limt', 'limit', 'a letter less'],
    ['anual limt for cbec', 'annual limit for cbec', 'each word of a text'],
  ])('%s is mended to %s: %s', (typed, meant) => {
    expect(mend(typed)).toBe(meant)
  })

  test.each([
    ['lisp', 'too short to be sure'],
    ['aimit', 'the first letter is taken as right'],
    ['parcel', 'known'],
    ['prcle', 'two mistakes'],
    ['banana', 'nothing like it'],
    ['26000', 'no word'],
    ['额度查询', 'no Latin word'],
    ['', 'nothing'],
  ])('%s stays: %s', (typed) => {
    expect(mend(typed)).toBe(typed)
  })

  test('means the commonest of several that are as near', () => {
    expect(mend('parcelz')).toBe('parcel')
  })
})

test('a word without a subject is mended into its like, and into no other', () => {
  const words = new Map([
    ['thinks', 3],
    ['what', 2],
    ['whale', 5],
  ])
  expect(speller(words)('thanks, whats this')).toBe('thinks, what this')
  expect(speller(words, (word) => ['thanks', 'whats', 'what'].includes(word))('thanks, whats this, he thonks')).toBe(
    'thanks, what this, he thinks',
  )
})
