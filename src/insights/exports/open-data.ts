import { isHidden, isWhole } from '../disclosure/count.ts'
import { FILTER_NAMES, type Selection } from '../filters.ts'
import type { Table, Value } from '../reports/report.ts'
import { mondayOf, sundayOf } from '../weeks.ts'
import type { OpenData } from './open-data-schema.ts'

/** Where the schema of the open data is published. */
export const SCHEMA_PATH = '/insights/open-data.schema.json'

/** Tables as open data: what the pages show, after the same disclosure control, with everything that is held back named as such. */
export function openData(
  tables: { section: string; table: Table }[],
  { weeks, filters }: Selection,
  { knowledge, base, madeUp }: { knowledge: string; base: string; madeUp: boolean },
): OpenData {
  return {
    $schema: `${base}${SCHEMA_PATH}`,
    period: { from: mondayOf(weeks[0] ?? ''), to: sundayOf(weeks.at(-1) ?? ''), weeks: [...weeks] },
    view: Object.fromEntries(FILTER_NAMES.map((name) => [name, filters[name] ?? null])) as OpenData['view'],
    knowledge,
    madeUp,
    disclosure: { fewestAskers: 5, fewestAskersCrossed: 10, multipleOf: 5 },
    tables: tables.map(({ section, table }) => ({
      id: `${section}/${table.id}`,
      title: table.title,
      columns: table.columns.map(({ id, title, kind }) => ({ id, title, kind })),
      rows: table.rows.map((row) =>
        Object.fromEntries(row.map((value, index) => [table.columns[index]?.id ?? String(index), cellOf(value)])),
      ),
    })),
  }
}

type OpenCell = OpenData['tables'][number]['rows'][number][string]

function cellOf(value: Value): OpenCell {
  switch (value.kind) {
    case 'text':
      return { id: value.id ?? null, name: value.text }
    case 'count':
      return isHidden(value.count)
        ? { status: 'suppressed', fewerThan: value.count.below }
        : { status: isWhole(value.count) ? 'published' : 'at-least', value: value.count.value }
    case 'ratio':
      return bounds(value.ratio)
    case 'share':
      return bounds(value.share)
    case 'direction':
      return value.direction
    case 'day':
      return { day: value.day, due: value.due }
  }
}

const bounds = (interval: { low: number; middle: number; high: number } | undefined): OpenCell =>
  interval ? { value: rounded(interval.middle), low: rounded(interval.low), high: rounded(interval.high) } : null

const rounded = (number: number): number => Number(number.toFixed(3))
