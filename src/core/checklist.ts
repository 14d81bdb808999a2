import type { Source } from './citation.ts'
import type { Confidence } from './confidence.ts'
import type { DeadlineMatter } from './deadline-matter.ts'
import type { EffectivePeriod } from './effective-period.ts'
import type { ContactId, EntryId } from './entry.ts'
import type { FigureId } from './figure.ts'
import type { Wording } from './locale.ts'

/** Parts of a checklist, in the order in which they are read. Their headings stand under `checklist.` in the wording. */
export const CHECKLIST_SECTIONS = ['why', 'papers', 'systems', 'tax', 'income-tax', 'deadlines', 'mistake'] as const
export type ChecklistSection = (typeof CHECKLIST_SECTIONS)[number]

/** One line of a checklist. May hold placeholders; `figures` are the ones it names. */
export type ChecklistItem = { text: Wording; figures: FigureId[] }

/** What a decision tree ends in: a verdict and what to see to, to keep and tick off. */
export type Checklist = {
  id: string
  /** Supervision mode code, where the outcome is one. */
  code?: string | undefined
  name: Wording
  /** The outcome in one sentence. */
  verdict: Wording
  /** The parts that have anything in them, in order. */
  sections: { id: ChecklistSection; items: ChecklistItem[] }[]
  /** What the texts leave open, where they do. */
  unsettled?: Wording | undefined
  effective: EffectivePeriod
  confidence: Confidence
  ask: ContactId[]
  sources: Source[]
  /** Entries that explain it. */
  entries: EntryId[]
  /** Deadlines that can be worked out from a date. */
  matters: DeadlineMatter[]
}
