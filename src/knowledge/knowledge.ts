import type { Boundary } from '../core/boundary.ts'
import type { Contact } from '../core/contact.ts'
import type { DecisionTree } from '../core/decision-tree.ts'
import type { OfficeHours } from '../core/desk.ts'
import type { Entry } from '../core/entry.ts'
import type { Figure } from '../core/figure.ts'
import type { GlossaryTerm } from '../core/glossary-term.ts'
import type { Good, GoodId } from '../core/good.ts'
import type { Misconception } from '../core/misconception.ts'
import type { OfficialDocument } from '../core/official-document.ts'
import type { PositiveList } from '../core/positive-list.ts'
import type { Topic } from '../core/topic.ts'
import type { WishWords } from '../core/wish.ts'
import type { Meaning, Synonyms } from './parse-lists.ts'
import type { Sums } from './parse-sums.ts'

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
  readonly goods: ReadonlyMap<GoodId, Good>
  /** Words that hold a good's name and mean none (`手机号`). */
  readonly lookalikes: readonly string[]
  /** Ways of saying one thing, by what it means; the phrases of boundaries name them. */
  readonly meanings: Readonly<Record<string, Meaning>>
  /** The versions of the positive list, in order of time, with the lines that are loaded. */
  readonly positiveLists: readonly PositiveList[]
  readonly synonyms: Synonyms
  /** Reviewed words for traditional Chinese: what conversion writes → what a reader expects. */
  readonly traditional: Readonly<Record<string, string>>
  /** Numbers that are names (`9610`, `12360`), not policy. */
  readonly plainNumbers: ReadonlySet<string>
  /** Questions to a merchant that lead to a supervision mode. */
  readonly modes: DecisionTree
  /** Questions to an exporter that lead to how the export is taxed. */
  readonly exportTaxPositions: DecisionTree
  /** When the office answers what people asked a person. */
  readonly office: OfficeHours
  /** Ways of asking for something to be done. */
  readonly wishes: WishWords
  /** Sums of a figure and what somebody says, and the words that ask for them. */
  readonly sums: Sums
}
