import { dayOf } from './china-time.ts'
import type { AskedQuestion, LoggedQuestion } from './question-log.ts'
import type { QuestionRow, TextRow } from './schema.ts'

/** One turn as it is written: the record and its words. */
export type Rows = { question: QuestionRow; text: string }

/**
 * A question as its rows.
 * @param pseudonym of who asked; empty when the asker cannot be told from others.
 * @throws RangeError when `at` is not a date.
 */
export const toRows = (question: AskedQuestion, pseudonym: string): Rows => ({
  question: {
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
    pseudonym,
    helpful: null,
  },
  text: question.text,
})

/** A row and its words, as far as they are still there, as a question. The closed sets are trusted: only {@link toRows} writes them. */
export const fromRow = (
  row: QuestionRow & { [Name in 'text' | 'rating_reason']: TextRow[Name] | null },
): LoggedQuestion => ({
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
  text: row.text ?? '',
  helpful: row.helpful === null ? undefined : row.helpful === 1,
  ratingReason: row.rating_reason ?? undefined,
})
