import { decide, rank, type Weights } from '../search/rank.ts'
import { type Example, fitModel } from './fit.ts'
import { FOLDS, type Trial } from './trials.ts'

/** Strangers are few among the trials: together they weigh as much of all as of the questions that reach the search, one in ten (of the shown set and three others), for the boundaries take the most before. */
export const STRANGERS = 0.1

/** Fits the weights to trials; the marks that decide stay as they are. */
export function learn(all: Trial[], { answer, offer, decline }: Weights): Weights {
  const inside = all.filter(({ id }) => id !== undefined).length
  const outside = all.length - inside
  const examples = all.flatMap(({ found, id }): Example[] => {
    const right = id === undefined ? -1 : found.hits.findIndex((hit) => hit.id === id)
    if (id !== undefined && right === -1) return []
    const weight = id === undefined ? (inside * STRANGERS) / ((1 - STRANGERS) * Math.max(1, outside)) : 1
    return [
      { hits: found.hits.map(({ signals }) => signals), right, unknown: found.unknown, length: found.length, weight },
    ]
  })
  return { ...fitModel(examples), answer, offer, decline }
}

/** How trials fare: where the right one stands, and what is decided. Shares of the trials inside the subject, and of those outside. */
export type Fares = {
  asked: number
  first: number
  amongThree: number
  found: number
  right: number
  clarified: number
  unhelpful: number
  declined: number
  wrong: number
  strangers: number
  keptOut: number
}

/** Counts how trials fare under the weights given for each. */
export function fares(all: Trial[], weightsOf: (trial: Trial) => Weights): Fares {
  const count: Fares = {
    asked: 0,
    first: 0,
    amongThree: 0,
    found: 0,
    right: 0,
    clarified: 0,
    unhelpful: 0,
    declined: 0,
    wrong: 0,
    strangers: 0,
    keptOut: 0,
  }
  for (const trial of all) {
    const weights = weightsOf(trial)
    const ranking = rank(trial.found, weights)
    const decision = decide(ranking, weights)
    if (trial.id === undefined) {
      count.strangers++
      if (decision.kind === 'none') count.keptOut++
      continue
    }
    count.asked++
    const place = ranking.ranked.findIndex(({ id }) => id === trial.id)
    if (place === 0) count.first++
    if (place >= 0 && place < 3) count.amongThree++
    if (place >= 0) count.found++
    if (decision.kind === 'none') count.declined++
    else if (decision.kind === 'one') count[decision.hit.id === trial.id ? 'right' : 'wrong']++
    else count[decision.hits.some(({ id }) => id === trial.id) ? 'clarified' : 'unhelpful']++
  }
  return count
}

/** Weights for each fold, learned from the others: what is measured with them was seen neither by the knowledge nor by the weights. */
export function weightsByFold(all: Trial[], marks: Weights): Weights[] {
  return Array.from({ length: FOLDS }, (_, fold) =>
    learn(
      all.filter((trial, index) => trial.fold !== fold && index % 2 === 0),
      marks,
    ),
  )
}
