import type { QuestionCounts } from '../../questions/question-counts.ts'
import { FILTER_NAMES, type Filters } from '../filters.ts'
import { type Span, spansOf, type Week } from '../weeks.ts'
import type { Breakdown } from './breakdown.ts'
import { type Count, sum, type Threshold } from './count.ts'
import { keptSpans, type Lines } from './kept-spans.ts'
import { belowFor, type Measure, type ProtectedSpan, protectSpan, type RawCell } from './protect.ts'
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

  /** What may be seen of each span in every one of the tables that its lines stand in, by the values of what is open. */
  function read(open: readonly Breakdown[], spans: readonly Span[], filters: Filters, among: Among | undefined) {
    const sources = tablesWith([...open, ...filteredBy(filters)]).map((pair) => {
      const apart = open.filter((property) => !pair.includes(property))
      const rest: Filters = Object.fromEntries(
        Object.entries(filters).filter(([name]) => !pair.includes(name as 'channel')),
      )
      const cells = readSpans(counts, spans, { by: [...apart, ...pair], filters: rest, among })
      const valueIn = (property: Breakdown, keys: readonly string[], values: readonly string[]) =>
        values[apart.indexOf(property)] ?? keys[pair.indexOf(property)] ?? ''
      return async (span: string): Promise<Lines> => {
        const seen = new Map<string, ProtectedSpan>()
        for (const { values, table } of sliced((await cells.get(span)) ?? [], apart.length)) {
          const narrowed = {
            ...rest,
            among: among?.name,
            ...Object.fromEntries(apart.map((one, index) => [one, values[index]])),
          }
          for (const line of protectSpan(table, { span, dimensions: pair, narrowed, key }))
            if (
              !line.hidden &&
              pair.every((one, index) => [undefined, line.keys[index]].includes(wantedOf(one, filters)))
            )
              seen.set(nameOf(open.map((one) => valueIn(one, line.keys, values))), line)
        }
        return seen
      }
    })
    return new Map(
      spans.map(({ id }) => [id, Promise.all(sources.map((linesOf) => linesOf(id))).then(seenInAll)] as const),
    )
  }

  return {
    async table(by, periods, filters, among) {
      const spans = new Map(periods.flatMap((weeks) => spansOf(weeks).map((span) => [span.id, span])))
      // What a table is narrowed to has one value: broken down by it besides it is the same table.
      const open = by.filter((one) => wantedOf(one, filters) === undefined)
      const name = JSON.stringify([open, FILTER_NAMES.map((one) => filters[one]), among])
      const lines = await kept(name, [...spans.keys()], (missing) =>
        read(
          open,
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
      /** What a line is known by; undefined where it would have another value than what the table is narrowed to. */
      const known = (keys: readonly string[]): string | undefined =>
        by.every((one, index) => [undefined, keys[index]].includes(wantedOf(one, filters)))
          ? nameOf(keys.filter((_, index) => open.includes(by[index] ?? 'topic')))
          : undefined
      const row = (...keys: string[]): ReleasedRow => ({
        keys,
        over: (some, measure = 'asked') =>
          sum(
            spansOf(some).map(
              ({ id }) =>
                linesIn(id)
                  .get(known(keys) ?? NOWHERE)
                  ?.count(measure) ?? {
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
          const names = new Set([...lines.values()].flatMap((some) => [...some.keys()]))
          return [...names].map((one) => {
            const values = one.split('\n')
            return row(...by.map((property) => wantedOf(property, filters) ?? values[open.indexOf(property)] ?? ''))
          })
        },
      }
    },
  }
}

const nameOf = (keys: readonly string[]): string => keys.join('\n')
/** No line is known by this. */
const NOWHERE = '\n\n'

const filteredBy = (filters: Filters) => FILTER_NAMES.filter((name) => filters[name] !== undefined)
const isFilter = (property: Breakdown) => (FILTER_NAMES as readonly string[]).includes(property)
const wantedOf = (property: Breakdown, filters: Filters): string | undefined =>
  isFilter(property) ? filters[property as keyof Filters] : undefined

/**
 * The tables that are looked at to see whether something with these properties may be told: each two of them crossed, the others as they are. It depends on nothing but the properties, so
 * that whatever is told of is told or held back alike, as a line of whichever table and under whichever filters. Two filters are not crossed where there is something to cross them with.
 */
function tablesWith(properties: readonly Breakdown[]): Breakdown[][] {
  const sorted = properties.toSorted()
  if (sorted.length < 2) return [sorted]
  const pairs = sorted.flatMap((one, index) => sorted.slice(index + 1).map((other) => [one, other]))
  const leading = pairs.filter((pair) => !pair.every(isFilter))
  return leading.length > 0 ? leading : pairs
}

/** Cells in tables of their own, by the values of their first keys. */
function sliced(cells: readonly RawCell[], first: number): { values: string[]; table: RawCell[] }[] {
  if (first === 0) return [{ values: [], table: [...cells] }]
  const slices = Map.groupBy(cells, ({ keys }) => nameOf(keys.slice(0, first)))
  return [...slices.values()].map((some) => ({
    values: some[0]?.keys.slice(0, first) ?? [],
    table: some.map((cell) => ({ ...cell, keys: cell.keys.slice(first) })),
  }))
}

/** The lines that may be seen in every table. */
function seenInAll([first = new Map(), ...others]: readonly Lines[]): Lines {
  return others.length === 0 ? first : new Map([...first].filter(([name]) => others.every((lines) => lines.has(name))))
}
