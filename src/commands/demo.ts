import { parseArgs } from 'node:util'
import type { Command } from '../command-line.ts'
import { addDays, type Day, dayInChina } from '../core/day.ts'
import type { Database } from '../database/database.ts'
import { openDatabase, placeOf } from '../database/open.ts'
import { load } from '../demo/load.ts'
import { complete, isSynthetic, NotSynthetic, startAfresh } from '../demo/mark.ts'
import { storyOf } from '../demo/seasons.ts'
import { syntheticYear } from '../demo/synthetic.ts'
import { buildKnowledge } from '../knowledge/build.ts'
import { readFolder } from '../knowledge/read.ts'
import { BrokenKnowledge } from '../knowledge/watch.ts'
import { serve } from '../main.ts'
import { campaignsIn } from '../office/campaigns.ts'
import { createLog } from '../telemetry/log.ts'

/** Where the made-up year lies unless it is said otherwise. */
const DEMO_DATABASE = 'sqlite:./data/demo.db'

/** About how many questions the made-up year has. */
const QUESTIONS = 120_000

const USAGE = `usage: npm run demo -- [--database ${DEMO_DATABASE}] [--questions ${QUESTIONS}] [--seed 1] [--fill-only]\n`

/**
 * `demo`: fills a database of its own with a year of made-up questions that ends today, and serves on it. Refuses the database of
 * the question log, and any that holds a question that was really asked.
 */
export const run: Command = async (args, config) => {
  const { values } = parseArgs({
    args,
    options: {
      database: { type: 'string', default: DEMO_DATABASE },
      questions: { type: 'string', default: String(QUESTIONS) },
      seed: { type: 'string', default: '1' },
      'fill-only': { type: 'boolean', default: false },
    },
  })
  const [total, seed] = [Number(values.questions), Number(values.seed)]
  if (!Number.isSafeInteger(total) || total < 1 || !Number.isSafeInteger(seed)) {
    process.stderr.write(USAGE)
    return 64
  }
  const today = dayInChina(new Date())
  const { knowledge, problems } = buildKnowledge(await readFolder(config.KNOWLEDGE_DIR), {
    today,
    reviewAfterDays: config.REVIEW_AFTER_DAYS,
  })
  if (!knowledge) throw new BrokenKnowledge(problems)
  try {
    if (placeOf(values.database) === placeOf(config.DATABASE_URL))
      throw new NotSynthetic(`${placeOf(values.database)} is the database of the question log (DATABASE_URL)`)
    await using database = await openDatabase(values.database)
    const wanted = { today, total, seed }
    if (!(await isSynthetic(database, wanted))) {
      process.stderr.write(`making up a year of questions in ${database.where} …\n`)
      await startAfresh(database, wanted)
      const wordsSince = addDays(today, -config.RETAIN_TEXT_DAYS)
      const count = await load(database, syntheticYear(knowledge, { ...wanted, wordsSince }))
      await recordCampaign(database, today)
      await complete(database)
      process.stderr.write(`${count} made-up questions; nobody has asked them\n`)
    }
  } catch (error) {
    if (!(error instanceof NotSynthetic)) throw error
    process.stderr.write(`${error.message}. The demo never writes there: name another with --database.\n`)
    return 64
  }
  if (values['fill-only']) return 0
  await serve({ ...config, DATABASE_URL: values.database }, createLog(config.LOG_LEVEL))
  return 0
}

/** Who recorded the campaign of the made-up year. */
const NOBODY = 'npm run demo'

/** Records the campaign of the made-up year, and no other, so that its page has something to measure. */
async function recordCampaign(database: Database, today: Day): Promise<void> {
  const campaigns = campaignsIn(database, () => new Date())
  for (const { id, who } of await campaigns.list()) if (who === NOBODY) await campaigns.remove(id)
  const { from, to, topic } = storyOf(today).campaign
  await campaigns.add({
    name: '个人邮包限额专题（虚构） · Limits of personal parcels (made up)',
    starts: from,
    ends: to,
    topics: [topic],
    audience: undefined,
    channel: undefined,
    link: '',
    who: NOBODY,
  })
}
