import type { Weighed } from '../search/piece-vectors.ts'
import { seeded, shuffled } from '../search/seeded.ts'

/** A question as numbers, the column of its topic, and how much it counts. */
export type TopicSample = Weighed & { topic: number; counts: number }

/** Set by cross-validation. */
const PASSES = 10
const RATE = 0.1
/** Share of the pieces of a question that is passed over at each step, others each time, so that no piece is relied on (Srivastava et al., "Dropout", 2014). */
const PASSED_OVER = 0.5
/** The bias moves less than a piece that always occurs. */
const BIAS = 0.1
/** Errors that are not worth a step. */
const SMALL = 1e-3

/**
 * Fits multinomial logistic regression of many classes by stochastic gradients with a step of its own for each weight (AdaGrad; Duchi, Hazan and Singer, 2011). Deterministic: the same samples
 * give the same weights.
 * @returns weights, topic by topic within each piece; the last row is the bias
 */
export function fitTopics(samples: TopicSample[], pieces: number, topics: number): Float32Array {
  const weights = new Float32Array((pieces + 1) * topics)
  const squares = new Float32Array((pieces + 1) * topics).fill(1e-4)
  const random = seeded(20261204)
  const shares = new Float32Array(topics)
  const step = (row: number, value: number, missed: number[]) => {
    for (const k of missed) {
      const at = row * topics + k
      const slope = value * (shares[k] ?? 0)
      const square = (squares[at] ?? 0) + slope * slope
      squares[at] = square
      weights[at] = (weights[at] ?? 0) + (RATE * slope) / Math.sqrt(square)
    }
  }
  for (let pass = 0; pass < PASSES; pass++)
    for (const { rows, values, topic, counts } of shuffled(samples, random)) {
      const seen = [...rows.keys()].filter(() => random() >= PASSED_OVER)
      shares.set(weights.subarray(pieces * topics))
      for (const at of seen) {
        const [from, value] = [(rows[at] ?? 0) * topics, (values[at] ?? 0) / (1 - PASSED_OVER)]
        for (let k = 0; k < topics; k++) shares[k] = (shares[k] ?? 0) + value * (weights[from + k] ?? 0)
      }
      // From here on what each topic missed by.
      toErrors(shares, topic, counts)
      const missed: number[] = []
      for (let k = 0; k < topics; k++) if (Math.abs(shares[k] ?? 0) > SMALL) missed.push(k)
      for (const at of seen) step(rows[at] ?? 0, (values[at] ?? 0) / (1 - PASSED_OVER), missed)
      step(pieces, BIAS, missed)
    }
  return weights
}

/** Turns what each topic is worth into how far its share is from what it should be, times how much that counts. */
function toErrors(worths: Float32Array, topic: number, counts: number): void {
  let most = Number.NEGATIVE_INFINITY
  for (const worth of worths) most = Math.max(most, worth)
  let total = 0
  for (let k = 0; k < worths.length; k++) {
    worths[k] = Math.exp((worths[k] ?? 0) - most)
    total += worths[k] ?? 0
  }
  for (let k = 0; k < worths.length; k++) worths[k] = counts * ((k === topic ? 1 : 0) - (worths[k] ?? 0) / total)
}
