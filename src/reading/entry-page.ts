import { entryOn } from '../conversation/entry-on.ts'
import { fill } from '../conversation/fill.ts'
import { entryParts } from '../conversation/phrase-entry.ts'
import { figuresIn } from '../conversation/told.ts'
import { inForce } from '../core/effective-period.ts'
import type { Entry, EntryId } from '../core/entry.ts'
import type { EntryLine, EntryPage, NotInForce } from '../core/reading.ts'
import { citedDocuments } from './cited-documents.ts'
import { historyOf } from './figure-history.ts'
import { linkedEntries, type ReadingContext } from './reading-context.ts'
import { withTermLinks } from './term-links.ts'

/** The page of an entry as of the day of the context; undefined when there is no such entry. */
export function entryPage(id: EntryId, context: ReadingContext): EntryPage | undefined {
  const { knowledge, on, today, language, locale, translate, write, say, date } = context
  const entry = knowledge.entries.get(id)
  if (!entry) return undefined
  const words = entry.texts[language]
  const topic = knowledge.topics.get(entry.topic)
  const figures = figuresIn([words.answer, words.detail, words.next].join('\n'), knowledge)
  const holds = inForce(entry.effective, on)
  const beliefs = holds && on === today ? [...knowledge.misconceptions.values()].filter((one) => one.entry === id) : []
  const later = [...knowledge.entries.values()].filter(({ replaces }) => replaces.includes(id))
  return {
    id,
    title: write(words.title),
    topic: { id: entry.topic, name: topic ? say(topic.name) : entry.topic },
    audiences: entry.audiences.map((audience) => translate(locale, `audience.${audience}`)),
    date: date(on),
    ...(holds ? { told: told(entry, context) } : { notInForce: notInForce(entry, context) }),
    history: figures.flatMap((figure) => historyOf(figure, context) ?? []),
    beliefs: beliefs.map(({ belief, correction }) => ({
      belief: say(belief),
      truthMarkdown: write(fill(correction[language], context)),
    })),
    related: linkedEntries(entry.related, context),
    replaces: linkedEntries(entry.replaces, context),
    replacedBy: linkedEntries(
      later.map((one) => one.id),
      context,
    ),
    reviewed: { on: entry.reviewed, date: date(entry.reviewed) },
  }
}

function told(entry: Entry, context: ReadingContext): NonNullable<EntryPage['told']> {
  const parts = entryParts(entry, context)
  const [answer = '', detail = '', next = ''] = withTermLinks(
    [parts.answer, parts.detail, parts.next],
    { entry: entry.id, title: entry.texts[context.language].title },
    context,
  )
  return {
    answerMarkdown: context.write(answer),
    detailMarkdown: context.write(detail),
    nextMarkdown: context.write(next),
    standingMarkdown: context.write(parts.standing),
    settled: parts.inForce !== undefined,
    documents: citedDocuments(parts.citations, context),
  }
}

function notInForce({ id }: Entry, context: ReadingContext): NotInForce {
  const { on, knowledge, date } = context
  const found = entryOn(id, on, knowledge)
  if (found?.entry) return { instead: linkedEntries([found.entry.id], context)[0], ...around(found.entry, id, context) }
  const { last, next } = found ?? {}
  return {
    last: last?.to === undefined ? undefined : { since: date(last.from), until: date(last.to), on: last.to },
    next: next && { since: date(next.from), on: next.from },
  }
}

/** The entry's own period, where another stood in its place on the day. */
function around(instead: Entry, id: EntryId, { knowledge, on, date }: ReadingContext): NotInForce {
  const own = knowledge.entries.get(id)?.effective ?? instead.effective
  return own.to !== undefined && own.to < on
    ? { last: { since: date(own.from), until: date(own.to), on: own.to } }
    : { next: { since: date(own.from), on: own.from } }
}

/** An entry in a list, as of a day on which it is in force. */
export function entryLine({ id, texts }: Entry, context: ReadingContext): EntryLine {
  const { title, answer } = texts[context.language]
  return { id, name: context.write(title), answerMarkdown: context.write(fill(answer, context)) }
}
