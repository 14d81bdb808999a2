import type { Source } from './citation.ts'
import type { EntryId } from './entry.ts'
import type { Wording } from './locale.ts'

/** A word explained. Traditional forms are given where mainland, Taiwan and Hong Kong usage differ from plain conversion. */
export type GlossaryTerm = {
  id: string
  name: Wording
  traditional: { mainland?: string | undefined; tw?: string | undefined; hk?: string | undefined }
  slang: { zh: string[]; en: string[] }
  explanation: Wording
  entry?: EntryId | undefined
  sources: Source[]
}
