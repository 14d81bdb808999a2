import { sizeOf } from '../core/lexicon.ts'
import type { Documents } from './corpus.ts'
import { distinct, growing } from './lists.ts'
import { type Postings, postingsOf } from './postings.ts'
import type { View } from './viewers.ts'

/** Documents as vectors of unit length, each the sum of its texts', which are of unit length too: a long text says no more about it than a short one. */
export function unitVectors({ terms, texts }: View, { asked, told }: Documents, weights: Float32Array): Postings {
  const { starts, numbers } = distinct(texts, texts.starts.length - 1, sizeOf(terms))
  const sums = new Float64Array(sizeOf(terms))
  const vectors = { starts: new Uint32Array(asked.length), terms: growing(Uint32Array), weights: growing(Float32Array) }
  for (let document = 0; document + 1 < asked.length; document++) {
    const held: number[] = []
    for (const first of [asked, told])
      for (let text = first[document] ?? 0; text < (first[document + 1] ?? 0); text++) {
        const from = starts[text] ?? 0
        const to = starts[text + 1] ?? 0
        const length = lengthOf(numbers, from, to, weights) || 1
        for (let at = from; at < to; at++) {
          const word = numbers[at] ?? 0
          if (sums[word] === 0) held.push(word)
          sums[word] = (sums[word] ?? 0) + (weights[word] ?? 0) / length
        }
      }
    const length = lengthOf(held, 0, held.length, sums) || 1
    for (const word of held) {
      vectors.terms.push(word)
      vectors.weights.push((sums[word] ?? 0) / length)
      sums[word] = 0
    }
    vectors.starts[document + 1] = vectors.terms.length()
  }
  const bags = { starts: vectors.starts, terms: vectors.terms.done(), weights: vectors.weights.done() }
  return postingsOf(bags, sums.length)
}

/** The length of a vector of some words, those of a list from one place to another. They are taken one by one: to spread numbers out of an array makes an object of each. */
export function lengthOf(
  words: ArrayLike<number>,
  from: number,
  to: number,
  weights: Float32Array | Float64Array,
): number {
  const held: number[] = []
  for (let at = from; at < to; at++) held.push(weights[words[at] ?? 0] ?? 0)
  return Math.hypot(...held)
}
