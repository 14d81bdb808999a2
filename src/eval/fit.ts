import type { Weights } from '../search/rank.ts'
import { type Found, SIGNALS, type Signals } from '../search/searchable.ts'

/** One question as the model sees it: the signals of its hits, which of them is right (−1: none), and what the question is like as a whole. */
export type Example = { hits: Signals[]; right: number; weight: number } & Pick<Found, 'unknown' | 'length'>

const STEPS = 250
const RATE = 0.2
/** Pulls weights towards zero, so that few examples do not make a signal loud. */
const RIDGE = 1e-3
/** Hits of an example that count: those with the most of the strongest signals, and the right one. */
const MOST_HITS = 40

const width = SIGNALS.length
const [BIAS, UNKNOWN, LENGTH] = [width, width + 1, width + 2]
const size = width + 3

/** The examples as rows of numbers: signals of the hits of each, one after another. */
type Row = { values: Float64Array; right: number; none: [number, number, number]; weight: number }

function rowOf({ hits, right, unknown, length, weight }: Example): Row {
  const strength = (index: number) =>
    index === right ? Number.POSITIVE_INFINITY : SIGNALS.reduce((sum, name) => sum + (hits[index]?.[name] ?? 0), 0)
  const kept = hits
    .map((_, index) => index)
    .sort((a, b) => strength(b) - strength(a))
    .slice(0, MOST_HITS)
  return {
    values: Float64Array.from(kept.flatMap((index) => SIGNALS.map((name) => hits[index]?.[name] ?? 0))),
    right: right === -1 ? -1 : kept.indexOf(right),
    none: [1, unknown, length],
    weight,
  }
}

/** Adds the gradient of one row's log-likelihood. */
function ascend({ values, right, none, weight }: Row, parameters: Float64Array, gradient: Float64Array): void {
  const hits = values.length / width
  const shares = new Float64Array(hits + 1)
  let most = Number.NEGATIVE_INFINITY
  for (let hit = 0; hit <= hits; hit++) {
    let sum = 0
    if (hit === hits) for (let k = 0; k < 3; k++) sum += (none[k] ?? 0) * (parameters[BIAS + k] ?? 0)
    else for (let k = 0; k < width; k++) sum += (values[hit * width + k] ?? 0) * (parameters[k] ?? 0)
    shares[hit] = sum
    most = Math.max(most, sum)
  }
  let total = 0
  for (let hit = 0; hit <= hits; hit++) {
    shares[hit] = Math.exp((shares[hit] ?? 0) - most)
    total += shares[hit] ?? 0
  }
  const rightOne = right === -1 ? hits : right
  for (let hit = 0; hit <= hits; hit++) {
    const error = ((hit === rightOne ? 1 : 0) - (shares[hit] ?? 0) / total) * weight
    if (hit === hits)
      for (let k = 0; k < 3; k++) gradient[BIAS + k] = (gradient[BIAS + k] ?? 0) + error * (none[k] ?? 0)
    else for (let k = 0; k < width; k++) gradient[k] = (gradient[k] ?? 0) + error * (values[hit * width + k] ?? 0)
  }
}

/**
 * Fits the conditional logit model by gradient ascent on the likelihood of the right hits (Adam; Kingma and Ba, 2015). Deterministic: the same examples give the
 * same weights.
 */
export function fitModel(examples: Example[]): Pick<Weights, 'signals' | 'none'> {
  const parameters = new Float64Array(size)
  const mean = new Float64Array(size)
  const variance = new Float64Array(size)
  const rows = examples.map(rowOf)
  const weightOfAll = rows.reduce((sum, { weight }) => sum + weight, 0)
  for (let step = 1; step <= STEPS; step++) {
    const gradient = new Float64Array(size)
    for (const row of rows) ascend(row, parameters, gradient)
    for (let k = 0; k < size; k++) {
      const slope = (gradient[k] ?? 0) / weightOfAll - (k < width ? RIDGE * (parameters[k] ?? 0) : 0)
      mean[k] = 0.9 * (mean[k] ?? 0) + 0.1 * slope
      variance[k] = 0.99 * (variance[k] ?? 0) + 0.01 * slope * slope
      const next =
        (parameters[k] ?? 0) +
        (RATE * ((mean[k] ?? 0) / (1 - 0.9 ** step))) / (Math.sqrt((variance[k] ?? 0) / (1 - 0.99 ** step)) + 1e-8)
      // More of a signal never speaks against a hit: signals overlap, and without this bound one of them is paid for with another.
      parameters[k] = k < width ? Math.max(0, next) : next
    }
  }
  const rounded = [...parameters].map((one) => Math.round(one * 1000) / 1000)
  return {
    signals: Object.fromEntries(SIGNALS.map((name, k) => [name, rounded[k] ?? 0])) as Signals,
    none: { bias: rounded[BIAS] ?? 0, unknown: rounded[UNKNOWN] ?? 0, length: rounded[LENGTH] ?? 0 },
  }
}
