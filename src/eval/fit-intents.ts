import { type Counted, sharesOf } from '../intent/softmax.ts'
import { seeded } from '../search/seeded.ts'

/** A message as numbers, which class it is of, and how much it counts. */
export type Sample = Counted & { label: number; weight: number }

/** Passes over all samples, and the length of a step: fewer and shorter ones than fit best, for what fits the examples best tells least about other messages. Set by cross-validation. */
const EPOCHS = 12
const RATE = 0.1
/** Pulls weights towards zero. */
const RIDGE = 2e-4
/** The bias moves less than a piece that always occurs. */
const BIAS = 0.1

/**
 * Fits multinomial logistic regression by stochastic gradients with a step of its own for each weight (AdaGrad; Duchi, Hazan and Singer, 2011). Deterministic: the same samples give
 * the same weights.
 * @returns weights, class by class within each piece; the last row is the bias
 */
export function fitIntents(samples: Sample[], pieces: number, classes: number): Float64Array {
  const weights = new Float64Array((pieces + 1) * classes)
  const squares = new Float64Array((pieces + 1) * classes).fill(1e-4)
  const random = seeded(20261201)
  const order = samples.map((_, index) => index)
  const shares = new Float64Array(classes)
  const learn = (at: number, slope: number) => {
    const gradient = slope - RIDGE * (weights[at] ?? 0)
    squares[at] = (squares[at] ?? 0) + gradient * gradient
    weights[at] = (weights[at] ?? 0) + (RATE * gradient) / Math.sqrt(squares[at] ?? 1)
  }
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      ;[order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0]
    }
    for (const index of order) {
      const sample = samples[index]
      if (!sample) continue
      sharesOf(sample, weights, shares)
      for (let k = 0; k < classes; k++) {
        const error = ((k === sample.label ? 1 : 0) - (shares[k] ?? 0)) * sample.weight
        if (Math.abs(error) < 1e-4) continue
        sample.pieces.forEach((piece, at) => {
          learn(piece * classes + k, error * (sample.values[at] ?? 0))
        })
        learn(pieces * classes + k, error * BIAS)
      }
    }
  }
  return weights
}
