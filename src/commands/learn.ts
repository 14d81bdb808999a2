import { writeFile } from 'node:fs/promises'
import type { Command } from '../command-line.ts'
import { type Day, dayInChina } from '../core/day.ts'
import { sizeOf } from '../core/lexicon.ts'
import { calibrate } from '../eval/calibrate.ts'
import { fares, learn, weightsByFold } from '../eval/learn.ts'
import { intentFares, learnIntents, marksFor, measureIntents, takeApart } from '../eval/learn-intents.ts'
import { learnVectors, waysOfAsking } from '../eval/learn-vectors.ts'
import { trials } from '../eval/trials.ts'
import { writeSoftmax } from '../intent/softmax.ts'
import { buildKnowledge } from '../knowledge/build.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Examples, parseExamples } from '../knowledge/parse-examples.ts'
import { readExamples, readFolder } from '../knowledge/read.ts'
import { BrokenKnowledge } from '../knowledge/watch.ts'
import { writeVectors } from '../search/learned-vectors.ts'
import { WEIGHTS } from '../search/weights.ts'

const USAGE = `usage: npm run learn [-- ranking | intents | vectors]
`

/**
 * Learns what is learned: the weights of the ranking, and the model of intents. Reproducible: no clock but the day, no chance but a fixed seed.
 */
export const run: Command = async (args, config) => {
  const [what, ...more] = args
  if (more.length > 0 || !(what === undefined || ['ranking', 'intents', 'vectors'].includes(what))) {
    process.stderr.write(USAGE)
    return 64
  }
  const today = dayInChina(new Date())
  const files = await readFolder(config.KNOWLEDGE_DIR)
  const { knowledge, problems } = buildKnowledge(files, { today, reviewAfterDays: config.REVIEW_AFTER_DAYS })
  const { examples, problems: wrong } = parseExamples(await readExamples(config.KNOWLEDGE_DIR))
  if (!knowledge || wrong.length > 0) throw new BrokenKnowledge([...problems, ...wrong])
  if (what === undefined || what === 'intents') await intents(knowledge, examples)
  if (what !== 'intents') await vectors(knowledge, examples)
  if (what === undefined || what === 'ranking') await ranking(knowledge, examples, today)
  return 0
}

/** Learns the model of intents from the entries' own questions and the examples, sets its marks by cross-validation, and writes both to `src/intent/learned/`. */
async function intents(knowledge: Knowledge, examples: Examples): Promise<void> {
  const taken = takeApart(knowledge, examples)
  const measured = measureIntents(taken)
  const marks = marksFor(measured)
  process.stdout.write(`${taken.length} messages; marks ${JSON.stringify(marks)}\n`)
  for (const [name, used] of Object.entries({ found: marks, 'in doubt': marks.doubtful }))
    for (const [sort, fares] of Object.entries(intentFares(measured, used)))
      process.stdout.write(`  ${name}: ${sort}  ${JSON.stringify(fares)}\n`)
  const model = learnIntents(taken, marks)
  const write = (name: string, text: string) => writeFile(new URL(`../intent/learned/${name}`, import.meta.url), text)
  for (const name of ['kinds', 'unlawful', 'elsewhere'] as const) await write(`${name}.txt`, writeSoftmax(model[name]))
  await write('marks.json', `${JSON.stringify(marks, null, 2)}\n`)
}

/** Learns from all ways of asking where pieces pull, and writes it to `src/search/vectors.txt`. */
async function vectors(knowledge: Knowledge, examples: Examples): Promise<void> {
  const asked = waysOfAsking(knowledge, examples)
  const learned = learnVectors(asked)
  process.stdout.write(
    `${asked.length} ways of asking, ${sizeOf(learned.pieces.vocabulary)} pieces, ${learned.targets.ids.length} targets\n`,
  )
  await writeFile(new URL('../search/vectors.txt', import.meta.url), writeVectors(learned))
}

/**
 * Learns the ranking weights from the entries' own questions, sets the marks that decide by what cross-validated trials cost, and writes them to `src/search/weights.json`.
 */
async function ranking(knowledge: Knowledge, examples: Examples, today: Day): Promise<void> {
  const all = trials(knowledge, examples, today)
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
}
