import { fill } from '../conversation/fill.ts'
import { figuresIn } from '../conversation/told.ts'
import { valueOn } from '../core/figure.ts'
import type { GlossaryTerm } from '../core/glossary-term.ts'
import type { TermLine } from '../core/reading.ts'
import { linkedEntries, type ReadingContext } from './reading-context.ts'

/** A word explained, as of the day of the context; undefined where a figure in it has no value that day. */
export function termLine(term: GlossaryTerm, context: ReadingContext): TermLine | undefined {
  const { knowledge, on, language, write, say } = context
  const explanation = term.explanation[language]
  if (!figuresIn(explanation, knowledge).every((figure) => valueOn(figure, on))) return undefined
  const { tw, hk } = term.traditional
  const regional = context.locale === 'zh-Hant' ? [tw, hk].filter((word) => word !== undefined) : []
  return {
    id: term.id,
    name: say(term.name),
    other: language === 'en' ? term.name['zh-Hans'] : term.name.en,
    also: [...new Set([...regional, ...(language === 'en' ? term.slang.en : term.slang.zh.map(write))])],
    explanationMarkdown: write(fill(explanation, context)),
    entry: term.entry === undefined ? undefined : linkedEntries([term.entry], context)[0],
  }
}

/** Every word explained, in the order of its name. */
export function glossaryPage(context: ReadingContext): TermLine[] {
  const inOrder = new Intl.Collator(context.locale === 'en' ? 'en' : 'zh-u-co-pinyin')
  return [...context.knowledge.glossary.values()]
    .flatMap((term) => termLine(term, context) ?? [])
    .sort((a, b) => inOrder.compare(a.name, b.name))
}
