import { z } from 'zod'
import { AUDIENCES } from '../core/audience.ts'
import type { Citation } from '../core/citation.ts'
import { day } from '../core/day.ts'
import { type Locale, toLocale } from '../core/locale.ts'
import type { Choice, Reply } from '../core/reply.ts'
import type { Translate } from '../core/translate.ts'
import type { Utterance } from '../core/utterance.ts'

const account = z.looseObject({ id: z.string().max(500).optional(), name: z.string().optional() })

/**
 * The wire message of Bot Framework and Direct Line, as far as we read it. The protocol lets a channel add fields, so unknown ones pass;
 * ours, under `channelData.tongguan`, are strict.
 * @see https://github.com/microsoft/Agents/blob/main/specs/activity/protocol-activity.md
 */
export const activityBody = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().optional(),
  text: z.string().optional(),
  locale: z.string().max(100).optional(),
  from: account.optional(),
  recipient: account.optional(),
  conversation: z.looseObject({ id: z.string().min(1).max(500) }).optional(),
  membersAdded: z.array(account).optional(),
  name: z.string().optional(),
  value: z.unknown().optional(),
  channelId: z.string().max(100).optional(),
  serviceUrl: z.string().optional(),
  deliveryMode: z.string().optional(),
  channelData: z
    .looseObject({
      tongguan: z.strictObject({ audience: z.enum(AUDIENCES).optional(), asOf: day.optional() }).optional(),
    })
    .optional(),
})
export type Activity = z.infer<typeof activityBody>

/** The `value` of the event that rates a reply. */
export const ratingValue = z.strictObject({
  id: z.string().min(1).max(200),
  helpful: z.boolean(),
  reason: z.string().max(1000).optional(),
})
/** The name of the event that rates a reply. */
const RATING = 'tongguan/rating'

/** What an activity asks of us. */
export type Incoming =
  | { kind: 'said'; utterance: Pick<Utterance, 'text' | 'locale' | 'audience' | 'asOf'> }
  | { kind: 'joined' }
  | { kind: 'rated' }
  | { kind: 'nothing' }

/** Reads an activity: a message is an utterance, as typed; a pressed button may carry it in `value`; typing and the like ask nothing. */
export function readActivity(activity: Activity): Incoming {
  switch (activity.type) {
    case 'message': {
      const text = activity.text || (typeof activity.value === 'string' ? activity.value : '')
      return { kind: 'said', utterance: { text, locale: localeOf(activity), ...activity.channelData?.tongguan } }
    }
    case 'conversationUpdate':
      return activity.membersAdded?.some(({ id }) => id !== activity.recipient?.id)
        ? { kind: 'joined' }
        : { kind: 'nothing' }
    case 'event':
      return { kind: activity.name === RATING ? 'rated' : 'nothing' }
    default:
      return { kind: 'nothing' }
  }
}

/** The language an activity tells, where Tongguan writes it. */
export const localeOf = ({ locale }: { locale?: string | undefined }): Locale | undefined =>
  locale ? toLocale(locale) : undefined

/** A reply as a message activity; who sends it, and to which conversation, is the channel's to add. */
export function replyActivity(
  reply: Reply,
  { replyTo, to }: { replyTo?: string | undefined; to?: string | undefined },
) {
  const { text, choices, ...rest } = reply
  return {
    ...message(text, reply.locale, choices, to),
    ...(replyTo !== undefined && { replyToId: replyTo }),
    ...(reply.citations.length > 0 && { entities: [citationEntity(reply.citations)] }),
    channelData: { tongguan: rest },
  }
}

/** What whoever joins is greeted with, and questions to begin with. It is no turn: nothing is logged, and nothing can be rated. */
export function greetingActivity(translate: Translate, locale: Locale = 'zh-Hans') {
  const examples = ['example.quota', 'example.tax', 'example.parcel'].map((key) => translate(locale, key))
  const choices = examples.map((text) => ({ label: text, utterance: text }))
  return message(translate(locale, 'courtesy.greet'), locale, choices)
}

const message = (text: string, locale: Locale, choices: Choice[], to?: string) => ({
  type: 'message',
  text,
  textFormat: 'markdown',
  locale,
  inputHint: 'acceptingInput',
  ...(choices.length > 0 && {
    suggestedActions: {
      to: to === undefined ? [] : [to],
      actions: choices.map(({ label, utterance }) => ({ type: 'imBack', title: label, value: utterance })),
    },
  }),
})

/**
 * Citations where Teams and Web Chat look for them.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content#citations
 */
const citationEntity = (citations: Citation[]) => ({
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  '@id': '',
  citation: citations.map(({ title, number, issuer, clause, url, effective: { from, to } }, index) => ({
    '@type': 'Claim',
    position: index + 1,
    appearance: {
      '@type': 'DigitalDocument',
      name: shortened(title, LONGEST_NAME),
      ...(url !== undefined && { url }),
      abstract: shortened(
        [number, clause, issuer, `${from} – ${to ?? ''}`.trim()].filter(Boolean).join(' · '),
        LONGEST_ABSTRACT,
      ),
    },
  })),
})

/** The most characters that Teams shows of a citation's name and of its abstract. */
const LONGEST_NAME = 80
const LONGEST_ABSTRACT = 160

const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)
