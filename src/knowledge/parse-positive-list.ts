import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { day } from '../core/day.ts'
import { type Figure, type FigureId, valueOn } from '../core/figure.ts'
import type { PositiveList, PositiveListLine } from '../core/positive-list.ts'
import { id } from './fields.ts'
import type { KnowledgeProblem } from './problem.ts'
import { parseYaml } from './yaml.ts'

/** Where the versions are listed, and the figure that holds how many lines each has officially. */
export const POSITIVE_LIST_INDEX = 'positive-list/index.yaml'
const POSITIVE_LIST_TOTAL: FigureId = 'positive-list-lines'

/** The file with the lines of a version. */
export const positiveListFile = (version: string): string => `positive-list/${version}.csv`

/** Columns of our own tables, in their order. */
export const COLUMNS = ['code', 'name', 'remark'] as const

const versions = z.array(
  z
    .strictObject({ id, from: day, to: day.optional(), documents: z.array(id).min(1), complete: z.boolean() })
    .refine(({ from, to }) => to === undefined || from <= to, 'ends before it begins'),
)

/** One row of a CSV file and the line on which it begins. */
export type CsvRow = { line: number; cells: string[] }

/**
 * The rows of a CSV text, empty ones left out; a byte order mark does not count. Cells may hold line breaks within quotes.
 * @returns a problem instead when the text is no CSV
 */
export function readCsv(content: string, file: string): { rows: CsvRow[] } | { problem: KnowledgeProblem } {
  try {
    const records = parse(content, { bom: true, relax_column_count: true, raw: true }) as unknown as {
      record: string[]
      raw: string
    }[]
    let line = 1
    const rows = records.map(({ record, raw }): CsvRow => {
      const begins = line
      // The raw text ends with the first character of the line break; line breaks inside a cell count as well.
      line += raw.replace(/[\r\n]$/, '').split(/\r\n|\n|\r/).length
      return { line: begins, cells: record.map((cell) => cell.trim()) }
    })
    return { rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : undefined
    return { problem: { level: 'error', file, line, what: `not valid CSV: ${error.message}` } }
  }
}

/** Parses `positive-list/<version>.csv`, our own form: `code,name,remark`, sorted by code. */
function parsePositiveListTable(
  content: string,
  file: string,
): { lines: Map<string, PositiveListLine>; problems: KnowledgeProblem[] } {
  const lines = new Map<string, PositiveListLine>()
  const read = readCsv(content, file)
  if ('problem' in read) return { lines, problems: [read.problem] }
  const problems: KnowledgeProblem[] = []
  const wrong = (line: number, what: string, hint?: string) => problems.push({ level: 'error', file, line, what, hint })
  const [header, ...rows] = read.rows
  if (header?.cells.join(',') !== COLUMNS.join(','))
    wrong(
      1,
      `the first line is not ${COLUMNS.join(',')}`,
      'To load the official annex: npm run positive-list -- import',
    )
  let before = ''
  for (const { line, cells } of rows) {
    const [code = '', name = '', remark = '', ...more] = cells
    if (!/^\d{8}$/.test(code)) wrong(line, `"${code}" is not eight digits`)
    else if (name === '') wrong(line, `${code} has no name`)
    else if (more.length > 0)
      wrong(line, `${code} has ${cells.length} cells`, 'Put a text with commas in double quotes.')
    else if (lines.has(code)) wrong(line, `${code} stands here twice`)
    else if (code < before) wrong(line, `${code} stands after ${before}`, 'Lines are sorted by code.')
    else {
      before = code
      lines.set(code, remark === '' ? { code, name } : { code, name, remark })
    }
  }
  return { lines, problems }
}

/** Every version of the positive list with the lines that are loaded, in order of time. */
export function readPositiveLists(
  files: ReadonlyMap<string, string>,
  figures: ReadonlyMap<FigureId, Figure>,
): { versions: PositiveList[]; problems: KnowledgeProblem[] } {
  const content = files.get(POSITIVE_LIST_INDEX)
  const parsed = content === undefined ? undefined : parseYaml(content, POSITIVE_LIST_INDEX, versions)
  const problems: KnowledgeProblem[] = [...(parsed?.problems ?? [])]
  const found: PositiveList[] = []
  parsed?.value?.forEach(({ id, from, to, documents, complete }, index) => {
    const wrong = (what: string, hint?: string) =>
      problems.push({ level: 'error', file: POSITIVE_LIST_INDEX, line: parsed.lineOf?.([index]), what, hint })
    const before = found.at(-1)?.effective
    if (before && !(before.to !== undefined && before.to < from))
      wrong(`${id} begins before the version above has ended`, 'Close the older version with `to`: the day before.')
    const total = figures.get(POSITIVE_LIST_TOTAL)
    const said = total && valueOn(total, from)?.value
    const official = said === undefined ? undefined : Number(said.toString())
    if (official === undefined) wrong(`${id}: the figure ${POSITIVE_LIST_TOTAL} has no value on ${from}`)
    const table = files.get(positiveListFile(id))
    const read = table === undefined ? undefined : parsePositiveListTable(table, positiveListFile(id))
    problems.push(...(read?.problems ?? []))
    const lines = read?.lines ?? new Map<string, PositiveListLine>()
    if (complete && lines.size !== official)
      wrong(
        `${id} is said to be complete, but ${lines.size} of ${official} lines are loaded`,
        'Only the importer sets `complete`.',
      )
    const effective = to === undefined ? { from } : { from, to }
    found.push({ id, documents, effective, total: official ?? 0, complete, lines })
  })
  for (const file of files.keys())
    if (/^positive-list\/.*\.csv$/.test(file) && !found.some(({ id }) => positiveListFile(id) === file))
      problems.push({ level: 'error', file, what: 'belongs to no version', hint: `Add it to ${POSITIVE_LIST_INDEX}.` })
  return { versions: found, problems }
}
