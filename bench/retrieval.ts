import { readFile, writeFile } from 'node:fs/promises'
import { BOUNDARY } from '../src/conversation/searchables.ts'
import { dayInChina } from '../src/core/day.ts'
import type { WrittenLocale } from '../src/core/locale.ts'
import { holdOut } from '../src/eval/held-out.ts'
import { readLines, testQuestion } from '../src/eval/questions.ts'
import { FOLDS } from '../src/eval/trials.ts'
import { buildKnowledge } from '../src/knowledge/build.ts'
import { readFolder } from '../src/knowledge/read.ts'
import { SYSTEMS, type System } from './retrieval-systems.ts'

// How well and how fast ours finds entries beside others, in one run on one machine: each is built from the same entries without a sixth of their ways of asking and
// asked that sixth, and the questions of the development set, of which the topic is known. The table goes into the README.

const README = new URL('../README.md', import.meta.url)
const SET = new URL('../test/questions/sets/development/questions.jsonl', import.meta.url)
const [START, END] = ['<!-- bench:retrieval -->', '<!-- /bench:retrieval -->']
/** Held-out ways of asking that are put to each, evenly taken from all. */
const MOST_ASKED = 800

const today = dayInChina(new Date())
const { knowledge: all } = buildKnowledge(await readFolder('knowledge'), { today, reviewAfterDays: 100_000 })
if (!all) throw new Error('the knowledge has errors: npm run check')
const { heldOut, knowledge: whole } = holdOut(all, 0, FOLDS, BOUNDARY)
// Entries of another day would only be in the way of systems that know no days.
const entries = new Map(
  [...whole.entries].filter(([, { effective }]) => effective.to === undefined || effective.to >= today),
)
const knowledge = { ...whole, entries }
const languageOf = (text: string): WrittenLocale => (/\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en')
const candidates = heldOut.filter(({ id }) => id !== undefined && entries.has(id))
const asked = candidates.filter((_, index) => index % Math.ceil(candidates.length / MOST_ASKED) === 0)
const questions = (await readLines(SET.pathname, testQuestion)).filter(({ asOf }) => asOf === undefined)

async function measure({ name, build }: System): Promise<string> {
  process.stderr.write(`${name} …\n`)
  const before = performance.now()
  const ask = await build(knowledge, today)
  const built = performance.now() - before
  for (const { text } of asked.slice(0, 50)) await ask(text, languageOf(text))
  let [first, amongThree, topic] = [0, 0, 0]
  const times: number[] = []
  for (const { text, id = '' } of asked) {
    const start = performance.now()
    const found = await ask(text, languageOf(text))
    times.push(performance.now() - start)
    if (found[0] === id) first++
    if (found.slice(0, 3).includes(id)) amongThree++
  }
  for (const question of questions) {
    const [best = ''] = await ask(question.q, languageOf(question.q))
    if (entries.get(best)?.topic === question.topic) topic++
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(2)} ms`
  const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`
  return `| ${[name, percent(first, asked.length), percent(amongThree, asked.length), percent(topic, questions.length), `${(built / 1000).toFixed(1)} s`, at(0.5), at(0.99)].join(' | ')} |`
}

const rows: string[] = []
for (const system of SYSTEMS) rows.push(await measure(system))
const table = [
  `Entry first and among three: ${asked.length} ways of asking that were taken out of ${entries.size} entries before each was built. Topic: the first hit for ${questions.length} questions of \`test/questions/sets/development\`.`,
  '',
  '| | entry first | among three | topic right | built in | p50 | p99 |',
  '|---|---:|---:|---:|---:|---:|---:|',
  ...rows,
].join('\n')
process.stdout.write(`${table}\n`)
const readme = await readFile(README, 'utf8')
const [start, end] = [readme.indexOf(START), readme.indexOf(END)]
if (start >= 0 && end > start)
  await writeFile(README, `${readme.slice(0, start + START.length)}\n${table}\n${readme.slice(end)}`)
