import type { Day } from '../core/day.ts'
import { CUBES, cubeKey, FIELDS, type Field, type Span } from './cubes.ts'
import { START } from './spans.ts'

/** Something that happened on a day: one question, one rating, or the sum of several that have their fields in common. */
export type Fact = Record<Field, string> & Counts & { day: Day; askers: Iterable<string> }

/** What is added up. */
export type Counts = { asked: number; helpful: number; notHelpful: number; again: number }

/** What a cell gains. */
export type Gain = Record<Field, string> & Counts & { cube: string; day: Day; askers: Set<string> }

const SEPARATOR = '\u0001'

/** A cell's identity as one text. */
export const cellKey = (cell: Record<Field, string> & { cube: string; day: Day }): string => {
  let key = cell.cube + SEPARATOR + cell.day
  for (const field of FIELDS) key += SEPARATOR + cell[field]
  return key
}

/** The cubes in the order of their size, with what a row of each leaves empty. */
const TARGETS = CUBES.flatMap((cube) =>
  cube.spans.map((span) => ({
    cube: cubeKey(cube, span),
    span,
    has: FIELDS.map((field) => cube.fields.includes(field)),
  })),
)

/** Adds facts up in every cube. Several calls with the same `gains` go on adding. */
export function tally(facts: Iterable<Fact>, gains: Map<string, Gain> = new Map()): Map<string, Gain> {
  const starts = new Map<Day, Record<Span, Day>>()
  for (const fact of facts) {
    let start = starts.get(fact.day)
    if (!start) {
      start = { day: fact.day, week: START.week(fact.day), month: START.month(fact.day) }
      starts.set(fact.day, start)
    }
    for (const { cube, span, has } of TARGETS) {
      let key = cube + SEPARATOR + start[span]
      for (let n = 0; n < FIELDS.length; n++) key += SEPARATOR + (has[n] ? fact[FIELDS[n] as Field] : '')
      let gain = gains.get(key)
      if (!gain) {
        gain = {
          cube,
          day: start[span],
          ...project(fact, has),
          asked: 0,
          helpful: 0,
          notHelpful: 0,
          again: 0,
          askers: new Set(),
        }
        gains.set(key, gain)
      }
      gain.asked += fact.asked
      gain.helpful += fact.helpful
      gain.notHelpful += fact.notHelpful
      gain.again += fact.again
      for (const asker of fact.askers) gain.askers.add(asker)
    }
  }
  return gains
}

const project = (fact: Record<Field, string>, has: readonly boolean[]): Record<Field, string> => ({
  topic: has[0] ? fact.topic : '',
  outcome: has[1] ? fact.outcome : '',
  why: has[2] ? fact.why : '',
  entry: has[3] ? fact.entry : '',
  misconception: has[4] ? fact.misconception : '',
  boundary: has[5] ? fact.boundary : '',
  channel: has[6] ? fact.channel : '',
  locale: has[7] ? fact.locale : '',
  audience: has[8] ? fact.audience : '',
})
