import type { Lexicon } from '../core/lexicon.ts'
import { wordsOf } from '../core/lexicon.ts'
import type { TopicId } from '../core/topic.ts'
import type { Features } from '../search/features.ts'
import { type Weighed, weighed } from '../search/piece-vectors.ts'

/**
 * What questions are counted under, by their pieces: multinomial logistic regression. It knows no entries, so it says something that the search does not: one entry answers questions about
 * several topics. Learned by `npm run learn -- topics`.
 */
export type TopicModel = {
  /** The columns. */
  topics: TopicId[]
  /** Pieces by name, marked with the view they are of, and their row. */
  vocabulary: Lexicon
  /** How telling each piece is. */
  telling: Float32Array
  /** Topic by topic within each piece, in units of the piece; the last row is how common each topic is. */
  weights: Int8Array
  units: Float32Array
  /** The sets of labelled questions it was learned from, beside the ways of asking of the knowledge. */
  learnedFrom: string[]
}

/** What one piece counts for a topic: above what it counts for all topics on the average. */
export type Spoke = { piece: string; counts: number }

/** The share of each topic in a question, in the order of the model's topics; they add up to one. */
export function topicShares(model: TopicModel, features: Features): Float64Array {
  const shares = new Float64Array(model.topics.length)
  addUp(model, weighed(features, model), shares)
  const most = Math.max(...shares)
  let total = 0
  for (let k = 0; k < shares.length; k++) {
    shares[k] = Math.exp((shares[k] ?? 0) - most)
    total += shares[k] ?? 0
  }
  return shares.map((share) => share / total)
}

function addUp({ topics, weights, units }: TopicModel, { rows, values }: Weighed, sums: Float64Array): void {
  const width = topics.length
  const add = (row: number, value: number) => {
    const counts = value * (units[row] ?? 0)
    for (let k = 0; k < width; k++) sums[k] = (sums[k] ?? 0) + counts * (weights[row * width + k] ?? 0)
  }
  add(units.length - 1, 1)
  rows.forEach((row, at) => {
    add(row, values[at] ?? 0)
  })
}

/** The pieces of a question that spoke loudest for a topic, or against it. */
export function spokeForTopic(model: TopicModel, features: Features, topic: TopicId, most: number): Spoke[] {
  const width = model.topics.length
  const mine = model.topics.indexOf(topic)
  if (mine === -1) return []
  const { rows, values } = weighed(features, model)
  const names = [...wordsOf(model.vocabulary)]
  return [...rows]
    .map((row, at) => {
      const weights = model.weights.subarray(row * width, (row + 1) * width)
      const mean = weights.reduce((sum, one) => sum + one, 0) / width
      const counts = (values[at] ?? 0) * (model.units[row] ?? 0) * ((weights[mine] ?? 0) - mean)
      return { piece: (names[row] ?? '').slice(1), counts }
    })
    .sort((one, other) => Math.abs(other.counts) - Math.abs(one.counts))
    .slice(0, most)
}
