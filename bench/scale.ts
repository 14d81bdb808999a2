import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BOUNDARY } from '../src/conversation/searchables.ts'
import { dayInChina } from '../src/core/day.ts'
import type { Entry } from '../src/core/entry.ts'
import { WRITTEN_LOCALES } from '../src/core/locale.ts'
import { holdOut } from '../src/eval/held-out.ts'
import { learnVectors, waysOfAsking } from '../src/eval/learn-vectors.ts'
import { FOLDS } from '../src/eval/trials.ts'
import { altered } from '../src/eval/typos.ts'
import { keptKnowledge } from '../src/kept-knowledge.ts'
import { buildKnowledge } from '../src/knowledge/build.ts'
import { parseExamples } from '../src/knowledge/parse-examples.ts'
import { readExamples, readFolder } from '../src/knowledge/read.ts'
import { writeVectors } from '../src/search/learned-vectors.ts'
import { seeded } from '../src/search/seeded.ts'
import { SERVE } from './processes.ts'
import type { Measured, Plan } from './scale-service.ts'

// Many entries: the shipped ones and variations of them about invented places, each with a few of the phrasings put otherwise. How long the index takes, how long an
// answer, how much memory, and whether the shipped entries are still found by ways of asking that were taken out. Each is measured in a process of its own, which is given what a server finds
// on its disk: the knowledge and what was learned; then in another that finds the index as well.

const ENTRIES = Number(process.env.BENCH_ENTRIES ?? 10_000)
/** Phrasings of a variation in each language. */
const PHRASINGS = 4
const ASKED = 1000

const today = dayInChina(new Date())
const files = await readFolder('knowledge')
const { knowledge: all } = buildKnowledge(files, { today, reviewAfterDays: 100_000 })
if (!all) throw new Error('the knowledge has errors: npm run check')
const { knowledge, heldOut } = holdOut(all, 0, FOLDS, BOUNDARY)
const questions = heldOut.filter(({ id }) => id !== undefined && !id.startsWith(BOUNDARY))
const asked = questions.filter((_, index) => index % Math.ceil(questions.length / ASKED) === 0)

const random = seeded(20261128)
const SYLLABLES = ['ba', 'do', 'ki', 'lu', 'mo', 'ne', 'ri', 'sa', 'tu', 'va', 'wo', 'ze']
const HAN = ['岭', '洛', '坎', '塔', '维', '努', '萨', '柯', '米', '卓', '峡', '屿']
const pick = (list: string[]) => list[Math.floor(random() * list.length)] ?? ''

/** An entry about a place that does not exist. */
function variation(entry: Entry, number: number): Entry {
  const place = {
    'zh-Hans': `${pick(HAN)}${pick(HAN)}${pick(HAN)}`,
    en: `${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(SYLLABLES)}`,
  }
  const texts = { ...entry.texts }
  for (const locale of WRITTEN_LOCALES) {
    const { title, questions: phrasings, ...rest } = texts[locale]
    const about = (text: string) => (locale === 'en' ? `${text} in ${place.en}` : `${place['zh-Hans']}${text}`)
    texts[locale] = {
      ...rest,
      title: about(title),
      questions: phrasings.slice(0, PHRASINGS).map((text) => about(altered(text, random))),
      answer: about(rest.answer),
    }
  }
  return { ...entry, id: `${entry.id}-${number}`, replaces: [], related: [], texts }
}

const shipped = [...knowledge.entries.values()]
const many = new Map(knowledge.entries)
for (let number = 0; many.size < ENTRIES; number++) {
  const entry = variation(shipped[number % shipped.length] as Entry, number)
  many.set(entry.id, entry)
}

const folder = mkdtempSync(join(tmpdir(), 'tongguan-scale-'))
try {
  // Learned of the shipped entries without what is asked of them; of the variations nothing is learned.
  const learned = learnVectors(waysOfAsking(knowledge, parseExamples(await readExamples('knowledge')).examples))
  writeFileSync(join(folder, 'vectors.txt'), writeVectors(learned))
  process.stdout.write(
    '| entries | index built in | processor | p50 | p99 | resident | at its peak | entry first | among three |\n|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n',
  )
  for (const entries of [knowledge.entries, many]) {
    const plan: Plan = { folder, revision: `${entries.size} entries`, today, asked }
    await keptKnowledge(folder)(plan.revision, async () => ({ knowledge: { ...knowledge, entries }, problems: [] }))
    writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan))
    process.stdout.write(`${row(measure())}\n${row(measure())}\n`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Has a process of its own do it, with the flags of `npm start`. */
function measure(): Measured {
  const flags = SERVE.filter((one) => one.startsWith('--'))
  const script = fileURLToPath(new URL('scale-service.ts', import.meta.url))
  return JSON.parse(execFileSync(process.execPath, [...flags, script, folder], { encoding: 'utf8' })) as Measured
}

function row({ entries, kept, wall, processor, times, resident, peak, first, amongThree }: Measured): string {
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`
  const percent = (part: number) => `${((100 * part) / asked.length).toFixed(1)} %`
  const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(2)} ms`
  return `| ${[
    `${entries}${kept ? ', index kept' : ''}`,
    seconds(wall),
    seconds(processor),
    at(0.5),
    at(0.99),
    `${resident} MB`,
    `${peak} MB`,
    percent(first),
    percent(amongThree),
  ].join(' | ')} |`
}
