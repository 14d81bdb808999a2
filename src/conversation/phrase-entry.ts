import type { Aspect } from '../core/answer.ts'
import type { Citation, Source } from '../core/citation.ts'
import type { Day } from '../core/day.ts'
import { documentName } from '../core/document-name.ts'
import type { EffectivePeriod } from '../core/effective-period.ts'
import type { ContactId, Entry } from '../core/entry.ts'
import { valueOn } from '../core/figure.ts'
import { type Locale, writtenFor } from '../core/locale.ts'
import type { Misconception } from '../core/misconception.ts'
import type { Translate } from '../core/translate.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { afterCorrection } from './after-correction.ts'
import { linesAbout } from './aspects.ts'
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

/** An entry in words, part by part: Markdown, but for the documents. */
export type EntryParts = {
  answer: string
  /** May be empty. */
  detail: string
  /** That the point is not settled and whom to ask, or since when it holds and what comes then. */
  standing: string
  next: string
  citations: Citation[]
  /** Absent where the point is not settled. */
  inForce?: EffectivePeriod
}

/**
 * The parts of an entry as of a day on which it is in force.
 * @param beside what else is cited along with it
 */
export function entryParts(
  entry: Entry,
  context: PhrasingContext,
  { brief = false, beside = [] }: { brief?: boolean; beside?: Source[] } = {},
): EntryParts {
  const { knowledge, on, locale, translate } = context
  const words = entry.texts[writtenFor(locale)]
  const shown = brief ? words.answer : [words.answer, words.detail, words.next].join('\n')
  const figures = figuresIn(shown, knowledge)
  const period = periodOf(entry, figures, on)
  const sources = [...entry.sources, ...beside, ...figures.flatMap((figure) => valueOn(figure, on)?.sources ?? [])]
  const unsettled = entry.confidence === 'uncertain'
  return {
    answer: fill(words.answer, context),
    detail: brief ? '' : fill(words.detail, context),
    standing: unsettled
      ? translate(locale, 'reply.unsettled', { whom: contacts(entry.ask, context) })
      : inForceLine(entry, period, figures, context),
    next: brief ? '' : fill(words.next, context),
    citations: citationsOn(sources, on, locale, knowledge),
    ...(!unsettled && { inForce: period }),
  }
}

/**
 * Puts an entry into words: a false belief corrected first, then the answer, the detail, since when it holds, the documents, what to do next.
 * @param brief the answer alone, for whoever asked for less
 * @param about the side of it that is wanted
 * @param beside what was told before, for whoever compares
 */
export function phraseEntry(
  entry: Entry,
  context: PhrasingContext,
  {
    misconception,
    brief = false,
    about,
    beside,
  }: {
    misconception?: Misconception | undefined
    brief?: boolean
    about?: Aspect | undefined
    beside?: Entry | undefined
  } = {},
): Phrased {
  const { locale, translate } = context
  const parts = entryParts(entry, context, { brief, beside: misconception?.sources ?? [] })
  const { answer, detail, standing, next, citations, inForce } = parts
  const correction = misconception && fill(misconception.correction[writtenFor(locale)], context)
  const text = [
    correction,
    ...(about
      ? [linesAbout(about, `${answer}\n\n${detail}\n\n${next}`)]
      : [correction === undefined ? answer : afterCorrection(correction, answer), detail]),
    beside && comparedWith(beside, context),
    standing,
    documentsBlock(citations, context),
    !brief && !about && translate(locale, 'reply.next', { what: next }),
  ]
    .filter(Boolean)
    .join('\n\n')
  return inForce ? { text, citations, inForce } : { text, citations }
}

/** What was told before, in a sentence, beside what is told now. */
function comparedWith(entry: Entry, context: PhrasingContext): string {
  const { title, answer } = entry.texts[writtenFor(context.locale)]
  return context.translate(context.locale, 'reply.beside', { title, answer: fill(answer, context) })
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
export function documentsBlock(
  citations: Citation[],
  { locale, translate }: Pick<PhrasingContext, 'locale' | 'translate'>,
): string {
  if (citations.length === 0) return ''
  const lines = citations.map((citation) => {
    const { name, around } = citationWords(citation, locale, translate)
    return `- ${citation.url === undefined ? name : `[${name}](${citation.url})`}${around}`
  })
  return [translate(locale, 'reply.documents'), lines.join('\n')].join('\n')
}

/** A citation in words: the name that may be a link, and the clause, the days and the doubts that follow it. */
export function citationWords(
  { number, title, clause, effective, confidence, note }: Citation,
  locale: Locale,
  translate: Translate,
): { name: string; around: string } {
  const since = translate(locale, effective.to === undefined ? 'citation.since' : 'citation.since-until', {
    from: formatDay(effective.from, locale),
    to: effective.to === undefined ? '' : formatDay(effective.to, locale),
  })
  const around = [
    clause === undefined ? '' : translate(locale, 'citation.clause', { clause }),
    since,
    confidence === 'uncertain' ? translate(locale, 'citation.uncertain') : '',
    note === undefined ? '' : translate(locale, 'citation.note', { note }),
  ]
  return { name: documentName({ title, number }, locale, translate), around: around.join('') }
}
