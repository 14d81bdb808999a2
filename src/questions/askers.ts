import type { Day } from '../core/day.ts'
import { ASKERS_COUNTED } from './question-counts.ts'
import { weekNumber } from './spans.ts'

// Who asked, for as long as they are few. A sample is the set of a cell's askers, each written as the week, in which alone a
// pseudonym means something, and the beginning of the pseudonym. Sets of several cells can be united, and the largest week counted.
// A cell that has reached ASKERS_COUNTED in one week needs no set any more: whatever it is united with has as many.

/** Characters: the week's number in base 36, enough until the year 2863. */
const WEEK = 3
/** Characters of the pseudonym: 28 bits. Two of twenty fall together once in a million; then they are counted as one, which is safe. */
const HASH = 7
const WIDTH = WEEK + HASH

/** One asker as an element of a sample; undefined when it is not known who asked. */
export const asker = (day: Day, pseudonym: string): string | undefined =>
  pseudonym === '' ? undefined : weekNumber(day).toString(36).padStart(WEEK, '0') + pseudonym.slice(0, HASH)

/** The elements of samples written one after the other. */
export function* elements(samples: string): Iterable<string> {
  for (let at = 0; at < samples.length; at += WIDTH) yield samples.slice(at, at + WIDTH)
}

/** How many there are in the week in which there are most, at most ASKERS_COUNTED. */
export function largestWeek(askers: Iterable<string>): number {
  const weeks = new Map<string, number>()
  let most = 0
  for (const one of askers) {
    const week = one.slice(0, WEEK)
    const count = (weeks.get(week) ?? 0) + 1
    if (count >= ASKERS_COUNTED) return ASKERS_COUNTED
    weeks.set(week, count)
    if (count > most) most = count
  }
  return most
}

/** A set of askers as a cell keeps it. */
export function sampleOf(askers: ReadonlySet<string>): { askers: number; sample: string } {
  const most = largestWeek(askers)
  return { askers: most, sample: most >= ASKERS_COUNTED ? '' : [...askers].join('') }
}
