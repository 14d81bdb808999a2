import { documentName } from '../core/document-name.ts'
import { inForce } from '../core/effective-period.ts'
import type { Entry } from '../core/entry.ts'
import { writtenFor } from '../core/locale.ts'
import { type DocumentId, type OfficialDocument, statusOn } from '../core/official-document.ts'
import type { Choice, Reply } from '../core/reply.ts'
import { citing } from './citing.ts'
import { fill } from './fill.ts'
import { formatDay } from './format-figure.ts'
import { documentsBlock, type PhrasingContext } from './phrase-entry.ts'

/** Entries that tell what a document rules, quoted by their first sentence. */
const QUOTED = 3

/**
 * Official documents in words: what each is worth on the day, since when, and what took its place; for a single one also who issued it, what it changed and what it
 * rules, in the first sentences of the entries that rest on it.
 */
export function phraseDocuments(
  ids: DocumentId[],
  context: PhrasingContext,
): Pick<Reply, 'text' | 'citations' | 'choices'> {
  const { knowledge, locale, translate } = context
  const language = writtenFor(locale)
  const documents = ids.flatMap((id) => knowledge.documents.get(id) ?? [])
  const [only] = documents
  const entries = only && documents.length === 1 ? explaining(only, context) : []
  const quoted = entries.map(({ texts }) => `- ${fill(texts[language].answer, context)}`)
  const parts =
    only && documents.length === 1
      ? [
          standing(only, context),
          issuance(only, context),
          only.note?.[language],
          quoted.length > 0 && `${translate(locale, 'document.rules')}\n${quoted.join('\n')}`,
        ]
      : documents.map((document) => `- ${standing(document, context)}`)
  const citations = documents.map(({ id, number, title, issuer, url, effective, confidence }) => ({
    document: id,
    number: number[language],
    title: title[language],
    issuer: issuer[language],
    ...(url !== undefined && { url }),
    effective,
    confidence,
  }))
  return {
    text: [...parts.filter(Boolean), documentsBlock(citations, context)].join('\n\n'),
    citations,
    choices: entries.map(({ texts }): Choice => ({ label: texts[language].title, utterance: texts[language].title })),
  }
}

/** What a document is worth on the day, in one sentence that begins with the answer. */
function standing(document: OfficialDocument, { knowledge, on, locale, translate }: PhrasingContext): string {
  const language = writtenFor(locale)
  const { id, number, title, effective } = document
  const register = [...knowledge.documents.values()]
  const status = statusOn(document, on, register)
  const by = register.filter(
    (other) =>
      other.effective.from <= on &&
      (status === 'amended' ? other.amends : [...other.repeals, ...other.supersedes]).includes(id),
  )
  return translate(locale, `document.${status}`, {
    name: documentName({ title: title[language], number: number[language] }, locale, translate),
    from: formatDay(effective.from, locale),
    to: effective.to === undefined ? '' : formatDay(effective.to, locale),
    by: by.map((other) => other.number[language]).join(translate(locale, 'list.names')),
  })
}

/** Who issued a document, when, and what it changed. */
function issuance(document: OfficialDocument, { knowledge, locale, translate }: PhrasingContext): string {
  const language = writtenFor(locale)
  const numbers = (ids: DocumentId[]) =>
    ids.flatMap((id) => knowledge.documents.get(id)?.number[language] ?? []).join(translate(locale, 'list.names'))
  const { issuer, issued, amends, supersedes, repeals } = document
  const replaced = [...supersedes, ...repeals]
  return [
    issued === undefined
      ? translate(locale, 'document.issuer', { issuer: issuer[language] })
      : translate(locale, 'document.issued', { issuer: issuer[language], on: formatDay(issued, locale) }),
    amends.length > 0 && translate(locale, 'document.amends', { which: numbers(amends) }),
    replaced.length > 0 && translate(locale, 'document.replaces', { which: numbers(replaced) }),
  ]
    .filter(Boolean)
    .join(language === 'en' ? ' ' : '')
}

/** Entries in force that rest on a document, those that rest on little else first. */
function explaining({ id }: OfficialDocument, { knowledge, on }: PhrasingContext): Entry[] {
  const weight = ({ sources }: Entry) =>
    sources.length + (sources[0]?.document === id ? 0 : sources.some(({ document }) => document === id) ? 2 : 4)
  return citing(id, knowledge)
    .filter(
      ({ effective, topic, confidence }) =>
        inForce(effective, on) && topic !== 'policy.source' && confidence !== 'uncertain',
    )
    .sort((one, other) => weight(one) - weight(other))
    .slice(0, QUOTED)
}
