import type { QuestionCounts } from '../../questions/question-counts.ts'
import { FILTER_NAMES, type Filters } from '../filters.ts'
import { type Span, spansOf, type Week } from '../weeks.ts'
import type { Breakdown } from './breakdown.ts'
import { type Count, sum, type Threshold } from './count.ts'
import { keptSpans, type Lines } from './kept-spans.ts'
import { belowFor, type Measure, type ProtectedSpan, protectSpan } from './protect.ts'
import { type Among, readSpans } from './span-cells.ts'

/** One line of a released table. */
export type ReleasedRow = {
  /** A value for each breakdown; `unknown` where the log has none. */
  keys: string[]
  /** A number for one of the periods that were asked for, or for any made of the same years, months and weeks. */
  over(weeks: readonly Week[], measure?: Measure): Count
}

/** Numbers that may leave the house. */
export type ReleasedTable = {
  /** Lines of which something may be seen in some of the periods. What is missing is told apart from a small number by nobody. */
  readonly rows: ReleasedRow[]
  /** The line with these keys; one that is all held back when there is none. */
  row(...keys: string[]): ReleasedRow
}

/** The only way out of the question log for people and exports: nothing else of these pages sees {@link QuestionCounts}. */
export interface Release {
  /**
   * Numbers of whole weeks, broken down by some properties, after disclosure control. Without a breakdown there is one line with no keys.
   * @param periods what {@link ReleasedRow.over} will be asked about, each a run of weeks
   * @param among questions of some kind alone; a kind counts as one property more
   */
  table(
    by: readonly Breakdown[],
    periods: readonly (readonly Week[])[],
    filters: Filters,
    among?: Among,
  ): Promise<ReleasedTable>
}

/**
 * The release over a question log.
 * @param key secret that the noise depends on; the same in all processes and after every start
 * @param now milliseconds, for how long numbers are remembered
 */
export function createRelease(counts: QuestionCounts, { key, now }: { key: string; now: () => number }): Release {
  const kept = keptSpans(now)

  /** What may be seen of each span in every one of the tables that its lines stand in. */
  function read(by: readonly Breakdown[], spans: readonly Span[], filters: Filters, among: Among | undefined) {
    const names = FILTER_NAMES.filter((name) => filters[name] !== undefined)
    // A filter's value has neighbours too: each filter is looked at as a breakdown in turn, so that what it hides cannot be had by subtraction.
    const sources = (names.length === 0 ? [undefined] : names).map((open) => {
      const dimensions = open === undefined || by.includes(open) ? [...by] : [...by, open]
      const rest: Filters = open === undefined ? {} : { ...filters, [open]: undefined }
      const cells = readSpans(counts, spans, { by: dimensions, filters: rest, among })
      const isWanted = ({ keys }: ProtectedSpan) =>
        open === undefined || keys[dimensions.indexOf(open)] === filters[open]
      return async (span: string): Promise<Lines> =>
        new Map(
          protectSpan((await cells.get(span)) ?? [], { span, dimensions, filters: rest, among: among?.name, key })
            .filter((line) => !line.hidden && isWanted(line))
            .map((line) => [nameOf(line.keys.slice(0, by.length)), line]),
        )
    })
    return new Map(
      spans.map(({ id }) => [id, Promise.all(sources.map((linesOf) => linesOf(id))).then(seenInAll)] as const),
    )
  }

  return {
    async table(by, periods, filters, among) {
      const spans = new Map(periods.flatMap((weeks) => spansOf(weeks).map((span) => [span.id, span])))
      const name = JSON.stringify([by, FILTER_NAMES.map((one) => filters[one]), among])
      const lines = await kept(name, [...spans.keys()], (missing) =>
        read(
          by,
          [...spans.values()].filter(({ id }) => missing.has(id)),
          filters,
          among,
        ),
      )
      const properties = new Set([
        ...by,
        ...FILTER_NAMES.filter((one) => filters[one] !== undefined),
        ...(among ? ['among'] : []),
      ])
      const below: Threshold = properties.size > 1 ? 10 : 5
      const linesIn = (id: string): Lines => {
        const found = lines.get(id)
        if (found === undefined) throw new Error(`${id} was not asked for`)
        return found
      }
      const row = (...keys: string[]): ReleasedRow => ({
        keys,
        over: (some, measure = 'asked') =>
          sum(
            spansOf(some).map(
              ({ id }) =>
                linesIn(id).get(nameOf(keys))?.count(measure) ?? {
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
          for (const some of lines.values())
            for (const [name, { keys }] of some) seen.set(name, keys.slice(0, by.length))
          return [...seen.values()].map((keys) => row(...keys))
        },
      }
    },
  }
}

const nameOf = (keys: readonly string[]): string => keys.join('\n')

/** The lines that may be seen in every table. */
function seenInAll([first = new Map(), ...others]: readonly Lines[]): Lines {
  return others.length === 0 ? first : new Map([...first].filter(([name]) => others.every((lines) => lines.has(name))))
}
