/** A linear statement about what the log holds: the sum of some of its atoms, as it was published. */
export type Published = { atoms: number[]; value: number; variance: number }

/** What the attacker makes of a number that is held back: a best guess, and how sure of it one may be. */
export type Guess = { value: number; deviation: number }

/**
 * The best that can be made of any number of sums, differences and overlaps at once: Bayes' rule for linear statements with errors, which
 * contains every attack by subtraction and by averaging. The attacker knows the method, the variance of the noise, and how common each number of questions is, but not the
 * secret.
 */
export class Attacker {
  readonly #inverse: Float64Array[]
  readonly #mean: number[]

  /**
   * @param atoms how many unknown numbers there are
   * @param published everything that was published about them
   * @param prior what is known of an atom beforehand
   */
  constructor(atoms: number, published: readonly Published[], prior: { mean: number; variance: number }) {
    const precision = Array.from({ length: atoms }, (_, row) => {
      const line = new Float64Array(atoms)
      line[row] = 1 / prior.variance
      return line
    })
    const weighted = new Float64Array(atoms)
    for (const { atoms: some, value, variance } of published) {
      const error = value - some.length * prior.mean
      for (const one of some) {
        weighted[one] = (weighted[one] ?? 0) + error / variance
        const line = precision[one] as Float64Array
        for (const other of some) line[other] = (line[other] ?? 0) + 1 / variance
      }
    }
    this.#inverse = inverted(precision)
    this.#mean = this.#inverse.map(
      (line) => prior.mean + line.reduce((all, one, column) => all + one * (weighted[column] ?? 0), 0),
    )
  }

  /** What is made of the sum of some atoms. */
  guess(atoms: readonly number[]): Guess {
    let value = 0
    let variance = 0
    for (const one of atoms) {
      value += this.#mean[one] ?? 0
      for (const other of atoms) variance += this.#inverse[one]?.[other] ?? 0
    }
    return { value, deviation: Math.sqrt(Math.max(0, variance)) }
  }
}

/** The inverse of a symmetric positive definite matrix, by elimination. */
function inverted(matrix: Float64Array[]): Float64Array[] {
  const size = matrix.length
  const left = matrix.map((line) => line.slice())
  const right = matrix.map((_, row) => {
    const line = new Float64Array(size)
    line[row] = 1
    return line
  })
  for (let pivot = 0; pivot < size; pivot++) {
    const [from, to] = [left[pivot] as Float64Array, right[pivot] as Float64Array]
    const scale = from[pivot] as number
    for (let column = 0; column < size; column++) {
      from[column] = (from[column] as number) / scale
      to[column] = (to[column] as number) / scale
    }
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue
      const [target, result] = [left[row] as Float64Array, right[row] as Float64Array]
      const factor = target[pivot] as number
      if (factor === 0) continue
      for (let column = 0; column < size; column++) {
        target[column] = (target[column] as number) - factor * (from[column] as number)
        result[column] = (result[column] as number) - factor * (to[column] as number)
      }
    }
  }
  return right
}
