import { type Lexicon, numberOf } from '../core/lexicon.ts'
import type { Features } from './features.ts'

/** How much each view of a text counts when its place is worked out, whatever its length. Set by cross-validation. */
const BUNDLES = { words: 1.5, letters: 1, meanings: 0.7, forms: 0.5 } as const
type Bundle = keyof typeof BUNDLES

/**
 * What was learned about pieces of texts: where each pulls a text in a space in which questions that mean the same lie together (after Joulin et al., "Bag of tricks for
 * efficient text classification", 2017). Learned by `npm run learn` from the ways of asking; knows nothing of entries.
 */
export type PieceVectors = {
  dimensions: number
  /** Pieces by name, marked with the view they are of, and their row. */
  vocabulary: Lexicon
  /** How telling each piece is. */
  telling: Float32Array
  /** Row by row; as they were written, in units. */
  vectors: Float32Array | Int8Array
  /** The unit of each row; 1 where there are none. */
  units?: Float64Array
}

/** A text as rows of a vocabulary and how much each counts. */
export type Weighed = { rows: Int32Array; values: Float32Array }

/** The pieces of a text, view by view, each marked with its view. */
export function namedPieces(features: Features): [Bundle, string[]][] {
  const named = (bundle: Bundle, pieces: string[]): [Bundle, string[]] => [
    bundle,
    [...new Set(pieces)].map((piece) => bundle.charAt(0) + piece),
  ]
  return [
    named('words', features.words),
    named('letters', features.letters),
    named('meanings', features.meanings()),
    named('forms', features.forms),
  ]
}

/** The pieces of a text that a vocabulary knows; each view is of unit length times what it counts. */
export function weighed(
  features: Features,
  { vocabulary, telling }: Pick<PieceVectors, 'vocabulary' | 'telling'>,
): Weighed {
  const [rows, values]: [number[], number[]] = [[], []]
  for (const [bundle, pieces] of namedPieces(features)) {
    const known = pieces.flatMap((piece) => numberOf(vocabulary, piece) ?? [])
    const length = Math.hypot(...known.map((row) => telling[row] ?? 0)) || 1
    for (const row of known) {
      rows.push(row)
      values.push((BUNDLES[bundle] * (telling[row] ?? 0)) / length)
    }
  }
  return { rows: Int32Array.from(rows), values: Float32Array.from(values) }
}

/** Where a text lies: the sum of its pieces, written to `place`. */
export function placeOf(
  { rows, values }: Weighed,
  { dimensions, vectors, units }: Pick<PieceVectors, 'dimensions' | 'vectors' | 'units'>,
  place: Float32Array,
): void {
  place.fill(0)
  for (let at = 0; at < rows.length; at++) {
    const [row, value] = [(rows[at] ?? 0) * dimensions, values[at] ?? 0]
    const unit = units?.[rows[at] ?? 0] ?? 1
    for (let k = 0; k < dimensions; k++)
      place[k] = (place[k] ?? 0) + value * Math.fround(unit * (vectors[row + k] ?? 0))
  }
}
