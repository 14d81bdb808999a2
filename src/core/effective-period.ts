import { z } from 'zod'
import { type Day, day } from './day.ts'

/** The days, both inclusive and in China time, on which a rule is in force; no `to` means still in force. */
export const effectivePeriod = z
  .strictObject({
    from: day.meta({ description: 'First day in force, China time' }),
    to: day.optional().meta({ description: 'Last day in force, inclusive' }),
  })
  .refine(({ from, to }) => to === undefined || from <= to, 'ends before it begins')

export type EffectivePeriod = { from: Day; to?: Day | undefined }

/** Whether a period takes in a day. */
export const inForce = ({ from, to }: EffectivePeriod, on: Day): boolean => from <= on && (to === undefined || on <= to)

/** Whether two periods share a day. */
export const overlap = (a: EffectivePeriod, b: EffectivePeriod): boolean =>
  (b.to === undefined || a.from <= b.to) && (a.to === undefined || b.from <= a.to)
