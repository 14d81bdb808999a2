import { z } from 'zod'

/** A calendar day in China time, ISO form (`2026-11-23`). Days compare as text. */
export type Day = string

/** Parses and checks a {@link Day}. */
export const day = z.iso.date()

/** Writes ISO days; made once, because making it takes longer than a hundred uses. */
const IN_CHINA = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })

/** The day it is in China at an instant; rules take effect by China's calendar wherever the asker is. */
export const dayInChina = (instant: Date): Day => IN_CHINA.format(instant)

/** The day a number of days later, or earlier when negative. */
export function addDays(from: Day, days: number): Day {
  const date = new Date(`${from}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
