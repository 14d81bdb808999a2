import { z } from 'zod'
import type { Utterance } from '../../core/utterance.ts'
import { type Activity, wordsOf } from '../activity.ts'

/** What an `invoke` asks for, and how it is answered if nothing is to be done. */
export type Invoked =
  | { kind: 'say'; text: Utterance['text'] }
  | { kind: 'rate'; message: string; helpful: boolean; reason?: string }
  | { kind: 'answer'; status: 200 | 400 | 501; body?: unknown }

const action = z.looseObject({ action: z.looseObject({ data: z.unknown() }) })

const feedback = z.looseObject({
  actionName: z.literal('feedback'),
  actionValue: z.looseObject({
    reaction: z.enum(['like', 'dislike']),
    /** JSON text of what the person wrote. */
    feedback: z.string().max(10_000).optional(),
  }),
})
const written = z.looseObject({ feedbackText: z.string() })

/**
 * Reads an invoke: a card's `Action.Execute` says an utterance, a message's feedback rates it; another name is not implemented, as the protocol
 * has it.
 * @see https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content#feedback-buttons
 */
export function readInvoke({ name, value, replyToId }: Activity): Invoked {
  switch (name) {
    case 'adaptiveCard/action': {
      const read = action.safeParse(value)
      const text = read.success ? wordsOf(read.data.action.data) : ''
      return text === ''
        ? cardError('BadRequest', 'The action says nothing that this bot understands.')
        : { kind: 'say', text }
    }
    case 'message/submitAction': {
      const read = feedback.safeParse(value)
      if (!read.success || replyToId === undefined) return { kind: 'answer', status: 400 }
      const { reaction, feedback: given } = read.data.actionValue
      const reason = reasonIn(given)
      return { kind: 'rate', message: replyToId, helpful: reaction === 'like', ...(reason && { reason }) }
    }
    default:
      return { kind: 'answer', status: 501 }
  }
}

/** The words that go with a rating, as far as a rating keeps them. */
function reasonIn(given: string | undefined): string {
  if (given === undefined) return ''
  try {
    const read = written.safeParse(JSON.parse(given))
    return read.success ? read.data.feedbackText.slice(0, 1000) : ''
  } catch {
    return ''
  }
}

/** A card's action that failed: the invoke itself succeeded, and its body tells the rest. */
const cardError = (code: string, message: string): Invoked => ({
  kind: 'answer',
  status: 200,
  body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code, message } },
})
