import { z } from 'zod'
import { AUDIENCES } from '../core/audience.ts'
import { CONFIDENCES } from '../core/confidence.ts'

/** An id as authors write it: lower case, digits, hyphens, dots. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'an id is lower-case letters and digits with hyphens')

/** A non-empty text. */
export const text = z.string().trim().min(1, 'must not be empty')

/** A text in both written languages. */
export const wording = z.strictObject({ 'zh-Hans': text, en: text })

/** Lists of texts in both written languages. */
export const wordings = z.strictObject({ 'zh-Hans': z.array(text).default([]), en: z.array(text).default([]) })

export const audiences = z.array(z.enum(AUDIENCES)).min(1)

export const confidence = z.enum(CONFIDENCES)

/** A document and the clause in it. */
export const source = z.strictObject({ document: id, clause: z.coerce.string().optional() })
