import { parseArgs } from 'node:util'
import { briefPartsOf } from '../brief-parts.ts'
import type { Command } from '../command-line.ts'
import { understand } from '../conversation/understanding.ts'
import { dayInChina } from '../core/day.ts'
import { toLocale } from '../core/locale.ts'
import { openDatabase } from '../database/open.ts'
import { briefOf } from '../insights/brief/brief-page.ts'
import { briefMarkdown } from '../insights/brief/markdown.ts'
import { readSelection } from '../insights/filters.ts'
import { keptIndex } from '../kept-index.ts'
import { buildKnowledge } from '../knowledge/build.ts'
import { readFolder } from '../knowledge/read.ts'
import { BrokenKnowledge } from '../knowledge/watch.ts'
import { officeAudit } from '../office/audit.ts'
import { migrateQuestions } from '../questions/migrations.ts'
import { sqlQuestionCounts } from '../questions/sql-question-counts.ts'
import { readWording } from '../wording.ts'

const USAGE = `usage: npm run -s brief -- [--from 2026-11-01] [--to 2026-11-30] [--locale zh-Hans|zh-Hant|en] > brief.md
Whole weeks, Monday to Sunday, that are over; the last four when nothing is said.
`

/** `brief --from day --to day [--locale tag]`: the outreach brief of a period as Markdown on standard output, for a scheduler. It stands in the audit log like a view. */
export const run: Command = async (args, config) => {
  const { values } = parseArgs({
    args,
    options: { from: { type: 'string' }, to: { type: 'string' }, locale: { type: 'string', default: 'zh-Hans' } },
  })
  const now = () => new Date()
  const today = dayInChina(now())
  const locale = toLocale(values.locale)
  const read = readSelection({ from: values.from, to: values.to }, today)
  if (locale === undefined || 'faults' in read) {
    process.stderr.write(USAGE)
    return 64
  }
  const { knowledge, problems } = buildKnowledge(await readFolder(config.KNOWLEDGE_DIR), {
    today,
    reviewAfterDays: config.REVIEW_AFTER_DAYS,
  })
  if (!knowledge) throw new BrokenKnowledge(problems)
  const understanding = understand(knowledge, keptIndex())
  const translate = await readWording(config.LOCALES_DIR, understanding.toTraditional)
  await using database = await openDatabase(config.DATABASE_URL)
  await migrateQuestions(database)
  await using counts = sqlQuestionCounts(database)
  const parts = await briefPartsOf({ database, counts, understanding: () => understanding, translate, config, now })
  const { from = '', to = '' } = values
  const words = await briefOf(read.selection, locale, parts)
  await officeAudit(database, now).record({
    who: 'npm run brief',
    role: '',
    did: 'export',
    what: '/insights/brief.md',
    detail: { from, to, locale },
  })
  process.stdout.write(briefMarkdown(words))
  return 0
}
