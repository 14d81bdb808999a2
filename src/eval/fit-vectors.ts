import { placeOf, type Weighed } from '../search/piece-vectors.ts'
import { shuffled } from '../search/seeded.ts'
import { sharesAt } from '../search/target-vectors.ts'

/** A text as numbers, the row of what it leads to, and how much it counts. */
export type VectorSample = Weighed & { target: number; counts: number }

/** Set by cross-validation; more dimensions or passes hardly change a ranking. */
const DIMENSIONS = 64
const PASSES = 14
const RATE = 0.05
const RIDGE = 1e-5
/** Share of the pieces of a text that is passed over at each step, others each time, so that no piece is relied on (Srivastava et al., "Dropout", 2014). */
const PASSED_OVER = 0.6
/** The bias moves less than a vector. */
const BIAS = 0.02

export type FittedVectors = { dimensions: number; pieces: Float32Array; targets: Float32Array; bias: Float32Array }

/**
 * Fits vectors of pieces and of targets so that the sum of a text's pieces points to its target: multinomial logistic regression through a narrow space, by stochastic gradients with a step of its own
 * for each vector (AdaGrad; Duchi, Hazan and Singer, 2011).
 * @param random the only source of chance
 */
export function fitVectors(
  samples: VectorSample[],
  pieceCount: number,
  targetCount: number,
  random: () => number,
): FittedVectors {
  const near = () => (random() - 0.5) * 0.2
  const pieces = Float32Array.from({ length: pieceCount * DIMENSIONS }, near)
  const targets = Float32Array.from({ length: targetCount * DIMENSIONS }, near)
  const bias = new Float32Array(targetCount)
  const [squaresOfPieces, squaresOfTargets] = [
    new Float64Array(pieceCount).fill(1e-3),
    new Float64Array(targetCount).fill(1e-3),
  ]
  const place = new Float32Array(DIMENSIONS)
  const pull = new Float32Array(DIMENSIONS)
  const shares = new Float64Array(targetCount)
  for (let pass = 0; pass < PASSES; pass++)
    for (const sample of shuffled(samples, random)) {
      const { rows, values } = withoutSome(sample, random)
      placeOf({ rows, values }, { dimensions: DIMENSIONS, vectors: pieces }, place)
      sharesAt(place, { ids: [], vectors: targets, bias }, shares)
      pull.fill(0)
      for (let target = 0; target < targetCount; target++) {
        const error = ((target === sample.target ? 1 : 0) - (shares[target] ?? 0)) * sample.counts
        if (Math.abs(error) < 1e-4) continue
        const row = target * DIMENSIONS
        let square = 0
        for (let k = 0; k < DIMENSIONS; k++) {
          pull[k] = (pull[k] ?? 0) + error * (targets[row + k] ?? 0)
          square += (error * (place[k] ?? 0)) ** 2
        }
        squaresOfTargets[target] = (squaresOfTargets[target] ?? 0) + square / DIMENSIONS
        const step = RATE / Math.sqrt(squaresOfTargets[target] ?? 1)
        for (let k = 0; k < DIMENSIONS; k++)
          targets[row + k] =
            (targets[row + k] ?? 0) + step * (error * (place[k] ?? 0) - RIDGE * (targets[row + k] ?? 0))
        bias[target] = (bias[target] ?? 0) + BIAS * error
      }
      const square = pull.reduce((sum, one) => sum + one * one, 0) / DIMENSIONS
      for (let at = 0; at < rows.length; at++) {
        const [piece, value] = [rows[at] ?? 0, values[at] ?? 0]
        squaresOfPieces[piece] = (squaresOfPieces[piece] ?? 0) + square * value * value
        const step = RATE / Math.sqrt(squaresOfPieces[piece] ?? 1)
        const row = piece * DIMENSIONS
        for (let k = 0; k < DIMENSIONS; k++)
          pieces[row + k] = (pieces[row + k] ?? 0) + step * (value * (pull[k] ?? 0) - RIDGE * (pieces[row + k] ?? 0))
      }
    }
  return { dimensions: DIMENSIONS, pieces, targets, bias }
}

/** A text without some of its pieces; the others count for them. */
function withoutSome({ rows, values }: Weighed, random: () => number): Weighed {
  const kept: number[] = []
  for (let at = 0; at < rows.length; at++) if (random() >= PASSED_OVER) kept.push(at)
  return {
    rows: Int32Array.from(kept, (at) => rows[at] ?? 0),
    values: Float32Array.from(kept, (at) => (values[at] ?? 0) / (1 - PASSED_OVER)),
  }
}
