// Matrices are lists of numbers, row by row, with as many columns as `d` says. Sums are added up in one order whatever is done at once, so that all comes to the same to the last bit.

/** A matrix in which most is nothing, row by row: the entries of row `r`, by column, lie between `starts[r]` and `starts[r + 1]`. */
export type Sparse = { starts: Uint32Array; columns: Uint16Array | Uint32Array; weights: Float32Array }

/** The same matrix by columns. */
export function transposed({ starts, columns, weights }: Sparse, columnCount: number): Sparse {
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
export function times({ starts, columns, weights }: Sparse, matrix: Float64Array, d: number): Float64Array {
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
export function orthonormalise(matrix: Float64Array, rows: number, d: number): void {
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

/** Mᵀ · M: four rows at once, each added after the one before. */
export function gram(matrix: Float64Array, rows: number, d: number): Float64Array {
  const result = new Float64Array(d * d)
  let row = 0
  for (; row + 4 <= rows; row += 4) addFourToGram(result, matrix, row * d, d)
  for (; row < rows; row++) addToGram(result, matrix, row * d, d)
  for (let i = 0; i < d; i++) for (let j = 0; j < i; j++) result[i * d + j] = result[j * d + i] ?? 0
  return result
}

/** Adds what one row makes of the upper half of Mᵀ · M. */
function addToGram(result: Float64Array, matrix: Float64Array, row: number, d: number): void {
  for (let i = 0; i < d; i++) {
    const value = matrix[row + i] ?? 0
    for (let j = i; j < d; j++) result[i * d + j] = (result[i * d + j] ?? 0) + value * (matrix[row + j] ?? 0)
  }
}

/** The same of four rows, the first of which begins at a place. */
function addFourToGram(result: Float64Array, matrix: Float64Array, one: number, d: number): void {
  const [two, three, four] = [one + d, one + 2 * d, one + 3 * d]
  for (let i = 0; i < d; i++) {
    const a = matrix[one + i] ?? 0
    const b = matrix[two + i] ?? 0
    const c = matrix[three + i] ?? 0
    const e = matrix[four + i] ?? 0
    const to = i * d
    for (let j = i; j < d; j++)
      result[to + j] =
        (result[to + j] ?? 0) +
        a * (matrix[one + j] ?? 0) +
        b * (matrix[two + j] ?? 0) +
        c * (matrix[three + j] ?? 0) +
        e * (matrix[four + j] ?? 0)
  }
}

/** The upper triangular R with Rᵀ · R = the matrix; a row of a direction that is not there is zero. */
export function cholesky(matrix: Float64Array, d: number): Float64Array {
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
export function solveRight(matrix: Float64Array, upper: Float64Array, rows: number, d: number): Float64Array {
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
