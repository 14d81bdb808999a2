import type { DocumentId } from '../core/official-document.ts'
import type { Ranking } from '../search/rank.ts'
import type { Understanding } from './understanding.ts'

/** How much an entry gains that rests on a document the question names. */
const RESTS = 3

/** Raises hits that rest on the documents a question names: whoever names one asks what it rules. */
export function restingOn(
  ids: DocumentId[],
  { ranked, nothing }: Ranking,
  { knowledge }: Pick<Understanding, 'knowledge'>,
): Ranking {
  if (ids.length === 0) return { ranked, nothing }
  const weighed = ranked.map((hit) => {
    const rests = knowledge.entries.get(hit.id)?.sources.some(({ document }) => ids.includes(document)) === true
    return rests ? { ...hit, confidence: hit.confidence * RESTS } : hit
  })
  const total = weighed.reduce((sum, { confidence }) => sum + confidence, nothing)
  return {
    ranked: weighed
      .map((hit) => ({ ...hit, confidence: hit.confidence / total }))
      .sort((one, other) => other.confidence - one.confidence),
    nothing: nothing / total,
  }
}
