import { entryOn } from '../conversation/entry-on.ts'
import { BOUNDARY, type Understanding, understand } from '../conversation/understanding.ts'
import type { Day } from '../core/day.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { decide, rank, type Weights } from '../search/rank.ts'
import type { Found } from '../search/searchable.ts'
import { type Example, fitModel } from './fit.ts'
import { type HeldOut, holdOut, strangers } from './held-out.ts'
import { seeded, typist } from './typos.ts'

/** Parts the phrasings are split into; each is asked of knowledge that has not seen it. */
export const FOLDS = 6

/** One in so many phrasings is asked as it stands. */
const KNOWN_PART = 4

/** One held-out question as it was found: its hits, and the id of the right one. */
export type Trial = { found: Found; id: string | undefined }

/** Asks every phrasing of knowledge that was built without it, and what strangers ask of knowledge without boundaries. */
export function trials(knowledge: Knowledge, today: Day): Trial[] {
  const all: Trial[] = []
  const corpus = [...knowledge.entries.values()].flatMap(({ texts }) => texts['zh-Hans'].questions)
  const mistyped = typist(corpus, seeded(20261123))
  const run = (understanding: Understanding, heldOut: HeldOut[]) => {
    const standing = (id: string) => id.startsWith(BOUNDARY) || entryOn(id, today, knowledge)?.entry?.id === id
    for (const [index, { text, id }] of heldOut.entries()) {
      if (id !== undefined && !standing(id)) continue
      for (const asked of index % 3 === 0 ? [text, mistyped(text)] : [text]) {
        const found = understanding.search(asked)
        all.push({ found: { ...found, hits: found.hits.filter((hit) => standing(hit.id)) }, id })
      }
    }
  }
  for (let fold = 0; fold < FOLDS; fold++) {
    const part = holdOut(knowledge, fold, FOLDS, BOUNDARY)
    run(understand(part.knowledge), part.heldOut)
  }
  // People also ask just what somebody wrote down: a part of the phrasings is asked of knowledge that has them.
  const known = holdOut(knowledge, 0, KNOWN_PART, BOUNDARY)
  run(understand(knowledge), known.heldOut)
  const outside = strangers(knowledge)
  run(understand(outside.knowledge), outside.heldOut)
  return all
}

/**
 * Fits the weights. The thresholds stay as they are: what a reader prefers, a question back or a bolder answer, is no matter of the entries' own questions
 * but of real ones, so they are set by hand from `npm run eval`.
 */
export function learn(all: Trial[], { answer, offer, decline }: Weights): Weights {
  const inside = all.filter(({ id }) => id !== undefined).length
  const outside = all.length - inside
  const examples = all.flatMap(({ found, id }): Example[] => {
    const right = id === undefined ? -1 : found.hits.findIndex((hit) => hit.id === id)
    if (id !== undefined && right === -1) return []
    // Strangers are few among the examples and many among real questions: together they weigh a quarter.
    return [
      {
        hits: found.hits.map(({ signals }) => signals),
        right,
        unknown: found.unknown,
        weight: id === undefined ? inside / (4 * Math.max(1, outside)) : 1,
      },
    ]
  })
  return { ...fitModel(examples), answer, offer, decline }
}

/** How the trials fare under some weights: shares of right, clarified with the right choice, declined and wrong, inside and outside the subject. */
export function fares(all: Trial[], weights: Weights) {
  const count = { right: 0, clarified: 0, unhelpful: 0, declined: 0, wrong: 0, keptOut: 0, letIn: 0 }
  for (const { found, id } of all) {
    const decision = decide(rank(found, weights), weights)
    if (id === undefined) count[decision.kind === 'none' ? 'keptOut' : 'letIn']++
    else if (decision.kind === 'none') count.declined++
    else if (decision.kind === 'one') count[decision.hit.id === id ? 'right' : 'wrong']++
    else count[decision.hits.some((hit) => hit.id === id) ? 'clarified' : 'unhelpful']++
  }
  return count
}
