import type { PositiveListLine } from '../core/positive-list.ts'
import { type CsvRow, readCsv } from './parse-positive-list.ts'
import type { KnowledgeProblem } from './problem.ts'

/** What an official annex came to: its lines sorted by code, and what is wrong with it; the lines count only when nothing is. */
export type Annex = { lines: PositiveListLine[]; problems: KnowledgeProblem[] }

/** How the columns are called in annexes and in our own tables. */
const CODE = /^(税则号列|税则号|税号|税目|商品编码|商品编号|hs编码|hscode|code)/i
const NAME = /^(商品名称|货品名称|商品名|品名|名称|name|description)/i
const REMARK = /^(备注|注释|说明|remark|note)/i

/** Notes below the table (注：1.…): not goods. */
const NOTES = /^注\s*[:：]?/

const bare = (cell: string) => cell.normalize('NFKC').replace(/\s/g, '')

/** A cell over several lines as one: Chinese needs no space between, other words do. */
const oneLine = (cell: string) =>
  cell
    .replace(/\s*[\r\n]+\s*/g, '\n')
    .replace(/(?<=[A-Za-z0-9,;])\n(?=[A-Za-z0-9])/g, ' ')
    .replaceAll('\n', '')
    .replace(/[^\S\n]+/g, ' ')
    .trim()

/**
 * Reads the official annex (清单) saved as CSV: the first row that names a code and a goods column is the header, what stands above it is the
 * title, what follows a row that begins with 注 are notes. Codes may be written `0201.10.00`, `0201 10 00` or `02011000`.
 */
export function parseAnnex(content: string, file: string): Annex {
  const read = readCsv(content, file)
  if ('problem' in read) return { lines: [], problems: [read.problem] }
  const problems: KnowledgeProblem[] = []
  const wrong = (line: number, what: string, hint?: string) => problems.push({ level: 'error', file, line, what, hint })

  const header = read.rows.findIndex(({ cells }) => column(cells, CODE) >= 0 && column(cells, NAME) >= 0)
  const titles = read.rows[header]
  if (!titles) {
    wrong(1, 'no row names the columns 税则号列 and 商品名称', 'Keep the header of the annex when saving it as CSV.')
    return { lines: [], problems }
  }
  const [code, name, remark] = [column(titles.cells, CODE), column(titles.cells, NAME), column(titles.cells, REMARK)]
  if (remark < 0) wrong(titles.line, 'there is no column 备注', 'The remarks are part of the list: export them too.')

  const found = new Map<string, { line: number; held: PositiveListLine }>()
  for (const row of tableBelow(read.rows, header)) {
    const cells = { code: row.cells[code] ?? '', name: oneLine(row.cells[name] ?? '') }
    if (isHeader(row.cells)) continue
    const digits = bare(cells.code).replace(/[.\-–—]/g, '')
    const twice = found.get(digits)
    if (!/^\d{8}$/.test(digits))
      wrong(
        row.line,
        `"${cells.code}" is no eight-digit code`,
        /^\d{7}$/.test(digits)
          ? 'A spreadsheet may have dropped the leading zero: format the column as text and export again.'
          : 'Every row below the header is one line of the list; undo merged cells.',
      )
    else if (cells.name === '') wrong(row.line, `${digits} has no name`)
    else if (twice) wrong(row.line, `${digits} stands on line ${twice.line} already`)
    else {
      const remarks = remark < 0 ? '' : oneLine(row.cells[remark] ?? '')
      const held = { code: digits, name: cells.name }
      found.set(digits, { line: row.line, held: remarks === '' ? held : { ...held, remark: remarks } })
    }
  }
  if (found.size === 0 && problems.length === 0) wrong(titles.line, 'there is no line below the header')
  return {
    lines: [...found.values()].map(({ held }) => held).sort((a, b) => (a.code < b.code ? -1 : 1)),
    problems,
  }
}

const column = (cells: string[], title: RegExp) => cells.findIndex((cell) => title.test(bare(cell)))

/** A header that a page break repeated. */
const isHeader = (cells: string[]) => column(cells, CODE) >= 0 && column(cells, NAME) >= 0

function tableBelow(rows: CsvRow[], header: number): CsvRow[] {
  const below = rows.slice(header + 1)
  const notes = below.findIndex(({ cells }) => NOTES.test(cells.find((cell) => cell !== '') ?? ''))
  return notes < 0 ? below : below.slice(0, notes)
}
