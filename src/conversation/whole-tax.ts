import type { Answer } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import { fold } from '../search/fold.ts'
import type { Weights } from '../search/rank.ts'
import type { Found, Question } from './find-answer.ts'
import { searchAnswer } from './search-answer.ts'
import type { Understanding } from './understanding.ts'

/** Asks whether the whole tax is due rather than the reduced one. */
const WHOLE_TAX =
  /(?:全额|足额|全)的?[交缴征收俾]?税|还[打按算]?(?:[一二三四五六七八九\d]{1,2}折|\d{1,3}\s?%)|\bfull (?:tax|duty|rate)\b/u

/** What is found of an order whose goods nobody named, where it is asked whether the whole tax is due: that hangs on its price, and the goods need not be asked for. */
export function wholeTaxAsked(
  answer: Answer,
  question: Question & { today: Day },
  understanding: Understanding,
  weights: Weights,
): Found | undefined {
  if (answer.outcome !== 'asked' || !('missing' in answer) || answer.missing !== 'good') return undefined
  if (!WHOLE_TAX.test(fold(question.text))) return undefined
  const found = searchAnswer(question, understanding, weights)
  return found.answer.outcome === 'answered' || found.answer.outcome === 'clarified' ? found : undefined
}
