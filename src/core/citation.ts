import type { Confidence } from './confidence.ts'
import type { EffectivePeriod } from './effective-period.ts'
import type { DocumentId } from './official-document.ts'

/** Where an entry or a figure value says it comes from. */
export type Source = { document: DocumentId; clause?: string | undefined }

/** The official document behind a statement, put into the reader's language. */
export type Citation = {
  /** Id in the register. */
  document: DocumentId
  number: string
  title: string
  issuer: string
  clause?: string
  url?: string
  effective: EffectivePeriod
  confidence: Confidence
  /** What the register says about it, above all what is not certain: a date from memory must not read as fact. */
  note?: string
}
