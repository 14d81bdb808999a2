import type { Big } from 'big.js'
import type { GoodId } from '../../core/good.ts'
import { matchesOf } from '../../core/matches.ts'
import type { Item } from '../../core/slots.ts'

export type Content = NonNullable<Item['content']>

/** Something found in a folded text, and where. */
export type Mention = { start: number; end: number } & (
  | { kind: 'amount'; amount: Big; currency: Currency }
  | { kind: 'percent'; rate: Big }
  /** What a price is cut to: 八折 is 0.8. */
  | { kind: 'cut-to'; share: Big }
  /** `times`: said as a factor, ×2. `ofNext`: stands right before the goods it counts. `unit`: the classifier. */
  | { kind: 'count'; pieces: number; times?: boolean; ofNext?: boolean; unit?: string }
  | { kind: 'content'; content: Content }
  /** `good`: undefined for a thing that the table of goods does not name. */
  | { kind: 'good'; good: GoodId | undefined }
  /** A number that is no value here: a year, a document, a duration. */
  | { kind: 'other' }
)

/** ISO code; undefined where only the bare number stands there. */
export type Currency = string | undefined

export type MentionOf<Kind extends Mention['kind']> = Extract<Mention, { kind: Kind }>

/** Finds mentions in a text in which what others found is blanked out. */
export type Finder = (open: string) => Mention[]

/** Fills the place of what has been found, so that nobody finds it again. */
const TAKEN = '\uF8FE'

/** Runs finders one after the other; the first to find something keeps it. In order of position. */
export function findMentions(folded: string, finders: Finder[]): Mention[] {
  const mentions: Mention[] = []
  let open = folded
  for (const find of finders) {
    const found = find(open).filter(({ start, end }) => start < end && !open.slice(start, end).includes(TAKEN))
    if (found.length === 0) continue
    const kept: Mention[] = []
    for (const mention of found.toSorted((a, b) => a.start - b.start || b.end - a.end))
      if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention)
    open = replaced(open, kept, ({ start, end }) => TAKEN.repeat(end - start))
    mentions.push(...kept)
  }
  return mentions.toSorted((a, b) => a.start - b.start)
}

const DIGIT = /\d/

/** A finder of what always holds a digit: a text without any, as most are, is not searched. */
export const amongDigits =
  (find: Finder): Finder =>
  (open) =>
    DIGIT.test(open) ? find(open) : []

/** First character of each kind in a {@link Skeleton}, and how many there may be. */
const AREA = 0x200
const FIRST = {
  amount: 0xe000,
  percent: 0xe200,
  'cut-to': 0xe400,
  one: 0xe600,
  many: 0xe800,
  content: 0xea00,
  good: 0xec00,
}
/** Characters before this one stand for themselves. */
const FIRST_OF_ALL = '\ue000'
/** A number that is no value. */
export const OTHER = '\uF8FF'

const area = (first: number) => `[\\u${first.toString(16)}-\\u${(first + AREA - 1).toString(16)}]`

/** Classes of characters that stand for mentions in a skeleton, for patterns. */
export const AMOUNT = area(FIRST.amount)
export const PERCENT = area(FIRST.percent)
export const CUT_TO = area(FIRST['cut-to'])
/** A count of exactly one. */
export const ONE = area(FIRST.one)
/** Any count. */
export const COUNT = `[\\u${FIRST.one.toString(16)}-\\u${(FIRST.many + AREA - 1).toString(16)}]`
export const CONTENT = area(FIRST.content)
export const GOOD = area(FIRST.good)
/** Any mention at all. */
export const MENTION = '[\\ue000-\\uf8ff]'

/**
 * A text with every mention shrunk to one character of the private use area, so that `运费18，面霜50ml 480` reads 运费A，面霜C A and rules about
 * roles are short patterns.
 */
export type Skeleton = {
  text: string
  /** The mention that a character stands for. */
  at: (character: string | undefined) => Mention | undefined
}

/** Shrinks mentions, which are in order and do not overlap. */
export function skeletonOf(folded: string, mentions: Mention[]): Skeleton {
  const used: Record<string, number> = {}
  const held = new Map<string, Mention>()
  const text = replaced(folded, mentions, (mention) => {
    const kind = mention.kind === 'count' ? (mention.pieces === 1 ? 'one' : 'many') : mention.kind
    const index = used[kind] ?? 0
    if (kind === 'other' || index >= AREA) return OTHER
    used[kind] = index + 1
    const character = String.fromCharCode(FIRST[kind] + index)
    held.set(character, mention)
    return character
  })
  return {
    text,
    at: (character) => (character === undefined || character < FIRST_OF_ALL ? undefined : held.get(character)),
  }
}

/** A skeleton in which things without a name in the table of goods stand as goods as well. `spans` are of the skeleton, in order, and hold no mention. */
export function withUnnamed({ text, at }: Skeleton, spans: { start: number; end: number }[]): Skeleton {
  const last = FIRST.good + AREA - 1
  const held = new Map<string, Mention>()
  const named = replaced(
    text,
    spans.map(({ start, end }) => ({ kind: 'good', good: undefined, start, end }) as const),
    (mention) => {
      const character = String.fromCharCode(last - held.size)
      held.set(character, mention)
      return character
    },
  )
  return {
    text: named,
    at: (character) => (character === undefined ? undefined : (held.get(character) ?? at(character))),
  }
}

function replaced<Of extends Mention>(text: string, mentions: Of[], by: (mention: Of) => string): string {
  let written = ''
  let last = 0
  for (const mention of mentions) {
    written += text.slice(last, mention.start) + by(mention)
    last = mention.end
  }
  return written + text.slice(last)
}

/** A finder of everything a pattern matches. `make` returns undefined for what is none after all. */
export const finding =
  (pattern: RegExp, make: (match: RegExpExecArray) => DistributiveOmit<Mention, 'start' | 'end'> | undefined): Finder =>
  (open) =>
    matchesOf(open, pattern).flatMap((match) => {
      const found = make(match)
      return found ? [{ start: match.index, end: match.index + match[0].length, ...found }] : []
    })

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
