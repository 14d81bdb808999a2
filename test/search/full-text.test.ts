import lunr from 'lunr'
import { expect, test } from 'vitest'
import { buildFullText, lookUp } from '../../src/search/full-text.ts'
import { seeded } from '../../src/search/seeded.ts'
import { viewOf } from './view-of.ts'

const random = seeded(7)
const word = () => `w${Math.floor(60 * random() ** 2)}`
const words = (most: number) => Array.from({ length: Math.floor(most * random()) }, word)
const documents = Array.from({ length: 120 }, () => ({ asked: words(8), told: [...new Set(words(30))] }))

/** The index as lunr itself would answer from. */
const index = lunr(function () {
  this.pipeline.reset()
  this.searchPipeline.reset()
  this.ref('id')
  this.field('asked', { boost: 3 })
  this.field('told', { boost: 1 })
  documents.forEach((document, id) => {
    this.add({ id, ...document })
  })
})
const read = viewOf(documents.map(({ asked, told }) => ({ group: '', asked: [asked], told: [told] })))
const model = buildFullText(read.view, read.documents)

test('the packed index finds what lunr finds, in the same order and with the same scores to the last bit', () => {
  const known = new Set(documents.flatMap(({ asked, told }) => [...asked, ...told]))
  for (let round = 0; round < 200; round++) {
    const asked = [...new Set(words(6))].filter((one) => known.has(one))
    const theirs = index
      .query((query) => {
        for (const one of asked) query.term(one, {})
      })
      .map(({ ref, score }) => ({ document: Number(ref), score }))
    const { best, scores } = lookUp(model, asked, documents.length)
    expect(best.map((document) => ({ document, score: scores[document] }))).toEqual(theirs)
    expect(lookUp(model, asked, 10).best).toEqual(best.slice(0, 10))
  }
})

test('a word that nothing holds finds nothing', () => {
  expect(lookUp(model, ['nowhere'], 10).best).toEqual([])
})
