import type { TermId } from '../core/answer.ts'
import type { Entry } from '../core/entry.ts'
import { valueOn } from '../core/figure.ts'
import type { GlossaryTerm } from '../core/glossary-term.ts'
import { writtenFor } from '../core/locale.ts'
import type { Choice, Reply } from '../core/reply.ts'
import { fill } from './fill.ts'
import { documentsBlock, type PhrasingContext } from './phrase-entry.ts'
import { citationsOn, figuresIn } from './told.ts'

/** What a reply of the glossary consists of. */
type Explained = Pick<Reply, 'text' | 'citations' | 'choices'>

/** A word of the glossary explained, with the entry that says more. */
export function explained(id: TermId, context: PhrasingContext): Explained & Pick<Reply, 'topic'> {
  const { locale, translate } = context
  const language = writtenFor(locale)
  const term = termOf(id, context)
  const text = translate(locale, 'glossary.explained', {
    name: term.name[language],
    other: language === 'en' ? term.name['zh-Hans'] : term.name.en,
    explanation: fill(term.explanation[language], context),
  })
  return { topic: 'glossary.term', ...withDocuments(text, [term], context) }
}

/** Words of the glossary explained one beside the other, with the entries that say more. */
export function explainedTogether(ids: readonly TermId[], context: PhrasingContext): Explained {
  const { locale, translate } = context
  const language = writtenFor(locale)
  const terms = ids.map((id) => termOf(id, context))
  // Whoever compares 9610 with 9710 looks for these numbers.
  const lines = terms.map(({ name, codes, explanation }) =>
    translate(locale, 'glossary.beside', {
      name: [...codes, name[language]].join(' '),
      explanation: fill(explanation[language], context),
    }),
  )
  return withDocuments(lines.join('\n'), terms, context)
}

const termOf = (id: TermId, { knowledge }: PhrasingContext) => knowledge.glossary.get(id) as GlossaryTerm

/** An explanation with the documents behind it and, as choices, the entries that say more. */
function withDocuments(text: string, terms: GlossaryTerm[], context: PhrasingContext): Explained {
  const { knowledge, on, locale } = context
  const language = writtenFor(locale)
  const figures = terms.flatMap(({ explanation }) => figuresIn(explanation[language], knowledge))
  const citations = citationsOn(
    [...terms.flatMap(({ sources }) => sources), ...figures.flatMap((one) => valueOn(one, on)?.sources ?? [])],
    on,
    locale,
    knowledge,
  )
  const titles = terms.flatMap(({ entry }) => knowledge.entries.get(entry ?? '')?.texts[language].title ?? [])
  return {
    text: [text, documentsBlock(citations, context)].filter(Boolean).join('\n\n'),
    citations,
    choices: [...new Set(titles)].map((title) => ({ label: title, utterance: title })),
  }
}

/** A word of the entry that a reader may want explained, as a question. */
export function termChoices({ id, texts }: Entry, context: PhrasingContext): Choice[] {
  const { knowledge, locale, translate } = context
  const language = writtenFor(locale)
  const { title, answer, detail } = texts[language]
  const term = context.glossary
    ?.mentioned(`${answer}\n${detail}`, language)
    .find((one) => one.entry !== id && !title.includes(one.name[language]))
  if (!term || !knowledge.glossary.has(term.id)) return []
  const question = translate(locale, 'glossary.question', { name: term.name[language] })
  return [{ label: question, utterance: question }]
}
