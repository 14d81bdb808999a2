import { type Lexicon, lexiconOf, numberOf, sizeOf, wordsOf } from '../core/lexicon.ts'
import type { Pieces } from './pieces.ts'

/** How much the bundles of pieces count: spelling says the most, meanings carry over to words that no example holds. Set by cross-validation. */
const BUNDLES = { spelling: 1, meanings: 0.7, pairs: 0.7 } as const

/** A message as numbers: the pieces that a model knows, by their place in its vocabulary, and how much each counts. */
export type Counted = { pieces: Int32Array; values: Float32Array }

/** Multinomial logistic regression over pieces: plain values and typed arrays. */
export type SoftmaxModel = {
  classes: string[]
  vocabulary: Lexicon
  /** Class by class within each piece; the last row is the bias. */
  weights: Float64Array
}

/** The pieces of a message that a vocabulary knows; each bundle is of unit length times what it counts. */
export function counted(pieces: Pieces, vocabulary: Lexicon): Counted {
  const [places, values]: [number[], number[]] = [[], []]
  for (const bundle of ['spelling', 'meanings', 'pairs'] as const) {
    const known = pieces[bundle].flatMap((piece) => numberOf(vocabulary, piece) ?? [])
    const value = BUNDLES[bundle] / Math.sqrt(Math.max(1, known.length))
    for (const place of known) {
      places.push(place)
      values.push(value)
    }
  }
  return { pieces: Int32Array.from(places), values: Float32Array.from(values) }
}

/** What each class is worth to a message turned into shares that add up to one, written to `shares`. */
export function sharesOf({ pieces, values }: Counted, weights: Float64Array, shares: Float64Array): void {
  const classes = shares.length
  const bias = weights.length - classes
  let most = Number.NEGATIVE_INFINITY
  for (let k = 0; k < classes; k++) {
    let sum = weights[bias + k] ?? 0
    for (let at = 0; at < pieces.length; at++)
      sum += (values[at] ?? 0) * (weights[(pieces[at] ?? 0) * classes + k] ?? 0)
    shares[k] = sum
    most = Math.max(most, sum)
  }
  let total = 0
  for (let k = 0; k < classes; k++) {
    shares[k] = Math.exp((shares[k] ?? 0) - most)
    total += shares[k] ?? 0
  }
  for (let k = 0; k < classes; k++) shares[k] = (shares[k] ?? 0) / total
}

/** The share of each class in a message. */
export function classify(model: SoftmaxModel, pieces: Pieces): Float64Array {
  const shares = new Float64Array(model.classes.length)
  sharesOf(counted(pieces, model.vocabulary), model.weights, shares)
  return shares
}

/** What one piece counts for a class: above what it counts for all classes on the average. */
export type Spoke = { piece: string; counts: number }

/** The pieces of a message that spoke loudest for a class, or against it. */
export function spokeFor(model: SoftmaxModel, pieces: Pieces, name: string, most: number): Spoke[] {
  const classes = model.classes.length
  const mine = model.classes.indexOf(name)
  const { pieces: places, values } = counted(pieces, model.vocabulary)
  const names = [...pieces.spelling, ...pieces.meanings, ...pieces.pairs].filter(
    (piece) => numberOf(model.vocabulary, piece) !== undefined,
  )
  return names
    .map((piece, at) => {
      const row = (places[at] ?? 0) * classes
      let mean = 0
      for (let k = 0; k < classes; k++) mean += (model.weights[row + k] ?? 0) / classes
      return { piece, counts: (values[at] ?? 0) * ((model.weights[row + mine] ?? 0) - mean) }
    })
    .sort((a, b) => Math.abs(b.counts) - Math.abs(a.counts))
    .slice(0, most)
}

/** Weights are written in hundredths. */
const UNIT = 100

/** Writes a model as lines of text: the classes, the bias, then each piece with its weights. */
export function writeSoftmax({ classes, vocabulary, weights }: SoftmaxModel): string {
  const width = classes.length
  const row = (at: number): number[] => [...weights.subarray(at * width, (at + 1) * width)]
  const line = (values: number[]) => values.map((value) => Math.round(value * UNIT)).join(' ')
  const told = Array.from(wordsOf(vocabulary), (piece, at) => ({ piece, values: row(at) })).sort((a, b) =>
    a.piece < b.piece ? -1 : 1,
  )
  return [
    classes.join(' '),
    line(row(sizeOf(vocabulary))),
    ...told.map(({ piece, values }) => `${piece}\t${line(values)}`),
    '',
  ].join('\n')
}

/** Reads what `writeSoftmax` wrote. */
export function readSoftmax(text: string): SoftmaxModel {
  const [heading = '', bias = '', ...lines] = text.trimEnd().split('\n')
  // Parts of a text hold the whole of it: a copy of the first line holds nothing but itself.
  const classes = Buffer.from(heading).toString().split(' ')
  const weights = new Float64Array((lines.length + 1) * classes.length)
  const put = (row: number, values: string) => {
    values.split(' ').forEach((value, k) => {
      weights[row * classes.length + k] = Number(value) / UNIT
    })
  }
  lines.forEach((line, row) => {
    put(row, line.slice(line.indexOf('\t') + 1))
  })
  put(lines.length, bias)
  const vocabulary = lexiconOf(lines.map((line) => line.slice(0, line.indexOf('\t'))))
  return { classes, vocabulary, weights }
}
