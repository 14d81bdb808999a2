import type { Server } from 'node:http'
import type { Router } from 'express'
import type { WriteTo } from '../core/address.ts'
import type { ChannelId } from '../core/channel-id.ts'

/**
 * A way in. It knows its wire format and nothing about customs: it turns what arrives into an utterance and a reply into what
 * leaves. Mounted only if configured.
 */
export interface Channel {
  readonly id: ChannelId
  /** Adds the channel's own routes, and its WebSocket if it has one. */
  attach(routes: Router, server: Server): void
  /** Writes to somebody it gave an address of; absent where it only answers. */
  readonly writeTo?: WriteTo
}
