import { z } from 'zod'

/** A calendar day in China time, ISO form (`2026-11-23`). Days compare as text. */
export type Day = string

/** Parses and checks a {@link Day}. */
export const day = z.iso.date()

/** Writes ISO days; made once, because making it takes longer than a hundred uses. */
const IN_CHINA = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })

/** China has kept UTC+8 all year since its last summer time; before, only the calendar knows. In milliseconds. */
const [OFFSET, LAST_SUMMER_TIME] = [8 * 3_600_000, Date.UTC(1992, 0)]

/** The day it is in China at an instant; rules take effect by China's calendar wherever the asker is. Every turn asks, and adding costs a tenth of looking it up. */
export const dayInChina = (instant: Date): Day =>
  instant.getTime() > LAST_SUMMER_TIME
    ? new Date(instant.getTime() + OFFSET).toISOString().slice(0, 10)
    : IN_CHINA.format(instant)

/** The day a number of days later, or earlier when negative. */
export function addDays(from: Day, days: number): Day {
  const date = new Date(`${from}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
