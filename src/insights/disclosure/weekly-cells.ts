import type { Cell, Dimension, Narrowed, QuestionCounts } from '../../questions/question-counts.ts'
import type { Filters } from '../filters.ts'
import { mondayOf, sundayOf, type Week } from '../weeks.ts'
import { type Breakdown, COLUMNS } from './breakdown.ts'
import type { RawCell } from './protect.ts'

/** Questions of one kind: what it is called, and which values make it. */
export type Among = { name: string; misconceptions: readonly string[] }

/** Cells of whole weeks by week, before disclosure control. */
export type WeeklyCells = (
  by: readonly Breakdown[],
  weeks: readonly Week[],
  filters: Filters,
  among?: Among,
) => Promise<ReadonlyMap<Week, RawCell[]>>

/** Cells remembered at most. */
const MOST = 250_000

/** How long they are remembered, in milliseconds: a week that is over changes no more, but for ratings and records that come late. */
const KEPT = 10 * 60_000

/** Reads cells of whole weeks, each week once in a while, whatever period it is asked for with. */
export function weeklyCells(counts: QuestionCounts, now: () => number): WeeklyCells {
  const known = new Map<string, { at: number; cells: Map<Week, Promise<RawCell[]>>; size: number }>()

  return async (by, weeks, filters, among) => {
    const name = JSON.stringify([by, filters.channel, filters.language, filters.audience, among])
    let table = known.get(name)
    if (table === undefined || now() - table.at > KEPT) table = { at: now(), cells: new Map(), size: 0 }
    known.delete(name)
    known.set(name, table)
    const { cells } = table
    const missing = weeks.filter((week) => !cells.has(week))
    const first = missing[0]
    const last = missing.at(-1)
    if (first !== undefined && last !== undefined) {
      const reading = read(counts, by, first, last, {
        ...narrowedTo(filters),
        ...(among && { misconception: among.misconceptions }),
      })
      for (const week of weeks)
        if (week >= first && week <= last)
          cells.set(
            week,
            reading.then((all) => all.get(week) ?? []),
          )
      reading.then(
        (all) => {
          for (const some of all.values()) table.size += some.length
          forgetOldest(known)
        },
        () => known.delete(name),
      )
    }
    return new Map(await Promise.all(weeks.map(async (week) => [week, (await cells.get(week)) ?? []] as const)))
  }
}

function forgetOldest(known: Map<string, { size: number }>): void {
  let size = [...known.values()].reduce((all, table) => all + table.size, 0)
  for (const [name, table] of known) {
    if (size <= MOST || known.size === 1) return
    known.delete(name)
    size -= table.size
  }
}

async function read(
  counts: QuestionCounts,
  by: readonly Breakdown[],
  first: Week,
  last: Week,
  narrowed: Narrowed,
): Promise<Map<Week, RawCell[]>> {
  const columns: Dimension[] = ['week', ...by.flatMap((breakdown) => COLUMNS[breakdown])]
  const days = { from: mondayOf(first), to: sundayOf(last) }
  const weeks = new Map<Week, RawCell[]>()
  for (const cell of await counts.cells(days, columns, narrowed)) {
    const week = cell.keys.week ?? ''
    const raw = { ...cell, keys: by.map((breakdown) => keyOf(cell, breakdown)) }
    const before = weeks.get(week)
    if (before) before.push(raw)
    else weeks.set(week, [raw])
  }
  return weeks
}

/** Filters as the log knows them. */
export const narrowedTo = ({ channel, language, audience }: Filters): Narrowed => ({
  ...(channel !== undefined && { channel: [channel] }),
  ...(language !== undefined && { locale: [language] }),
  ...(audience !== undefined && { audience: [audience === 'unknown' ? null : audience] }),
})

const keyOf = ({ keys }: Cell, breakdown: Breakdown): string =>
  breakdown === 'reason'
    ? keys.why
      ? `${keys.outcome}:${keys.why}`
      : (keys.outcome ?? 'unknown')
    : (keys[breakdown === 'language' ? 'locale' : breakdown] ?? 'unknown')
