import type { TreeId } from '../core/answer.ts'
import type { Citation } from '../core/citation.ts'
import type { OutcomeId, QuestionId } from '../core/decision-tree.ts'
import { inForce } from '../core/effective-period.ts'
import { writtenFor } from '../core/locale.ts'
import type { Choice } from '../core/reply.ts'
import { treeOf } from './advise-tree.ts'
import { fill } from './fill.ts'
import { formatDay } from './format-figure.ts'
import { contacts, documentsBlock, type PhrasingContext } from './phrase-entry.ts'
import { citationsOn } from './told.ts'

/** A question of a decision tree with its choices, numbered for whoever has no buttons. */
export function phraseTreeQuestion(
  { tree, question: id, left }: { tree: TreeId; question: QuestionId; left: number },
  context: PhrasingContext,
): { text: string; citations: Citation[]; choices: Choice[] } {
  const { knowledge, locale, translate } = context
  const question = known(treeOf(tree, knowledge).questions, id)
  const language = writtenFor(locale)
  const labels = question.choices.map(({ label }) => fill(label[language], context))
  const parts = [
    fill(question.ask[language], context),
    labels.map((label, index) => `${index + 1}. ${label}`).join('\n'),
    left === 1 ? translate(locale, 'checklist.left.one') : translate(locale, 'checklist.left', { n: left }),
  ]
  return { text: parts.join('\n\n'), citations: [], choices: labels.map((label) => ({ label, utterance: label })) }
}

/** What a decision tree ends in: the verdict, then what to see to, what is not settled and the documents. */
export function phraseChecklist(
  { tree, checklist: id }: { tree: TreeId; checklist: OutcomeId },
  context: PhrasingContext,
): { text: string; citations: Citation[]; choices: Choice[] } {
  const { knowledge, on, locale, translate } = context
  const language = writtenFor(locale)
  const { name, verdict, sections, unsettled, effective, confidence, ask, sources, entries } = known(
    treeOf(tree, knowledge).outcomes,
    id,
  )
  const choices = entries.slice(0, 3).flatMap((entry): Choice[] => {
    const title = knowledge.entries.get(entry)?.texts[language].title
    return title === undefined ? [] : [{ label: title, utterance: title }]
  })
  if (!inForce(effective, on)) {
    const text = translate(locale, 'checklist.not-in-force', { day: formatDay(on, locale), name: name[language] })
    return { text, citations: [], choices }
  }
  const citations = citationsOn(sources, on, locale, knowledge)
  const parts = [
    fill(verdict[language], context),
    ...sections.map(({ id: section, items }) =>
      [
        `**${translate(locale, `checklist.${section}`)}**`,
        ...items.map(({ text }) => `- ${fill(text[language], context)}`),
      ].join('\n'),
    ),
    unsettled && `**${translate(locale, 'checklist.unsettled')}**\n- ${fill(unsettled[language], context)}`,
    confidence === 'uncertain' && translate(locale, 'reply.unsettled', { whom: contacts(ask, context) }),
    translate(locale, 'reply.as-of', { on: formatDay(on, locale) }),
    documentsBlock(citations, context),
    confidence !== 'uncertain' && ask.length > 0 && translate(locale, 'reply.ask', { whom: contacts(ask, context) }),
  ]
  return { text: parts.filter(Boolean).join('\n\n'), citations, choices }
}

/** @throws Error for an id that is not in the tree; its check lets none through */
function known<T>(all: ReadonlyMap<string, T>, id: string): T {
  const one = all.get(id)
  if (one === undefined) throw new Error(`the decision tree has no "${id}"`)
  return one
}
