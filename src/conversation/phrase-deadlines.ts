import type { Phrase } from '../core/calculation.ts'
import type { Citation } from '../core/citation.ts'
import type { Day } from '../core/day.ts'
import type { DueDate, DueDates } from '../core/due-date.ts'
import type { CalculationReport } from '../core/reply.ts'
import { formatDay } from './format-figure.ts'
import { lowered, sayPhrase } from './phrase-calculation.ts'
import { documentsBlock, type PhrasingContext } from './phrase-entry.ts'
import { citationsOn } from './told.ts'

/** Last days in words: the first in the first sentence, then how each is counted and what is unsettled, then the documents. */
export function phraseDeadlines(
  { question, items, notInForce, sources, asked }: DueDates,
  context: PhrasingContext,
): { text: string; citations: Citation[] } {
  const { knowledge, locale, translate } = context
  const citations = citationsOn(sources, question.date, locale, knowledge)
  const said = new Set<string>()
  const blocks = items.map((item, index) => block(item, { question, asked, named: index > 0, said }, context))
  const missing = notInForce.map(
    ({ id }) =>
      `- ${translate(locale, 'deadline.not-in-force.one', { name: translate(locale, `deadline.name.${id}`) })}`,
  )
  const parts = [
    ...blocks,
    missing.join('\n'),
    documentsBlock(citations, context),
    context.ownPage && `[${translate(locale, 'deadline.download')}](${calendarLink(question, locale)})`,
  ]
  return { text: parts.filter(Boolean).join('\n\n'), citations }
}

/** Where the same dates are to be had as a calendar file. */
export function calendarLink({ matter, date, mode }: DueDates['question'], lang: string): string {
  return `/deadlines.ics?${new URLSearchParams({ matter, date, ...(mode !== undefined && { mode }), lang })}`
}

/** Whether a day that was asked about is in time, as the beginning of a sentence. */
function inTime({ first, last }: DueDate, asked: Day, { locale, translate }: PhrasingContext): string {
  const verdict = asked > last ? 'late' : first !== undefined && asked < first ? 'early' : 'in-time'
  return translate(locale, `deadline.asked-${verdict}`, { day: formatDay(asked, locale) })
}

/** One last day and its counting. What was said of one before is not said again. */
function block(
  item: DueDate,
  { question, asked, named, said }: Pick<DueDates, 'question' | 'asked'> & { named: boolean; said: Set<string> },
  context: PhrasingContext,
) {
  const { locale, translate } = context
  const { id, what, late, counting, notes } = item
  const name = translate(locale, `deadline.name.${id}`)
  const told = sayPhrase(what, context)
  const whole = late
    ? translate(locale, 'deadline.told-month', {
        from: formatDay(question.date, locale),
        what: lowered(told),
        to: formatDay(question.through ?? question.date, locale),
        late: lowered(sayPhrase(late.what, context)),
      })
    : translate(locale, 'deadline.told', { what: told })
  const verdict = asked === undefined ? whole : `${inTime(item, asked, context)}${whole}`
  const head = named ? translate(locale, 'deadline.told-named', { name, what: verdict }) : verdict
  const fresh = ({ key, values }: Phrase) => {
    const seen = `${key} ${JSON.stringify(values)}`
    return said.has(seen) ? false : said.add(seen)
  }
  const lines = [counting.phrase, ...notes].filter(fresh).map((one) => `- ${sayPhrase(one, context)}`)
  return [head, lines.join('\n')].filter(Boolean).join('\n\n')
}

/** Last days as they travel over the API: a working without amounts, from which the receipt gives the same days again. */
export const reportOfDates = ({ receipt }: DueDates): CalculationReport => ({
  advisor: receipt.advisor,
  inputs: receipt.inputs,
  steps: [],
  distances: [],
  receipt,
})
