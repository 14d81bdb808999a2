import type { Cell, Dimension, Narrowed, QuestionCounts } from '../../questions/question-counts.ts'
import type { Filters } from '../filters.ts'
import { addWeeks, mondayOf, type Span, sundayOf, type Week } from '../weeks.ts'
import { type Breakdown, COLUMNS } from './breakdown.ts'
import type { RawCell } from './protect.ts'

/** Questions of one kind: what it is called, and which values make it. */
export type Among = { name: string; misconceptions: readonly string[] }

/** What cells are read by. */
export type CellsWanted = { by: readonly Breakdown[]; filters: Filters; among: Among | undefined }

/**
 * Reads the cells of some spans before disclosure control, by the id of the span: weeks that follow one another in one go, and longer spans summed where
 * the log is, unless their weeks are wanted too. Either way a span's cells come to the same when those of one line are put together.
 */
export function readSpans(
  counts: QuestionCounts,
  spans: readonly Span[],
  { by, filters, among }: CellsWanted,
): Map<string, Promise<RawCell[]>> {
  const narrowed: Narrowed = { ...narrowedTo(filters), ...(among && { misconception: among.misconceptions }) }
  const columns = by.flatMap((breakdown) => COLUMNS[breakdown])
  const read = (weeks: readonly Week[], more: readonly Dimension[] = []) =>
    counts.cells({ from: mondayOf(weeks[0] ?? ''), to: sundayOf(weeks.at(-1) ?? '') }, [...more, ...columns], narrowed)
  const raw = (cell: Cell): RawCell => ({ ...cell, keys: by.map((breakdown) => keyOf(cell, breakdown)) })

  const byWeek = new Map<Week, Promise<RawCell[]>>()
  for (const run of inRuns(spans.flatMap(({ weeks }) => (weeks.length === 1 ? weeks : [])))) {
    const reading = read(run, ['week']).then((cells) => Map.groupBy(cells, ({ keys }) => keys.week ?? ''))
    for (const week of run)
      byWeek.set(
        week,
        reading.then((weeks) => (weeks.get(week) ?? []).map(raw)),
      )
  }
  return new Map(
    spans.map(({ id, weeks }) => {
      const parts = weeks.flatMap((week) => byWeek.get(week) ?? [])
      const whole = parts.length === weeks.length
      return [id, whole ? Promise.all(parts).then((all) => all.flat()) : read(weeks).then((cells) => cells.map(raw))]
    }),
  )
}

/** Weeks in order, in runs without a gap. */
function inRuns(weeks: readonly Week[]): Week[][] {
  const runs: Week[][] = []
  for (const week of weeks.toSorted()) {
    const run = runs.at(-1)
    if (run !== undefined && addWeeks(run.at(-1) ?? '', 1) === week) run.push(week)
    else runs.push([week])
  }
  return runs
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
