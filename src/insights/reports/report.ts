import type { Day } from '../../core/day.ts'
import type { Locale } from '../../core/locale.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Count } from '../disclosure/count.ts'
import type { Release } from '../disclosure/release.ts'
import type { ReleasedWords } from '../disclosure/released-words.ts'
import type { Filters, Selection } from '../filters.ts'
import type { Direction, Ratio, Share } from '../trends/rate-ratio.ts'
import type { Week } from '../weeks.ts'

/** Puts a key of the wording into the reader's language. */
export type Say = (key: string, values?: Record<string, string | number>) => string

/** One cell of a table: what it is, so that page, chart, CSV and JSON each show it in their way. */
export type Value =
  | { kind: 'text'; text: string /** Stands for the text in exports; stable. */; id?: string }
  | { kind: 'count'; count: Count }
  /** undefined: too few to tell. */
  | { kind: 'ratio'; ratio: Ratio | undefined }
  | { kind: 'share'; share: Share | undefined }
  | { kind: 'direction'; direction: Direction }
  | { kind: 'day'; day: Day; due: boolean }

/** A column. Its id names it in exports and never changes. */
export type Column = { id: string; title: string; kind: Value['kind'] }

/** How a table is drawn: bars or lines from some of its columns of counts, named by its first column. */
export type Chart = {
  kind: 'bars' | 'lines' | 'stacked'
  /** Ids of the columns drawn, in order. */
  columns: string[]
  /** Lines of the table drawn at most, from the top. */
  most: number
}

/** A table with everything that is said about it. */
export type Table = {
  /** Names it in addresses and exports; stable. */
  id: string
  title: string
  /** What to know when reading it. */
  note?: string
  columns: Column[]
  rows: Value[][]
  /** Said when there is no line. */
  empty: string
  chart?: Chart
}

/** A number at the top of a page. */
export type KeyFigure = { title: string; value: Value; note?: string }

/** What a page says, in one language, in no format. */
export type Report = {
  intro: string
  figures?: KeyFigure[]
  tables: Table[]
}

/** What a report is made from. */
export type ReportParts = {
  release: Release
  words: (weeks: readonly Week[], filters: Filters) => Promise<ReleasedWords>
  catalogue: Catalogue
  selection: Selection
  /** The period of the same length just before. */
  previous: Week[]
  /** Days as they are written in the language. */
  locale: Locale
  say: Say
}

/** Makes a report for what was selected. */
export type MakeReport = (parts: ReportParts) => Promise<Report>

export const text = (words: string, id?: string): Value => ({
  kind: 'text',
  text: words,
  ...(id !== undefined && { id }),
})
export const count = (value: Count): Value => ({ kind: 'count', count: value })
