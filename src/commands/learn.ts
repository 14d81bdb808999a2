import { writeFile } from 'node:fs/promises'
import type { Command } from '../command-line.ts'
import { dayInChina } from '../core/day.ts'
import { calibrate } from '../eval/calibrate.ts'
import { fares, learn, weightsByFold } from '../eval/learn.ts'
import { trials } from '../eval/trials.ts'
import { buildKnowledge } from '../knowledge/build.ts'
import { readFolder } from '../knowledge/read.ts'
import { BrokenKnowledge } from '../knowledge/watch.ts'
import { WEIGHTS } from '../search/weights.ts'

/**
 * Learns the ranking weights from the entries' own questions, sets the marks that decide by what cross-validated trials cost, and writes them to `src/search/weights.json`. Reproducible: no clock but the day, no
 * chance but a fixed seed.
 */
export const run: Command = async (_args, config) => {
  const today = dayInChina(new Date())
  const { knowledge, problems } = buildKnowledge(await readFolder(config.KNOWLEDGE_DIR), {
    today,
    reviewAfterDays: config.REVIEW_AFTER_DAYS,
  })
  if (!knowledge) throw new BrokenKnowledge(problems)
  const all = trials(knowledge, today)
  process.stdout.write(`${all.length} held-out questions\nbefore ${JSON.stringify(fares(all, () => WEIGHTS))}\n`)
  const byFold = weightsByFold(all, WEIGHTS)
  const { cost, ...marks } = calibrate(
    all,
    ({ fold }) => byFold[fold] ?? WEIGHTS,
    (id) => knowledge.entries.get(id)?.topic ?? id,
  )
  const weights = { ...learn(all, WEIGHTS), ...marks }
  process.stdout.write(
    `after  ${JSON.stringify(fares(all, () => weights))}\nmarks  ${JSON.stringify(marks)} cost ${cost.toFixed(3)} taps for a question\n${JSON.stringify(weights)}\n`,
  )
  await writeFile(new URL('../search/weights.json', import.meta.url), `${JSON.stringify(weights, null, 2)}\n`)
  return 0
}
