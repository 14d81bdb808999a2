import { describe, expect, test } from 'vitest'
import { speller } from '../../src/search/spelling.ts'

const weights: Record<string, number> = { parcel: 1, parcels: 3, quota: 2, annual: 1, limit: 1, cosmet: 2, customs: 2 }
const mend = speller(Object.keys(weights), (term) => weights[term])

describe('a word nobody wrote down', () => {
  test.each([
    ['parcle', 'parcel', 'two letters swapped'],
    ['parsel', 'parcel', 'a letter other'],
    ['parcl', 'parcel', 'a letter less'],
    ['parrcel', 'parcel', 'a letter more'],
    ['qouta', 'quota', 'two letters swapped'],
    ['limiit', 'limit', 'a letter more'],
    ['cosmetc', 'cosmet', 'a letter more'],
  ])('%s is mended to %s: %s', (typed, meant) => {
    expect(mend(typed)).toBe(meant)
  })

  test.each([
    ['limt', 'too short to be sure'],
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
