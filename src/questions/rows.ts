import { dayOf } from './china-time.ts'
import type { AskedQuestion, LoggedQuestion } from './question-log.ts'
import type { QuestionRow } from './schema.ts'

/**
 * A question as its row, the pseudonym still open.
 * @throws RangeError when `at` is not a date.
 */
export const toRow = (question: AskedQuestion): Omit<QuestionRow, 'pseudonym'> => ({
  id: question.id,
  at: question.at.toISOString(),
  day: dayOf(question.at),
  channel: question.channel,
  locale: question.locale,
  audience: question.audience ?? null,
  outcome: question.outcome,
  why: question.why ?? null,
  topic: question.topic,
  entry: question.entry ?? null,
  misconception: question.misconception ?? null,
  boundary: question.boundary ?? null,
  as_of: question.asOf,
  knowledge: question.knowledge,
  milliseconds: Math.round(question.milliseconds),
  text: question.text,
  helpful: null,
  rating_reason: null,
})

/** A row as a question. The closed sets are trusted: only {@link toRow} writes them. */
export const fromRow = (row: QuestionRow): LoggedQuestion => ({
  id: row.id,
  at: new Date(row.at),
  channel: row.channel as LoggedQuestion['channel'],
  locale: row.locale as LoggedQuestion['locale'],
  audience: (row.audience ?? undefined) as LoggedQuestion['audience'],
  outcome: row.outcome as LoggedQuestion['outcome'],
  why: (row.why ?? undefined) as LoggedQuestion['why'],
  topic: row.topic,
  entry: row.entry ?? undefined,
  misconception: row.misconception ?? undefined,
  boundary: row.boundary ?? undefined,
  asOf: row.as_of,
  knowledge: row.knowledge,
  milliseconds: row.milliseconds,
  pseudonym: row.pseudonym,
  text: row.text,
  helpful: row.helpful === null ? undefined : row.helpful === 1,
  ratingReason: row.rating_reason ?? undefined,
})
