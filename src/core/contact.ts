import type { ContactId } from './entry.ts'
import type { Wording } from './locale.ts'

/** Somebody who can settle what this service cannot. */
export type Contact = { id: ContactId; name: Wording; for: Wording }
