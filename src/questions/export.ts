import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { isoInChina } from './china-time.ts'
import type { Days, LoggedQuestion, QuestionLog } from './question-log.ts'

/** The columns of an export in their order. New ones are only ever added at the end. */
const COLUMNS: Record<string, (question: LoggedQuestion) => string> = {
  at: ({ at }) => isoInChina(at),
  channel: ({ channel }) => channel,
  locale: ({ locale }) => locale,
  audience: ({ audience }) => audience ?? '',
  outcome: ({ outcome }) => outcome,
  why: ({ why }) => why ?? '',
  topic: ({ topic }) => topic,
  entry: ({ entry }) => entry ?? '',
  misconception: ({ misconception }) => misconception ?? '',
  boundary: ({ boundary }) => boundary ?? '',
  asOf: ({ asOf }) => asOf,
  knowledge: ({ knowledge }) => knowledge,
  milliseconds: ({ milliseconds }) => String(milliseconds),
  pseudonym: ({ pseudonym }) => pseudonym,
  helpful: ({ helpful }) => (helpful === undefined ? '' : String(helpful)),
  rating_reason: ({ ratingReason }) => ratingReason ?? '',
  id: ({ id }) => id,
  text: ({ text }) => text,
}

/** The header of an export. */
export const EXPORT_COLUMNS: readonly string[] = Object.keys(COLUMNS)

/**
 * Questions of a period as CSV (RFC 4180, UTF-8 with a byte order mark, which Excel needs to read Chinese), read from the log a
 * page at a time at the reader's pace. A cell that a spreadsheet would run as a formula begins with an apostrophe. Moments are
 * in China time. The stream ends in the error when the log cannot be read.
 */
export function exportCsv(log: Pick<QuestionLog, 'between'>, days: Days): Readable {
  const csv = stringify({
    bom: true,
    header: true,
    columns: [...EXPORT_COLUMNS],
    escape_formulas: true,
    record_delimiter: 'windows',
  })
  // An error of either side destroys the other; whoever reads `csv` meets it there.
  pipeline(Readable.from(cells(log.between(days))), csv, () => {})
  return csv
}

async function* cells(questions: AsyncIterable<LoggedQuestion>): AsyncIterable<string[]> {
  for await (const question of questions) yield Object.values(COLUMNS).map((cell) => cell(question))
}
