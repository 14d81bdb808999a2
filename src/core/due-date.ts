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
  /** First day on which it can be done, where that is later than the event. */
  first?: Day | undefined
  /** The same from the last day of the month, where only the month of the event is known and the day matters. */
  late?: { last: Day; what: Phrase } | undefined
}

/** What is due when, from one date. */
export type DueDates = {
  question: { matter: DeadlineMatter; date: Day; through?: Day | undefined; mode?: string | undefined }
  items: DueDate[]
  /** Rules of the same matter that did not exist on that day. */
  notInForce: { id: string }[]
  sources: Source[]
  receipt: Receipt
  /** A day that was asked about: whether it is still in time for the first of them. */
  asked?: Day | undefined
}
