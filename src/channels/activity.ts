import { z } from 'zod'
import { AUDIENCES } from '../core/audience.ts'
import { day } from '../core/day.ts'
import { type Locale, toLocale } from '../core/locale.ts'
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
  conversation: z
    .looseObject({
      id: z.string().min(1).max(500),
      isGroup: z.boolean().optional().catch(undefined),
      conversationType: z.string().optional().catch(undefined),
    })
    .optional(),
  membersAdded: z.array(account).optional(),
  name: z.string().optional(),
  value: z.unknown().optional(),
  channelId: z.string().max(100).optional(),
  replyToId: z.string().optional().catch(undefined),
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

/** The `value` of a card's button, which says an utterance. */
const pressed = z.looseObject({ tongguan: z.looseObject({ say: z.string() }) })

/** What a pressed button says: its value may be the words, or hold them. */
export function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value
  const read = pressed.safeParse(value)
  return read.success ? read.data.tongguan.say : ''
}

/** What an activity asks of us. */
export type Incoming =
  | { kind: 'said'; utterance: Pick<Utterance, 'text' | 'locale' | 'audience' | 'asOf'> }
  /** Who joined; the bot itself may be among them. */
  | { kind: 'joined'; who: string[] }
  | { kind: 'rated' }
  | { kind: 'nothing' }

/** Reads an activity: a message is an utterance, as typed; a pressed button may carry it in `value`; typing and the like ask nothing. */
export function readActivity(activity: Activity): Incoming {
  switch (activity.type) {
    case 'message': {
      const text = activity.text || wordsOf(activity.value)
      return { kind: 'said', utterance: { text, locale: localeOf(activity), ...activity.channelData?.tongguan } }
    }
    case 'conversationUpdate': {
      const who = (activity.membersAdded ?? []).flatMap(({ id }) => id ?? [])
      return who.length > 0 ? { kind: 'joined', who } : { kind: 'nothing' }
    }
    case 'event':
      return { kind: activity.name === RATING ? 'rated' : 'nothing' }
    default:
      return { kind: 'nothing' }
  }
}

/** The language an activity tells, where Tongguan writes it. */
export const localeOf = ({ locale }: { locale?: string | undefined }): Locale | undefined =>
  locale ? toLocale(locale) : undefined
