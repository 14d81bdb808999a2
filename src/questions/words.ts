import { type Database, tablesOf } from '../database/database.ts'
import { FIELDS } from './cubes.ts'
import type { Narrowed, QuestionWords } from './question-counts.ts'
import type { Days } from './question-log.ts'
import type { Tables } from './schema.ts'
import { isoWeek } from './spans.ts'

/** Rows read at a time. */
const PAGE = 500

/** Words of questions, newest first, while they are kept: the one thing that is read from the log itself, and bounded for that reason. */
export async function* wordsOf(
  database: Database,
  { from, to }: Days,
  narrowed: Narrowed,
  most: number,
): AsyncIterable<QuestionWords> {
  const { db } = tablesOf<Tables>(database)
  // Older than the oldest words there are none.
  const { oldest } = await db
    .selectFrom('question_text')
    .select(({ fn }) => fn.min('day').as('oldest'))
    .executeTakeFirstOrThrow()
  if (!oldest) return
  let query = db
    .selectFrom('question as q')
    .select(['q.day', 'q.at', 'q.id', 'q.pseudonym', 'q.topic', 'q.outcome', 'q.why', 'q.locale'])
    .where('q.day', '>=', from > oldest ? from : oldest)
    .orderBy('q.day', 'desc')
    .orderBy('q.at', 'desc')
    .orderBy('q.id', 'desc')
    .limit(PAGE)
  for (const field of FIELDS) {
    const values = narrowed[field]
    if (values === undefined) continue
    const known = values.filter((value) => value !== null)
    query = query.where(({ eb, or }) =>
      or([
        ...(known.length > 0 ? [eb(`q.${field}`, 'in', known)] : []),
        ...(values.includes(null) ? [eb(`q.${field}`, 'is', null)] : []),
      ]),
    )
  }
  let left = most
  let last: { day: string; at: string; id: string } | undefined
  for (;;) {
    const after = last
    const some = after
      ? query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('q.day', 'q.at', 'q.id'), '<', tuple(after.day, after.at, after.id)),
        )
      : query.where('q.day', '<=', to)
    // The questions first, in the order of their index; then the words of these few, day by day as they lie: joined, PostgreSQL reads all words there are.
    const page = await some.execute()
    const texts = new Map<string, string>()
    for (const [day, asked] of Map.groupBy(page, (one) => one.day)) {
      const words = await db
        .selectFrom('question_text')
        .select(['id', 'text'])
        .where('day', '=', day)
        .where(
          'id',
          'in',
          asked.map(({ id }) => id),
        )
        .execute()
      for (const { id, text } of words) texts.set(id, text)
    }
    for (const { id, day, pseudonym, topic, outcome, why, locale } of page) {
      const text = texts.get(id)
      if (!text) continue
      if (left-- <= 0) return
      yield { text, asker: pseudonym, week: isoWeek(day), topic, outcome, why, locale }
    }
    last = page.at(-1)
    if (page.length < PAGE || left <= 0) return
  }
}
