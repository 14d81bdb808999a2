import type { Audience } from './audience.ts'
import type { Wording } from './locale.ts'

/** Id of a subject in `knowledge/topics.yaml`: the unit the question log counts. Stable for ever. */
export type TopicId = string

/** The topic of a turn that no topic fits. */
export const OTHER_TOPIC: TopicId = 'other'

/** A subject that entries belong to. */
export type Topic = { id: TopicId; audience: Audience | 'both'; name: Wording }
