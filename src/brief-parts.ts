import { randomBytes } from 'node:crypto'
import type { Config } from './config.ts'
import { catalogueOf } from './conversation/catalogue.ts'
import { subjectTerms } from './conversation/subject-terms.ts'
import { tellEntry } from './conversation/tell-entry.ts'
import type { Understanding } from './conversation/understanding.ts'
import { dayInChina } from './core/day.ts'
import type { Translate } from './core/translate.ts'
import type { Database } from './database/database.ts'
import { isMadeUp } from './demo/mark.ts'
import type { BriefParts } from './insights/brief/brief-page.ts'
import { createRelease } from './insights/disclosure/release.ts'
import { createWordRelease } from './insights/disclosure/released-words.ts'
import { keptSecret } from './office/secrets.ts'
import type { QuestionCounts } from './questions/question-counts.ts'

/** A secret of an office's, made when there is none yet. */
export const officeSecret = async (database: Database, name: string): Promise<string> =>
  (await keptSecret(database, name, async () => randomBytes(32).toString('hex'))).value

/** Puts together what a brief is made from: for the page and for the command alike, so that both say the same. */
export async function briefPartsOf({
  database,
  counts,
  understanding,
  translate,
  config,
  now,
}: {
  database: Database
  counts: QuestionCounts
  understanding: () => Understanding
  translate: Translate
  config: Pick<Config, 'REVIEW_AFTER_DAYS'>
  now: () => Date
}): Promise<BriefParts> {
  const key = await officeSecret(database, 'disclosure')
  const today = () => dayInChina(now())
  const milliseconds = () => now().getTime()
  return {
    release: createRelease(counts, { key, now: milliseconds }),
    words: createWordRelease(counts, {
      key,
      terms: (text) => subjectTerms(text, understanding()),
      now: milliseconds,
    }),
    catalogue: (locale) =>
      catalogueOf(understanding(), { locale, today: today(), reviewAfterDays: config.REVIEW_AFTER_DAYS }),
    translate,
    today,
    knowledge: () => understanding().knowledge.revision,
    madeUp: await isMadeUp(database),
    harmOf: (id) => understanding().knowledge.misconceptions.get(id)?.harm ?? 'low',
    tell: (what, on, locale) => tellEntry(what, on, locale, { knowledge: understanding().knowledge, translate }),
  }
}
