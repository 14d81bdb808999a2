import type { Checklist } from './checklist.ts'
import type { Wording } from './locale.ts'

/** Most questions that are put to anybody before they get an answer. */
export const MOST_QUESTIONS = 5

export type QuestionId = string
export type ChoiceId = string
export type OutcomeId = string

/** Where a choice leads. */
export type Next = { question: QuestionId } | { outcome: OutcomeId }

/** One answer to a question. */
export type TreeChoice = {
  id: ChoiceId
  /** On a button; short. May hold placeholders. */
  label: Wording
  /** Words in a message that mean this answer (`小包`, `FBA`). */
  words: { zh: string[]; en: string[] }
  to: Next
}

/** One question of a decision tree. */
export type TreeQuestion = { id: QuestionId; ask: Wording; choices: TreeChoice[] }

/** Questions that lead to one of several checklists. The first question of the file is put first. */
export type DecisionTree = {
  first: QuestionId
  questions: ReadonlyMap<QuestionId, TreeQuestion>
  outcomes: ReadonlyMap<OutcomeId, Checklist>
}

/** A question with the answer given. */
export type Answered = { question: QuestionId; choice: ChoiceId }

/** One way through the tree. `ends` tells where it broke off: an outcome, an unknown id, or a question asked before. */
export type TreePath = {
  answers: Answered[]
  ends: { outcome: OutcomeId } | { unknown: string } | { circle: QuestionId }
}

/** Every way through a tree, sound or not, for its check and its tests. */
export function* pathsOf(
  tree: Pick<DecisionTree, 'first' | 'questions'> & { outcomes: { has(id: OutcomeId): boolean } },
  from: Next = { question: tree.first },
  answers: Answered[] = [],
): Generator<TreePath> {
  if ('outcome' in from) {
    yield { answers, ends: tree.outcomes.has(from.outcome) ? from : { unknown: from.outcome } }
    return
  }
  const question = tree.questions.get(from.question)
  if (!question) yield { answers, ends: { unknown: from.question } }
  else if (answers.some((one) => one.question === question.id)) yield { answers, ends: { circle: question.id } }
  else
    for (const { id, to } of question.choices)
      yield* pathsOf(tree, to, [...answers, { question: question.id, choice: id }])
}
