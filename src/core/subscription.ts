import type { Address } from './address.ts'
import type { EntryId } from './entry.ts'
import type { Locale } from './locale.ts'
import type { TopicId } from './topic.ts'

/** What one can be told about. */
export type Subject = { entry: EntryId } | { topic: TopicId }

/** The wishes of people to be told when something changes. */
export interface Subscriptions {
  /** Takes a wish; one that stands already gets the newer address and language. False when the person has too many. */
  add(address: Address, subject: Subject, locale: Locale): Promise<boolean>
  /** Takes back one wish, or all of a person's; how many there were. */
  remove(person: Pick<Address, 'channel' | 'speaker'>, subject?: Subject): Promise<number>
  /** What a person asked to be told about, oldest first. */
  of(person: Pick<Address, 'channel' | 'speaker'>): Promise<Subject[]>
}
