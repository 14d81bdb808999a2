import type { Threshold } from './count.ts'

/** A cell of a table before it is decided whether it may be seen. */
export type Candidate = {
  /** One value for each property that the table is broken down by. */
  keys: readonly string[]
  /** Distinct askers in the week with most of them. */
  askers: number
  asked: number
  /** The number that would be published. */
  readonly published: number
  hidden: boolean
}

/** Questions beyond which held-back cells must have as many askers between them as a cell that is shown. */
const MANY = 4

/**
 * Holds back more of a table until nothing that is held back stands alone: whoever knows the sum of a line (every row and every column, in each
 * direction of the table) and subtracts what is shown is left with at least two cells, and where these hold many questions, with enough askers. What is
 * held back in addition is what has the smallest published number. Changes `hidden` in place.
 */
export function complement(cells: readonly Candidate[], below: Threshold): void {
  if (!cells.some((cell) => cell.hidden)) return
  const dimensions = cells[0]?.keys.length ?? 0
  const lines = Array.from({ length: dimensions }, (_, dimension) => linesAlong(cells, dimension)).flat()
  for (let changed = true; changed; ) {
    changed = false
    for (const line of lines) {
      const hidden = line.filter((cell) => cell.hidden)
      if (hidden.length === 0 || (hidden.length > 1 && enough(hidden, below))) continue
      const next = line.filter((cell) => !cell.hidden).sort(smallerFirst)[0]
      if (next === undefined) continue
      next.hidden = true
      changed = true
    }
  }
}

/** The cells that differ in one property alone, for every combination of the others. */
function linesAlong(cells: readonly Candidate[], dimension: number): Candidate[][] {
  const others = (cell: Candidate) => cell.keys.filter((_, index) => index !== dimension).join('\n')
  return [...Map.groupBy(cells, others).values()].filter((line) => line.length > 1)
}

function enough(hidden: readonly Candidate[], below: Threshold): boolean {
  const asked = hidden.reduce((all, cell) => all + cell.asked, 0)
  const askers = hidden.reduce((all, cell) => all + cell.askers, 0)
  return askers >= below || asked < MANY * below
}

const smallerFirst = (one: Candidate, other: Candidate): number =>
  one.published - other.published || (one.keys.join('\n') < other.keys.join('\n') ? -1 : 1)
