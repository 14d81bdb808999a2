import { describe, expect, test } from 'vitest'
import { buildLikelihood, likelihoods } from '../../src/search/likelihood.ts'
import { type Terms, viewOf } from './view-of.ts'

function modelOf(list: Terms[]) {
  const { view, documents } = viewOf(list)
  return buildLikelihood(view, documents)
}

const model = modelOf([
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

  test('may be of no documents', () => {
    expect([...likelihoods(modelOf([]), ['limit']).documents]).toEqual([])
  })
})
