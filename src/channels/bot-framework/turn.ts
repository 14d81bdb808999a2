import type { Activity as SdkActivity } from '@microsoft/agents-activity'
import type { TurnContext } from '@microsoft/agents-hosting'
import { z } from 'zod'
import { Problem } from '../../core/problem-details.ts'
import type { TakeTurn } from '../../core/rate-limit.ts'
import type { Rate, Reply, Respond } from '../../core/reply.ts'
import type { Translate } from '../../core/translate.ts'
import { type Activity, localeOf, ratingValue, readActivity } from '../activity.ts'
import { admit } from '../admit.ts'
import { attachmentOf, markdown } from '../cards/card.ts'
import { type Addressee, greetingActivity, replyActivities } from '../reply-activity.ts'
import { traitsOf } from '../traits.ts'
import { validated } from '../validated.ts'
import { writtenMessages } from '../written-messages.ts'
import { readInvoke } from './invoke.ts'
import { isGroup, isMentioned, withoutMentions } from './mentions.ts'
import { Newest } from './newest.ts'
import { WrittenFields } from './sheet.ts'
import { addressOf } from './write-later.ts'

/** What a turn needs. */
export type TurnParts = {
  respond: Respond
  rate: Rate
  translate: Translate
  takeTurn: TakeTurn
  /** Milliseconds after which a channel is shown that somebody writes. */
  slow?: number
}

/** Does what an activity asks, through the SDK's context. */
export type Turn = (context: Pick<TurnContext, 'sendActivity'>) => Promise<void>

/** Milliseconds that nobody notices. */
const SLOW = 1000
/** Replies whose messages can still be rated, and people whose joining was answered. */
const MOST_REMEMBERED = 20_000

const ratingActivity = z.looseObject({ value: ratingValue })
const reactions = z.looseObject({ reactionsAdded: z.array(z.looseObject({ type: z.string() })).max(50) })

/** Reactions to a message that say it helped; none says that it did not. */
const LIKES = new Set(['like', 'heart', 'plusOne'])

/**
 * Makes what reads an activity and returns what is to be done about it; undefined where nothing is. Reading throws {@link Problem}s, before
 * anything is sent.
 */
export function turns({ respond, rate, translate, takeTurn, slow = SLOW }: TurnParts) {
  /** The reply that a message on a channel showed, by the id the channel gave the message. */
  const told = new Newest<Reply['id']>(MOST_REMEMBERED)
  const writtenFor = writtenMessages()
  const greeted = new Newest<true>(MOST_REMEMBERED)

  return async (activity: Activity & { conversation: { id: string } }): Promise<Turn | undefined> => {
    const locale = localeOf(activity)
    const traits = traitsOf(activity.channelId)
    const where = `${activity.channelId ?? ''}:${activity.conversation.id}`
    const speaker = `${activity.channelId ?? ''}:${activity.from?.id ?? activity.conversation.id}`
    const addressee: Addressee = { traits, translate, group: isGroup(activity), to: activity.from?.id }
    const incoming = readActivity(activity)
    const mayAsk = () => admit(takeTurn, `bot-framework:${speaker}`, locale)
    const ask = (utterance: Extract<typeof incoming, { kind: 'said' }>['utterance']) =>
      respond({ ...utterance, channel: 'bot-framework', conversation: where, speaker, address: addressOf(activity) })
    const keep = async (id: string | undefined, helpful: boolean, reason?: string) => {
      if (id !== undefined) await rate(id, helpful, reason)
    }

    if (activity.type === 'invoke') {
      const invoked = readInvoke(activity)
      if (invoked.kind !== 'answer') mayAsk()
      return async (context) => {
        const answer = (status: number, body?: unknown) =>
          void context.sendActivity({ type: 'invokeResponse', value: { status, body } } as SdkActivity)
        if (invoked.kind === 'answer') return answer(invoked.status, invoked.body)
        if (invoked.kind === 'say') return answer(200, inPlace(await ask({ text: invoked.text, locale })))
        await keep(told.get(`${where}:${invoked.message}`), invoked.helpful, invoked.reason)
        answer(200)
      }
    }

    switch (incoming.kind) {
      case 'said': {
        const pressed = !activity.text
        if (addressee.group && traits.mentionInGroups && !pressed && !isMentioned(activity)) return undefined
        mayAsk()
        const text = pressed ? incoming.utterance.text : withoutMentions(activity)
        return async (context) => {
          const quick =
            traits.typing && activity.deliveryMode !== 'expectReplies' ? showTyping(context, slow) : undefined
          const reply = await ask({ ...incoming.utterance, text }).finally(() => quick?.())
          const written = activity.deliveryMode === 'expectReplies' ? writtenFor(reply, addressee) : undefined
          for (const fields of written ?? [])
            await context.sendActivity({
              type: 'message',
              locale: reply.locale,
              channelData: new WrittenFields(fields),
            } as unknown as SdkActivity)
          if (written) return
          for (const message of replyActivities(reply, addressee)) {
            const taken = await context.sendActivity(message as unknown as SdkActivity)
            if (taken?.id) told.set(`${where}:${taken.id}`, reply.id)
          }
        }
      }
      case 'joined': {
        const bot = activity.recipient?.id
        // A group is told once who has come to it; not each of its members when another joins.
        const who = addressee.group ? incoming.who.find((id) => id === bot) : incoming.who.find((id) => id !== bot)
        if (who === undefined || !greeted.isNew(`${where}:${who}`, true)) return undefined
        const greeting = greetingActivity(locale, { ...addressee, to: addressee.group ? undefined : who })
        return async (context) => void (await context.sendActivity(greeting as unknown as SdkActivity))
      }
      case 'rated': {
        mayAsk()
        const { id, helpful, reason } = validated(ratingActivity, activity, locale).value
        if (!(await rate(id, helpful, reason)))
          throw new Problem(400, 'bad-request', { locale, fields: [{ field: 'value.id', fault: 'no-such-reply' }] })
        return undefined
      }
      case 'nothing': {
        const reacted = activity.type === 'messageReaction' ? reactions.safeParse(activity) : undefined
        if (reacted?.success && reacted.data.reactionsAdded.some(({ type }) => LIKES.has(type))) {
          mayAsk()
          await keep(told.get(`${where}:${activity.replyToId}`), true)
        }
        return undefined
      }
    }
  }
}

/** Shows that somebody writes when it takes a while; returns what ends it. A channel that does not take it misses nothing. */
function showTyping(context: Parameters<Turn>[0], slow: number): () => void {
  const timer = setTimeout(() => {
    context.sendActivity({ type: 'typing' } as SdkActivity).catch(() => {})
  }, slow)
  return () => clearTimeout(timer)
}

/** A reply in the place of the card whose button asked for it. */
const inPlace = ({ text }: Reply) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: attachmentOf({ body: text.split('\n\n').map((block) => ({ ...markdown(block), spacing: 'default' })) }, '1.5')
    .content,
})
