import { decide, type Ranking, rank, type Weights } from '../search/rank.ts'
import { STRANGERS } from './learn.ts'
import type { Trial } from './trials.ts'

/** The marks that decide: from which confidence an answer is told, a choice offered, a question declined. */
export type Marks = Pick<Weights, 'answer' | 'offer' | 'decline'>

/**
 * What an outcome costs the reader, on one ladder. A question back: to read three sentences, of which one is the answer. One without the right choice: a tap and the question put anew; a neighbour told, an entry of the same topic, as
 * much, for it says in its first sentence what it is about. A question declined that could have been answered: the question anew, and a call to the hotline. Something else told: that, and
 * perhaps believed. Whatever is told or offered to a stranger is something else.
 */
export const COSTS = { right: 0, clarified: 0.5, neighbour: 2, unhelpful: 2, declined: 3, wrong: 4 } as const
/** Hits of a ranking that can matter to a decision. */
const HITS = 6

const steps = (from: number, to: number, by: number): number[] =>
  Array.from({ length: Math.round((to - from) / by) + 1 }, (_, step) => Math.round((from + step * by) * 1000) / 1000)
const GRID = { answer: steps(0.4, 0.9, 0.05), offer: steps(0.02, 0.1, 0.01), decline: steps(0.35, 0.7, 0.05) }

type Case = { ranking: Ranking; id: string | undefined }
/** The topic of an entry; its own id for a boundary, which has no neighbours. */
type TopicOf = (id: string) => string

function costOf({ ranking, id }: Case, weights: Weights, topicOf: TopicOf): number {
  const decision = decide(ranking, weights)
  if (decision.kind === 'none') return id === undefined ? COSTS.right : COSTS.declined
  if (id === undefined) return COSTS.wrong
  if (decision.kind === 'several') return decision.hits.some((hit) => hit.id === id) ? COSTS.clarified : COSTS.unhelpful
  if (decision.hit.id === id) return COSTS.right
  return topicOf(decision.hit.id) === topicOf(id) ? COSTS.neighbour : COSTS.wrong
}

/**
 * Finds the marks that cost the least over trials, each ranked by weights that have not seen it. Of equals the strictest for answers, so that the result does not hang on the order of the grid.
 * @param weightsOf the weights for each trial, learned from the others
 */
export function calibrate(
  all: Trial[],
  weightsOf: (trial: Trial) => Weights,
  topicOf: TopicOf,
): Marks & { cost: number } {
  const cases = all.map((trial): Case & { weights: Weights } => {
    const { ranked, nothing } = rank(trial.found, weightsOf(trial))
    return { ranking: { ranked: ranked.slice(0, HITS), nothing }, id: trial.id, weights: weightsOf(trial) }
  })
  const inside = cases.filter(({ id }) => id !== undefined)
  const outside = cases.filter(({ id }) => id === undefined)
  const mean = (list: typeof cases, marks: Marks) =>
    list.reduce((sum, one) => sum + costOf(one, { ...one.weights, ...marks }, topicOf), 0) / Math.max(1, list.length)
  let best: (Marks & { cost: number }) | undefined
  for (const answer of GRID.answer.toReversed())
    for (const offer of GRID.offer)
      for (const decline of GRID.decline) {
        const marks = { answer, offer, decline }
        const cost = (1 - STRANGERS) * mean(inside, marks) + STRANGERS * mean(outside, marks)
        if (!best || cost < best.cost - 1e-9) best = { ...marks, cost }
      }
  return best ?? { answer: 1, offer: 1, decline: 0, cost: 0 }
}
