import type { Phrase, Receipt } from '../core/calculation.ts'
import type { Source } from '../core/citation.ts'
import { type Day, day } from '../core/day.ts'
import { DEADLINE_MATTERS, type DeadlineMatter } from '../core/deadline-matter.ts'
import type { EffectivePeriod } from '../core/effective-period.ts'
import type { FigureId } from '../core/figure.ts'
import type { Context, Refused } from './advisor.ts'
import { daysBetween } from './calendar.ts'
import { type DeadlineQuestion, EXPORT_MODES, type ExportMode, type Worked } from './deadline-counting.ts'
import { DEADLINE_RULES } from './deadline-rules.ts'
import { type FigureSource, figuresOfReceipt, figuresOn, isRefused, readFigures } from './figures-on.ts'

/** One date with how it was counted. All sentences are phrases; days in them stand under `day`, `from` and `to`. */
export type Deadline = Worked & {
  id: string
  /** The day the period runs from. */
  from: Day
  /** The same from the last day of the month, where only the month of the event is known and the day matters. */
  late?: Pick<Worked, 'last' | 'what'>
  figures: FigureId[]
  sources: Source[]
}

/** A rule that was not in force on the day asked about, with the periods before and after in which it was or will be. */
export type NotInForce = { id: string; figure: FigureId; last?: EffectivePeriod; next?: EffectivePeriod }

/** The dates that follow from one date. */
export type Deadlines = {
  kind: 'deadlines'
  question: DeadlineQuestion
  items: Deadline[]
  /** Rules of the same matter that did not exist on that day. */
  notInForce: NotInForce[]
  sources: Source[]
  receipt: Receipt
}

const ADVISOR = 'deadlines'
/** Later days are taken for slips of the pen. */
const LAST_DAY = '2199-12-31'

/** The question to put when the date is missing: which day it is that counts. */
export const askDate = (matter: DeadlineMatter): Phrase => ({ key: `deadline.ask.${matter}`, values: {} })

/**
 * Works out what is due when, by the rules in force on the day the period runs from.
 * @returns the dates, or a typed refusal: `no-figure` where none of the rules existed on that day, `impossible` for what is no day
 */
export const deadlines = (
  question: DeadlineQuestion,
  { figures, knowledge }: Pick<Context, 'figures' | 'knowledge'>,
): Deadlines | Refused => work(question, figuresOn(figures, question.date), knowledge)

/** The same dates from their receipt, whatever the knowledge says by now. */
export function recomputeDeadlines(receipt: Receipt): Deadlines | Refused {
  const { matter, date = '', through, mode, contractPayment } = receipt.inputs
  const held = figuresOfReceipt(receipt)
  const source: FigureSource = (id) => {
    const none = receipt.inputs[`none.${id}`]
    return none === undefined ? held(id) : { sources: [], ...readAround(none) }
  }
  const question: DeadlineQuestion = {
    matter: DEADLINE_MATTERS.find((one) => one === matter) ?? 'quota-reset',
    date,
    ...(through !== undefined && { through }),
    ...(mode !== undefined && { mode: mode as ExportMode }),
    ...(contractPayment !== undefined && { contractPayment }),
  }
  return work(question, source, receipt.knowledge)
}

/** Days left until the last day of a deadline; zero on that day, negative when it has passed. */
export const daysLeft = ({ last }: Pick<Deadline, 'last'>, today: Day): number => daysBetween(today, last)

function work(question: DeadlineQuestion, source: FigureSource, knowledge: string): Deadlines | Refused {
  const { matter, date, through, mode, contractPayment } = question
  if (through !== undefined && !(isDay(through) && through >= date)) return impossible(through)
  if (!isDay(date) || (contractPayment !== undefined && !isDay(contractPayment))) return impossible(date)
  if (mode !== undefined && !EXPORT_MODES.includes(mode)) return impossible(mode)
  const items: Deadline[] = []
  const refusals: (Refused & { id: string })[] = []
  const used: Receipt['figures'] = {}
  for (const { id, work: rule } of DEADLINE_RULES[matter]) {
    const figures = readFigures(source, date)
    const worked = rule(question, figures)
    Object.assign(used, figures.used())
    if (isRefused(worked)) refusals.push({ ...worked, id })
    else {
      const late = through === undefined ? undefined : lateOf(worked, rule({ ...question, date: through }, figures))
      const about = { figures: Object.keys(figures.used()), sources: figures.sources() }
      items.push({ id, from: date, ...worked, ...(late && { late }), ...about })
    }
  }
  const [nearest] = refusals.toSorted((a, b) => (a.next?.from ?? '~').localeCompare(b.next?.from ?? '~'))
  if (items.length === 0 && nearest) {
    const { id: _, ...refused } = nearest
    return { ...refused, verdict: { key: `deadline.not-in-force.${matter}`, values: { day: date } } }
  }
  const notInForce = refusals.map(
    ({ id, figure = '', last, next }): NotInForce => ({
      id,
      figure,
      ...(last && { last }),
      ...(next && { next }),
    }),
  )
  const inputs = {
    matter,
    date,
    ...(through && { through }),
    ...(mode && { mode }),
    ...(contractPayment && { contractPayment }),
    ...Object.fromEntries(
      notInForce.flatMap((one) => (one.figure in used ? [] : [[`none.${one.figure}`, around(one)]])),
    ),
  }
  return {
    kind: 'deadlines',
    question,
    items,
    notInForce,
    sources: [...new Map(items.flatMap(({ sources }) => sources).map((one) => [JSON.stringify(one), one])).values()],
    receipt: { advisor: ADVISOR, inputs, asOf: date, figures: sorted(used), knowledge },
  }
}

/** What follows from the last day of a month, where it is not the same as from the first. */
const lateOf = ({ first, last }: Worked, late: Worked | Refused): Pick<Worked, 'last' | 'what'> | undefined =>
  isRefused(late) || (late.last === last && late.first === first) ? undefined : { last: late.last, what: late.what }

const isDay = (text: Day) => day.safeParse(text).success && text <= LAST_DAY

const impossible = (what: string): Refused => ({
  kind: 'refused',
  why: 'impossible',
  verdict: { key: 'deadline.impossible', values: { what } },
})

const sorted = (figures: Receipt['figures']): Receipt['figures'] =>
  Object.fromEntries(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1)))

/** The periods around a day without a rule, as one text of the receipt: `2026-01-01/2027-12-31 –`. */
const around = ({ last, next }: NotInForce): string => [last, next].map((one) => (one ? period(one) : '–')).join(' ')
const period = ({ from, to = '' }: EffectivePeriod) => `${from}/${to}`

function readAround(text: string): { last?: EffectivePeriod; next?: EffectivePeriod } {
  const [last, next] = text.split(' ').map((one): EffectivePeriod | undefined => {
    const [from, to] = one.split('/')
    return from === undefined || from === '–' ? undefined : { from, ...(to && { to }) }
  })
  return { ...(last && { last }), ...(next && { next }) }
}
