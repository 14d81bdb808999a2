import type { Answer } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import { OTHER_TOPIC, type TopicId } from '../core/topic.ts'
import type { Ranking, Weights } from '../search/rank.ts'
import { entryOn } from './entry-on.ts'
import { essence } from './essence.ts'
import { rankOn } from './rank-question.ts'
import { BOUNDARY } from './searchables.ts'
import type { Understanding } from './understanding.ts'

/**
 * Least confidence of the search in an entry that is told, in one sentence, beside what a rule of understanding came to. A value asked back, and a refusal, give least of what was asked for:
 * there the rule that is likeliest meant helps soonest.
 */
const LEAST: Partial<Record<Answer['outcome'], number>> = {
  asked: 0.15,
  refused: 0.2,
  changed: 0.2,
  calculated: 0.6,
  compared: 0.6,
}
/** The same for a list or a document, and for the correction of a false belief. */
const [BESIDE_A_LIST, BESIDE_A_CORRECTION] = [0.2, 0.85]
/** Confidence from which on an answer stands alone, and one from which on another is told beside it. */
const [CERTAIN, LIKELY_TOO] = [0.95, 0.03]

/** What is likeliest besides an answer that the search found with some doubt, where that is likely enough to be told in a sentence. */
export function alsoNear(
  answer: Answer,
  { ranked: [best, other] }: Ranking,
  on: Day,
  { knowledge }: Understanding,
): EntryId | undefined {
  if (answer.outcome !== 'answered' || !('entry' in answer) || !best || !other) return undefined
  if (best.confidence >= CERTAIN || other.confidence < LIKELY_TOO || other.id.startsWith(BOUNDARY)) return undefined
  const entry = entryOn(other.id, on, knowledge)?.entry
  return entry?.id === answer.entry ? undefined : entry?.id
}

/**
 * The entry that the search alone would tell, where a rule of understanding spoke before it: told beside, since of all that goes wrong half is a rule that heard its words in a question about
 * something else. Undefined where the rule left nothing open.
 */
export function alsoLikely(
  answer: Answer,
  text: string,
  on: Day,
  understanding: Understanding,
  weights: Weights,
): EntryId | undefined {
  const least = leastOf(answer)
  if (least === undefined) return undefined
  const told = 'entry' in answer ? answer.entry : 'rule' in answer ? answer.rule : undefined
  const { entries } = understanding.knowledge
  const likeliest = rankOn(essence(text), on, understanding, weights).ranked.find(({ id }) => entries.has(id))
  if (likeliest === undefined || likeliest.confidence < least || likeliest.id === told) return undefined
  return saysTheSame(answer, entries.get(likeliest.id)?.topic ?? OTHER_TOPIC) ? undefined : likeliest.id
}

/** Whether an answer tells the figures of one case already: a general rule of the same subject beside them would only cast doubt on them. */
const saysTheSame = (answer: Answer, topic: TopicId): boolean =>
  (answer.outcome === 'calculated' || answer.outcome === 'compared') && subject(answer.topic) === subject(topic)

/** The subject a topic belongs to: the part before its dot. */
const subject = (topic: TopicId): string => topic.split('.')[0] ?? topic

function leastOf(answer: Answer): number | undefined {
  if (answer.outcome === 'answered') {
    if ('sought' in answer || 'documents' in answer) return BESIDE_A_LIST
    return 'entry' in answer && answer.misconception !== undefined ? BESIDE_A_CORRECTION : undefined
  }
  // A question of a tree, and a sum of which a part can be told or whose rates are, are under way.
  if (answer.outcome === 'asked' && (!('missing' in answer) || answer.verdict || answer.rates)) return undefined
  return LEAST[answer.outcome]
}
