import type { Wording } from './locale.ts'
import type { TopicId } from './topic.ts'

/** Why something is switched off, for those who ask meanwhile. */
export type SwitchedOff = { reason: Wording }

/** Something announced to everybody who asks. Its id changes whenever it does. */
export type Banner = { id: string; text: Wording }

/** What the office has switched off and announces, at a moment. Immutable. */
export type Controls = {
  /** Nothing is answered. */
  service: SwitchedOff | undefined
  /** Subjects on which nothing is answered. */
  topics: ReadonlyMap<TopicId, SwitchedOff>
  banner: Banner | undefined
}

/** Everything is answered, nothing announced. */
export const NO_CONTROLS: Controls = { service: undefined, topics: new Map(), banner: undefined }
