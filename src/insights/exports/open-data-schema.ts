import { z } from 'zod'
import { day } from '../../core/day.ts'
import { FILTER_VALUES } from '../filters.ts'

const count = z.union([
  z.object({ status: z.enum(['published', 'at-least']), value: z.int().min(0).multipleOf(5) }).strict(),
  z.object({ status: z.literal('suppressed'), fewerThan: z.literal([5, 10, 20]) }).strict(),
])
const interval = z.object({ value: z.number(), low: z.number(), high: z.number() }).strict()
const cell = z
  .union([
    count.meta({ description: 'A number of questions, a multiple of five; or that it is held back.' }),
    interval.meta({ description: 'A ratio or a share with its 99 % interval.' }),
    z.null().meta({ description: 'Too few questions to tell.' }),
    z.object({ id: z.string().nullable(), name: z.string() }).strict(),
    z.object({ day, due: z.boolean() }).strict(),
    z.enum(['rising', 'falling', 'steady', 'open', 'few']),
  ])
  .meta({ description: 'A cell, by the kind of its column.' })

const schema = z
  .object({
    $schema: z.string(),
    period: z.object({ from: day, to: day, weeks: z.array(z.string().regex(/^\d{4}-W\d{2}$/)) }).strict(),
    view: z
      .object({
        channel: z.enum(FILTER_VALUES.channel).nullable(),
        language: z.enum(FILTER_VALUES.language).nullable(),
        audience: z.enum(FILTER_VALUES.audience).nullable(),
      })
      .strict()
      .meta({ description: 'What the numbers are narrowed to; null is everything.' }),
    knowledge: z.string().meta({ description: 'Revision of the knowledge that names things.' }),
    madeUp: z.boolean().meta({ description: 'Whether nobody asked what is counted: a demonstration.' }),
    disclosure: z
      .object({ fewestAskers: z.literal(5), fewestAskersCrossed: z.literal(10), multipleOf: z.literal(5) })
      .strict(),
    tables: z.array(
      z
        .object({
          id: z.string(),
          title: z.string(),
          columns: z.array(
            z
              .object({
                id: z.string(),
                title: z.string(),
                kind: z.enum(['text', 'count', 'ratio', 'share', 'direction', 'day']),
              })
              .strict(),
          ),
          rows: z.array(z.record(z.string(), cell)),
        })
        .strict(),
    ),
  })
  .strict()
  .meta({ title: 'Tongguan: what people ask about the customs rules of cross-border e-commerce' })

/** Open data: every table of the pages for a period, after disclosure control. */
export type OpenData = z.infer<typeof schema>

/** The JSON schema (draft 2020-12) that open data follows. */
export const openDataSchema = (): object => z.toJSONSchema(schema)
