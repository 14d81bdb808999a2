import type { ConversationReference, Activity as SdkActivity } from '@microsoft/agents-activity'
import type { CloudAdapter } from '@microsoft/agents-hosting'
import type { WriteTo } from '../../core/address.ts'
import type { Activity } from '../activity.ts'
import { inDialect } from '../dialect.ts'
import { isLoopback } from '../loopback.ts'
import { inMessages } from '../messages.ts'
import { traitsOf } from '../traits.ts'

/** How the conversation of an activity is written to later: its reference, as text; undefined where the channel left no way back. */
export function addressOf(activity: Activity): string | undefined {
  const { serviceUrl, channelId, conversation, recipient, from, locale } = activity
  if (serviceUrl === undefined || channelId === undefined || conversation === undefined) return undefined
  const reference: ConversationReference = {
    channelId,
    serviceUrl,
    conversation: conversation as ConversationReference['conversation'],
    ...(recipient && { agent: recipient as ConversationReference['agent'] }),
    ...(from && { user: from as NonNullable<ConversationReference['user']> }),
    ...(locale !== undefined && { locale }),
  }
  return JSON.stringify(reference)
}

/** Statuses of a channel that say the person or the conversation is gone, and stays so. */
const GONE = new Set([403, 404, 410])

/** Writes to a conversation outside a turn. Without credentials, to this machine alone, as replies are. */
export function writeLater(adapter: CloudAdapter, clientId: string | undefined): WriteTo {
  return async ({ to }, { text, locale }) => {
    const reference = JSON.parse(to) as ConversationReference
    if (clientId === undefined && !isLoopback(reference.serviceUrl ?? '')) return 'gone'
    const traits = traitsOf(reference.channelId)
    let failed: unknown
    // What goes wrong is kept from the adapter, which would apologise to the same closed door.
    await adapter
      .continueConversation(clientId ?? reference.agent?.id ?? 'tongguan', reference, async (context) => {
        try {
          for (const part of inMessages(text, traits))
            await context.sendActivity({ type: 'message', locale, ...inDialect(part, traits.dialect) } as SdkActivity)
        } catch (error) {
          failed = error
        }
      })
      .catch((error: unknown) => {
        failed = error
      })
    if (failed === undefined) return 'sent'
    const { status, response } = failed as { status?: number; response?: { status?: number } }
    return GONE.has(status ?? response?.status ?? 0) ? 'gone' : 'away'
  }
}
