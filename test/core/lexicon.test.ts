import { describe, expect, test } from 'vitest'
import { growingLexicon, lexiconOf, numberOf, sizeOf, wordsOf } from '../../src/core/lexicon.ts'
import { seeded } from '../../src/search/seeded.ts'

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

  test('numbers words as they come, and those that come again as before', () => {
    const random = seeded(5)
    const letters = ['a', 'b', '税', '\0', '\u{20bb7}']
    const { numberFor, lexicon } = growingLexicon()
    const numbers = new Map<string, number>()
    for (let count = 0; count < 30_000; count++) {
      const word = Array.from({ length: 7 * random() }, () => letters[Math.floor(5 * random())] ?? '').join('')
      const number = numbers.get(word) ?? numbers.size
      numbers.set(word, number)
      expect(numberFor(word)).toBe(number)
    }
    expect(numbers.size).toBeGreaterThan(5000)
    const packed = lexicon()
    for (const [word, number] of numbers) expect(numberOf(packed, word)).toBe(number)
  })
})
