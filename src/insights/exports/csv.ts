import { stringify } from 'csv-stringify/sync'
import { isHidden, isWhole } from '../disclosure/count.ts'
import { FILTER_NAMES, type Selection } from '../filters.ts'
import type { Column, Table, Value } from '../reports/report.ts'
import { mondayOf, sundayOf } from '../weeks.ts'

/**
 * A table as CSV (RFC 4180, UTF-8 with the byte order mark that Excel needs to read Chinese). Each line says the period and what it is narrowed to, so that files can be
 * put together. A count has its status beside it: `published`, `at-least` or `suppressed`; what is suppressed says so in its own cell as well (`<5`).
 * A cell that a spreadsheet would run as a formula begins with an apostrophe. Where nobody asked what is counted, each line says `made_up`.
 */
export function tableCsv(table: Table, { weeks, filters }: Selection, { madeUp }: { madeUp: boolean }): string {
  const mark = (word: string) => (madeUp ? [word] : [])
  const view = [
    ...mark('yes'),
    mondayOf(weeks[0] ?? ''),
    sundayOf(weeks.at(-1) ?? ''),
    ...FILTER_NAMES.map((name) => filters[name] ?? 'all'),
  ]
  const header = [
    ...mark('made_up'),
    'from',
    'to',
    ...FILTER_NAMES.map((name) => `view_${name}`),
    ...table.columns.flatMap(columnNames),
  ]
  const rows = table.rows.map((row) => [...view, ...row.flatMap(cellsOf)])
  return stringify([header, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' })
}

function columnNames({ id, kind }: Column): string[] {
  switch (kind) {
    case 'text':
      return [id, `${id}_name`]
    case 'count':
      return [id, `${id}_status`]
    case 'ratio':
    case 'share':
      return [id, `${id}_low`, `${id}_high`]
    case 'direction':
      return [id]
    case 'day':
      return [id, `${id}_due`]
  }
}

function cellsOf(value: Value): string[] {
  switch (value.kind) {
    case 'text':
      return [value.id ?? value.text, value.text]
    case 'count':
      return isHidden(value.count)
        ? [`<${value.count.below}`, 'suppressed']
        : [String(value.count.value), isWhole(value.count) ? 'published' : 'at-least']
    case 'ratio':
      return bounds(value.ratio)
    case 'share':
      return bounds(value.share)
    case 'direction':
      return [value.direction]
    case 'day':
      return [value.day, String(value.due)]
  }
}

const bounds = (interval: { low: number; middle: number; high: number } | undefined): string[] =>
  interval ? [interval.middle, interval.low, interval.high].map((one) => one.toFixed(3)) : ['', '', '']
