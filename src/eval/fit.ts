import type { Weights } from '../search/rank.ts'
import { SIGNALS, type Signals } from '../search/searchable.ts'

/** One question as the model sees it: the signals of its hits, which of them is right (−1: none), and the share of it that is unknown. */
export type Example = { hits: Signals[]; right: number; unknown: number; weight: number }

const STEPS = 400
const RATE = 0.15
/** Pulls weights towards zero, so that few examples do not make a signal loud. */
const RIDGE = 1e-3

/**
 * Fits the conditional logit model by gradient ascent on the likelihood of the right hits (Adam; Kingma and Ba, 2015). Deterministic: the same examples give the
 * same weights.
 */
export function fitModel(examples: Example[]): Pick<Weights, 'signals' | 'none'> {
  const size = SIGNALS.length + 2
  const parameters = new Float64Array(size)
  const mean = new Float64Array(size)
  const variance = new Float64Array(size)
  const rows = examples.map(({ hits, right, unknown, weight }) => ({
    values: hits.map((signals) => SIGNALS.map((name) => signals[name])),
    right,
    unknown,
    weight,
  }))
  const weightOfAll = rows.reduce((sum, { weight }) => sum + weight, 0)
  for (let step = 1; step <= STEPS; step++) {
    const gradient = new Float64Array(size)
    for (const { values, right, unknown, weight } of rows) {
      const worths = values.map((value) => value.reduce((sum, one, k) => sum + one * (parameters[k] ?? 0), 0))
      const none = (parameters[size - 2] ?? 0) + (parameters[size - 1] ?? 0) * unknown
      const most = Math.max(none, ...worths)
      const exps = worths.map((one) => Math.exp(one - most))
      const noneExp = Math.exp(none - most)
      const total = exps.reduce((sum, one) => sum + one, noneExp)
      values.forEach((value, index) => {
        const error = ((index === right ? 1 : 0) - (exps[index] ?? 0) / total) * weight
        value.forEach((one, k) => {
          gradient[k] = (gradient[k] ?? 0) + error * one
        })
      })
      const error = ((right === -1 ? 1 : 0) - noneExp / total) * weight
      gradient[size - 2] = (gradient[size - 2] ?? 0) + error
      gradient[size - 1] = (gradient[size - 1] ?? 0) + error * unknown
    }
    for (let k = 0; k < size; k++) {
      const slope = (gradient[k] ?? 0) / weightOfAll - RIDGE * (parameters[k] ?? 0)
      mean[k] = 0.9 * (mean[k] ?? 0) + 0.1 * slope
      variance[k] = 0.999 * (variance[k] ?? 0) + 0.001 * slope * slope
      const next =
        (parameters[k] ?? 0) +
        (RATE * ((mean[k] ?? 0) / (1 - 0.9 ** step))) / (Math.sqrt((variance[k] ?? 0) / (1 - 0.999 ** step)) + 1e-8)
      // More of a signal never speaks against a hit: signals overlap, and without this bound one of them is paid for with another.
      parameters[k] = k < SIGNALS.length ? Math.max(0, next) : next
    }
  }
  const rounded = [...parameters].map((one) => Math.round(one * 1000) / 1000)
  return {
    signals: Object.fromEntries(SIGNALS.map((name, k) => [name, rounded[k] ?? 0])) as Signals,
    none: { bias: rounded[size - 2] ?? 0, unknown: rounded[size - 1] ?? 0 },
  }
}
