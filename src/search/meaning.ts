import { cholesky, gram, orthonormalise, type Sparse, solveRight, times, transposed } from './matrices.ts'
import type { Postings } from './postings.ts'
import { seeded } from './seeded.ts'

/** Dimensions of the space of meaning; more than this hardly changes a ranking in cross-validation. */
const DIMENSIONS = 100
/** Rounds of subspace iteration; the space settles after two. */
const ROUNDS = 2

/** Documents in a space where those that share words lie together: latent semantic analysis (Deerwester et al., 1990). Plain values and typed arrays. */
export type MeaningModel = {
  /** How much a term weighs in each document (unit length). */
  postings: Postings
  dimensions: number
  /** Takes likenesses to all documents into the space, document by document. */
  project: Float32Array
  /** The place of each document in the space, of unit length. */
  places: Float32Array
}

/** Likeness of a question to each document: by the words themselves, and in the space of meaning. Both are cosines. */
export type Likeness = { words: Float64Array; meaning: (document: number) => number }

/**
 * Finds the space by randomised subspace iteration (Halko, Martinsson and Tropp, 2011) with a fixed seed, so the same documents give the same space.
 * @param postings how much each term weighs in each document, whose vectors are of unit length
 * @param count documents
 */
export function buildMeaning(postings: Postings, count: number): MeaningModel {
  const terms = postings.starts.length - 1
  const dimensions = Math.min(DIMENSIONS, count)
  const byTerm: Sparse = { starts: postings.starts, columns: postings.documents, weights: postings.weights }
  const byDocument = transposed(byTerm, count)
  const random = seeded(20261128)
  let basis: Float64Array = new Float64Array(count * dimensions)
  for (let at = 0; at < basis.length; at++) basis[at] = random() - 0.5
  for (let round = 0; round < ROUNDS; round++) {
    orthonormalise(basis, count, dimensions)
    basis = times(byDocument, times(byTerm, basis, dimensions), dimensions)
  }
  orthonormalise(basis, count, dimensions)
  const inTerms = times(byTerm, basis, dimensions)
  // An orthonormal basis of the row space: inTerms · R⁻¹, with R from the Cholesky factor of its Gram matrix.
  const project = solveRight(basis, cholesky(gram(inTerms, terms, dimensions), dimensions), count, dimensions)
  const places = times(byDocument, times(byTerm, project, dimensions), dimensions)
  for (let row = 0; row < count; row++) {
    const place: number[] = []
    for (let k = 0; k < dimensions; k++) place.push(places[row * dimensions + k] ?? 0)
    const length = Math.hypot(...place) || 1
    for (let k = 0; k < dimensions; k++) places[row * dimensions + k] = (place[k] ?? 0) / length
  }
  return { postings, dimensions, project: new Float32Array(project), places: new Float32Array(places) }
}

/** Compares a question, given as term → weight of unit length, with all documents. */
export function likeness({ postings, dimensions, project, places }: MeaningModel, bag: Map<number, number>): Likeness {
  const { starts, documents, weights } = postings
  const words = new Float64Array(places.length / Math.max(1, dimensions))
  for (const [term, weight] of bag)
    for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at++) {
      const document = documents[at] ?? 0
      words[document] = (words[document] ?? 0) + weight * (weights[at] ?? 0)
    }
  const place = new Float64Array(dimensions)
  words.forEach((like, document) => {
    if (like === 0) return
    const row = document * dimensions
    for (let k = 0; k < dimensions; k++) place[k] = (place[k] ?? 0) + like * (project[row + k] ?? 0)
  })
  const length = Math.hypot(...place) || 1
  return {
    words,
    meaning: (document) => {
      let dot = 0
      const row = document * dimensions
      for (let k = 0; k < dimensions; k++) dot += (place[k] ?? 0) * (places[row + k] ?? 0)
      return Math.max(0, dot / length)
    },
  }
}
