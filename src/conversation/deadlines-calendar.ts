import { EXPORT_MODES } from '../advisors/deadline-counting.ts'
import { deadlines } from '../advisors/deadlines.ts'
import { eventsOf, toICalendar } from '../advisors/ics.ts'
import type { DueDates } from '../core/due-date.ts'
import type { Locale } from '../core/locale.ts'
import type { Translate } from '../core/translate.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { sayPhrase } from './phrase-calculation.ts'

/** The last days that follow from a date as an iCalendar file in a language; undefined where none follow. */
export function calendarOf(
  { matter, date, mode }: DueDates['question'],
  {
    knowledge,
    locale,
    translate,
    stamp,
  }: { knowledge: Knowledge; locale: Locale; translate: Translate /** When the file is made. */; stamp: Date },
): string | undefined {
  const known = EXPORT_MODES.find((one) => one === mode)
  if (mode !== undefined && known === undefined) return undefined
  const found = deadlines({ matter, date, mode: known }, { figures: knowledge.figures, knowledge: knowledge.revision })
  if (found.kind === 'refused') return undefined
  const events = eventsOf(found, (phrase) => sayPhrase(phrase, { knowledge, on: date, locale, translate }))
  return toICalendar(events, { stamp, name: translate(locale, 'deadline.calendar-name') })
}
