import type { Source } from '../core/citation.ts'
import type { Day } from '../core/day.ts'
import { inForce } from '../core/effective-period.ts'
import type { EntryId } from '../core/entry.ts'
import type { FigureId } from '../core/figure.ts'
import { type Barred, type Good, type Listing, listingOn } from '../core/good.ts'
import type { Wording } from '../core/locale.ts'
import { type LookUp, lookUp, type PositiveList, type PositiveListLine, positiveListOn } from '../core/positive-list.ts'
import type { Knowledge } from './knowledge.ts'

/** What somebody wants to bring in: a good of the table, or an HS code in any manner of writing. */
export type Sought = { good: Good } | { code: string }

/** What is known about whether something may come in as cross-border retail import on a day. */
export type MayItComeIn = {
  /** `unknown`: the official list of that day decides. */
  list: Listing
  /** The good asked about; for a code, the good of the table whose heading it falls under when there is exactly one. */
  good?: Good | undefined
  /** The line of the list, in the official Chinese words; its remark has to be met. */
  line?: PositiveListLine | undefined
  /** For a heading or a short code: the loaded lines below it. */
  below: PositiveListLine[]
  /** What the goods table says must be met; may hold placeholders. */
  remark?: Wording | undefined
  /** Channels through which it may not come at all, whatever the list says. */
  barred: Barred[]
  quantityCap?: FigureId | undefined
  entry?: EntryId | undefined
  /** The documents behind it that are in force on the day. */
  sources: Source[]
  /** The version of the list on the day; undefined before the first. */
  version?: PositiveList | undefined
  /** Whether that version is loaded whole. */
  complete: boolean
}

/**
 * Looks up what is known: exact on the lines that are loaded, honest about the rest. A line of the loaded list outweighs what the goods table says.
 */
export function mayItComeIn(
  sought: Sought,
  on: Day,
  { goods, positiveLists, documents }: Pick<Knowledge, 'goods' | 'positiveLists' | 'documents'>,
): MayItComeIn {
  const version = positiveListOn(positiveLists, on)
  const code = 'code' in sought ? sought.code : sought.good.hs
  const found: LookUp = version && code !== undefined ? lookUp(code, version) : { found: 'not-loaded' }
  const alike = 'good' in sought ? [sought.good] : underSameHeading(sought.code, goods.values())
  const good = alike.length === 1 ? alike[0] : undefined
  const below = found.found === 'heading' ? found.lines : []
  const sources = [
    ...alike.flatMap((one) => one.sources),
    ...(version?.documents ?? []).map((document): Source => ({ document })),
  ]
  return {
    list: listing(found, version, 'good' in sought ? listingOn(sought.good, on) : 'unknown'),
    good,
    line: found.found === 'listed' ? found.line : undefined,
    below,
    remark: good?.remark,
    barred: alike[0]?.barred.filter((channel) => alike.every(({ barred }) => barred.includes(channel))) ?? [],
    quantityCap: good?.quantityCap,
    entry: good?.entry,
    sources: sources.filter(({ document, clause }, index) => {
      const registered = documents.get(document)
      const first = sources.findIndex((one) => one.document === document && one.clause === clause)
      return first === index && registered !== undefined && inForce(registered.effective, on)
    }),
    version,
    complete: version?.complete ?? false,
  }
}

/** The list's word first: its line, or its silence when it is loaded whole; otherwise what the goods table knows. */
function listing(found: LookUp, version: PositiveList | undefined, known: Listing): Listing {
  if (found.found === 'listed') return known === 'conditional' ? 'conditional' : 'listed'
  if (found.found === 'not-listed') return 'not-listed'
  if (found.found === 'heading' && version?.complete && found.lines.length === 0) return 'not-listed'
  return known
}

const digitsOf = (code: string) => code.normalize('NFKC').replace(/\D/g, '')

/** The goods whose heading or subheading the code falls under; of a heading and its subheading the nearer. */
function underSameHeading(code: string, goods: Iterable<Good>): Good[] {
  const digits = digitsOf(code)
  const alike = [...goods].filter(({ hs }) => hs !== undefined && digits.startsWith(digitsOf(hs)))
  const nearest = Math.max(...alike.map(({ hs = '' }) => hs.length))
  return alike.filter(({ hs }) => hs?.length === nearest)
}
