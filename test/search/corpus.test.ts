import { describe, expect, test } from 'vitest'
import { searchablesOf } from '../../src/conversation/searchables.ts'
import { readerOf } from '../../src/conversation/understanding.ts'
import { wordsOf } from '../../src/core/lexicon.ts'
import { readCorpus, waysOfAsking } from '../../src/search/corpus.ts'
import type { Searchable } from '../../src/search/searchable.ts'
import { shipped } from '../content/shipped.ts'

const knowledge = shipped()
const read = readerOf(knowledge)
/** Characters beyond the basic plane, some that have no sound, words of all lengths, and nothing. */
const strange: Searchable = {
  id: 'strange',
  topic: '',
  titles: ['𠮷野家𡃁', ''],
  questions: ["it's ok a bb ccc dddd", '〇々㐀﨎税', '２６００元、IPHONE15', 'café ß 𠮷a税'],
  bodies: ['\n', `${'税'.repeat(300)} ${'x'.repeat(300)}`],
}
const searchables = [...searchablesOf(knowledge), strange]
const corpus = readCorpus(searchables, read)
const texts = [...searchables.flatMap(waysOfAsking), ...searchables.flatMap(({ bodies }) => bodies)]

/** Terms numbered as they come, read text after text: what a view is, worked out plainly. */
function plainly(termsOf: (text: string) => string[]): { terms: string[]; texts: number[][] } {
  const numbers = new Map<string, number>()
  const numberOf = (term: string) => {
    const number = numbers.get(term) ?? numbers.size
    numbers.set(term, number)
    return number
  }
  return { texts: texts.map((text) => termsOf(text).map(numberOf)), terms: [...numbers.keys()] }
}

describe('the texts of an index', () => {
  test.each(['words', 'letters', 'sounds', 'forms'] as const)('hold just the %s that a question would', (view) => {
    const plain = plainly((text) => read(text)[view])
    expect(plain.texts.length).toBeGreaterThan(10_000)
    const { starts, numbers } = corpus[view].texts
    expect(starts.length).toBe(texts.length + 1)
    const apart = texts.filter(
      (_, at) => numbers.subarray(starts[at], starts[at + 1]).join() !== plain.texts[at]?.join(),
    )
    expect(apart).toEqual([])
    expect([...wordsOf(corpus[view].terms)].join('\n') === plain.terms.join('\n')).toBe(true)
  })

  test('hold each Latin word as often as it stands there', () => {
    const counts = new Map<string, number>()
    for (const text of texts)
      for (const word of read(text).folded.match(/[a-z]+/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
    const { latin } = corpus
    expect(Array.from(wordsOf(latin.terms), (word, at) => [word, latin.counts[at]])).toEqual([...counts])
  })

  test('are those of each document: what it is asked by, then what it says', () => {
    const { asked, told: says, groups } = corpus.documents
    const at = searchables.length - 1
    expect([asked[0], asked[at + 1]]).toEqual([0, says[0]])
    expect((asked[at + 1] ?? 0) - (asked[at] ?? 0)).toBe(6)
    expect((says[at + 1] ?? 0) - (says[at] ?? 0)).toBe(2)
    expect(says[at + 1]).toBe(texts.length)
    expect(groups).toEqual(searchables.map(({ topic }) => topic))
  })
})
