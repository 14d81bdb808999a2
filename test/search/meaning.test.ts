import { describe, expect, test } from 'vitest'
import { buildMeaning, likeness } from '../../src/search/meaning.ts'
import { postingsOf } from '../../src/search/postings.ts'
import { seeded } from '../../src/search/seeded.ts'

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

test('the space is to the last bit what it comes to with one number added after the other', () => {
  const random = seeded(11)
  const [count, terms, d] = [130, 90, 100]
  const documents = Array.from({ length: count }, () =>
    unit(...new Set(Array.from({ length: 1 + 40 * random() }, () => Math.floor(terms * random())))),
  )
  type Matrix = number[][]
  const at = (matrix: Matrix, row: number, k: number) => matrix[row]?.[k] ?? 0
  const byDocument = documents.map((bag) => [...bag].sort(([one], [other]) => one - other))
  const byTerm = Array.from({ length: terms }, (_, term) =>
    documents.flatMap((bag, document) => (bag.has(term) ? [[document, bag.get(term) ?? 0] as const] : [])),
  )
  const times = (rows: (readonly (readonly [number, number])[])[], matrix: Matrix): Matrix =>
    rows.map((row) =>
      Array.from({ length: d }, (_, k) =>
        row.reduce((sum, [column, weight]) => sum + Math.fround(weight) * at(matrix, column, k), 0),
      ),
    )
  const orthonormalise = (matrix: Matrix) => {
    const dot = (one: number, other: number) =>
      matrix.reduce((sum, row) => sum + (row[one] ?? 0) * (row[other] ?? 0), 0)
    for (let k = 0; k < d; k++) {
      const scale = 1 / Math.sqrt(dot(k, k))
      for (const row of matrix) row[k] = (row[k] ?? 0) * scale
      for (let next = k + 1; next < d; next++) {
        const along = dot(next, k)
        for (const row of matrix) row[next] = (row[next] ?? 0) - along * (row[k] ?? 0)
      }
    }
  }
  const start = seeded(20261128)
  let basis: Matrix = documents.map(() => Array.from({ length: d }, () => start() - 0.5))
  for (let round = 0; round < 2; round++) {
    orthonormalise(basis)
    basis = times(byDocument, times(byTerm, basis))
  }
  orthonormalise(basis)
  const inTerms = times(byTerm, basis)
  const upper: Matrix = Array.from({ length: d }, () => Array.from({ length: d }, () => 0))
  for (let i = 0; i < d; i++)
    for (let j = i; j < d; j++) {
      let sum = inTerms.reduce((total, row) => total + (row[i] ?? 0) * (row[j] ?? 0), 0)
      for (let k = 0; k < i; k++) sum -= at(upper, k, i) * at(upper, k, j)
      // Of directions that are not there nothing is left.
      const root = i === j ? Math.sqrt(sum < 1e-10 ? 0 : sum) : at(upper, i, i)
      const row = upper[i] ?? []
      row[j] = i === j ? root : root === 0 ? 0 : sum / root
    }
  const project = basis.map((row) => {
    const solved: number[] = Array.from({ length: d }, () => 0)
    for (let j = 0; j < d; j++) {
      if (at(upper, j, j) === 0) continue
      let sum = row[j] ?? 0
      for (let k = 0; k < j; k++) sum -= (solved[k] ?? 0) * at(upper, k, j)
      solved[j] = sum / at(upper, j, j)
    }
    return solved
  })
  const places = times(byDocument, times(byTerm, project)).map((row) => {
    const length = Math.hypot(...row) || 1
    return row.map((value) => value / length)
  })
  const model = modelOf(documents, terms)
  expect(model.dimensions).toBe(d)
  const apart = (ours: Float32Array, theirs: number[]) =>
    theirs.findIndex((value, at) => Math.fround(value) !== ours[at])
  expect([model.project.length, model.places.length]).toEqual([count * d, count * d])
  expect([apart(model.project, project.flat()), apart(model.places, places.flat())]).toEqual([-1, -1])
})
