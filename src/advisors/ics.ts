import type { Phrase } from '../core/calculation.ts'
import { addDays, type Day } from '../core/day.ts'
import type { Deadline, Deadlines } from './deadlines.ts'

/** An all-day event. */
export type CalendarEvent = {
  /** Stable: the same deadline keeps it when its day changes, so that a calendar moves the event instead of adding another. */
  uid: string
  day: Day
  title: string
  description: string
  /** Reminders: hours before the day begins. */
  remindHoursBefore: number[]
}

/** A week ahead, and the day before, at nine in the morning. */
const REMINDERS = [6 * 24 + 15, 15]
/** Longest line in octets without its line break (RFC 5545, 3.1). */
const LONGEST_LINE = 75

/**
 * The deadlines as events on their last days. The quota reset comes without a reminder: nothing has to be done by then.
 * @param say puts a phrase into the reader's words
 */
export function eventsOf({ question, items }: Deadlines, say: (phrase: Phrase) => string): CalendarEvent[] {
  return items.map((item) => ({
    uid: `${item.id}-${item.from}${question.mode ? `-${question.mode}` : ''}@tongguan`,
    day: item.last,
    title: say(item.what),
    description: describe(item, say),
    remindHoursBefore: question.matter === 'quota-reset' ? [] : REMINDERS,
  }))
}

const describe = ({ counting, notes }: Deadline, say: (phrase: Phrase) => string) =>
  [counting.phrase, ...notes].map(say).join('\n')

/**
 * An iCalendar file (RFC 5545): CRLF line breaks, lines folded at 75 octets, text escaped, all-day events that block no time.
 * @param stamp when the file is made
 * @param name what a calendar calls it
 */
export function toICalendar(events: readonly CalendarEvent[], { stamp, name }: { stamp: Date; name: string }): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tongguan//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const eventLines = ({ uid, day, title, description, remindHoursBefore }: CalendarEvent, stamp: Date): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`,
  `DTSTART;VALUE=DATE:${basic(day)}`,
  `DTEND;VALUE=DATE:${basic(addDays(day, 1))}`,
  `SUMMARY:${escaped(title)}`,
  `DESCRIPTION:${escaped(description)}`,
  'TRANSP:TRANSPARENT',
  ...remindHoursBefore.flatMap((hours) => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:-PT${hours}H`,
    'END:VALARM',
  ]),
  'END:VEVENT',
]

const basic = (day: Day) => day.replaceAll('-', '')

/** Text as RFC 5545, 3.3.11 wants it; control characters have no place in it. */
const escaped = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are removed
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

/** A line broken into pieces of at most 75 octets, never inside a character; each further piece begins with a space. */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > LONGEST_LINE) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n')
}
