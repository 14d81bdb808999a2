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

/**
 * The choice that a reply to a question means: its id, its label in either language, its number in the list, or a word that means it and no
 * other choice.
 * @param text normalised and folded to simplified characters
 */
export function chosen({ choices }: TreeQuestion, text: string): ChoiceId | undefined {
  const said = plain(text)
  const number = /^\(?(\d)[.)、]?$/.exec(said)?.[1]
  if (number !== undefined) return choices[Number(number) - 1]?.id
  const named = choices.find(({ id, label }) => [id, plain(label['zh-Hans']), plain(label.en)].includes(said))
  return named?.id ?? meant(choices, text)
}

/**
 * The answers that a message gives by itself, so that only the rest has to be asked ("我卖小包给国外的消费者，没有发票"). A question that two
 * choices of would fit stays open.
 * @param text normalised and folded to simplified characters
 */
export function answersIn({ questions }: DecisionTree, text: string): Answers {
  const found: Record<QuestionId, ChoiceId> = {}
  for (const { id, choices } of questions.values()) {
    const choice = meant(choices, text)
    if (choice !== undefined) found[id] = choice
  }
  return found
}

/** The one choice whose words a text holds. A word inside a longer one does not count: "没有发票" is not "有发票". */
function meant(choices: TreeQuestion['choices'], text: string): ChoiceId | undefined {
  const said = text.toLowerCase()
  const found = choices.flatMap(({ id, words }) =>
    [
      ...words.zh.filter((word) => said.includes(word.toLowerCase())),
      ...words.en.filter((word) => holds(said, word)),
    ].map((word) => ({ id, word: word.toLowerCase() })),
  )
  const fitting = found.filter(
    ({ id, word }) => !found.some((other) => other.id !== id && other.word !== word && other.word.includes(word)),
  )
  const [first] = fitting
  return first && fitting.every(({ id }) => id === first.id) ? first.id : undefined
}

/** Whether English words stand in a text as words: `fba` in "to FBA", not in "fbar". */
function holds(text: string, words: string): boolean {
  const escaped = words.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![a-z0-9])${escaped}(?![a-z0-9])`).test(text)
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[。.？?！!]+$/u, '')
    .trim()
