import { z } from 'zod'
import { day } from '../core/day.ts'
import type { OfficeHours } from '../core/desk.ts'
import { WISH_WORDS, type WishWords } from '../core/wish.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written "09:00", quoted')

/** `office.yaml`: when the office answers what people asked a person. */
export const officeHours: z.ZodType<OfficeHours> = z
  .strictObject({
    days: z.array(z.int().min(1).max(7)).min(1),
    from: time,
    to: time,
    closed: z.array(day).default([]),
    'answers-within': z.int().min(1),
  })
  .refine(({ from, to }) => from < to, 'it closes before it opens')
  .transform(({ 'answers-within': answersWithin, ...rest }) => ({ ...rest, answersWithin }))

/** Without the file: working days, and nothing promised sooner than a week. */
export const USUAL_HOURS: OfficeHours = {
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '17:00',
  closed: [],
  answersWithin: 5,
}

const words = z.strictObject({ 'zh-Hans': z.array(z.string().min(1)), en: z.array(z.string().min(1)) })

/** `wishes.yaml`: ways of asking for something to be done. */
export const wishWords: z.ZodType<WishWords> = z.strictObject(
  Object.fromEntries(WISH_WORDS.map((name) => [name, words])) as Record<(typeof WISH_WORDS)[number], typeof words>,
)

/** Without the file nobody wishes anything. */
export const NO_WISHES = Object.fromEntries(
  WISH_WORDS.map((name) => [name, { 'zh-Hans': [], en: [] }]),
) as unknown as WishWords
