import { rankOn } from '../src/conversation/rank-question.ts'
import { BOUNDARY } from '../src/conversation/searchables.ts'
import { understand } from '../src/conversation/understanding.ts'
import { dayInChina } from '../src/core/day.ts'
import type { Entry } from '../src/core/entry.ts'
import { WRITTEN_LOCALES } from '../src/core/locale.ts'
import { holdOut } from '../src/eval/held-out.ts'
import { learnVectors, waysOfAsking } from '../src/eval/learn-vectors.ts'
import { FOLDS } from '../src/eval/trials.ts'
import { altered } from '../src/eval/typos.ts'
import { buildKnowledge } from '../src/knowledge/build.ts'
import { parseExamples } from '../src/knowledge/parse-examples.ts'
import { readExamples, readFolder } from '../src/knowledge/read.ts'
import { seeded } from '../src/search/seeded.ts'
import { WEIGHTS } from '../src/search/weights.ts'

// Many entries: the shipped ones and variations of them about invented places, each with a few of the phrasings put otherwise. How long the index takes, how long an
// answer, how much memory, and whether the shipped entries are still found by ways of asking that were taken out.

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

// Learned of the shipped entries without what is asked of them; of the variations nothing is learned.
const learned = learnVectors(waysOfAsking(knowledge, parseExamples(await readExamples('knowledge')).examples))

function measure(entries: ReadonlyMap<string, Entry>) {
  const before = performance.now()
  const understanding = understand({ ...knowledge, entries }, undefined, learned)
  const built = performance.now() - before
  const times: number[] = []
  let [first, amongThree] = [0, 0]
  for (const { text } of asked.slice(0, 100)) rankOn(text, today, understanding, WEIGHTS)
  for (const { text, id = '' } of asked) {
    const start = performance.now()
    const ids = rankOn(text, today, understanding, WEIGHTS).ranked.map((hit) => hit.id)
    times.push(performance.now() - start)
    if (ids[0] === id) first++
    if (ids.slice(0, 3).includes(id)) amongThree++
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2)
  const percent = (part: number) => `${((100 * part) / asked.length).toFixed(1)} %`
  const memory = Math.round(process.memoryUsage().rss / 1024 / 1024)
  return `| ${[entries.size, `${(built / 1000).toFixed(1)} s`, `${at(0.5)} ms`, `${at(0.99)} ms`, `${memory} MB`, percent(first), percent(amongThree)].join(' | ')} |`
}

const shipped = [...knowledge.entries.values()]
const many = new Map(knowledge.entries)
for (let number = 0; many.size < ENTRIES; number++) {
  const entry = variation(shipped[number % shipped.length] as Entry, number)
  many.set(entry.id, entry)
}
process.stdout.write(
  `| entries | index built in | p50 | p99 | memory | entry first | among three |\n|---:|---:|---:|---:|---:|---:|---:|\n${measure(knowledge.entries)}\n`,
)
process.stdout.write(`${measure(many)}\n`)
