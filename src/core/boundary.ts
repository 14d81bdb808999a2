import type { BoundaryId, Reason } from './answer.ts'
import type { ContactId, EntryId } from './entry.ts'
import type { Wording, WrittenLocale } from './locale.ts'
import type { TopicId } from './topic.ts'

/** A kind of message this service does not answer from its entries, and what it says instead. */
export type Boundary = {
  id: BoundaryId
  outcome: 'signposted' | 'declined' | 'refused' | 'courtesy'
  why: Reason
  topic: TopicId
  /** Words that betray it: every word of a phrase must occur; `|` separates alternatives. */
  phrases: Record<WrittenLocale, string[]>
  /** Whole messages of this kind, compared with like an entry's questions. */
  questions: Record<WrittenLocale, string[]>
  /** What is said instead; may hold placeholders. */
  text: Wording
  ask: ContactId[]
  /** For `refused`: the entry that states the rule. For others: an entry worth reading. */
  entry?: EntryId | undefined
}
