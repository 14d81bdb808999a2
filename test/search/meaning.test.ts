import { describe, expect, test } from 'vitest'
import { buildMeaning, likeness } from '../../src/search/meaning.ts'
import { postingsOf } from '../../src/search/postings.ts'

// Words 0–2 go about together, and words 3–5; word 6 stands in both.
const unit = (...terms: number[]) => new Map(terms.map((term) => [term, 1 / Math.sqrt(terms.length)]))
const DOCUMENTS = [unit(0, 1, 6), unit(1, 2, 6), unit(0, 2), unit(3, 4, 6), unit(4, 5, 6), unit(3, 5)]
function modelOf(documents: Map<number, number>[], terms: number) {
  const starts = documents.map((_, at) => documents.slice(0, at).reduce((sum, { size }) => sum + size, 0))
  const bags = {
    starts: Uint32Array.from([...starts, documents.reduce((sum, { size }) => sum + size, 0)]),
    terms: Uint32Array.from(documents.flatMap((document) => [...document.keys()])),
    weights: documents.flatMap((document) => [...document.values()]),
  }
  return buildMeaning(postingsOf(bags, terms), documents.length)
}

describe('likeness', () => {
  const model = modelOf(DOCUMENTS, 7)

  test('by words is the cosine', () => {
    const { words } = likeness(model, unit(0, 1, 6))
    expect(words[0]).toBeCloseTo(1, 6)
    expect(words[1]).toBeCloseTo(2 / 3, 6)
    expect(words[5]).toBe(0)
  })

  test('in meaning is one with itself, and lies between nothing and one', () => {
    DOCUMENTS.forEach((document, index) => {
      const { meaning } = likeness(model, document)
      expect(meaning(index)).toBeCloseTo(1, 5)
      DOCUMENTS.forEach((_, other) => {
        expect(meaning(other)).toBeGreaterThanOrEqual(0)
        expect(meaning(other)).toBeLessThanOrEqual(1.00001)
      })
    })
  })

  test('is the same in every build', () => {
    const again = modelOf(DOCUMENTS, 7)
    expect([...again.places]).toEqual([...model.places])
  })

  test('is nothing for words nobody wrote down, and of no documents', () => {
    expect(likeness(model, new Map()).meaning(0)).toBe(0)
    expect([...likeness(modelOf([], 0), new Map()).words]).toEqual([])
  })
})

test('documents that share no word are alike when they share company, in fewer dimensions than documents', () => {
  // Two hundred documents about two subjects: each holds two of its subject's ten words.
  const documents = Array.from({ length: 200 }, (_, index) => {
    const subject = (index % 2) * 10
    const [one, other] = [Math.floor(index / 2) % 10, Math.floor(index / 20) % 10]
    return one === other ? unit(subject + one) : unit(subject + one, subject + other)
  })
  const { words, meaning } = likeness(modelOf(documents, 20), unit(0))
  const apart = documents.findIndex((document, index) => index % 2 === 0 && !document.has(0))
  const strange = documents.findIndex((_, index) => index % 2 === 1)
  expect(words[apart]).toBe(0)
  expect(meaning(strange)).toBeLessThan(0.01)
  expect(meaning(apart)).toBeGreaterThanOrEqual(0)
})
