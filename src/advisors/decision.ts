import type { Checklist } from '../core/checklist.ts'
import type { Day } from '../core/day.ts'
import {
  type Answered,
  type ChoiceId,
  type DecisionTree,
  MOST_QUESTIONS,
  type QuestionId,
  type TreeQuestion,
} from '../core/decision-tree.ts'
import { type EffectivePeriod, inForce } from '../core/effective-period.ts'

/** What has been answered so far. Answers to questions that do not arise are ignored. */
export type Answers = Readonly<Record<QuestionId, ChoiceId>>

/** The next question, the checklist at the end, or an outcome that does not hold on the day asked about. */
export type Decision =
  | {
      kind: 'ask'
      question: TreeQuestion
      answered: Answered[] /** How many more at most, this one included. */
      left: number
    }
  | { kind: 'decided'; outcome: Checklist; answered: Answered[] }
  | {
      kind: 'refused'
      why: 'not-in-force'
      outcome: Checklist
      answered: Answered[]
      last?: EffectivePeriod
      next?: EffectivePeriod
    }

/**
 * Follows the answers through a tree. An answer that is none of the choices is as good as none: the question is put (again).
 * @throws Error when the tree leads nowhere, which its check lets through no more than an empty one
 */
export function next(tree: DecisionTree, answers: Answers, on: Day): Decision {
  const answered: Answered[] = []
  let at = tree.first
  while (answered.length <= MOST_QUESTIONS) {
    const question = tree.questions.get(at)
    if (!question) break
    const choice = question.choices.find(({ id }) => id === answers[question.id])
    if (!choice) return { kind: 'ask', question, answered, left: mostFrom(tree, at) }
    answered.push({ question: question.id, choice: choice.id })
    if ('outcome' in choice.to) {
      const outcome = tree.outcomes.get(choice.to.outcome)
      if (!outcome) break
      if (inForce(outcome.effective, on)) return { kind: 'decided', outcome, answered }
      return {
        kind: 'refused',
        why: 'not-in-force',
        outcome,
        answered,
        ...(outcome.effective.from > on ? { next: outcome.effective } : { last: outcome.effective }),
      }
    }
    at = choice.to.question
  }
  throw new Error(`the decision tree leads nowhere at "${at}"`)
}

/** The most questions that may still come, from a question on. */
function mostFrom(tree: DecisionTree, id: QuestionId): number {
  const question = tree.questions.get(id)
  if (!question) return 0
  return 1 + Math.max(...question.choices.map(({ to }) => ('question' in to ? mostFrom(tree, to.question) : 0)))
}
