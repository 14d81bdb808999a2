import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Deadlines, deadlines } from '../../src/advisors/deadlines.ts'
import { type CalendarEvent, eventsOf, toICalendar } from '../../src/advisors/ics.ts'
import { addDays } from '../../src/core/day.ts'
import { figures } from './context.ts'
import { inWords } from './phrases.ts'

const stamp = new Date('2026-11-23T02:03:04.567Z')

type Component = { name: string; properties: Record<string, string>; parts: Component[] }

/** A reader of RFC 5545 written apart from the writer: unfolds, splits, unescapes. Throws on what the standard forbids. */
function read(file: string): Component {
  if (!file.endsWith('\r\n')) throw new Error('does not end its last line')
  const lines = file.slice(0, -2).replace(/\r\n /g, '').split('\r\n')
  const open: Component[] = []
  for (const line of lines) {
    if (/[\r\n]/.test(line)) throw new Error('a bare line break')
    const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)((?:;[^:]*)?):(.*)$/s.exec(line) ?? []
    if (name === 'BEGIN') open.push({ name: value, properties: {}, parts: [] })
    else if (name === 'END') {
      const done = open.pop()
      if (done?.name !== value) throw new Error(`${value} closes ${done?.name}`)
      if (open.length === 0) return done
      open.at(-1)?.parts.push(done)
    } else {
      const component = open.at(-1)
      if (!component || name === '') throw new Error(`stray line ${line}`)
      component.properties[name + parameters] = value.replace(/\\([\\;,nN])/g, (_, one) =>
        /n/i.test(one) ? '\n' : one,
      )
    }
  }
  throw new Error('never closed')
}

const events = (count: number): CalendarEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    uid: `${index}@tongguan`,
    day: addDays('2026-12-01', index),
    title: `第${index}件`,
    description: 'x',
    remindHoursBefore: [15],
  }))

describe('a calendar file', () => {
  test('is read back as it was meant: text, days, reminders', () => {
    const description = '放行日是2026年11月1日，第二天算第1天；\nC:\\new\\,x\\; 逗号, 分号; "引号" 😀 – 结束'
    const file = toICalendar(
      [{ uid: 'a@tongguan', day: '2028-02-28', title: '申请退货, 最晚', description, remindHoursBefore: [159, 15] }],
      { stamp, name: '通关期限' },
    )
    const calendar = read(file)
    expect(calendar).toMatchObject({
      name: 'VCALENDAR',
      properties: { VERSION: '2.0', PRODID: '-//Tongguan//Deadlines//EN', 'X-WR-CALNAME': '通关期限' },
    })
    expect(calendar.parts).toHaveLength(1)
    expect(calendar.parts[0]).toMatchObject({
      name: 'VEVENT',
      properties: {
        UID: 'a@tongguan',
        DTSTAMP: '20261123T020304Z',
        'DTSTART;VALUE=DATE': '20280228',
        'DTEND;VALUE=DATE': '20280229',
        SUMMARY: '申请退货, 最晚',
        DESCRIPTION: description,
        TRANSP: 'TRANSPARENT',
      },
    })
    expect(
      calendar.parts[0]?.parts.map(({ name, properties }) => [name, properties.ACTION, properties.TRIGGER]),
    ).toEqual([
      ['VALARM', 'DISPLAY', '-PT159H'],
      ['VALARM', 'DISPLAY', '-PT15H'],
    ])
  })

  test('folds lines at 75 octets and cuts no character in two', () => {
    const title = '关税'.repeat(100)
    const file = toICalendar([{ ...(events(1)[0] as CalendarEvent), title, description: '😀'.repeat(60) }], {
      stamp,
      name: 'n',
    })
    for (const line of file.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toContain('\uFFFD')
    }
    expect(read(file).parts[0]?.properties).toMatchObject({ SUMMARY: title, DESCRIPTION: '😀'.repeat(60) })
  })

  test('holds no line break of its own kind inside a text, whatever somebody puts there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const whole = text.isWellFormed() ? text : ''
        const file = toICalendar([{ ...(events(1)[0] as CalendarEvent), title: whole }], { stamp, name: 'n' })
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what may not be left
        const kept = whole.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
        expect(read(file).parts[0]?.properties.SUMMARY).toBe(kept)
        expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
      }),
    )
  })

  test('may be empty, and may hold many', () => {
    expect(read(toICalendar([], { stamp, name: 'n' })).parts).toEqual([])
    expect(read(toICalendar(events(40), { stamp, name: 'n' })).parts).toHaveLength(40)
  })
})

describe('the deadlines as events', () => {
  const result = deadlines(
    { matter: 'export-return', date: '2026-08-31', mode: '9610' },
    { figures, knowledge: 'abc123' },
  ) as Deadlines
  const say = (locale: 'zh-Hans' | 'en') => (phrase: Parameters<typeof inWords>[1]) => inWords(locale, phrase)

  test('stand on the cautious last day, with the counting in the description', () => {
    const [relief] = eventsOf(result, say('en'))
    expect(relief).toMatchObject({ day: '2027-02-27', uid: 'export-return-tax-2026-08-31-9610@tongguan' })
    expect(relief?.description).toContain('2026-08-31 is taken as day 1')
    expect(relief?.remindHoursBefore).toEqual([159, 15])
  })

  test('are the same events in every language, so that a calendar never doubles them', () => {
    const uids = (locale: 'zh-Hans' | 'en') => eventsOf(result, say(locale)).map(({ uid }) => uid)
    expect(uids('en')).toEqual(uids('zh-Hans'))
    expect(new Set(uids('en')).size).toBe(result.items.length)
  })

  test('the quota reset reminds of nothing', () => {
    const reset = deadlines(
      { matter: 'quota-reset', date: '2026-11-23' },
      { figures, knowledge: 'abc123' },
    ) as Deadlines
    expect(eventsOf(reset, say('zh-Hans'))).toMatchObject([{ day: '2027-01-01', remindHoursBefore: [] }])
  })
})
