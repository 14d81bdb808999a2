import { expect, test } from 'vitest'
import { groupWords } from '../../../src/insights/gaps/group.ts'

const count = (value: number) => ({ value, shown: 1, hidden: 0, below: 5 }) as const
const terms = (sizes: Record<string, number>) =>
  new Map(Object.entries(sizes).map(([word, size]) => [word, { shown: word.toUpperCase(), count: count(size) }]))

test('words that mostly stand together are one group, named by the commonest first', () => {
  const groups = groupWords({
    terms: terms({ milk: 100, powder: 90, tins: 50, bags: 60, used: 50 }),
    pairs: new Map([
      ['milk\npowder', count(80)],
      ['powder\ntins', count(45)],
      ['bags\nused', count(45)],
      ['bags\nmilk', count(10)],
    ]),
  })
  expect(groups).toEqual([
    { words: ['MILK', 'POWDER', 'TINS'], count: count(100) },
    { words: ['BAGS', 'USED'], count: count(60) },
  ])
})

test('a word that stands in many kinds of questions does not draw them together', () => {
  const groups = groupWords({
    terms: terms({ import: 300, bags: 60, whisky: 50 }),
    pairs: new Map([
      ['bags\nimport', count(60)],
      ['import\nwhisky', count(50)],
    ]),
  })
  expect(groups.map(({ words }) => words)).toEqual([['IMPORT'], ['BAGS'], ['WHISKY']])
})

test('a name does not say a word and a part of it', () => {
  const words = new Map(['跨境电商', '跨境', '电商'].map((word) => [word, { shown: word, count: count(50) }]))
  const pairs = new Map([
    ['跨境\n跨境电商', count(50)],
    ['电商\n跨境电商', count(50)],
  ])
  expect(groupWords({ terms: words, pairs })).toEqual([{ words: ['跨境电商'], count: count(50) }])
})

test('a word that stands alone is a group of its own, and none are no groups', () => {
  expect(groupWords({ terms: terms({ whisky: 20 }), pairs: new Map() })).toEqual([
    { words: ['WHISKY'], count: count(20) },
  ])
  expect(groupWords({ terms: new Map(), pairs: new Map() })).toEqual([])
})
