import type { Day } from '../core/day.ts'
import { type EffectivePeriod, inForce } from '../core/effective-period.ts'
import type { Entry, EntryId } from '../core/entry.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'

/** The entry that speaks for a day, or the periods around it in which something was in force. */
export type EntryOn =
  | { entry: Entry }
  | { entry?: undefined; asked: Entry; last?: EffectivePeriod | undefined; next?: EffectivePeriod | undefined }

/** The lines of entries in time, worked out when they are first asked for. */
const lines = new WeakMap<Knowledge, Map<EntryId, Entry[]>>()

function lineOf(start: Entry, knowledge: Knowledge): Entry[] {
  const known = lines.get(knowledge) ?? new Map<EntryId, Entry[]>()
  lines.set(knowledge, known)
  const line = known.get(start.id) ?? lineAfresh(start, knowledge)
  known.set(start.id, line)
  return line
}

/** The entries that one belongs with in time: those it replaced and those that replaced it. */
function lineAfresh(start: Entry, { entries }: Knowledge): Entry[] {
  const found = new Map<EntryId, Entry>([[start.id, start]])
  const queue = [start]
  for (let one = queue.pop(); one; one = queue.pop()) {
    const { id, replaces } = one
    const neighbours = [
      ...replaces.flatMap((older) => entries.get(older) ?? []),
      ...[...entries.values()].filter((later) => later.replaces.includes(id)),
    ]
    for (const neighbour of neighbours)
      if (!found.has(neighbour.id)) {
        found.set(neighbour.id, neighbour)
        queue.push(neighbour)
      }
  }
  return [...found.values()].sort((a, b) => (a.effective.from < b.effective.from ? -1 : 1))
}

/**
 * Finds the entry in force on a day: the one asked for, or the one that stood in its place then. When there was none, says which periods lie
 * before and after; never falls back to the nearest silently.
 */
export function entryOn(id: EntryId, on: Day, knowledge: Knowledge): EntryOn | undefined {
  const asked = knowledge.entries.get(id)
  if (!asked) return undefined
  if (inForce(asked.effective, on)) return { entry: asked }
  const periods = lineOf(asked, knowledge)
  const entry = periods.find(({ effective }) => inForce(effective, on))
  if (entry) return { entry }
  return {
    asked,
    last: periods.findLast(({ effective }) => effective.to !== undefined && effective.to < on)?.effective,
    next: periods.find(({ effective }) => effective.from > on)?.effective,
  }
}

/** What stands for each entry on the day that was asked about last: every question wants it of a hundred. */
const standing = new WeakMap<Knowledge, { on: Day; ids: Map<EntryId, EntryId> }>()

/** The id of the entry that is in force on a day in the place of another; its own where there is none. */
export function idOn(id: EntryId, on: Day, knowledge: Knowledge): EntryId {
  const known = standing.get(knowledge)
  const ids = known?.on === on ? known.ids : new Map<EntryId, EntryId>()
  if (known?.on !== on) standing.set(knowledge, { on, ids })
  const stands = ids.get(id) ?? entryOn(id, on, knowledge)?.entry?.id ?? id
  ids.set(id, stands)
  return stands
}
