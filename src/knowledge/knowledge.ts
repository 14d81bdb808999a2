import type { Boundary } from '../core/boundary.ts'
import type { Contact } from '../core/contact.ts'
import type { Entry } from '../core/entry.ts'
import type { Figure } from '../core/figure.ts'
import type { GlossaryTerm } from '../core/glossary-term.ts'
import type { Misconception } from '../core/misconception.ts'
import type { OfficialDocument } from '../core/official-document.ts'
import type { Topic } from '../core/topic.ts'
import type { Synonyms } from './parse-lists.ts'

/** Everything the service knows, immutable: a turn takes it once and sees no change until it has answered. */
export type Knowledge = {
  /** Digest of every file it was read from. */
  readonly revision: string
  readonly entries: ReadonlyMap<string, Entry>
  readonly figures: ReadonlyMap<string, Figure>
  readonly documents: ReadonlyMap<string, OfficialDocument>
  readonly topics: ReadonlyMap<string, Topic>
  readonly contacts: ReadonlyMap<string, Contact>
  readonly boundaries: ReadonlyMap<string, Boundary>
  readonly misconceptions: ReadonlyMap<string, Misconception>
  readonly glossary: ReadonlyMap<string, GlossaryTerm>
  readonly synonyms: Synonyms
  /** Reviewed words for traditional Chinese: what conversion writes → what a reader expects. */
  readonly traditional: Readonly<Record<string, string>>
  /** Numbers that are names (`9610`, `12360`), not policy. */
  readonly plainNumbers: ReadonlySet<string>
}
