import { wordsOf } from '../core/lexicon.ts'
import { type PieceVectors, placeOf, type Weighed } from './piece-vectors.ts'
import { seeded, shuffled } from './seeded.ts'

/** What texts may mean, each a direction in the space of pieces: row by row, and how often it is meant at all. */
export type TargetVectors = { ids: string[]; vectors: Float32Array; bias: Float32Array }

/** Everything that was learned: pieces, what they point to, and the targets that stand for what is not ours, which are weighed in whether an index has them or not. */
export type LearnedVectors = { pieces: PieceVectors; targets: TargetVectors; notOurs: ReadonlySet<string> }

/** What each target is worth to a text at a place, turned into shares that add up to one, written to `shares`. */
export function sharesAt(place: Float32Array, { vectors, bias }: TargetVectors, shares: Float64Array): void {
  const dimensions = place.length
  let most = Number.NEGATIVE_INFINITY
  for (let target = 0; target < shares.length; target++) {
    let sum = bias[target] ?? 0
    const row = target * dimensions
    for (let k = 0; k < dimensions; k++) sum += (place[k] ?? 0) * (vectors[row + k] ?? 0)
    shares[target] = sum
    most = Math.max(most, sum)
  }
  let total = 0
  for (let target = 0; target < shares.length; target++) {
    shares[target] = Math.exp((shares[target] ?? 0) - most)
    total += shares[target] ?? 0
  }
  for (let target = 0; target < shares.length; target++) shares[target] = (shares[target] ?? 0) / total
}

/** What one piece of a text counts for a target: above what it counts for all targets on the average. */
export type Pulled = { piece: string; counts: number }

/** The pieces of a text that pull it hardest towards a target, or away from it. */
export function pullsTowards(
  id: string,
  { rows, values }: Weighed,
  { dimensions, vocabulary, vectors, units }: PieceVectors,
  targets: TargetVectors,
  most: number,
): Pulled[] {
  const mine = targets.ids.indexOf(id)
  if (mine === -1) return []
  const towards = new Float32Array(dimensions)
  for (let k = 0; k < dimensions; k++) {
    let mean = 0
    for (let target = 0; target < targets.ids.length; target++)
      mean += (targets.vectors[target * dimensions + k] ?? 0) / targets.ids.length
    towards[k] = (targets.vectors[mine * dimensions + k] ?? 0) - mean
  }
  const names = [...wordsOf(vocabulary)]
  return [...rows]
    .map((row, at) => {
      let along = 0
      const unit = units?.[row] ?? 1
      for (let k = 0; k < dimensions; k++)
        along += Math.fround(unit * (vectors[row * dimensions + k] ?? 0)) * (towards[k] ?? 0)
      return { piece: (names[row] ?? '').slice(1), counts: (values[at] ?? 0) * along }
    })
    .sort((one, other) => Math.abs(other.counts) - Math.abs(one.counts))
    .slice(0, most)
}

/** Passes over the texts, the length of a step and the pull towards zero, when vectors of new targets are fitted. Set by cross-validation with an eighth of the entries unknown. */
const [PASSES, RATE, RIDGE] = [6, 0.08, 1e-3]
/** New targets that are fitted at most: more than these want `npm run learn`, and lie nowhere until then. */
const MOST_FITTED = 200
/** Texts of targets that were learned which the new ones are told from, at most. */
const MOST_OTHERS = 3000

/**
 * The targets of an index: vectors that were learned, and for what was written since, vectors fitted to its ways of asking, so that a new entry is found as well as the others before anybody
 * learns anew.
 * @param ids what the index holds, in its order; the targets begin with these
 * @param ways the ways of asking of each, each read when it is called: only when some are new, and of the others not all
 */
export function targetsOf(
  ids: string[],
  ways: (index: number) => (() => Weighed)[],
  learned: LearnedVectors,
): TargetVectors {
  const { pieces, targets, notOurs } = learned
  const { dimensions } = pieces
  const rowOf = new Map(targets.ids.map((id, row) => [id, row]))
  const here = new Set(ids)
  const all = [...ids, ...targets.ids.filter((id) => notOurs.has(id) && !here.has(id))]
  const made: TargetVectors = {
    ids: all,
    vectors: new Float32Array(all.length * dimensions),
    bias: new Float32Array(all.length),
  }
  const usual = targets.bias.reduce((sum, one) => sum + one, 0) / Math.max(1, targets.bias.length)
  const unknown: number[] = []
  all.forEach((id, target) => {
    const row = rowOf.get(id)
    made.bias[target] = row === undefined ? usual : (targets.bias[row] ?? 0)
    if (row === undefined) unknown.push(target)
    else made.vectors.set(targets.vectors.subarray(row * dimensions, (row + 1) * dimensions), target * dimensions)
  })
  if (unknown.length > 0 && unknown.length <= MOST_FITTED) fitUnknown(unknown, ids, ways, pieces, made)
  return made
}

/** Fits the vectors of some targets by stochastic gradients on the likelihood of the right target (AdaGrad), all others as they are. Deterministic. */
function fitUnknown(
  unknown: number[],
  ids: string[],
  ways: (index: number) => (() => Weighed)[],
  pieces: PieceVectors,
  made: TargetVectors,
): void {
  const { dimensions } = pieces
  const fresh = new Set(unknown)
  const samples = ids.flatMap((_, target) => ways(target).map((text) => ({ text, target })))
  const others = samples.filter(({ target }) => !fresh.has(target))
  const step = Math.max(1, Math.ceil(others.length / MOST_OTHERS))
  const kept = [
    ...samples.filter(({ target }) => fresh.has(target)),
    ...others.filter((_, index) => index % step === 0),
  ]
  const places = shuffled(kept, seeded(20261203)).map(({ text, target }) => {
    const place = new Float32Array(dimensions)
    placeOf(text(), pieces, place)
    return { place, target }
  })
  const squares = new Float64Array(made.ids.length).fill(1e-3)
  const shares = new Float64Array(made.ids.length)
  for (let pass = 0; pass < PASSES; pass++)
    for (const { place, target: right } of places) {
      sharesAt(place, made, shares)
      for (const target of unknown) {
        const error = (target === right ? 1 : 0) - (shares[target] ?? 0)
        if (Math.abs(error) >= 1e-4) ascend(place, target, error, made, squares)
      }
    }
}

/** One step of one target's vector towards a place, or away from it. */
function ascend(
  place: Float32Array,
  target: number,
  error: number,
  { vectors, bias }: TargetVectors,
  squares: Float64Array,
): void {
  const row = target * place.length
  let square = 0
  for (const value of place) square += (error * value) ** 2
  squares[target] = (squares[target] ?? 0) + square / place.length
  const step = RATE / Math.sqrt(squares[target] ?? 1)
  for (let k = 0; k < place.length; k++) {
    const now = vectors[row + k] ?? 0
    vectors[row + k] = now + step * (error * (place[k] ?? 0) - RIDGE * now)
  }
  bias[target] = (bias[target] ?? 0) + 0.02 * error
}
