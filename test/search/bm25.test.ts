import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildBm25 } from '../../src/search/bm25.ts'

describe('BM25', () => {
  const documents = [
    ['limit', 'annual', 'year'],
    ['limit', 'single', 'order'],
    ['return', 'days', 'order'],
    ['tax', 'rate', 'tax', 'tax', 'limit'],
  ]
  const { score, idf } = buildBm25(documents)

  test('finds a rare word more telling than a common one, and knows nothing of words nobody wrote', () => {
    expect(idf('annual')).toBeGreaterThan(idf('limit') ?? 0)
    expect(idf('unheard')).toBeUndefined()
  })

  test('scores a document that holds the words above those that do not', () => {
    expect(score(0, ['annual', 'limit'])).toBeGreaterThan(score(1, ['annual', 'limit']))
    expect(score(1, ['annual', 'limit'])).toBeGreaterThan(score(2, ['annual', 'limit']))
    expect(score(2, ['annual', 'limit'])).toBe(0)
  })

  test('counts a word nobody wrote against every document', () => {
    expect(score(0, ['annual', 'unheard'])).toBeLessThan(score(0, ['annual']))
    expect(score(0, ['unheard'])).toBe(0)
  })

  test('is nothing for nothing', () => {
    expect(score(0, [])).toBe(0)
    expect(score(99, ['limit'])).toBe(0)
    expect(buildBm25([]).score(0, ['limit'])).toBe(0)
    expect(buildBm25([[], []]).score(0, ['limit'])).toBe(0)
  })

  test('is a share of the most a question could score, repeats saturated and long documents held back', () => {
    const term = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    fc.assert(
      fc.property(
        fc.array(fc.array(term, { maxLength: 12 }), { minLength: 1, maxLength: 8 }),
        fc.uniqueArray(term),
        (bags, question) => {
          const index = buildBm25(bags)
          bags.forEach((bag, id) => {
            const one = index.score(id, question)
            expect(one).toBeGreaterThanOrEqual(0)
            expect(one).toBeLessThan(1)
            expect(one > 0).toBe(question.some((word) => bag.includes(word)))
          })
        },
      ),
    )
    const { score: of } = buildBm25([
      ['a', 'x'],
      ['a', 'a', 'x'],
      ['a', ...'uvwxyz'],
    ])
    expect(of(1, ['a'])).toBeGreaterThan(of(0, ['a']))
    expect(of(1, ['a'])).toBeLessThan(2 * of(0, ['a']))
    expect(of(2, ['a'])).toBeLessThan(of(0, ['a']))
  })
})
