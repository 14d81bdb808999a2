import { z } from 'zod'
import { Problem } from '../../core/problem-details.ts'
import type { TakeTurn } from '../../core/rate-limit.ts'
import type { Rate, Respond } from '../../core/reply.ts'
import type { Translate } from '../../core/translate.ts'
import { type Activity, activityBody, localeOf, ratingValue, readActivity } from '../activity.ts'
import { admit } from '../admit.ts'
import { replyActivities } from '../reply-activity.ts'
import { OWN_PAGE, traitsOf } from '../traits.ts'
import { validated } from '../validated.ts'
import type { Access } from './access.ts'
import type { Conversation } from './conversations.ts'
import { languageOf, WEB_CHAT_JOINED, type Welcome } from './welcome.ts'

/** What a turn needs; `now` is in milliseconds since 1970. */
export type TurnParts = {
  respond: Respond
  rate: Rate
  translate: Translate
  takeTurn: TakeTurn
  now: () => number
  /** Milliseconds after which a client is shown that somebody writes. */
  slow?: number
}

/** Milliseconds that nobody notices. */
const SLOW = 1000

const ratingActivity = z.looseObject({ value: ratingValue })

/** Messages of one conversation that are remembered by their names. */
const MOST_NAMED = 50

/** The messages taken lately, by the name their sender gave them. */
const taken = new WeakMap<Conversation, Map<string, Promise<string>>>()

/**
 * Takes an activity into a conversation: echoes it, and answers it if it says something. When this resolves, the reply stands in the log.
 * A message that comes again under the name its sender gave it (`clientActivityID`), because what became of it got lost on the way, is taken once.
 * Returns the activity's id.
 */
export function takeActivity(
  body: unknown,
  held: { conversation: Conversation; access: Access },
  parts: TurnParts & { welcome: Welcome },
): Promise<string> {
  const activity = validated(activityBody, body)
  const name = activity.channelData?.clientActivityID
  if (activity.type !== 'message' || typeof name !== 'string') return take(activity, body, held, parts)
  const named = taken.get(held.conversation) ?? new Map<string, Promise<string>>()
  taken.set(held.conversation, named)
  const key = JSON.stringify([activity.from?.id, name.slice(0, LONGEST_NAME)])
  const before = named.get(key)
  if (before) return before
  const taking = take(activity, body, held, parts)
  named.set(key, taking)
  for (const [oldest] of named) if (named.size > MOST_NAMED) named.delete(oldest)
  // What was not taken may be sent again.
  taking.catch(() => named.delete(key))
  return taking
}

/** Characters by which names are told apart. */
const LONGEST_NAME = 200

async function take(
  activity: Activity,
  body: unknown,
  { conversation, access }: { conversation: Conversation; access: Access },
  { respond, rate, translate, takeTurn, now, slow = SLOW, welcome }: TurnParts & { welcome: Welcome },
): Promise<string> {
  const locale = localeOf(activity)
  const incoming = readActivity(activity)
  const bound = access === 'secret' ? undefined : access.user
  const speaker = bound ?? activity.from?.id ?? conversation.id
  // Names are the client's to choose; the conversation is not, for it stands in the token.
  if (incoming.kind !== 'nothing') admit(takeTurn, `direct-line:${bound ?? conversation.id}`, locale)

  if (incoming.kind === 'rated') {
    const { id, helpful, reason } = validated(ratingActivity, body, locale).value
    if (!(await rate(id, helpful, reason)))
      throw new Problem(400, 'bad-request', { locale, fields: [{ field: 'value.id', fault: 'no-such-reply' }] })
  }
  const from = { ...activity.from, id: speaker, role: 'user' }
  const { id } = conversation.append({ ...told(activity), ...stamp(conversation, now), from })
  const page = access !== 'secret' && access.page
  if (activity.type === 'event' && activity.name === WEB_CHAT_JOINED && !page)
    welcome.greet(conversation, languageOf(activity.value, locale))
  if (incoming.kind === 'said') {
    welcome.heard(conversation, locale)
    const channel = page ? 'web' : 'direct-line'
    const writing = page ? undefined : setTimeout(() => say({ type: 'typing' }, conversation, now), slow)
    const asked = respond({ ...incoming.utterance, channel, conversation: conversation.id, speaker })
    const reply = await asked.finally(() => clearTimeout(writing))
    const traits = page ? OWN_PAGE : traitsOf('directline')
    for (const message of replyActivities(reply, { traits, translate, replyTo: id, to: speaker }))
      say(message, conversation, now)
  }
  return id
}

/** Puts what the bot says into a conversation. */
export function say(activity: Record<string, unknown>, conversation: Conversation, now: () => number): void {
  const from = { id: 'tongguan', name: 'Tongguan', role: 'bot' }
  conversation.append({ ...activity, ...stamp(conversation, now), from })
}

const stamp = (conversation: Conversation, now: () => number) => ({
  timestamp: new Date(now()).toISOString(),
  channelId: 'directline',
  conversation: { id: conversation.id },
})

/** The part of an activity that is echoed: what its sender recognises it by, and nothing a stranger could fill our memory with. */
function told({ type, text, locale, name, value, channelData }: Activity): Record<string, unknown> {
  return { type, text, locale, name, value, channelData }
}
