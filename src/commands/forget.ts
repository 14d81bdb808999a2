import { parseArgs } from 'node:util'
import type { Command } from '../command-line.ts'
import { addDays, day, dayInChina } from '../core/day.ts'
import { openQuestionLog } from '../questions/open.ts'

/**
 * `forget [--before day]`: drops the words of questions that are older than `RETAIN_TEXT_DAYS`, or were asked before a day, and
 * what is left of earlier weeks' salts. The service does the same by itself; this is for schedulers, and for dropping more at once.
 */
export const run: Command = async (args, config) => {
  const { values } = parseArgs({ args, options: { before: { type: 'string' } } })
  const before = day.safeParse(values.before ?? addDays(dayInChina(new Date()), -config.RETAIN_TEXT_DAYS))
  if (!before.success) {
    process.stderr.write(
      'usage: npm run forget -- [--before 2026-11-01] (the first day whose words are kept, China time)\n',
    )
    return 64
  }
  await using questions = await openQuestionLog(config.DATABASE_URL, { now: () => new Date() })
  const forgotten = await questions.forgetTextBefore(before.data)
  process.stdout.write(`${forgotten} questions before ${before.data} have no words any more; their counts stay\n`)
  return 0
}
