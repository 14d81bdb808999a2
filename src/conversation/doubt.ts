import type { Answer } from '../core/answer.ts'
import { fold } from '../search/fold.ts'
import { isOfAnotherCountry } from './at-odds.ts'
import type { Found, Question } from './find-answer.ts'
import type { Doubt } from './keep-out.ts'
import type { Understanding } from './understanding.ts'

/** Whether no turn before speaks for what a message is about. */
const isAlone = ({ before, leaning, working, pending }: Question): boolean => !(before || leaning || working || pending)

/** Whether a lone question names goods and a price is asked back: one that names none (要交多少税) can be about nothing but ours. */
export const asksPriceOfGoods = (answer: Answer, question: Question, understanding: Understanding): boolean =>
  answer.outcome === 'asked' &&
  'missing' in answer &&
  isAlone(question) &&
  understanding.findGoods(fold(question.text)).length > 0

/** Why what the search says is not certain. A turn before speaks for what was found. */
export function doubtOf({ answer, trace }: Found, question: Question, understanding: Understanding): Doubt | undefined {
  if (answer.outcome === 'clarified') return 'asks-back'
  if (answer.outcome === 'declined') return 'tells-nothing'
  if (!isAlone(question)) return undefined
  if (asksPriceOfGoods(answer, question, understanding)) return 'guesses'
  if (answer.outcome !== 'answered') return undefined
  const told = 'entry' in answer ? understanding.knowledge.entries.get(answer.entry) : undefined
  const foreign = told !== undefined && isOfAnotherCountry(question.text, told, understanding)
  return foreign || (trace.hits[0]?.confidence ?? 1) < LIKELY ? 'guesses' : undefined
}
/** Confidence from which on what the search found is meant rather than anything else: of five questions of ours that an entry answers, four reach it; of those that are another's business, few. */
const LIKELY = 0.9
