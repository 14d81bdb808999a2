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
    const place = places.subarray(row * dimensions, (row + 1) * dimensions)
    const length = Math.hypot(...place) || 1
    for (let k = 0; k < dimensions; k++) place[k] = (place[k] ?? 0) / length
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

/** A matrix in which most is nothing, row by row: the entries of row `r`, by column, lie between `starts[r]` and `starts[r + 1]`. */
type Sparse = { starts: Uint32Array; columns: Uint16Array | Uint32Array; weights: Float32Array }

/** The same matrix by columns. */
function transposed({ starts, columns, weights }: Sparse, columnCount: number): Sparse {
  const other = {
    starts: new Uint32Array(columnCount + 1),
    columns: new Uint32Array(columns.length),
    weights: new Float32Array(columns.length),
  }
  for (let at = 0; at < columns.length; at++) {
    const after = (columns[at] ?? 0) + 1
    other.starts[after] = (other.starts[after] ?? 0) + 1
  }
  for (let column = 0; column < columnCount; column++)
    other.starts[column + 1] = (other.starts[column + 1] ?? 0) + (other.starts[column] ?? 0)
  const next = other.starts.slice()
  for (let row = 0; row + 1 < starts.length; row++)
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const column = columns[at] ?? 0
      const to = next[column] ?? 0
      other.columns[to] = row
      other.weights[to] = weights[at] ?? 0
      next[column] = to + 1
    }
  return other
}

/** Rows that are added at once. */
const AT_ONCE = 8

/**
 * S · M. Eight rows are added at once, one after the other into the same sum: what is read from memory and written there is most of the time it takes. Each is added by a function of its own, which is
 * compiled as soon as it was called often: a long loop is compiled while it runs, for the numbers it met so far, and makes an object of each until then.
 */
function times({ starts, columns, weights }: Sparse, matrix: Float64Array, d: number): Float64Array {
  const rows = starts.length - 1
  const result = new Float64Array(rows * d)
  const [from, by] = [new Uint32Array(AT_ONCE), new Float64Array(AT_ONCE)]
  for (let row = 0; row < rows; row++) {
    const end = starts[row + 1] ?? 0
    for (let at = starts[row] ?? 0; at < end; at += AT_ONCE) {
      const many = Math.min(AT_ONCE, end - at)
      for (let one = 0; one < many; one++) {
        from[one] = (columns[at + one] ?? 0) * d
        by[one] = weights[at + one] ?? 0
      }
      if (many === AT_ONCE) addEight(result, row * d, matrix, from, by, d)
      else for (let one = 0; one < many; one++) addRow(result, row * d, matrix, from[one] ?? 0, by[one] ?? 0, d)
    }
  }
  return result
}

/** Adds a row of a matrix, times a number, to a sum. */
function addRow(sum: Float64Array, to: number, matrix: Float64Array, from: number, by: number, d: number): void {
  for (let k = 0; k < d; k++) sum[to + k] = (sum[to + k] ?? 0) + by * (matrix[from + k] ?? 0)
}

/** The same of eight rows, in order. */
function addEight(
  sum: Float64Array,
  to: number,
  matrix: Float64Array,
  from: Uint32Array,
  by: Float64Array,
  d: number,
): void {
  // One by one: taken out of lists, they would make lists.
  const a = from[0] ?? 0
  const b = from[1] ?? 0
  const c = from[2] ?? 0
  const e = from[3] ?? 0
  const f = from[4] ?? 0
  const g = from[5] ?? 0
  const h = from[6] ?? 0
  const i = from[7] ?? 0
  const s = by[0] ?? 0
  const t = by[1] ?? 0
  const u = by[2] ?? 0
  const v = by[3] ?? 0
  const w = by[4] ?? 0
  const x = by[5] ?? 0
  const y = by[6] ?? 0
  const z = by[7] ?? 0
  for (let k = 0; k < d; k++)
    sum[to + k] =
      (sum[to + k] ?? 0) +
      s * (matrix[a + k] ?? 0) +
      t * (matrix[b + k] ?? 0) +
      u * (matrix[c + k] ?? 0) +
      v * (matrix[e + k] ?? 0) +
      w * (matrix[f + k] ?? 0) +
      x * (matrix[g + k] ?? 0) +
      y * (matrix[h + k] ?? 0) +
      z * (matrix[i + k] ?? 0)
}

