import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rankOn } from '../src/conversation/rank-question.ts'
import { understand } from '../src/conversation/understanding.ts'
import type { Day } from '../src/core/day.ts'
import type { HeldOut } from '../src/eval/held-out.ts'
import { keptIndex } from '../src/kept-index.ts'
import { keptKnowledge } from '../src/kept-knowledge.ts'
import { readVectors } from '../src/search/learned-vectors.ts'
import { WEIGHTS } from '../src/search/weights.ts'

// One service of `bench/scale.ts`, measured: started in a folder with `plan.json`, the knowledge as a server keeps it, and what was learned.

/** What is to be measured. */
export type Plan = { folder: string; revision: string; today: Day; asked: HeldOut[] }

/** Milliseconds of the clock and of the processor until questions can be answered, milliseconds of each question in ascending order, megabytes after the index was built and at most until then, and how many questions found their entry. */
export type Measured = {
  entries: number
  /** Whether the index was found on disk. */
  kept: boolean
  wall: number
  processor: number
  times: number[]
  resident: number
  peak: number
  first: number
  amongThree: number
}

const { folder, revision, today, asked } = JSON.parse(
  readFileSync(join(process.argv[2] ?? '', 'plan.json'), 'utf8'),
) as Plan
const { knowledge } = await keptKnowledge(folder)(revision, () => Promise.reject(new Error('no knowledge was kept')))
if (!knowledge) throw new Error('no knowledge was kept')

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)
const [before, used] = [performance.now(), process.cpuUsage()]
const keep = keptIndex(folder)
let kept = true
const understanding = understand(
  knowledge,
  (sources, build) =>
    keep(sources, () => {
      kept = false
      return build()
    }),
  () => readVectors(readFileSync(join(folder, 'vectors.txt'), 'utf8')),
)
const wall = performance.now() - before
const { user, system } = process.cpuUsage(used)
const resident = megabytes(process.memoryUsage.rss())
const peak = megabytes(process.resourceUsage().maxRSS * 1024)

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
const measured: Measured = {
  entries: knowledge.entries.size,
  kept,
  wall,
  processor: (user + system) / 1000,
  times,
  resident,
  peak,
  first,
  amongThree,
}
process.stdout.write(JSON.stringify(measured))
