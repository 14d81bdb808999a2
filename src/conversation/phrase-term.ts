import type { TermId } from '../core/answer.ts'
import type { Entry } from '../core/entry.ts'
import { valueOn } from '../core/figure.ts'
import type { GlossaryTerm } from '../core/glossary-term.ts'
import { writtenFor } from '../core/locale.ts'
import type { Choice, Reply } from '../core/reply.ts'
import { fill } from './fill.ts'
import { documentsBlock, type PhrasingContext } from './phrase-entry.ts'
import { citationsOn, figuresIn } from './told.ts'

/** A word of the glossary explained, with the entry that says more. */
export function explained(
  id: TermId,
  context: PhrasingContext,
): Pick<Reply, 'topic' | 'text' | 'citations' | 'choices'> {
  const { knowledge, on, locale } = context
  const language = writtenFor(locale)
  const term = knowledge.glossary.get(id) as GlossaryTerm
  const figures = figuresIn(term.explanation[language], knowledge)
  const citations = citationsOn(
    [...term.sources, ...figures.flatMap((figure) => valueOn(figure, on)?.sources ?? [])],
    on,
    locale,
    knowledge,
  )
  const more = term.entry === undefined ? undefined : knowledge.entries.get(term.entry)
  const other = language === 'en' ? term.name['zh-Hans'] : term.name.en
  const text = context.translate(locale, 'glossary.explained', {
    name: term.name[language],
    other,
    explanation: fill(term.explanation[language], context),
  })
  return {
    topic: 'glossary.term',
    text: [text, documentsBlock(citations, context)].filter(Boolean).join('\n\n'),
    citations,
    choices: more ? [{ label: more.texts[language].title, utterance: more.texts[language].title }] : [],
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
