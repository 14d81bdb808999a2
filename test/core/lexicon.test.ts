import { describe, expect, test } from 'vitest'
import { lexiconOf, numberOf, sizeOf, wordsOf } from '../../src/core/lexicon.ts'

const WORDS = ['年度限值', '限值', 'limit', '', 'lim', '𠮷野家', '@good', 'a-b']

describe('a lexicon', () => {
  test('numbers its words in their order, and knows no other', () => {
    const lexicon = lexiconOf(WORDS)
    expect(WORDS.map((word) => numberOf(lexicon, word))).toEqual(WORDS.map((_, number) => number))
    for (const other of ['limi', 'limits', '年度', '值限', '𠮷', ' ']) expect(numberOf(lexicon, other)).toBeUndefined()
  })

  test('tells its words again', () => {
    const lexicon = lexiconOf(new Set(WORDS))
    expect([...wordsOf(lexicon)]).toEqual(WORDS)
    expect(sizeOf(lexicon)).toBe(WORDS.length)
  })

  test('of nothing knows nothing', () => {
    const lexicon = lexiconOf([])
    expect([numberOf(lexicon, 'limit'), sizeOf(lexicon), ...wordsOf(lexicon)]).toEqual([undefined, 0])
  })

  test('of many words tells each from all others', () => {
    const many = Array.from(
      { length: 20_000 },
      (_, number) => `${String.fromCharCode(0x4e00 + (number % 7000))}${number}`,
    )
    const lexicon = lexiconOf(many)
    expect(many.every((word, number) => numberOf(lexicon, word) === number)).toBe(true)
    expect(many.some((word) => numberOf(lexicon, `${word}0x`) !== undefined)).toBe(false)
  })
})
