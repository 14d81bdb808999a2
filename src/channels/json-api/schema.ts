import { z } from 'zod'
import { OUTCOMES, REASONS } from '../../core/answer.ts'
import { AUDIENCES } from '../../core/audience.ts'
import { CONFIDENCES } from '../../core/confidence.ts'
import { type Day, day } from '../../core/day.ts'
import { LOCALES } from '../../core/locale.ts'
import type { Reply } from '../../core/reply.ts'

const isLanguageTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** The body of `POST /api/answers`. */
export const questionBody = z
  .strictObject({
    question: z
      .string()
      .meta({ description: 'As typed; too long or empty is answered by the conversation, not refused' }),
    locale: z
      .string()
      .max(100)
      .refine(isLanguageTag, { params: { fault: 'language-tag' } })
      .optional()
      .meta({ description: 'BCP 47 tag (`zh-CN`, `zh-TW`, `en`); absent, the script of the question decides' }),
    audience: z.enum(AUDIENCES).optional().meta({ description: 'Who asks' }),
    asOf: day.optional().meta({ description: 'The day whose rules are asked about, China time; absent, today' }),
    conversation: z.string().min(1).max(200).optional().meta({
      description: 'Makes turns follow each other; choose something nobody guesses. Absent, the question stands alone',
    }),
  })
  .meta({ id: 'Question' })

/** The body of `POST /api/answers/:id/rating`. */
export const ratingBody = z
  .strictObject({
    helpful: z.boolean(),
    reason: z.string().max(1000).optional().meta({ description: 'In the person’s own words; identifiers are removed' }),
  })
  .meta({ id: 'Rating' })

const dayText: z.ZodType<Day> = day.meta({ description: 'ISO form, China time' })
const period = z
  .strictObject({ from: dayText, to: dayText.optional() })
  .meta({ id: 'EffectivePeriod', description: 'First and last day in force, inclusive; no `to`: still in force' })

const citation = z
  .strictObject({
    document: z.string().meta({ description: 'Id in the register of documents' }),
    number: z.string(),
    title: z.string(),
    issuer: z.string(),
    clause: z.string().exactOptional(),
    url: z.string().exactOptional(),
    effective: period,
    confidence: z.enum(CONFIDENCES),
    note: z.string().exactOptional().meta({ description: 'What is not certain about it, or worth knowing' }),
  })
  .meta({ id: 'Citation' })

const amounts = z.record(z.string(), z.string())
const calculation = z
  .strictObject({
    advisor: z.string(),
    inputs: amounts,
    steps: z.array(z.strictObject({ label: z.string(), expression: z.string(), amount: z.string() })),
    total: z.string(),
    distances: z.array(z.strictObject({ label: z.string(), limit: z.string(), left: z.string() })),
    receipt: z.unknown().meta({ description: 'The inputs, the day and the figures: what makes the result repeatable' }),
  })
  .meta({ id: 'Calculation', description: 'The working; amounts are decimal text' })

/** The body of a 200 from `POST /api/answers`; the compiler holds it to {@link Reply}. */
export const replyBody: z.ZodType<Reply> = z
  .strictObject({
    id: z.string().meta({ description: 'Names this answer in a rating' }),
    outcome: z.enum(OUTCOMES),
    why: z.enum(REASONS).exactOptional(),
    topic: z.string(),
    entry: z.string().exactOptional(),
    misconception: z.string().exactOptional(),
    locale: z.enum(LOCALES).meta({ description: 'The language of the answer' }),
    asOf: dayText,
    inForce: period.exactOptional(),
    text: z.string().meta({ description: 'Markdown, the same words every channel shows' }),
    citations: z.array(citation),
    choices: z.array(z.strictObject({ label: z.string(), utterance: z.string() })),
    calculation: calculation.exactOptional(),
    knowledge: z.string().meta({ description: 'Revision of the knowledge that answered' }),
  })
  .meta({ id: 'Reply' })

/** The body of `GET /api/knowledge`. */
export const knowledgeBody = z
  .strictObject({
    revision: z.string(),
    entries: z.record(z.enum(LOCALES), z.number()),
    topics: z.number(),
    documents: z.number(),
    figures: z.number(),
  })
  .meta({ id: 'Knowledge' })
export type KnowledgeSummary = z.infer<typeof knowledgeBody>
