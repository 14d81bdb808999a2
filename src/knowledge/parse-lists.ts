import { z } from 'zod'
import { REASONS } from '../core/answer.ts'
import { AUDIENCES } from '../core/audience.ts'
import type { Boundary } from '../core/boundary.ts'
import type { Contact } from '../core/contact.ts'
import { day } from '../core/day.ts'
import type { GlossaryTerm } from '../core/glossary-term.ts'
import type { Misconception } from '../core/misconception.ts'
import type { OfficialDocument } from '../core/official-document.ts'
import type { Topic } from '../core/topic.ts'
import { audiences, confidence, id, source, text, wording, wordings } from './fields.ts'

const ids = z.array(id).default([])

/** Hosts whose pages are official: the governments', and the services they run. */
const OFFICIAL =
  /^https?:\/\/(?:[\w-]+\.)*(?:gov\.[a-z]{2}|gov|gc\.ca|gob\.mx|gov\.br|go\.[a-z]{2}|europa\.eu|admin\.ch|singlewindow\.cn|chinaport\.gov\.cn|npc\.gov\.cn|court\.gov\.cn|toll\.no|skatteetaten\.no|eurasiancommission\.org|zatca\.gov\.sa)(?:[/:?]|$)/

/** `topics.yaml` */
export const topicList: z.ZodType<Topic[]> = z.array(
  z
    .strictObject({ id, audience: z.enum([...AUDIENCES, 'both']), 'zh-Hans': text, en: text })
    .transform(
      (row): Topic => ({ id: row.id, audience: row.audience, name: { 'zh-Hans': row['zh-Hans'], en: row.en } }),
    ),
)

/** `documents/*.yaml` */
export const documentList: z.ZodType<OfficialDocument[]> = z.array(
  z.strictObject({
    id,
    number: wording,
    title: wording,
    issuer: wording,
    issued: day.optional(),
    effective: z.strictObject({ from: day, to: day.optional() }),
    amends: ids,
    supersedes: ids,
    repeals: ids,
    url: z.url().regex(OFFICIAL, 'is not an official page: leave it out rather than link a copy').optional(),
    confidence: confidence.default('verified'),
    note: wording.optional(),
  }),
)

/** `contacts.yaml` */
export const contactList: z.ZodType<Contact[]> = z.array(z.strictObject({ id, name: wording, for: wording }))

/** `boundaries/*.yaml` */
export const boundaryList: z.ZodType<Boundary[]> = z.array(
  z.strictObject({
    id,
    outcome: z.enum(['signposted', 'declined', 'refused', 'courtesy']),
    why: z.enum(REASONS),
    topic: id.default('other'),
    phrases: wordings.prefault({}),
    questions: wordings.prefault({}),
    text: wording,
    ask: ids,
    entry: id.optional(),
  }),
)

/** `misconceptions.yaml` */
export const misconceptionList: z.ZodType<Misconception[]> = z.array(
  z
    .strictObject({
      id,
      topic: id,
      audiences,
      belief: wording,
      correction: wording,
      phrases: wordings,
      entry: id,
      citations: z.array(source).min(1),
      harm: z.enum(['low', 'medium', 'high']),
    })
    .transform(({ citations, ...rest }): Misconception => ({ ...rest, sources: citations })),
)

const slang = z.array(text).default([])

/** `glossary.yaml` */
export const glossaryList: z.ZodType<GlossaryTerm[]> = z.array(
  z
    .strictObject({
      id,
      name: wording,
      traditional: z.strictObject({ mainland: text.optional(), tw: text.optional(), hk: text.optional() }).default({}),
      slang: z.strictObject({ zh: slang, en: slang }).default({ zh: [], en: [] }),
      codes: z.array(text).default([]),
      compared: z.array(id).default([]),
      explanation: wording,
      entry: id.optional(),
      citations: z.array(source).default([]),
    })
    .transform(({ citations, ...rest }): GlossaryTerm => ({ ...rest, sources: citations })),
)

/** People's words for the policy's words, and words that carry no meaning for search. */
export type Synonyms = {
  /** Policy's word → people's words, by language. */
  zh: Record<string, string[]>
  en: Record<string, string[]>
}

/** `synonyms.yaml` */
export const synonymMap: z.ZodType<Synonyms> = z.strictObject({
  zh: z.record(text, z.array(text)).default({}),
  en: z.record(text, z.array(text)).default({}),
})

/** `traditional.yaml`: what conversion writes → what a reader expects. */
export const traditionalMap = z.record(text, text)

/** `lookalikes.yaml`: words that hold a good's name and mean none. */
export const lookalikeList: z.ZodType<string[]> = z
  .strictObject({ zh: z.array(text).default([]), en: z.array(text).default([]) })
  .transform(({ zh, en }) => [...zh, ...en])

/** `plain-numbers.yaml`: numbers that are names. */
export const plainNumberList = z.array(z.coerce.string().min(1))

/** A regular expression as an author writes it for a meaning; `~` is a short gap. */
const pattern = text.refine(
  (source) => {
    try {
      return new RegExp(source.replaceAll('~', '.'), 'u') instanceof RegExp
    } catch {
      return false
    }
  },
  { error: 'is no regular expression' },
)

/** Ways of saying one thing, in both languages. */
export type Meaning = Record<'zh-Hans' | 'en', string[]>

/** `meanings.yaml`: meaning → patterns. */
export const meaningMap: z.ZodType<Record<string, Meaning>> = z.record(
  id,
  z.strictObject({ 'zh-Hans': z.array(pattern).default([]), en: z.array(pattern).default([]) }),
)
