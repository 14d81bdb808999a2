import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Command } from '../command-line.ts'
import type { Config } from '../config.ts'
import { understand } from '../conversation/understanding.ts'
import { type Day, dayInChina } from '../core/day.ts'
import { sizeOf } from '../core/lexicon.ts'
import { calibrate } from '../eval/calibrate.ts'
import { fares, learn, weightsByFold } from '../eval/learn.ts'
import { intentFares, learnIntents, marksFor, measureIntents, takeApart } from '../eval/learn-intents.ts'
import { labelled, learnTopics, waysByTopic } from '../eval/learn-topics.ts'
import { learnVectors, waysOfAsking } from '../eval/learn-vectors.ts'
import { readLines, type TestQuestion, testQuestion } from '../eval/questions.ts'
import { topicsBySet, topicTable } from '../eval/topics-by-set.ts'
import { trials } from '../eval/trials.ts'
import { writeSoftmax } from '../intent/softmax.ts'
import { buildKnowledge } from '../knowledge/build.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Examples, parseExamples } from '../knowledge/parse-examples.ts'
import { readExamples, readFolder } from '../knowledge/read.ts'
import { BrokenKnowledge } from '../knowledge/watch.ts'
import { writeVectors } from '../search/learned-vectors.ts'
import { WEIGHTS } from '../search/weights.ts'
import { writeTopics } from '../topics/learned-topics.ts'
import { readWording } from '../wording.ts'

const USAGE = `usage: npm run learn [-- ranking | intents | vectors | topics path/to/set …]
  topics  what questions are counted under, from folders of labelled questions, each of which is asked of what was learned from the others (takes minutes)
`

/**
 * Learns what is learned: the weights of the ranking, the model of intents, and, where sets are named, what questions are counted under. Reproducible: no clock but the day, no chance but a fixed seed.
 */
export const run: Command = async (args, config) => {
  const [what, ...sets] = args
  const known = what === undefined || ['ranking', 'intents', 'vectors', 'topics'].includes(what)
  if (!known || sets.length > 0 !== (what === 'topics')) {
    process.stderr.write(USAGE)
    return 64
  }
  const today = dayInChina(new Date())
  const files = await readFolder(config.KNOWLEDGE_DIR)
  const { knowledge, problems } = buildKnowledge(files, { today, reviewAfterDays: config.REVIEW_AFTER_DAYS })
  const { examples, problems: wrong } = parseExamples(await readExamples(config.KNOWLEDGE_DIR))
  if (!knowledge || wrong.length > 0) throw new BrokenKnowledge([...problems, ...wrong])
  if (what === 'topics') await topics(knowledge, examples, sets, config)
  if (what === undefined || what === 'intents') await intents(knowledge, examples)
  if (what !== 'intents' && what !== 'topics') await vectors(knowledge, examples)
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

/** Learns what questions are counted under from the ways of asking and sets of labelled questions, tells how each set fares without having been learned from, and writes it to `src/topics/learned.txt`. */
async function topics(knowledge: Knowledge, examples: Examples, folders: string[], config: Config): Promise<void> {
  const sets = new Map<string, TestQuestion[]>()
  for (const folder of folders) {
    const lines = await readLines(join(folder, 'questions.jsonl'), testQuestion)
    sets.set(
      basename(folder),
      lines.filter(({ topic }) => topic !== undefined),
    )
  }
  const understanding = understand(knowledge)
  const translate = await readWording(config.LOCALES_DIR, understanding.toTraditional)
  const ways = waysByTopic(knowledge, examples)
  const fares = topicsBySet(sets, ways, { understanding, translate, today: dayInChina(new Date()) })
  process.stdout.write(`${topicTable(fares)}\n`)
  const questions = [...sets].flatMap(([set, list]) => labelled(list, set, understanding))
  const model = learnTopics([...ways, ...questions])
  process.stdout.write(
    `${ways.length} ways of asking, ${questions.length} labelled questions, ${sizeOf(model.vocabulary)} pieces, ${model.topics.length} topics\n`,
  )
  await writeFile(new URL('../topics/learned.txt', import.meta.url), writeTopics(model))
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
