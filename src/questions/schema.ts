/**
 * The tables as the queries see them. Only types that every database hands back alike are used: text, and whole numbers small
 * enough for JavaScript. Moments are ISO 8601 in UTC with milliseconds, so that they sort as text.
 */
export type Tables = {
  question: QuestionRow
  salt: SaltRow
}

/** One turn. */
export type QuestionRow = {
  id: string
  at: string
  /** The day of `at` in China: what periods and retention go by. */
  day: string
  channel: string
  locale: string
  audience: string | null
  outcome: string
  why: string | null
  topic: string
  entry: string | null
  misconception: string | null
  boundary: string | null
  as_of: string
  knowledge: string
  milliseconds: number
  pseudonym: string
  /** Empty once forgotten. */
  text: string
  /** 1 helped, 0 did not, null not rated. */
  helpful: number | null
  rating_reason: string | null
}

/** The secret behind one week's pseudonyms; at most one row. */
type SaltRow = {
  /** ISO week in China time. */
  week: string
  /** Hexadecimal. */
  salt: string
}
