import type { BoundaryId, MisconceptionId, Outcome, Reason } from '../core/answer.ts'
import type { Audience } from '../core/audience.ts'
import type { ChannelId } from '../core/channel-id.ts'
import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import type { Locale } from '../core/locale.ts'
import type { TopicId } from '../core/topic.ts'

/** One turn as it is kept: what was asked about, what came of it, and nobody's identity. */
export type AskedQuestion = {
  /** The reply's id. */
  id: string
  /** When it was answered. */
  at: Date
  channel: ChannelId
  locale: Locale
  /** As said by the asker or the channel; undefined when unknown. */
  audience?: Audience | undefined
  outcome: Outcome
  why?: Reason | undefined
  topic: TopicId
  entry?: EntryId | undefined
  misconception?: MisconceptionId | undefined
  boundary?: BoundaryId | undefined
  /** The day whose rules were asked about. */
  asOf: Day
  /** Revision of the knowledge that answered. */
  knowledge: string
  milliseconds: number
  /** Who asked, as the channel names them; kept only as a pseudonym that changes every week. */
  speaker: string
  /** The question with identifiers removed. Removing them is the caller's job: the log stores what it is given. */
  text: string
}

/** A row as it leaves the log: the speaker is a pseudonym, the rating is there if somebody gave one. */
export type LoggedQuestion = Omit<AskedQuestion, 'speaker'> & {
  pseudonym: string
  helpful?: boolean | undefined
  ratingReason?: string | undefined
}

/**
 * `ok`: the database answers. `spooling`: it is away, and records are kept on this machine until it is back. `unavailable`: nothing
 * can be kept.
 */
export type Condition = 'ok' | 'spooling' | 'unavailable'

/** Days, both inclusive, China time. */
export type Days = { from: Day; to: Day }

/** The question log: written before each reply leaves, read by the export and by the pages for publicity teams. */
export interface QuestionLog extends AsyncDisposable {
  /**
   * Resolves once the record is committed; rejects when it could not be, or when the log is closed. Records that arrive together
   * share one transaction. A second record with the same id changes nothing.
   */
  record(question: AskedQuestion): Promise<void>
  /** Keeps a rating in place of an earlier one; false when there is no such reply. `reason` must have been redacted. */
  rate(reply: string, helpful: boolean, reason?: string): Promise<boolean>
  /** Every logged question of a period, oldest first, read in pages so that memory stays small. */
  between(days: Days): AsyncIterable<LoggedQuestion>
  /**
   * Removes the text, and the reason of a rating, of questions before a day; everything else stays. Returns of how many. To be called
   * daily: it also destroys last week's salt when nobody has asked anything since, and makes room for the days that come.
   */
  forgetTextBefore(day: Day): Promise<number>
  /** Whether a question asked now would be kept, and where. */
  condition(): Promise<Condition>
  /** Commits what is waiting, then closes. */
  [Symbol.asyncDispose](): PromiseLike<void>
}
