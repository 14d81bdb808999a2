import type { OfficeHours } from '../../core/desk.ts'
import type { ReplyTimes } from '../../core/handover.ts'
import type { Locale } from '../../core/locale.ts'
import type { Translate } from '../../core/translate.ts'

/** Answers that are enough to tell how long one takes. */
const ENOUGH = 5

/** When the office answers, in words: its days and hours, and whether somebody is there now. */
export function hoursInWords(hours: OfficeHours, now: Date, locale: Locale, translate: Translate): string {
  const days = hours.days.map((day) => translate(locale, `wish.weekday.${day}`))
  const listed =
    hours.days.length > 2 && hours.days.every((day, index) => index === 0 || day === (hours.days[index - 1] ?? 0) + 1)
      ? translate(locale, 'wish.days', { first: days[0] ?? '', last: days.at(-1) ?? '' })
      : days.join(translate(locale, 'wish.list'))
  const open = isOpen(hours, now)
  return translate(locale, open ? 'wish.hours-open' : 'wish.hours-closed', {
    days: listed,
    from: hours.from,
    to: hours.to,
  })
}

/** Whether somebody is there. China has one time zone, eight hours ahead of UTC, the year round. */
export function isOpen({ days, from, to, closed }: OfficeHours, now: Date): boolean {
  const china = new Date(now.getTime() + 8 * 60 * 60 * 1000)
  const [day, time] = [china.toISOString().slice(0, 10), china.toISOString().slice(11, 16)]
  return days.includes(china.getUTCDay() || 7) && !closed.includes(day) && from <= time && time < to
}

/** How long an answer takes: as measured where there is enough, otherwise as promised. */
export function expectedTime(hours: OfficeHours, times: ReplyTimes, locale: Locale, translate: Translate): string {
  if (times.answered >= ENOUGH && times.median !== undefined)
    return times.median < 24
      ? translate(locale, 'wish.measured-hours', { n: Math.max(1, Math.round(times.median)) })
      : translate(locale, 'wish.measured-days', { n: Math.round(times.median / 24) })
  return translate(locale, 'wish.promised', { n: hours.answersWithin })
}
