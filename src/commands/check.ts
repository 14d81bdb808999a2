import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Command } from '../command-line.ts'
import { checkRetrieval } from '../conversation/check-retrieval.ts'
import { understand } from '../conversation/understanding.ts'
import { addDays, type Day, dayInChina } from '../core/day.ts'
import { keptIndex } from '../kept-index.ts'
import { buildKnowledge } from '../knowledge/build.ts'
import { checkCode } from '../knowledge/check-code.ts'
import { checkExamples, parseExamples } from '../knowledge/parse-examples.ts'
import { describeProblem, type KnowledgeProblem } from '../knowledge/problem.ts'
import { readExamples, readFolder } from '../knowledge/read.ts'
import { openQuestionLog } from '../questions/open.ts'
import { WEIGHTS } from '../search/weights.ts'

/** Days of the question log that say how much an entry is used. */
const USED_WITHIN = 90

/**
 * `check [--quick]`: checks the knowledge, for authors and for CI: every problem at once, by file and line. Without `--quick` every entry is also asked its own questions. Exits 1 when
 * there is an error.
 */
export const run: Command = async (args, config) => {
  const { values } = parseArgs({ args, options: { quick: { type: 'boolean', default: false } } })
  const today = dayInChina(new Date())
  const files = await readFolder(config.KNOWLEDGE_DIR)
  const { knowledge, problems } = buildKnowledge(files, { today, reviewAfterDays: config.REVIEW_AFTER_DAYS })
  const learnedFrom = parseExamples(await readExamples(config.KNOWLEDGE_DIR))
  problems.push(...learnedFrom.problems, ...(knowledge ? checkExamples(learnedFrom.examples, knowledge) : []))
  problems.push(...checkCode(await readCode(), knowledge?.figures ?? new Map()))
  const due = problems.filter(({ what }) => what.startsWith('was last reviewed'))
  const shown =
    due.length > 0
      ? [...problems.filter((one) => !due.includes(one)), ...(await mostUsedFirst(due, config.DATABASE_URL, today))]
      : problems
  for (const problem of shown) process.stdout.write(`${describeProblem(problem)}\n`)
  const errors = problems.filter(({ level }) => level === 'error').length
  if (!knowledge || errors > 0) {
    process.stdout.write(`${errors} errors, ${problems.length - errors} warnings\n`)
    return 1
  }
  if (!values.quick) {
    const { asked, confusions } = checkRetrieval(understand(knowledge, keptIndex()), today, WEIGHTS)
    for (const { kind, file, question, instead } of confusions)
      process.stdout.write(
        `${file}  note: "${question}" ${kind === 'led-elsewhere' ? 'is led to' : 'nearly coincides with'} ${instead}\n`,
      )
    const lost = confusions.filter(({ kind }) => kind === 'led-elsewhere').length
    process.stdout.write(
      `${asked - lost} of ${asked} questions find their own entry; ${confusions.length - lost} nearly coincide with another's\n`,
    )
  }
  process.stdout.write(
    `ok: ${knowledge.entries.size} entries in two languages, ${knowledge.figures.size} figures, ${knowledge.documents.size} documents, ${problems.length} warnings\n`,
  )
  return 0
}

/** The service's own code: path from the repository → text. */
async function readCode(): Promise<Map<string, string>> {
  const folder = new URL('../', import.meta.url)
  const paths = (await readdir(folder, { recursive: true })).filter((path) => /\.(?:ts|js)$/.test(path)).sort()
  return new Map(
    await Promise.all(
      paths.map(
        async (path): Promise<[string, string]> => [`src/${path}`, await readFile(new URL(path, folder), 'utf8')],
      ),
    ),
  )
}

/** Entries due for review in the order in which people need them. */
async function mostUsedFirst(due: KnowledgeProblem[], databaseUrl: string, today: Day): Promise<KnowledgeProblem[]> {
  const path = databaseUrl.replace(/^sqlite:/, '')
  if (!existsSync(path)) return due
  const used = new Map<string, number>()
  await using log = await openQuestionLog(databaseUrl, { now: () => new Date() })
  for await (const { entry } of log.between({ from: addDays(today, -USED_WITHIN), to: today }))
    if (entry) used.set(entry, (used.get(entry) ?? 0) + 1)
  const times = ({ file }: KnowledgeProblem) => used.get(/([^/]+)\.(?:zh-Hans|en)\.md$/.exec(file)?.[1] ?? '') ?? 0
  return [...due]
    .sort((a, b) => times(b) - times(a))
    .map((problem) => ({ ...problem, what: `${problem.what} (told ${times(problem)} times in ${USED_WITHIN} days)` }))
}
