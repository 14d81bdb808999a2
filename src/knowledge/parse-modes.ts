import { z } from 'zod'
import { CHECKLIST_SECTIONS, type Checklist, type ChecklistItem } from '../core/checklist.ts'
import { DEADLINE_MATTERS } from '../core/deadline-matter.ts'
import { type DecisionTree, MOST_QUESTIONS, type Next, pathsOf, type TreeQuestion } from '../core/decision-tree.ts'
import { effectivePeriod } from '../core/effective-period.ts'
import { confidence, id, source, text, wording } from './fields.ts'
import { placeholdersOf } from './placeholder.ts'

const ids = z.array(id).default([])
const words = z.array(text).default([])
const to = z.union([z.strictObject({ question: id }), z.strictObject({ outcome: id })])

const choice = z.strictObject({
  id,
  label: wording,
  words: z.strictObject({ zh: words, en: words }).prefault({}),
  to,
})
const question = z.strictObject({ id, ask: wording, choices: z.array(choice).min(2).max(5) })

const items = z.array(wording).default([])
const outcome = z.strictObject({
  id,
  code: text.optional(),
  name: wording,
  verdict: wording,
  why: items,
  papers: items,
  systems: items,
  tax: items,
  'income-tax': items,
  deadlines: items,
  mistake: items,
  unsettled: wording.optional(),
  effective: effectivePeriod,
  confidence: confidence.default('verified'),
  ask: ids,
  citations: z.array(source).min(1),
  entries: z.array(id).min(1),
  matters: z.array(z.enum(DEADLINE_MATTERS)).default([]),
})
const file = z.strictObject({ questions: z.array(question).min(1), outcomes: z.array(outcome).min(1) })
type File = z.infer<typeof file>

/** `modes.yaml` and `export-tax-positions.yaml`: questions, and the checklists they lead to. */
export const decisionTree: z.ZodType<DecisionTree> = file
  .superRefine((tree, context) => {
    for (const { path, message } of faults(tree)) context.addIssue({ code: 'custom', path, message })
  })
  .transform((tree) => treeOf(tree))

/** A tree that was not written: without questions, never to be walked. */
export const NO_TREE: DecisionTree = { first: '', questions: new Map(), outcomes: new Map() }

const treeOf = ({ questions, outcomes }: File): DecisionTree => ({
  first: questions[0]?.id ?? '',
  questions: new Map(questions.map((one): [string, TreeQuestion] => [one.id, one])),
  outcomes: new Map(outcomes.map((one): [string, Checklist] => [one.id, checklist(one)])),
})

const checklist = ({ citations, ...written }: File['outcomes'][number]): Checklist => ({
  id: written.id,
  code: written.code,
  name: written.name,
  verdict: written.verdict,
  sections: CHECKLIST_SECTIONS.flatMap((section) =>
    written[section].length > 0 ? [{ id: section, items: written[section].map(item) }] : [],
  ),
  unsettled: written.unsettled,
  effective: written.effective,
  confidence: written.confidence,
  ask: written.ask,
  sources: citations,
  entries: written.entries,
  matters: written.matters,
})

const item = (words: ChecklistItem['text']): ChecklistItem => ({
  text: words,
  figures: [
    ...new Set(placeholdersOf(words['zh-Hans']).flatMap((one) => (one?.kind === 'figure' ? [one.figure] : []))),
  ],
})

type Fault = { path: (string | number)[]; message: string }

/** What would make somebody get stuck: ids used twice, choices that lead nowhere or in a circle, too many questions, and what nobody can reach. */
function faults(tree: File): Fault[] {
  const found: Fault[] = []
  const { questions } = treeOf(tree)
  const outcomes = new Set(tree.outcomes.map((one) => one.id))
  const twice = (list: { id: string }[], path: (string | number)[]) => {
    for (const [index, one] of list.entries())
      if (list.findIndex((other) => other.id === one.id) < index)
        found.push({ path: [...path, index], message: `id "${one.id}" is used twice` })
  }
  twice(tree.questions, ['questions'])
  twice(tree.outcomes, ['outcomes'])
  for (const [index, { choices }] of tree.questions.entries()) {
    twice(choices, ['questions', index, 'choices'])
    for (const [place, one] of choices.entries()) {
      const unknown = unknownTarget(one.to, questions, outcomes)
      if (unknown)
        found.push({
          path: ['questions', index, 'choices', place, 'to'],
          message: `leads to "${unknown}", which is not there`,
        })
    }
  }
  const reached = new Set<string>()
  for (const { answers, ends } of pathsOf({ first: tree.questions[0]?.id ?? '', questions, outcomes })) {
    for (const one of answers) reached.add(`question ${one.question}`)
    if ('outcome' in ends) reached.add(`outcome ${ends.outcome}`)
    const route = answers.map((one) => `${one.question}: ${one.choice}`).join(', ')
    if ('circle' in ends)
      found.push({ path: ['questions'], message: `goes in a circle: ${route} leads back to "${ends.circle}"` })
    else if (answers.length > MOST_QUESTIONS)
      found.push({ path: ['questions'], message: `asks more than ${MOST_QUESTIONS} questions: ${route}` })
  }
  for (const kind of ['question', 'outcome'] as const)
    for (const [index, one] of tree[`${kind}s`].entries())
      if (!reached.has(`${kind} ${one.id}`))
        found.push({ path: [`${kind}s`, index], message: `no answers lead to the ${kind} "${one.id}"` })
  return found
}

function unknownTarget(to: Next, questions: ReadonlyMap<string, unknown>, outcomes: ReadonlySet<string>) {
  if ('question' in to) return questions.has(to.question) ? undefined : to.question
  return outcomes.has(to.outcome) ? undefined : to.outcome
}
