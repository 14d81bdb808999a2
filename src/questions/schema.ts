import type { Generated } from 'kysely'
import { FIELDS } from './cubes.ts'

/**
 * The tables as the queries see them. Only types that every database hands back alike are used: text, and whole numbers small
 * enough for JavaScript. Moments are ISO 8601 in UTC with milliseconds, so that they sort as text.
 */
export type Tables = {
  question: QuestionRow
  question_text: TextRow
  salt: SaltRow
  roll_up_due: DueRow
  asked_topic: AskedTopicRow
  cell: CellRow
}

/** One turn, without its words. */
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
  /** Empty when the asker could not be told from others. */
  pseudonym: string
  /** 1 helped, 0 did not, null not rated. */
  helpful: number | null
}

/** The words of a turn. They lie apart so that they can leave altogether: a row that is gone, in PostgreSQL a day's own table. */
export type TextRow = {
  day: string
  id: string
  text: string
  rating_reason: string | null
}

/** The secret behind one week's pseudonyms. */
type SaltRow = {
  /** ISO week in China time. */
  week: string
  /** Hexadecimal. */
  salt: string
}

/** Something that the roll-ups do not hold yet. Written with what it is about, removed with being counted, each in one transaction. */
export type DueRow = {
  seq: Generated<number>
  id: string
  day: string
  /** 1 a question was asked; 0 one was rated. */
  asked: number
  /** The rating before and after, as in `helpful`. */
  was: number | null
  rating: number | null
}

/** Who has asked about what in a week, for as long as the week lasts: what `again` is told by. */
export type AskedTopicRow = {
  week: string
  pseudonym: string
  topic: string
}

/** A sum of the roll-ups: see `cubes.ts`. What a cube does not tell apart is empty, and so is what a question did not have. */
export type CellRow = {
  /** Name of the cube, a slash, and its span: `topic/week`. */
  cube: string
  /** First day of the span. */
  day: string
  topic: string
  outcome: string
  why: string
  entry: string
  misconception: string
  boundary: string
  channel: string
  locale: string
  audience: string
  asked: number
  helpful: number
  not_helpful: number
  again: number
  /** Distinct askers in the week in which there were most, and no more than are counted. */
  askers: number
  /** Who they are while they are few: see `askers.ts`. */
  sample: string
}

/** The columns of the tables that many rows are written into at once, in one order. */
export const COLUMNS = {
  question: [
    'id',
    'at',
    'day',
    'channel',
    'locale',
    'audience',
    'outcome',
    'why',
    'topic',
    'entry',
    'misconception',
    'boundary',
    'as_of',
    'knowledge',
    'milliseconds',
    'pseudonym',
    'helpful',
  ] as const satisfies (keyof QuestionRow)[],
  question_text: ['day', 'id', 'text', 'rating_reason'] as const satisfies (keyof TextRow)[],
  roll_up_due: ['id', 'day', 'asked', 'was', 'rating'] as const satisfies (keyof DueRow)[],
  cell: [
    'cube',
    'day',
    ...FIELDS,
    'asked',
    'helpful',
    'not_helpful',
    'again',
    'askers',
    'sample',
  ] as const satisfies (keyof CellRow)[],
}
