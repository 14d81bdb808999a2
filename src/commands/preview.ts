import { parseArgs } from 'node:util'
import type { Command } from '../command-line.ts'
import { preview } from '../conversation/preview.ts'
import { day, dayInChina } from '../core/day.ts'
import { buildKnowledge } from '../knowledge/build.ts'
import { readFolder } from '../knowledge/read.ts'
import { createTraditional } from '../knowledge/traditional.ts'
import { BrokenKnowledge } from '../knowledge/watch.ts'
import { readWording } from '../wording.ts'

/** `preview --as-of day [--from day]`: which answers will be different on that day, and how, in both languages. */
export const run: Command = async (args, config) => {
  const { values } = parseArgs({ args, options: { 'as-of': { type: 'string' }, from: { type: 'string' } } })
  const today = dayInChina(new Date())
  const to = day.safeParse(values['as-of'])
  const from = day.safeParse(values.from ?? today)
  if (!to.success || !from.success) {
    process.stderr.write('usage: npm run preview -- --as-of 2027-01-01 [--from 2026-11-23]\n')
    return 64
  }
  const { knowledge, problems } = buildKnowledge(await readFolder(config.KNOWLEDGE_DIR), {
    today,
    reviewAfterDays: config.REVIEW_AFTER_DAYS,
  })
  if (!knowledge) throw new BrokenKnowledge(problems)
  const translate = await readWording(config.LOCALES_DIR, createTraditional(knowledge.traditional))
  const changes = preview(knowledge, from.data, to.data, translate)
  for (const { entry, becomes } of changes) {
    const title = knowledge.entries.get(entry)?.texts['zh-Hans'].title
    process.stdout.write(
      `${entry} (${title}): ${becomes.kind}${becomes.kind === 'replaced' ? ` by ${becomes.by}` : ''}\n`,
    )
    if (becomes.kind !== 'reworded') continue
    for (const lines of Object.values(becomes.lines))
      for (const { before, after } of lines) process.stdout.write(`  - ${before}\n  + ${after}\n`)
  }
  process.stdout.write(
    `${changes.length} of ${knowledge.entries.size} answers are different on ${to.data} from what they are on ${from.data}\n`,
  )
  return 0
}
