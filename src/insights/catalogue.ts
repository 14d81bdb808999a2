import type { Audience } from '../core/audience.ts'
import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import type { Locale } from '../core/locale.ts'
import type { TopicId } from '../core/topic.ts'

/** Names of what the log counts by, in one language. Names are shown as text, whatever they hold. */
export type Catalogue = {
  topics: { id: TopicId; name: string; audience: Audience | 'both' }[]
  entries: {
    id: EntryId
    topic: TopicId
    title: string
    reviewed: Day /** Whether it is due for review. */
    due: boolean
  }[]
  misconceptions: { id: string; topic: TopicId; belief: string; entry: EntryId }[]
}

/** The catalogue of the knowledge that serves, in a language. */
export type CatalogueIn = (locale: Locale) => Catalogue
