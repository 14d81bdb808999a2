import type { ChangeDay } from './change-day.ts'
import type { Day } from './day.ts'
import type { EntryId } from './entry.ts'
import type { Locale } from './locale.ts'
import type { DocumentId, DocumentStatus } from './official-document.ts'
import type { TopicId } from './topic.ts'

// What our pages show: values in one language, as of one day. Texts named `…Markdown` are Markdown, the others are plain.

/** What a page is asked for. */
export type Wanted = { on: Day; locale: Locale }

/** Something with a page of its own. */
export type Linked<Id extends string = string> = { id: Id; name: string }

/** A document as it stands under a text: the name, what is said about it, and its official page where one is known. */
export type CitedDocument = { id: DocumentId; name: string; words: string; url?: string | undefined }

/** One value of a figure and the days it holds, in words. `now`: whether it holds on the day of the page. */
export type HeldValue = { from: Day; since: string; until?: string | undefined; value: string; now: boolean }

/** A figure that has had more than one value. */
export type FigureHistory = { name: string; values: HeldValue[] }

/** What stood in force around a day on which nothing did. */
export type NotInForce = {
  last?: { since: string; until: string; on: Day } | undefined
  next?: { since: string; on: Day } | undefined
  /** The entry that stood in this one's place that day. */
  instead?: Linked<EntryId> | undefined
}

/** A remark by the office on an entry, such as a correction, shown above it. */
export type EntryNote = { on: Day; text: string }

/** The page of an entry. */
export type EntryPage = {
  id: EntryId
  title: string
  topic: Linked<TopicId>
  audiences: string[]
  /** The day of the page, in words. */
  date: string
  told?: {
    answerMarkdown: string
    detailMarkdown: string
    nextMarkdown: string
    /** Since when it holds, or that it is not settled. */
    standingMarkdown: string
    settled: boolean
    documents: CitedDocument[]
  }
  notInForce?: NotInForce
  history: FigureHistory[]
  /** False beliefs about it, with what is true. */
  beliefs: { belief: string; truthMarkdown: string }[]
  related: Linked<EntryId>[]
  replaces: Linked<EntryId>[]
  replacedBy: Linked<EntryId>[]
  reviewed: { on: Day; date: string }
}

/** An entry in a list: its title and its answer in one sentence. */
export type EntryLine = Linked<EntryId> & { answerMarkdown: string }

/** The page of a topic. */
export type TopicPage = {
  id: TopicId
  name: string
  date: string
  entries: EntryLine[]
  /** Entries of other days, with their days in words. */
  others: (Linked<EntryId> & { days: string })[]
}

/** The topics of one family, which is the first part of their ids. */
export type TopicFamily = { family: string; topics: (Linked<TopicId> & { entries: number })[] }

/** A document in a list. */
export type DocumentLine = Linked<DocumentId> & { number: string; words: string; status: DocumentStatus }

/** The page of an official document. */
export type DocumentPage = {
  id: DocumentId
  title: string
  number: string
  issuer: string
  date: string
  issued?: string | undefined
  /** Its days, in words. */
  since: string
  until?: string | undefined
  status: DocumentStatus
  /** Its status from its first day on, each stretch in words. */
  statuses: { since: string; status: DocumentStatus; now: boolean }[]
  url?: string | undefined
  note?: string | undefined
  uncertain: boolean
  /** Other documents it has to do with, by how. */
  relations: {
    how: 'amends' | 'supersedes' | 'repeals' | 'amended-by' | 'superseded-by' | 'repealed-by'
    documents: Linked<DocumentId>[]
  }[]
  citedBy: Linked<EntryId>[]
  /** Figures that rest on it, with their values under it. */
  figures: { name: string; values: string[] }[]
}

/** A word explained. */
export type TermLine = {
  id: string
  name: string
  /** Its name in the other written language. */
  other: string
  also: string[]
  explanationMarkdown: string
  entry?: Linked<EntryId> | undefined
}

/** What a search found, best first, entries by their topics. */
export type SearchResults = {
  text: string
  topics: { topic: Linked<TopicId>; entries: EntryLine[] }[]
  terms: TermLine[]
  documents: DocumentLine[]
}

/** Everything there is a page for, for those who index it. */
export type Addresses = {
  entries: { id: EntryId; reviewed: Day }[]
  topics: TopicId[]
  documents: DocumentId[]
}

/** The pages, as values. Whatever is asked for and does not exist is undefined. */
export interface Site {
  today(): Day
  entry(id: EntryId, wanted: Wanted): EntryPage | undefined
  topic(id: TopicId, wanted: Wanted): TopicPage | undefined
  topics(wanted: Wanted): TopicFamily[]
  document(id: DocumentId, wanted: Wanted): DocumentPage | undefined
  documents(wanted: Wanted): DocumentLine[]
  glossary(wanted: Wanted): TermLine[]
  /** Finds what a question would find, and remembers nothing of it. */
  search(text: string, wanted: Wanted): SearchResults
  /** Every change there is material on, newest first. */
  changes(locale: Locale): ChangeDay[]
  addresses(): Addresses
}
