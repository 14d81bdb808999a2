import type { Days } from './question-log.ts'

/** What questions can be told apart by. `week` is an ISO week (`2026-W48`), `month` the beginning of a day (`2026-11`). */
export const DIMENSIONS = [
  'day',
  'week',
  'month',
  'topic',
  'outcome',
  'why',
  'entry',
  'misconception',
  'boundary',
  'channel',
  'locale',
  'audience',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Askers are told exactly up to this many, and at least this many above. Disclosure needs no more. */
export const ASKERS_COUNTED = 20

/**
 * Only these values; a dimension that is not named is not narrowed. null in a list: not known, or none (no entry, no
 * misconception).
 */
export type Narrowed = Partial<Record<Exclude<Dimension, 'day' | 'week' | 'month'>, readonly (string | null)[]>>

/** Questions that have their keys in common. */
export type Cell = {
  /** A value for each dimension that was asked for; null: not known, or none. */
  keys: Partial<Record<Dimension, string | null>>
  asked: number
  /**
   * Distinct askers within a week, because pseudonyms change weekly; over several weeks the largest week, a safe lower bound. Exact
   * up to {@link ASKERS_COUNTED}, and no more is told: that many means at least that many.
   */
  askers: number
  /** Ratings as they now stand. What is neither was not rated. */
  helpful: number
  notHelpful: number
  /** Questions whose asker had asked about the same topic before in the same week. */
  again: number
}

/** Words of a question while they are kept. Redacted. For grouping only, never shown as they stand. */
export type QuestionWords = {
  text: string
  /** Pseudonym, the same within a week; empty when the asker could not be told from others. */
  asker: string
  /** ISO week. */
  week: string
  topic: string
  outcome: string
  why: string | null
  locale: string
}

/** The read side of the question log, for pages and reports: sums over the roll-ups, never over the log. */
export interface QuestionCounts extends AsyncDisposable {
  /**
   * What was asked in a period, by some dimensions, in order of the keys. Only cells in which something was asked. What was
   * recorded before the call is in it, unless more waits to be counted than can be caught up with at once.
   */
  cells(days: Days, by: readonly Dimension[], narrowed?: Narrowed): Promise<Cell[]>
  /** Words of questions, newest first, at most so many, while they are still kept. */
  words(days: Days, narrowed: Narrowed, most: number): AsyncIterable<QuestionWords>
}
