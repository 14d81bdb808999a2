import type { Confidence } from './confidence.ts'
import type { Day } from './day.ts'
import { type EffectivePeriod, inForce } from './effective-period.ts'
import type { Wording } from './locale.ts'

export type DocumentId = string

/** An official text in the register: the law behind a statement. */
export type OfficialDocument = {
  id: DocumentId
  /** Number as printed; a law without a number carries its name. */
  number: Wording
  title: Wording
  issuer: Wording
  issued?: Day | undefined
  effective: EffectivePeriod
  amends: DocumentId[]
  supersedes: DocumentId[]
  repeals: DocumentId[]
  /** Official page only. */
  url?: string | undefined
  confidence: Confidence
  note?: Wording | undefined
}

/** What a document is worth on a day. */
export type DocumentStatus = 'not-yet' | 'in-force' | 'amended' | 'superseded' | 'repealed' | 'ended'

/** The status of a document on a day, from its own period and from the documents that name it. */
export function statusOn(document: OfficialDocument, on: Day, register: Iterable<OfficialDocument>): DocumentStatus {
  if (on < document.effective.from) return 'not-yet'
  const later = [...register].filter((other) => other.effective.from <= on)
  if (!inForce(document.effective, on)) {
    if (later.some((other) => other.repeals.includes(document.id))) return 'repealed'
    if (later.some((other) => other.supersedes.includes(document.id))) return 'superseded'
    return 'ended'
  }
  return later.some((other) => other.amends.includes(document.id)) ? 'amended' : 'in-force'
}
