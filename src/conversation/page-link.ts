import type { Answer } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import type { Locale } from '../core/locale.ts'
import { changesPath, documentPath, entryPath, glossaryPath, topicPath } from '../core/page-paths.ts'
import type { Reply } from '../core/reply.ts'
import { OTHER_TOPIC } from '../core/topic.ts'
import type { Translate } from '../core/translate.ts'

/** What decides where a reply's page is. `base` is put before the path; undefined where a link would lead nowhere. */
export type PageLinkContext = {
  base: string | undefined
  locale: Locale
  asOf: Day
  today: Day
  translate: Translate
}

/** The path of the page that says what a reply says, to be read at leisure or passed on; undefined where there is none. */
function pagePath(
  answer: Answer,
  { outcome, entry, topic }: Pick<Reply, 'outcome' | 'entry' | 'topic'>,
  { locale, asOf, today }: PageLinkContext,
): string | undefined {
  const on = asOf === today ? undefined : asOf
  if (outcome === 'changed') return changesPath(locale)
  if ('documents' in answer) return documentPath(locale, answer.documents[0], on)
  if ('term' in answer) return glossaryPath(locale, answer.term)
  if ('terms' in answer) return glossaryPath(locale, answer.terms[0])
  if (entry !== undefined) return entryPath(locale, entry, on)
  const told = outcome === 'answered' || outcome === 'calculated' || outcome === 'compared'
  return told && topic !== OTHER_TOPIC ? topicPath(locale, topic, on) : undefined
}

/** A reply with the link to its page at the end, where it has one and the reader can follow it. */
export function withPageLink<Worded extends Pick<Reply, 'outcome' | 'entry' | 'topic' | 'text'>>(
  worded: Worded,
  answer: Answer,
  context: PageLinkContext,
): Worded {
  const { base, locale, translate } = context
  const path = base === undefined ? undefined : pagePath(answer, worded, context)
  if (path === undefined) return worded
  return { ...worded, text: `${worded.text}\n\n[${translate(locale, 'reply.page')}](${base}${path})` }
}
