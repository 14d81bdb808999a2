import { describe, expect, test } from 'vitest'
import { buildLikelihood, likelihoods } from '../../src/search/likelihood.ts'

const model = buildLikelihood([
  {
    group: 'quota',
    asked: [
      ['annual', 'limit'],
      ['year', 'limit'],
    ],
    told: [['buy', 'year']],
  },
  { group: 'quota', asked: [['single', 'limit']], told: [['order']] },
  { group: 'return', asked: [['return', 'days']], told: [['order', 'back']] },
])
const of = (...terms: string[]) => [...likelihoods(model, terms).documents]

describe('likelihood in the language of each document', () => {
  test('is largest where the words stand', () => {
    for (const [terms, best] of [
      [['annual'], 0],
      [['single', 'limit'], 1],
      [['back'], 2],
    ] as const)
      expect(of(...terms).indexOf(Math.max(...of(...terms)))).toBe(best)
  })

  test('is lent by a group to its documents, and less than what is their own', () => {
    const [own = 0, sibling = 0, stranger = 0] = of('annual')
    expect(sibling).toBeGreaterThan(stranger)
    expect(own).toBeGreaterThan(sibling)
  })

  test('tells the more, the rarer the word', () => {
    const [annual = 0] = of('annual')
    const [limit = 0] = of('limit')
    expect(annual).toBeGreaterThan(limit)
  })

  test('counts a word once and ignores unknown ones', () => {
    expect(of('limit', 'limit', 'mars')).toEqual(of('limit'))
    expect(of('mars')).toEqual([0, 0, 0])
  })

  test('never exceeds the most there is to reach', () => {
    for (const terms of [['annual', 'limit'], ['order'], ['return', 'back', 'days']])
      expect(Math.max(...of(...terms))).toBeLessThanOrEqual(likelihoods(model, terms).most + 1e-5)
  })

  test('may be of no documents', () => {
    expect([...likelihoods(buildLikelihood([]), ['limit']).documents]).toEqual([])
  })
})
