import { addDays, type Day } from '../core/day.ts'
import { CUBES, type Cube, cubeKey, FIELDS, type Field, type Span } from './cubes.ts'
import { ASKERS_COUNTED } from './question-counts.ts'
import { START } from './spans.ts'

/** Something that happened on a day: one question, one rating, or the sum of several that have their fields in common. */
export type Fact = Record<Field, string> & Counts & { day: Day; askers: Iterable<string> }

/** What is added up. */
export type Counts = { asked: number; helpful: number; notHelpful: number; again: number }

/** What a cell gains. */
export type Gain = Record<Field, string> & Counts & { cube: string; day: Day; askers: Set<string> }

const SEPARATOR = '\u0001'

const keyIn = (fields: readonly Field[], cell: Record<Field, string>): string => {
  let key = ''
  for (const field of fields) key += cell[field] + SEPARATOR
  return key
}

/** The gains of one cube over one span, by their fields. */
type Bucket = { cube: string; span: Span; day: Day; fields: readonly Field[]; gains: Map<string, Gain> }

/** A month touches six weeks at most: a set of so many has enough of one week. */
const ENOUGH: Record<Span, number> = { day: ASKERS_COUNTED, week: ASKERS_COUNTED, month: 6 * ASKERS_COUNTED }

/** Facts added up in every cube: first by day, then the days into weeks and months, of which there are fewer to add. */
export class Tally {
  /** For each day, the cubes in their order. */
  readonly #days = new Map<Day, Bucket[]>()
  readonly #complete = new Map<string, Bucket>()

  constructor(facts: Iterable<Fact> = []) {
    for (const fact of facts) this.add(fact)
  }

  add(fact: Fact): void {
    let buckets = this.#days.get(fact.day)
    if (!buckets) {
      buckets = CUBES.map((cube) => bucketOf(cube, 'day', fact.day))
      this.#days.set(fact.day, buckets)
    }
    for (const bucket of buckets) addTo(bucket, keyIn(bucket.fields, fact), fact)
  }

  /** What a cell gains. */
  gainOf(cell: Record<Field, string> & { cube: string; day: Day }): Gain | undefined {
    const bucket = this.#complete.get(cell.cube + cell.day)
    return bucket?.gains.get(keyIn(bucket.fields, cell))
  }

  /** Every gain, cube by cube. */
  *gains(): Iterable<Gain> {
    this.#fold()
    for (const { gains } of this.#complete.values()) yield* gains.values()
  }

  /** Takes out what is complete when a day has ended: its own sums, and those of a week or month that ends with it. */
  *take(day: Day): Iterable<Gain> {
    this.#fold()
    const next = addDays(day, 1)
    for (const [name, { span, day: first, gains }] of this.#complete) {
      if (START[span](next) === first) continue
      yield* gains.values()
      this.#complete.delete(name)
    }
  }

  /** Adds the days to the weeks and months they belong to. */
  #fold(): void {
    for (const [day, buckets] of this.#days)
      for (const [n, ofDay] of buckets.entries()) {
        const cube = CUBES[n] as Cube
        for (const span of cube.spans) {
          if (span === 'day' && !this.#complete.has(ofDay.cube + day)) {
            this.#complete.set(ofDay.cube + day, ofDay)
            continue
          }
          const empty = bucketOf(cube, span, START[span](day))
          const whole = this.#complete.get(empty.cube + empty.day) ?? empty
          this.#complete.set(whole.cube + whole.day, whole)
          for (const [key, gain] of ofDay.gains) addTo(whole, key, gain)
        }
      }
    this.#days.clear()
  }
}

const bucketOf = (cube: Cube, span: Span, day: Day): Bucket => ({
  cube: cubeKey(cube, span),
  span,
  day,
  fields: cube.fields,
  gains: new Map(),
})

function addTo({ cube, span, day, fields, gains }: Bucket, key: string, more: Fact | Gain): void {
  let gain = gains.get(key)
  if (!gain) {
    gain = { cube, day, ...project(more, fields), asked: 0, helpful: 0, notHelpful: 0, again: 0, askers: new Set() }
    gains.set(key, gain)
  }
  gain.asked += more.asked
  gain.helpful += more.helpful
  gain.notHelpful += more.notHelpful
  gain.again += more.again
  if (gain.askers.size < ENOUGH[span]) for (const asker of more.askers) gain.askers.add(asker)
}

const NOTHING = Object.fromEntries(FIELDS.map((field) => [field, ''])) as Record<Field, string>

function project(fact: Record<Field, string>, fields: readonly Field[]): Record<Field, string> {
  const projected = { ...NOTHING }
  for (const field of fields) projected[field] = fact[field]
  return projected
}
