import type { ChannelId } from './channel-id.ts'
import type { Locale } from './locale.ts'

/** Where a person can be written to later, although they are not asking just then. */
export type Address = {
  channel: ChannelId
  /** Who it is, as the channel names them. */
  speaker: string
  /** How the channel reaches them; means something to that channel alone. */
  to: string
}

/** What became of a message: it left; the person can no longer be reached there; or the channel is away for now and nothing left. */
export type Delivery = 'sent' | 'gone' | 'away'

/** Writes to somebody who is not asking right now, in Markdown. Never throws for what a network can do. */
export type WriteTo = (address: Address, message: { text: string; locale: Locale }) => Promise<Delivery>
