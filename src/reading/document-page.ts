import { citing } from '../conversation/citing.ts'
import { formatValue } from '../conversation/format-figure.ts'
import { addDays, type Day } from '../core/day.ts'
import { type DocumentId, type OfficialDocument, statusOn } from '../core/official-document.ts'
import type { DocumentLine, DocumentPage, Linked } from '../core/reading.ts'
import { linkedEntries, type ReadingContext } from './reading-context.ts'

/** The page of an official document as of the day of the context; undefined when the register holds no such document. */
export function documentPage(id: DocumentId, context: ReadingContext): DocumentPage | undefined {
  const { knowledge, on, say, date } = context
  const document = knowledge.documents.get(id)
  if (!document) return undefined
  const { effective, issued, note } = document
  return {
    id,
    title: say(document.title),
    number: say(document.number),
    issuer: say(document.issuer),
    date: date(on),
    issued: issued && date(issued),
    since: date(effective.from),
    until: effective.to && date(effective.to),
    status: statusOn(document, on, knowledge.documents.values()),
    statuses: statuses(document, context),
    url: document.url,
    note: note && say(note),
    uncertain: document.confidence === 'uncertain',
    relations: relations(document, context),
    citedBy: linkedEntries(
      citing(id, knowledge).map((entry) => entry.id),
      context,
    ),
    figures: restingOn(id, context),
  }
}

/** The status from the first day on: a new stretch on each day it becomes another. */
function statuses(document: OfficialDocument, { knowledge, on, date }: ReadingContext): DocumentPage['statuses'] {
  const { id, effective } = document
  const naming = [...knowledge.documents.values()].filter(({ amends, supersedes, repeals }) =>
    [...amends, ...supersedes, ...repeals].includes(id),
  )
  const days = [
    effective.from,
    ...naming.map((other) => other.effective.from).filter((day) => day > effective.from),
    ...(effective.to === undefined ? [] : [addDays(effective.to, 1)]),
  ]
  const stretches: { from: Day; status: DocumentPage['status'] }[] = []
  for (const from of [...new Set(days)].sort()) {
    const status = statusOn(document, from, knowledge.documents.values())
    if (stretches.at(-1)?.status !== status) stretches.push({ from, status })
  }
  return stretches.map(({ from, status }, index) => ({
    since: date(from),
    status,
    now: from <= on && (stretches[index + 1]?.from ?? '9999') > on,
  }))
}

function relations(document: OfficialDocument, { knowledge, say }: ReadingContext): DocumentPage['relations'] {
  const named = (ids: Iterable<DocumentId>): Linked<DocumentId>[] =>
    [...ids].flatMap((id) => {
      const other = knowledge.documents.get(id)
      return other ? [{ id, name: `${say(other.title)} (${say(other.number)})` }] : []
    })
  const naming = (how: 'amends' | 'supersedes' | 'repeals') =>
    named([...knowledge.documents.values()].filter((other) => other[how].includes(document.id)).map(({ id }) => id))
  const all: DocumentPage['relations'] = [
    { how: 'amends', documents: named(document.amends) },
    { how: 'supersedes', documents: named(document.supersedes) },
    { how: 'repeals', documents: named(document.repeals) },
    { how: 'amended-by', documents: naming('amends') },
    { how: 'superseded-by', documents: naming('supersedes') },
    { how: 'repealed-by', documents: naming('repeals') },
  ]
  return all.filter(({ documents }) => documents.length > 0)
}

/** Figures whose values come from a document. */
function restingOn(id: DocumentId, context: ReadingContext): DocumentPage['figures'] {
  const { knowledge, locale, translate, say, write, date } = context
  return [...knowledge.figures.values()].flatMap((figure) => {
    const held = figure.values.filter(
      ({ value, sources }) => value !== undefined && sources.some(({ document }) => document === id),
    )
    if (held.length === 0) return []
    const values = held.flatMap(({ value, effective }) =>
      value === undefined
        ? []
        : [
            translate(locale, effective.to === undefined ? 'web.value-since' : 'web.value-since-until', {
              value: write(formatValue(value, figure, locale, translate)),
              from: date(effective.from),
              to: effective.to === undefined ? '' : date(effective.to),
            }),
          ],
    )
    return [{ name: say(figure.name), values }]
  })
}

/** A document in a list. */
export function documentLine(
  document: OfficialDocument,
  { knowledge, on, say, locale, translate, date }: ReadingContext,
): DocumentLine {
  return {
    id: document.id,
    name: say(document.title),
    number: say(document.number),
    words: translate(locale, 'web.since', { from: date(document.effective.from) }),
    status: statusOn(document, on, knowledge.documents.values()),
  }
}

/** Every document of the register, the latest first. */
export const documentLines = (context: ReadingContext): DocumentLine[] =>
  [...context.knowledge.documents.values()]
    .sort((a, b) =>
      a.effective.from < b.effective.from ? 1 : a.effective.from > b.effective.from ? -1 : a.id < b.id ? -1 : 1,
    )
    .map((document) => documentLine(document, context))
