import type { QuestionCounts } from '../../questions/question-counts.ts'
import type { Filters } from '../filters.ts'
import { spansOf, type Week } from '../weeks.ts'
import type { Breakdown } from './breakdown.ts'
import { type Count, sum } from './count.ts'
import { belowFor, type Measure, type ProtectedSpan, protectSpan, type RawCell } from './protect.ts'
import { type Among, type WeeklyCells, weeklyCells } from './weekly-cells.ts'

/** One line of a released table. */
export type ReleasedRow = {
  /** A value for each breakdown; `unknown` where the log has none. */
  keys: string[]
  /** A number for some of the weeks that were asked for. */
  over(weeks: readonly Week[], measure?: Measure): Count
}

/** Numbers that may leave the house. */
export type ReleasedTable = {
  /** Lines of which something may be seen in some week. What is missing is told apart from a small number by nobody. */
  readonly rows: ReleasedRow[]
  /** The line with these keys; one that is all held back when there is none. */
  row(...keys: string[]): ReleasedRow
}

/** The only way out of the question log for people and exports: nothing else of these pages sees {@link QuestionCounts}. */
export interface Release {
  /**
   * Numbers of whole weeks, broken down by some properties, after disclosure control. Without a breakdown there is one line with no keys.
   * @param weeks consecutive; {@link ReleasedRow.over} may be asked about any run of them
   * @param among questions of some kind alone; a kind counts as one property more
   */
  table(by: readonly Breakdown[], weeks: readonly Week[], filters: Filters, among?: Among): Promise<ReleasedTable>
}

/**
 * The release over a question log.
 * @param key secret that the noise depends on; the same in all processes and after every start
 * @param now milliseconds, for how long numbers are remembered
 */
export function createRelease(counts: QuestionCounts, { key, now }: { key: string; now: () => number }): Release {
  const weekly: WeeklyCells = weeklyCells(counts, now)

  return {
    async table(by, weeks, filters, among) {
      const names = Object.entries(filters).flatMap(([name, value]) =>
        value === undefined ? [] : [name as keyof Filters],
      )
      // A filter's value has neighbours too: each filter is looked at as a breakdown in turn, so that what it hides cannot be had by subtraction.
      const plans = names.length === 0 ? [undefined] : names
      const sources = await Promise.all(
        plans.map(async (open) => {
          const dimensions = open === undefined || by.includes(open) ? [...by] : [...by, open]
          const rest: Filters = open === undefined ? {} : { ...filters, [open]: undefined }
          const cells = await weekly(dimensions, weeks, rest, among)
          return { cells, dimensions, rest, at: open && dimensions.indexOf(open), wanted: open && filters[open] }
        }),
      )
      const spans = new Map<string, Map<string, ProtectedSpan>>()
      /** The lines of one span: what may be seen of them in every one of the tables they stand in. */
      const protectedIn = (id: string, parts: readonly Week[]): Map<string, ProtectedSpan> => {
        const known = spans.get(id)
        if (known) return known
        const lines = new Map<string, ProtectedSpan>()
        sources.forEach(({ cells, dimensions, rest, at, wanted }, index) => {
          const raw: RawCell[] = parts.flatMap((week) => cells.get(week) ?? [])
          for (const line of protectSpan(raw, { span: id, dimensions, filters: rest, among: among?.name, key })) {
            if (at !== undefined && line.keys[at] !== wanted) continue
            const keys = line.keys.slice(0, by.length).join('\n')
            const before = lines.get(keys)
            if (index === 0) lines.set(keys, line)
            else if (before && line.hidden) lines.set(keys, line)
          }
        })
        spans.set(id, lines)
        return lines
      }
      const below = new Set([...by, ...names, ...(among ? ['among'] : [])]).size > 1 ? 10 : 5
      const row = (...keys: string[]): ReleasedRow => ({
        keys,
        over: (some, measure = 'asked') =>
          sum(
            spansOf(some).map(
              ({ id, weeks: parts }) =>
                protectedIn(id, parts).get(keys.join('\n'))?.count(measure) ?? {
                  value: 0,
                  shown: 0,
                  hidden: 1,
                  below: belowFor(measure, below),
                },
            ),
            belowFor(measure, below),
          ),
      })
      return {
        row,
        get rows() {
          const seen = new Map<string, string[]>()
          const parts = [...spansOf(weeks), ...weeks.map((week) => ({ id: week, weeks: [week] }))]
          for (const { id, weeks: some } of parts)
            for (const { keys, hidden } of protectedIn(id, some).values())
              if (!hidden) seen.set(keys.slice(0, by.length).join('\n'), keys.slice(0, by.length))
          return [...seen.values()].map((keys) => row(...keys))
        },
      }
    },
  }
}
