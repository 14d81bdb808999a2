import type { MisconceptionId } from './answer.ts'
import type { Audience } from './audience.ts'
import type { Source } from './citation.ts'
import type { EntryId } from './entry.ts'
import type { Wording, WrittenLocale } from './locale.ts'
import type { TopicId } from './topic.ts'

/** A false belief that circulates: how it shows, what is true instead, and how much harm it does. */
export type Misconception = {
  id: MisconceptionId
  topic: TopicId
  audiences: Audience[]
  /** The belief as people hold it. */
  belief: Wording
  /** What is true instead, one or two sentences; may hold placeholders. */
  correction: Wording
  /** Words that betray it: every word of a phrase must occur; `|` separates alternatives, `!` forbids. */
  phrases: Record<WrittenLocale, string[]>
  /** The entry that answers in full. */
  entry: EntryId
  sources: Source[]
  harm: 'low' | 'medium' | 'high'
}
