import type { Citation } from '../core/citation.ts'
import type { Day } from '../core/day.ts'
import type { EffectivePeriod } from '../core/effective-period.ts'
import type { ContactId, Entry } from '../core/entry.ts'
import { valueOn } from '../core/figure.ts'
import { type Locale, writtenFor } from '../core/locale.ts'
import type { Misconception } from '../core/misconception.ts'
import type { Translate } from '../core/translate.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { fill } from './fill.ts'
import { formatDay, formatValue } from './format-figure.ts'
import type { Glossary } from './glossary.ts'
import { citationsOn, figuresIn, nextChange, periodOf } from './told.ts'

/** What phrasing needs to know about the turn. */
export type PhrasingContext = {
  knowledge: Knowledge
  on: Day
  locale: Locale
  translate: Translate
  /** Offers to explain words, where there is one. */
  glossary?: Glossary | undefined
  /** Whether it is read on our own page, where links within it lead somewhere. */
  ownPage?: boolean | undefined
}

/** Words, the documents behind them and the days they hold. */
export type Phrased = { text: string; citations: Citation[]; inForce?: EffectivePeriod }

/**
 * Puts an entry into words: a false belief corrected first, then the answer, the detail, since when it holds, the documents, what to do next.
 * @param brief the answer alone, for whoever asked for less
 */
export function phraseEntry(
  entry: Entry,
  context: PhrasingContext,
  { misconception, brief = false }: { misconception?: Misconception | undefined; brief?: boolean } = {},
): Phrased {
  const { knowledge, on, locale, translate } = context
  const language = writtenFor(locale)
  const words = entry.texts[language]
  const shown = brief ? words.answer : [words.answer, words.detail, words.next].join('\n')
  const figures = figuresIn(shown, knowledge)
  const period = periodOf(entry, figures, on)
  const sources = [
    ...entry.sources,
    ...(misconception?.sources ?? []),
    ...figures.flatMap((figure) => valueOn(figure, on)?.sources ?? []),
  ]
  const citations = citationsOn(sources, on, locale, knowledge)
  const parts = [
    misconception && fill(misconception.correction[language], context),
    fill(words.answer, context),
    !brief && words.detail && fill(words.detail, context),
    entry.confidence === 'uncertain' && translate(locale, 'reply.unsettled', { whom: contacts(entry.ask, context) }),
    entry.confidence !== 'uncertain' && inForceLine(entry, period, figures, context),
    documentsBlock(citations, context),
    !brief && translate(locale, 'reply.next', { what: fill(words.next, context) }),
  ]
  const text = parts.filter(Boolean).join('\n\n')
  return entry.confidence === 'uncertain' ? { text, citations } : { text, citations, inForce: period }
}

/** The contacts named by ids, in one line. */
export function contacts(ids: ContactId[], { knowledge, locale, translate }: PhrasingContext): string {
  const names = ids.flatMap((id) => knowledge.contacts.get(id)?.name[writtenFor(locale)] ?? [])
  return names.join(translate(locale, 'list.or'))
}

/** Since when this holds, until when if that is known, and what comes then. */
function inForceLine(
  entry: Entry,
  period: EffectivePeriod,
  figures: ReturnType<typeof figuresIn>,
  context: PhrasingContext,
): string {
  const { on, locale, translate, knowledge } = context
  const from = formatDay(period.from, locale)
  const line =
    period.to === undefined
      ? translate(locale, 'reply.in-force', { on: formatDay(on, locale), from })
      : translate(locale, 'reply.in-force-until', { on: formatDay(on, locale), from, to: formatDay(period.to, locale) })
  const change = nextChange(entry, figures, period, knowledge)
  if (!change) return line
  const coming = change.figures.map((figure) => {
    const value = valueOn(figure, change.on)?.value
    return translate(locale, 'reply.change-figure', {
      name: figure.name[writtenFor(locale)],
      value: value === undefined ? '' : formatValue(value, figure, locale, translate),
    })
  })
  if (change.entry)
    coming.push(translate(locale, 'reply.change-entry', { title: change.entry.texts[writtenFor(locale)].title }))
  if (coming.length === 0) return line
  return `${line}${translate(locale, 'reply.change', { from: formatDay(change.on, locale), changes: coming.join(translate(locale, 'list.and')) })}`
}

/** The documents with their effective dates, linked where an official page is known, and with what the register says is not certain about them. */
export function documentsBlock(citations: Citation[], { knowledge, locale, translate }: PhrasingContext): string {
  if (citations.length === 0) return ''
  const lines = citations.map(({ document, number, title, clause, url, effective, confidence }) => {
    const name = translate(locale, 'citation.name', { title, number })
    const linked = url === undefined ? name : `[${name}](${url})`
    const where = clause === undefined ? '' : translate(locale, 'citation.clause', { clause })
    const since = translate(locale, effective.to === undefined ? 'citation.since' : 'citation.since-until', {
      from: formatDay(effective.from, locale),
      to: effective.to === undefined ? '' : formatDay(effective.to, locale),
    })
    const doubt = confidence === 'uncertain' ? translate(locale, 'citation.uncertain') : ''
    const remark = knowledge.documents.get(document)?.note?.[writtenFor(locale)]
    const note = remark === undefined ? '' : translate(locale, 'citation.note', { note: remark })
    return `- ${linked}${where}${since}${doubt}${note}`
  })
  return [translate(locale, 'reply.documents'), lines.join('\n')].join('\n')
}
