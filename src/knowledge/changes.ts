import { addDays, type Day } from '../core/day.ts'
import type { Entry } from '../core/entry.ts'
import type { Figure, FigureValue } from '../core/figure.ts'
import type { OfficialDocument } from '../core/official-document.ts'
import type { Knowledge } from './knowledge.ts'
import { placeholdersOf } from './placeholder.ts'

/** A day before every rule. */
export const ALWAYS: Day = '0001-01-01'

/** A figure that got another value, or lost the one it had. `before` is undefined where there was none, `after` where no other followed. */
export type FigureChange = { on: Day; figure: Figure; before: FigureValue | undefined; after: FigureValue | undefined }

/** What took effect on one day. */
export type ChangesOfDay = { on: Day; figures: FigureChange[]; documents: OfficialDocument[] }

const shown = (value: FigureValue | undefined): string => (value?.value === undefined ? '' : String(value.value))

/** The day the regime began: the first on which there was an annual limit. */
export const startOfRegime = ({ figures }: Pick<Knowledge, 'figures'>): Day =>
  figures.get('annual-limit')?.values[0]?.effective.from ?? ALWAYS

/** Every change of a figure's value, oldest first, and its end; its first value is no change unless something else was in force before. */
export function changesOf(figure: Figure): FigureChange[] {
  const changed = figure.values.flatMap((after, index): FigureChange[] => {
    const before = figure.values[index - 1]
    if (!before || shown(before) === shown(after)) return []
    return [{ on: after.effective.from, figure, before, after }]
  })
  const last = figure.values.at(-1)
  const end = last?.value === undefined ? undefined : last.effective.to
  return end === undefined ? changed : [...changed, { on: addDays(end, 1), figure, before: last, after: undefined }]
}

/**
 * What took effect in a stretch of days (both included), newest day first: figures with another value, and documents.
 * @param only figures to look at; all of them when absent
 */
export function changesBetween(knowledge: Knowledge, from: Day, to: Day, only?: ReadonlySet<string>): ChangesOfDay[] {
  const days = new Map<Day, ChangesOfDay>()
  const dayOf = (on: Day): ChangesOfDay => {
    const known = days.get(on) ?? { on, figures: [], documents: [] }
    days.set(on, known)
    return known
  }
  const within = (on: Day) => from <= on && on <= to
  const behind = new Set<string>()
  for (const figure of knowledge.figures.values()) {
    if (only && !only.has(figure.id)) continue
    for (const change of changesOf(figure)) {
      if (!within(change.on)) continue
      dayOf(change.on).figures.push(change)
      for (const { document } of change.after?.sources ?? []) behind.add(document)
    }
  }
  for (const document of knowledge.documents.values())
    if (within(document.effective.from) && (!only || behind.has(document.id)))
      dayOf(document.effective.from).documents.push(document)
  return [...days.values()].sort((a, b) => (a.on < b.on ? 1 : -1))
}

function figuresShown({ texts }: Entry): Set<string> {
  const ids = new Set<string>()
  for (const { answer, detail } of Object.values(texts))
    for (const placeholder of placeholdersOf(`${answer}\n${detail}`))
      if (placeholder?.kind === 'figure') ids.add(placeholder.figure)
  return ids
}

/** The figures that the entries of a topic, or one entry, show. */
export function figuresOfEntries(knowledge: Knowledge, matches: (entry: Entry) => boolean): Set<string> {
  const ids = new Set<string>()
  for (const entry of knowledge.entries.values()) if (matches(entry)) for (const id of figuresShown(entry)) ids.add(id)
  return ids
}

type Uses = Map<string, { audiences: Set<string>; entries: string[] }>
const usesOfKnowledge = new WeakMap<Knowledge, Uses>()

/** Which entries show each figure, worked out once for each knowledge. */
function usesOf(knowledge: Knowledge): Uses {
  const known = usesOfKnowledge.get(knowledge)
  if (known) return known
  const uses: Uses = new Map()
  for (const entry of knowledge.entries.values())
    for (const figure of figuresShown(entry)) {
      const use = uses.get(figure) ?? { audiences: new Set(), entries: [] }
      use.entries.push(entry.id)
      for (const audience of entry.audiences) use.audiences.add(audience)
      uses.set(figure, use)
    }
  usesOfKnowledge.set(knowledge, uses)
  return uses
}

/** Who a change concerns: the audiences of the entries that show the figure. */
export const affected = (
  knowledge: Knowledge,
  figure: string,
): { audiences: ReadonlySet<string>; entries: readonly string[] } =>
  usesOf(knowledge).get(figure) ?? { audiences: new Set(), entries: [] }
