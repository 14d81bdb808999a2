import type { Address } from './address.ts'
import type { Locale } from './locale.ts'
import type { TopicId } from './topic.ts'

/** How far a handed-over question has come. */
export const HANDOVER_STATES = ['open', 'claimed', 'answered', 'closed'] as const
export type HandoverState = (typeof HANDOVER_STATES)[number]

/** A question that is handed to the office. */
export type HandedQuestion = {
  /** Identifiers removed. */
  question: string
  locale: Locale
  topic: TopicId
  /** The channel it came by, and how to write back, where that is possible. */
  channel: Address['channel']
  address?: Address | undefined
}

/** A handed-over question as the office and its asker see it. Moments in ISO 8601. */
export type Handover = HandedQuestion & {
  /** What the asker finds it by: cannot be guessed. */
  reference: string
  state: HandoverState
  asked: string
  claimedBy?: string | undefined
  answered?: string | undefined
  answer?: string | undefined
  /** Whether the answer reached the asker, by message or by the reference. */
  reached: boolean
}

/** How quickly the office has answered, in hours. */
export type ReplyTimes = { answered: number; waiting: number; median?: number; slowTenth?: number }

/** The inbox of questions that people asked a person. */
export interface Handovers {
  /** Takes a question in; undefined when too many of this person's wait already. */
  hand(question: HandedQuestion, speaker: string): Promise<string | undefined>
  /** For the asker: what became of it. Looking at an answer counts as being reached. */
  look(reference: string): Promise<Handover | undefined>
  /** For the office: one of them. */
  see(reference: string): Promise<Handover | undefined>
  /** For the office: those in some states, oldest first. */
  list(states: readonly HandoverState[], most: number): Promise<Handover[]>
  /** One officer at a time: false when somebody else has it, or it is beyond claiming. */
  claim(reference: string, officer: string): Promise<boolean>
  /** Gives a claimed one back. */
  release(reference: string, officer: string): Promise<boolean>
  /** Keeps the officer's words; false unless that officer holds it. */
  answer(reference: string, officer: string, text: string): Promise<boolean>
  /** Ends one without an answer, such as abuse; false unless that officer holds it. */
  close(reference: string, officer: string): Promise<boolean>
  /** Answers that were not yet delivered to somebody who can be written to. Claims them: who gets them must deliver. */
  undelivered(): Promise<Handover[]>
  /** What became of a delivery. */
  delivered(reference: string, reached: boolean): Promise<void>
  times(from: string): Promise<ReplyTimes>
  /** Drops what was asked and answered before a moment; returns how many. */
  forgetBefore(moment: string): Promise<number>
}
