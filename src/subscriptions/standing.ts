import { createHash } from 'node:crypto'
import type { Day } from '../core/day.ts'
import { inForce } from '../core/effective-period.ts'
import type { Entry, EntryId } from '../core/entry.ts'
import { type Figure, valueOn } from '../core/figure.ts'
import { figuresOfEntries } from '../knowledge/changes.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'

/** How an entry stands on a day: what a later look is compared with. Values as they stand in the files, undefined where there is none. */
export type Standing = {
  inForce: boolean
  /** Hash of what it says in both languages. */
  words: string
  /** The figures it shows, as of the day. */
  values: Record<string, string | undefined>
  /** Values that are announced for later days: figure → [first day, value]. */
  ahead: Record<string, [from: Day, value: string | undefined][]>
}

/** One figure that is, or will be, another. */
export type FigureDifference = { figure: string; before: string | undefined; after: string | undefined; from?: Day }

/** What is different about an entry since it was last looked at. */
export type Difference = {
  /** Figures with another value now. */
  figures: FigureDifference[]
  /** Newly announced values, with the day they begin. */
  announced: FigureDifference[]
  /** Whether its words were changed. */
  words: boolean
  /** Whether it came into force, or is no longer. */
  inForce?: 'begun' | 'ended'
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

const shown = (figure: Figure, on: Day): string | undefined => {
  const value = valueOn(figure, on)?.value
  return value === undefined ? undefined : String(value)
}

function standingOf(entry: Entry, figures: Figure[], today: Day): Standing {
  const words = Object.values(entry.texts).map(({ title, answer, detail, next }) => [title, answer, detail, next])
  const later = (figure: Figure) =>
    figure.values
      .filter(({ effective }) => effective.from > today)
      .map(({ effective, value }): [Day, string | undefined] => [
        effective.from,
        value === undefined ? undefined : String(value),
      ])
  return {
    inForce: inForce(entry.effective, today),
    words: hash(JSON.stringify(words)),
    values: Object.fromEntries(figures.map((figure) => [figure.id, shown(figure, today)])),
    ahead: Object.fromEntries(figures.map((figure) => [figure.id, later(figure)])),
  }
}

/** How every entry stands on a day. Pure: every process that reads the same files finds the same. */
export function standings(knowledge: Knowledge, today: Day): Map<EntryId, Standing> {
  const all = new Map<EntryId, Standing>()
  for (const entry of knowledge.entries.values()) {
    const figures = [...figuresOfEntries({ ...knowledge, entries: new Map([[entry.id, entry]]) }, () => true)]
    all.set(
      entry.id,
      standingOf(
        entry,
        figures.sort().flatMap((id) => knowledge.figures.get(id) ?? []),
        today,
      ),
    )
  }
  return all
}

/** A short mark of how an entry stands, the same wherever and whenever it stands so. */
export const markOf = (standing: Standing): string => hash(JSON.stringify(standing))

/** What is different between two looks; undefined when nothing is that anybody would want to know. */
export function differenceBetween(before: Standing, after: Standing): Difference | undefined {
  const figures = Object.keys(after.values)
    .filter((figure) => figure in before.values && before.values[figure] !== after.values[figure])
    .map((figure) => ({ figure, before: before.values[figure], after: after.values[figure] }))
  const announced = Object.entries(after.ahead).flatMap(([figure, values]) => {
    const known = new Set((before.ahead[figure] ?? []).map((one) => JSON.stringify(one)))
    return values
      .filter((one) => !known.has(JSON.stringify(one)))
      .map(([from, value]) => ({ figure, from, before: after.values[figure], after: value }))
  })
  const words = before.words !== after.words
  const turned = before.inForce === after.inForce ? undefined : after.inForce ? 'begun' : 'ended'
  if (figures.length === 0 && announced.length === 0 && !words && turned === undefined) return undefined
  return { figures, announced, words, ...(turned && { inForce: turned }) }
}