/** Makes the columns orthonormal in place (modified Gram–Schmidt); a column that depends on others becomes zero. */
function orthonormalise(matrix: Float64Array, rows: number, d: number): void {
  // Each column by itself: it is gone through a hundred times.
  const columns = Array.from({ length: d }, (_, k) => columnOf(matrix, rows, d, k))
  const none = new Float64Array(rows)
  columns.forEach((column, k) => {
    makeUnit(column)
    putColumn(matrix, column, d, k)
    for (let next = k + 1; next < d; next += 4) {
      const [one = none, two = none, three = none, four = none] = columns.slice(next, next + 4)
      takeOut(column, one, two, three, four)
    }
  })
}

function columnOf(matrix: Float64Array, rows: number, d: number, k: number): Float64Array {
  const column = new Float64Array(rows)
  for (let row = 0; row < rows; row++) column[row] = matrix[row * d + k] ?? 0
  return column
}

function putColumn(matrix: Float64Array, column: Float64Array, d: number, k: number): void {
  for (let row = 0; row < column.length; row++) matrix[row * d + k] = column[row] ?? 0
}

/** Makes a column one of unit length; one that is nearly nothing becomes zero. */
function makeUnit(column: Float64Array): void {
  let square = 0
  for (let row = 0; row < column.length; row++) square += (column[row] ?? 0) ** 2
  const scale = square < 1e-12 ? 0 : 1 / Math.sqrt(square)
  for (let row = 0; row < column.length; row++) column[row] = (column[row] ?? 0) * scale
}

/** Takes out of four columns what lies along another of unit length. */
function takeOut(
  unit: Float64Array,
  one: Float64Array,
  two: Float64Array,
  three: Float64Array,
  four: Float64Array,
): void {
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let row = 0; row < unit.length; row++) {
    const value = unit[row] ?? 0
    a += (one[row] ?? 0) * value
    b += (two[row] ?? 0) * value
    c += (three[row] ?? 0) * value
    d += (four[row] ?? 0) * value
  }
  for (let row = 0; row < unit.length; row++) {
    const value = unit[row] ?? 0
    one[row] = (one[row] ?? 0) - a * value
    two[row] = (two[row] ?? 0) - b * value
    three[row] = (three[row] ?? 0) - c * value
    four[row] = (four[row] ?? 0) - d * value
  }
}

/** Mᵀ · M. */
function gram(matrix: Float64Array, rows: number, d: number): Float64Array {
  const result = new Float64Array(d * d)
  for (let row = 0; row < rows; row++) addGram(result, matrix, row * d, d)
  for (let i = 0; i < d; i++) for (let j = 0; j < i; j++) result[i * d + j] = result[j * d + i] ?? 0
  return result
}

/** What one row adds to the upper half of Mᵀ · M. */
function addGram(result: Float64Array, matrix: Float64Array, row: number, d: number): void {
  for (let i = 0; i < d; i++) {
    const value = matrix[row + i] ?? 0
    if (value !== 0)
      for (let j = i; j < d; j++) result[i * d + j] = (result[i * d + j] ?? 0) + value * (matrix[row + j] ?? 0)
  }
}

/** The upper triangular R with Rᵀ · R = the matrix; a row of a direction that is not there is zero. */
function cholesky(matrix: Float64Array, d: number): Float64Array {
  const upper = new Float64Array(d * d)
  for (let i = 0; i < d; i++) {
    let pivot = matrix[i * d + i] ?? 0
    for (let k = 0; k < i; k++) pivot -= (upper[k * d + i] ?? 0) ** 2
    const root = pivot < 1e-10 ? 0 : Math.sqrt(pivot)
    upper[i * d + i] = root
    if (root !== 0)
      for (let j = i + 1; j < d; j++) {
        let sum = matrix[i * d + j] ?? 0
        for (let k = 0; k < i; k++) sum -= (upper[k * d + i] ?? 0) * (upper[k * d + j] ?? 0)
        upper[i * d + j] = sum / root
      }
  }
  return upper
}

/** M · R⁻¹ for upper triangular R. */
function solveRight(matrix: Float64Array, upper: Float64Array, rows: number, d: number): Float64Array {
  const result = new Float64Array(rows * d)
  for (let row = 0; row < rows; row++) solveRow(result, matrix, upper, row * d, d)
  return result
}

function solveRow(result: Float64Array, matrix: Float64Array, upper: Float64Array, row: number, d: number): void {
  for (let j = 0; j < d; j++) {
    const pivot = upper[j * d + j] ?? 0
    if (pivot === 0) continue
    let sum = matrix[row + j] ?? 0
    for (let k = 0; k < j; k++) sum -= (result[row + k] ?? 0) * (upper[k * d + j] ?? 0)
    result[row + j] = sum / pivot
  }
}
