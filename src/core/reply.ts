import type { MisconceptionId, Outcome, Reason } from './answer.ts'
import type { Citation } from './citation.ts'
import type { Day } from './day.ts'
import type { EffectivePeriod } from './effective-period.ts'
import type { EntryId } from './entry.ts'
import type { Locale } from './locale.ts'
import type { TopicId } from './topic.ts'
import type { Utterance } from './utterance.ts'

/** A button: pressing it says the utterance. */
export type Choice = { label: string; utterance: string }

/** A calculation with its amounts as decimal text, as it travels over the API. */
export type CalculationReport = {
  advisor: string
  inputs: Record<string, string>
  steps: { label: string; expression: string; amount: string }[]
  /** Absent where there is no amount to name. */
  total?: string
  distances: { label: string; limit: string; left: string }[]
  receipt: unknown
}

/** An answer put into words, in one language. All a channel ever sees, and the body of `POST /api/answers`. */
export type Reply = {
  /** Random; names this turn in the log and in a rating. */
  id: string
  outcome: Outcome
  why?: Reason
  topic: TopicId
  entry?: EntryId
  misconception?: MisconceptionId
  locale: Locale
  /** The day whose rules were told. */
  asOf: Day
  /** When the rule told is in force. */
  inForce?: EffectivePeriod
  /** Markdown, the same words on every channel, the citations included. */
  text: string
  citations: Citation[]
  choices: Choice[]
  calculation?: CalculationReport
  /** Revision of the knowledge that answered. */
  knowledge: string
}

/** Answers one utterance. Never throws for anything a user can send: a surprise becomes an apology, logged. */
export type Respond = (utterance: Utterance) => Promise<Reply>

/** Records whether a reply helped; false when no such reply is on record. */
export type Rate = (reply: string, helpful: boolean, reason?: string) => Promise<boolean>
