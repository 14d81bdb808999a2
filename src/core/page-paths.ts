import type { TermId } from './answer.ts'
import type { Day } from './day.ts'
import type { EntryId } from './entry.ts'
import type { Locale } from './locale.ts'
import type { DocumentId } from './official-document.ts'
import type { TopicId } from './topic.ts'

// The addresses of our own pages, as paths: the language first, then what it is. Stable: they are shared, printed and indexed.

/** A day of one's own; absent, the page tells of today. */
const asOf = (on: Day | undefined): string => (on === undefined ? '' : `?asOf=${on}`)

/** The page where one asks. */
export const chatPath = (locale: Locale): string => `/${locale}/`
/** An entry, as of a day. */
export const entryPath = (locale: Locale, entry: EntryId, on?: Day): string => `/${locale}/a/${entry}${asOf(on)}`
/** A topic with its entries, as of a day. */
export const topicPath = (locale: Locale, topic: TopicId, on?: Day): string => `/${locale}/t/${topic}${asOf(on)}`
/** Every topic. */
export const topicsPath = (locale: Locale): string => `/${locale}/t`
/** An official document of the register, as of a day. */
export const documentPath = (locale: Locale, document: DocumentId, on?: Day): string =>
  `/${locale}/d/${document}${asOf(on)}`
/** Every document of the register. */
export const documentsPath = (locale: Locale): string => `/${locale}/d`
/** The words explained, or one of them. */
export const glossaryPath = (locale: Locale, term?: TermId): string =>
  `/${locale}/glossary${term === undefined ? '' : `#${term}`}`
/** What is kept of those who ask. */
export const privacyPath = (locale: Locale): string => `/${locale}/privacy`
/** What changed. */
export const changesPath = (locale: Locale): string => `/${locale}/changes`
/** What changed, as a feed. */
export const changesFeedPath = (locale: Locale): string => `/${locale}/changes.atom`
/** Where one searches. */
export const searchPath = (locale: Locale): string => `/${locale}/search`
