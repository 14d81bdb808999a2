import type { Source } from './citation.ts'
import type { EntryId } from './entry.ts'
import type { Wording } from './locale.ts'
import type { TopicId } from './topic.ts'

/** A word explained. Traditional forms are given where mainland, Taiwan and Hong Kong usage differ from plain conversion. */
export type GlossaryTerm = {
  id: string
  name: Wording
  traditional: { mainland?: string | undefined; tw?: string | undefined; hk?: string | undefined }
  slang: { zh: string[]; en: string[] }
  /** Customs codes that name it where it is set beside another term. */
  codes: string[]
  /** Topics under which it is set beside other terms that name the same one. */
  compared: TopicId[]
  explanation: Wording
  entry?: EntryId | undefined
  sources: Source[]
}
