import type { Handovers } from './handover.ts'
import type { Subscriptions } from './subscription.ts'

/** What can be done for somebody beyond an answer: each is there only where the service keeps it. */
export type Desk = {
  subscriptions?: Subscriptions | undefined
  handovers?: Handovers | undefined
}

/** When the office answers what people asked a person. */
export type OfficeHours = {
  /** Days of the week, Monday is 1. */
  days: number[]
  /** China time, `09:00`. */
  from: string
  to: string
  /** ISO days on which nobody is there. */
  closed: string[]
  /** Working days within which an answer is promised. */
  answersWithin: number
}
