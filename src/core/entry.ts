import type { Audience } from './audience.ts'
import type { Source } from './citation.ts'
import type { Confidence } from './confidence.ts'
import type { Day } from './day.ts'
import type { EffectivePeriod } from './effective-period.ts'
import type { WrittenLocale } from './locale.ts'
import type { TopicId } from './topic.ts'

export type EntryId = string
export type ContactId = string

/** What an entry says in one language. Texts are Markdown with `{{ figure }}` placeholders. */
export type EntryText = {
  title: string
  /** How real people ask it. */
  questions: string[]
  /** The answer in one sentence. */
  answer: string
  /** What stands behind it; may be empty. */
  detail: string
  /** What to do next. */
  next: string
  /** Where the text stands, for messages to authors. */
  file: string
}

/** One plain-language explanation, in every written language. */
export type Entry = {
  id: EntryId
  topic: TopicId
  audiences: Audience[]
  effective: EffectivePeriod
  reviewed: Day
  sources: Source[]
  related: EntryId[]
  /** The entries this one took over from, for questions about an earlier day. */
  replaces: EntryId[]
  confidence: Confidence
  /** Whom to ask, where the point is not settled or not ours to settle. */
  ask: ContactId[]
  texts: Record<WrittenLocale, EntryText>
}
