import type { Citation } from './citation.ts'
import type { Day } from './day.ts'
import type { EntryId } from './entry.ts'

/** One figure that changed, in one language. */
export type ChangeLine = { name: string; before: string; after: string; audiences: string[]; entries: EntryId[] }

/** What took effect on one day, in one language. `date` is the day as people write it. */
export type ChangeDay = { on: Day; date: string; lines: ChangeLine[]; citations: Citation[] }
