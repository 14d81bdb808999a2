import type { Answer } from '../core/answer.ts'
import { fold } from '../search/fold.ts'
import type { Ranked, Weights } from '../search/rank.ts'
import { wordsIn } from './complete.ts'
import type { Decided } from './decide-turn.ts'
import { entryOn } from './entry-on.ts'
import type { Question } from './find-answer.ts'
import { rankOn } from './rank-question.ts'
import { clarify } from './search-answer.ts'
import { BOUNDARY } from './searchables.ts'
import type { Session } from './sessions.ts'
import { tell } from './tell.ts'
import type { Understanding } from './understanding.ts'

/** Turns in a row that came to nothing, after which the nearest entries are offered. */
const FAILURES = 1
/** Choices offered at most. */
const MOST = 3

/**
 * What is said instead of asking the same thing twice in a row: of choices that were offered already, the likeliest is told; a value that was asked for and not given is no longer
 * asked for. Whoever was not understood twice gets the nearest entries to choose from.
 */
export function instead(
  decided: Decided,
  session: Session | undefined,
  question: Question,
  understanding: Understanding,
  weights: Weights,
): Decided {
  const { answer } = decided
  // A word of the subject alone is looked up.
  if (answer.outcome === 'declined' && answer.why === 'no-match' && isWord(question.text, understanding))
    return { ...decided, answer: nearest({ ...question, before: undefined }, understanding, weights) ?? answer }
  if (!session) return decided
  if (answer.outcome === 'clarified' && sameChoices(answer.choices, session.offered)) {
    const [best] = answer.choices
    return best === undefined ? decided : { answer: tell(best, question.on, understanding) }
  }
  const { missing, item } = session.working ?? {}
  const askedAgain =
    answer.outcome === 'asked' && 'missing' in answer && answer.missing === missing && answer.item === item
  // With what each answer would come to, another sum is told, though the same is missing.
  if (askedAgain && session.stuck && answer.verdict === undefined)
    return { answer: nearest(question, understanding, weights) ?? { outcome: 'declined', why: 'unclear' } }
  if (answer.outcome === 'declined' && answer.why === 'no-match' && (session.failures ?? 0) >= FAILURES)
    return { ...decided, answer: nearest(question, understanding, weights) ?? answer }
  return decided
}

const isWord = (text: string, { isOfSubject }: Understanding): boolean =>
  wordsIn(text) <= WORD && isOfSubject(fold(text))
/** Words of a message that is looked up rather than understood. */
const WORD = 2

/** Whether most of the choices were offered before. */
const sameChoices = (choices: string[], before: string[] | undefined): boolean =>
  before !== undefined && choices.filter((id) => before.includes(id)).length * 2 > choices.length

/** The nearest entries, whatever the confidence, for a message with a word of the subject. */
function nearest({ text, on, before }: Question, understanding: Understanding, weights: Weights): Answer | undefined {
  const asked = before ? `${before.question} ${text}` : text
  const hits: Ranked[] = []
  for (const hit of rankOn(asked, on, understanding, weights).ranked) {
    const entry = hit.id.startsWith(BOUNDARY) ? undefined : entryOn(hit.id, on, understanding.knowledge)?.entry
    if (entry && !hits.some(({ id }) => id === entry.id)) hits.push({ ...hit, id: entry.id })
    if (hits.length === MOST) break
  }
  return hits.length < 2 ? undefined : clarify(hits)
}
