import type { Phrase, Receipt } from './calculation.ts'
import type { Source } from './citation.ts'
import type { Day } from './day.ts'
import type { DeadlineMatter } from './deadline-matter.ts'

/** A last day with how it was counted. Days in the phrases stand under `day`, `from` and `to`. */
export type DueDate = {
  id: string
  last: Day
  what: Phrase
  counting: { phrase: Phrase }
  notes: Phrase[]
}

/** What is due when, from one date. */
export type DueDates = {
  question: { matter: DeadlineMatter; date: Day; mode?: string | undefined }
  items: DueDate[]
  /** Rules of the same matter that did not exist on that day. */
  notInForce: { id: string }[]
  sources: Source[]
  receipt: Receipt
}
