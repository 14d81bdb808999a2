import { blur } from './blur.ts'
import { type Candidate, complement } from './complement.ts'
import type { Below, Count, Threshold } from './count.ts'

/** What is counted: questions; those rated, by rating; those not rated; those whose asker had asked about the topic before in the week. */
export type Measure = 'asked' | 'helpful' | 'notHelpful' | 'unrated' | 'again'

/** Questions of a week that have their keys in common, as the log counts them. */
export type RawCell = {
  keys: string[]
  asked: number
  askers: number
  helpful: number
  notHelpful: number
  again: number
}

/** One line of one span after disclosure control. */
export type ProtectedSpan = {
  keys: string[]
  hidden: boolean
  /** One number, or that it is held back. */
  count(measure: Measure): Count
}

/** What a number that is held back is less than: ratings and repeats, whose askers are not told, have to be twice as many. */
export const belowFor = (measure: Measure, below: Threshold): Below =>
  measure === 'asked' ? below : below === 5 ? 10 : 20

const RATINGS = ['helpful', 'notHelpful', 'unrated'] as const

/**
 * The lines of a table for one span of time, each with whether it may be seen. A line is held back when fewer askers than the threshold stand behind
 * it in the week with most of them (pseudonyms change weekly, so more cannot be proved), and where that alone would let it be worked out,
 * others with it.
 */
export function protectSpan(
  raw: readonly RawCell[],
  {
    span,
    dimensions,
    narrowed,
    key,
  }: {
    span: string
    dimensions: readonly string[]
    /** What all of the table has in common: other properties than its dimensions, with their values. */
    narrowed: Readonly<Record<string, string | undefined>>
    key: string
  },
): ProtectedSpan[] {
  const fixed = Object.entries(narrowed).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
  const below: Threshold = dimensions.length + fixed.length > 1 ? 10 : 5
  const merged = new Map<string, RawCell>()
  for (const cell of raw) {
    const name = cell.keys.join('\n')
    const before = merged.get(name)
    merged.set(name, before ? added(before, cell) : cell)
  }
  // In an order of their own, for what is held back beside others depends on it.
  const inOrder = [...merged].sort(([one], [other]) => (one < other ? -1 : 1))
  const lines = inOrder.map(([, cell]) => new Line(cell, { span, dimensions, fixed, below, key }))
  complement(lines, below)
  return lines
}

type Place = { span: string; dimensions: readonly string[]; fixed: readonly string[]; below: Threshold; key: string }

/** A line on its way out. Most are only looked at for whether they are held back, so the rest is worked out when it is asked for. */
class Line implements Candidate, ProtectedSpan {
  hidden: boolean
  readonly #cell: RawCell
  readonly #place: Place
  #identity: string | undefined
  #published: number | undefined

  constructor(cell: RawCell, place: Place) {
    this.#cell = cell
    this.#place = place
    this.hidden = cell.askers < place.below
  }

  get keys(): string[] {
    return this.#cell.keys
  }
  get asked(): number {
    return this.#cell.asked
  }
  get askers(): number {
    return this.#cell.askers
  }

  /** The same for the same thing, however it was come by: as a line of a table or as what a table is narrowed to. */
  get #name(): string {
    if (this.#identity !== undefined) return this.#identity
    const { span, dimensions, fixed } = this.#place
    const properties = new Set([...dimensions.map((dimension, index) => `${dimension}=${this.keys[index]}`), ...fixed])
    this.#identity = [span, ...[...properties].sort()].join('\n')
    return this.#identity
  }

  get published(): number {
    this.#published ??= blur(this.asked, this.#name, this.#place.key)
    return this.#published
  }

  count(measure: Measure): Count {
    const below = belowFor(measure, this.#place.below)
    const value = this.hidden ? undefined : measure === 'asked' ? this.published : this.#measured(measure)
    return value === undefined ? { value: 0, shown: 0, hidden: 1, below } : { value, shown: 1, hidden: 0, below }
  }

  /** One measure of a line that may be seen itself; one kind of rating is never held back alone. */
  #measured(measure: Exclude<Measure, 'asked'>): number | undefined {
    const { below, key } = this.#place
    const numbers = { ...this.#cell, unrated: this.asked - this.#cell.helpful - this.#cell.notHelpful }
    const candidate = (of: Exclude<Measure, 'asked'>): Candidate => ({
      keys: [of],
      asked: numbers[of],
      askers: numbers[of] / 2,
      published: blur(numbers[of], `${this.#name}\n${of}`, key),
      hidden: numbers[of] < belowFor(of, below),
    })
    const ratings = measure === 'again' ? [candidate('again')] : RATINGS.map(candidate)
    complement(ratings, below)
    const found = ratings.find(({ keys: [of] }) => of === measure)
    return found === undefined || found.hidden ? undefined : found.published
  }
}

/** Two weeks of the same line: questions add up, askers are those of the larger week. */
const added = (one: RawCell, other: RawCell): RawCell => ({
  keys: one.keys,
  asked: one.asked + other.asked,
  askers: Math.max(one.askers, other.askers),
  helpful: one.helpful + other.helpful,
  notHelpful: one.notHelpful + other.notHelpful,
  again: one.again + other.again,
})
