import type { Checklist } from '../core/checklist.ts'
import type { DecisionTree } from '../core/decision-tree.ts'
import { checkText, daysWithoutValue } from './check-text.ts'
import type { Knowledge } from './knowledge.ts'
import { type KnowledgeProblem, unknown } from './problem.ts'

/** What every checklist has, whatever it leads to. */
const NEEDED = ['papers', 'tax', 'mistake'] as const

/** The rules across files for a decision tree: its texts, and everything its outcomes name. That its paths end is checked where it is parsed. */
export function checkTree(
  { questions, outcomes }: DecisionTree,
  file: string,
  knowledge: Knowledge,
): KnowledgeProblem[] {
  const problems: KnowledgeProblem[] = []
  for (const { id, ask, choices } of questions.values())
    for (const text of [ask, ...choices.map(({ label }) => label)])
      problems.push(...checkText(text, `${file} (${id})`, knowledge))
  for (const outcome of outcomes.values()) problems.push(...checkOutcome(outcome, `${file} (${outcome.id})`, knowledge))
  return problems
}

function checkOutcome(outcome: Checklist, file: string, knowledge: Knowledge): KnowledgeProblem[] {
  const problems: KnowledgeProblem[] = []
  const error = (what: string, hint?: string) => problems.push({ level: 'error', file, what, hint })
  const refer = (what: string, ids: readonly string[], known: ReadonlyMap<string, unknown>) => {
    for (const id of ids) if (!known.has(id)) problems.push(unknown(file, what, id, known.keys()))
  }
  refer(
    'citations',
    outcome.sources.map(({ document }) => document),
    knowledge.documents,
  )
  refer('entries', outcome.entries, knowledge.entries)
  refer('ask', outcome.ask, knowledge.contacts)
  for (const section of NEEDED)
    if (!outcome.sections.some(({ id }) => id === section))
      error(`has no ${section}`, 'A checklist without it is of no use.')
  for (const { id, items } of outcome.sections)
    if (id === 'deadlines' && items.some(({ figures }) => figures.length === 0))
      error('names a deadline without its figure', 'Write the days, months or date as {{ figure }}.')
  if ((outcome.unsettled !== undefined || outcome.confidence === 'uncertain') && outcome.ask.length === 0)
    error('is not settled and names nobody to ask', 'Add `ask:` with ids from contacts.yaml.')
  if (outcome.confidence === 'uncertain' && outcome.unsettled === undefined)
    error('is uncertain and does not say what is open', 'Add `unsettled:`.')

  const items = outcome.sections.flatMap((section) => section.items.map(({ text }) => text))
  const texts = [outcome.name, outcome.verdict, ...(outcome.unsettled ? [outcome.unsettled] : []), ...items]
  for (const text of texts) {
    problems.push(...checkText(text, file, knowledge))
    const gap = daysWithoutValue(text['zh-Hans'], outcome.effective, knowledge)
    if (gap)
      error(
        `"${gap.figure}" has no value ${gap.on.startsWith('after') ? gap.on : `on ${gap.on}`}, while this outcome is in force`,
        'Shorten `effective`, or give the figure its history.',
      )
  }
  return problems
}
