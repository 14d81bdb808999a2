import type { Command } from '../cli.ts'
import { dayInChina } from '../core/day.ts'
import { buildKnowledge } from '../knowledge/build.ts'
import { describeProblem } from '../knowledge/problem.ts'
import { readFolder } from '../knowledge/read.ts'

/** Checks the knowledge, for authors and for CI: every problem at once, by file and line. Exits 1 when there is an error. */
export const run: Command = async (_args, config) => {
  const { knowledge, problems } = buildKnowledge(await readFolder(config.KNOWLEDGE_DIR), {
    today: dayInChina(new Date()),
    reviewAfterDays: config.REVIEW_AFTER_DAYS,
  })
  for (const problem of problems) process.stdout.write(`${describeProblem(problem)}\n`)
  const errors = problems.filter(({ level }) => level === 'error').length
  process.stdout.write(
    knowledge
      ? `ok: ${knowledge.entries.size} entries in two languages, ${knowledge.figures.size} figures, ${knowledge.documents.size} documents, ${problems.length} warnings\n`
      : `${errors} errors, ${problems.length - errors} warnings\n`,
  )
  return errors > 0 ? 1 : 0
}
