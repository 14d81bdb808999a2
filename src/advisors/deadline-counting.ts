import type { Phrase } from '../core/calculation.ts'
import { addDays, type Day } from '../core/day.ts'
import type { DeadlineMatter } from '../core/deadline-matter.ts'
import type { FigureId } from '../core/figure.ts'
import type { Refused } from './advisor.ts'
import { dayBefore, firstOfNextMonth, isWeekend, monthDayNextYear } from './calendar.ts'
import { type Figures, isRefused } from './figures-on.ts'

/** Modes of export that the return deadlines tell apart. */
export const EXPORT_MODES = ['9610', '1210', '9710', '9810'] as const
export type ExportMode = (typeof EXPORT_MODES)[number]

/** From a date to dates. `date` is the event the matter runs from, in China time. */
export type DeadlineQuestion = {
  matter: DeadlineMatter
  date: Day
  /** The last day of the month in which it happened, where only the month is known; `date` is the first then. */
  through?: Day | undefined
  /** How goods were exported, for `export-return`. */
  mode?: ExportMode | undefined
  /** The last payment day in the contract, for `export-refund`. */
  contractPayment?: Day | undefined
}

/**
 * How a period is counted. `stated`: the document says so. `derived`: it follows from a neighbouring document. `unsettled`: no text read says
 * whether the day of the event itself counts, so it is counted as the first, which ends the period a day earlier.
 */
export type CountingBasis = 'stated' | 'derived' | 'unsettled'

/** One rule worked out. */
export type Worked = {
  /** First day on which it can be done, where that is later than the event. */
  first?: Day
  /** Last day on which it can be done, counted the cautious way where the counting is unsettled. */
  last: Day
  /** The last day under the other reading. */
  otherwise?: Day
  /** Which day is day one, and the counting in a sentence. */
  counting: { dayOne: Day; basis: CountingBasis; phrase: Phrase }
  what: Phrase
  notes: Phrase[]
}

export type DeadlineRule = {
  id: string
  work: (question: DeadlineQuestion, figures: Figures) => Worked | Refused
}

/** A sentence of the wording under `deadline.`. */
export const phrase = (key: string, values: Record<string, string> = {}): Phrase => ({ key: `deadline.${key}`, values })
/** What else to know about a date. */
export const note = (name: string, values?: Record<string, string>) => phrase(`note.${name}`, values)
/** A `date` or `month-day` figure, or why there is none. */
export const textOf = (figures: Figures, id: FigureId): string | Refused =>
  figures.text(id) ?? (figures.number(id) as Refused)
/** When the event was, as far as it is known, for `{{when}}` in a sentence: a day, or a month (`2026-07`). */
export const whenOf = ({ date, through }: DeadlineQuestion): string => (through === undefined ? date : date.slice(0, 7))
/** A remark where a last day is a Saturday or Sunday. */
export const onWeekend = (day: Day) => (isWeekend(day) ? [note('weekend', { day })] : [])

/**
 * Days counted from the day after the event.
 * @param counted the sentence on the counting
 */
export function daysAfter(
  id: string,
  { figure, counted = 'count.days' }: { figure: FigureId; counted?: string },
  ...notes: Phrase[]
): DeadlineRule {
  return {
    id,
    work: ({ date }, figures) => {
      const days = figures.number(figure)
      if (isRefused(days)) return days
      const last = addDays(date, days.toNumber())
      const dayOne = addDays(date, 1)
      return {
        last,
        counting: {
          dayOne,
          basis: 'derived',
          phrase: phrase(counted, { from: date, day: dayOne, n: days.toFixed() }),
        },
        what: phrase(id, { day: last }),
        notes: [...notes, ...onWeekend(last)],
      }
    },
  }
}

/** How long a period is: a figure, and how its number is added to a day. */
export type Length = { figure: FigureId; add: (from: Day, count: number) => Day; unit: 'months' | 'years' }

/** Months or years to the corresponding day; a day less where it is unsettled whether the first day counts. */
export function upTo(
  id: string,
  { figure, add, unit }: Length,
  basis: CountingBasis,
  notes: (question: DeadlineQuestion, last: Day) => Phrase[],
): DeadlineRule {
  return {
    id,
    work: (question, figures) => {
      const length = figures.number(figure)
      if (isRefused(length)) return length
      const corresponding = add(question.date, length.toNumber())
      const cautious = basis === 'unsettled'
      const last = cautious ? dayBefore(corresponding) : corresponding
      const dayOne = cautious ? question.date : addDays(question.date, 1)
      return {
        last,
        ...(cautious && { otherwise: corresponding }),
        counting: {
          dayOne,
          basis,
          phrase: phrase(`count.${unit}${cautious ? '-cautious' : ''}${length.eq('1') ? '.one' : ''}`, {
            from: question.date,
            day: dayOne,
            n: length.toFixed(),
          }),
        },
        what: phrase(id, { day: last }),
        notes: [
          ...(cautious ? [note('otherwise', { day: corresponding })] : []),
          ...notes(question, last),
          ...onWeekend(last),
        ],
      }
    },
  }
}

/** From the first of the month after the event to a month-day of the following year. */
export function untilNextYear(id: string, figure: FigureId, ...notes: Phrase[]): DeadlineRule {
  return {
    id,
    work: (question, figures) => {
      const { date } = question
      const monthDay = textOf(figures, figure)
      if (typeof monthDay !== 'string') return monthDay
      const [first, last] = [firstOfNextMonth(date), monthDayNextYear(date, monthDay)]
      return {
        first,
        last,
        counting: {
          dayOne: first,
          basis: 'stated',
          phrase: phrase(`${id}.count`, { when: whenOf(question), day: first, to: last }),
        },
        what: phrase(id, { from: first, to: last }),
        notes: [...notes, ...onWeekend(last)],
      }
    },
  }
}
