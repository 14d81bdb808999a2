import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import type { Command } from '../command-line.ts'
import { day } from '../core/day.ts'
import { exportCsv } from '../questions/export.ts'
import { openQuestionLog } from '../questions/open.ts'

/** `export --from day --to day`: the question log of a period as CSV on standard output, safe to open in a spreadsheet. */
export const run: Command = async (args, config) => {
  const { values } = parseArgs({ args, options: { from: { type: 'string' }, to: { type: 'string' } } })
  const from = day.safeParse(values.from)
  const to = day.safeParse(values.to)
  if (!from.success || !to.success || from.data > to.data) {
    process.stderr.write(
      'usage: npm run export -- --from 2026-11-01 --to 2026-11-30 > questions.csv (days in China time, both included)\n',
    )
    return 64
  }
  await using questions = await openQuestionLog(config.DATABASE_URL, { now: () => new Date() })
  await pipeline(exportCsv(questions, { from: from.data, to: to.data }), process.stdout, { end: false })
  return 0
}
