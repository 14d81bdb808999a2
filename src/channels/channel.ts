import type { IncomingMessage, Server } from 'node:http'
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
  /** Among its routes, POSTs that are answered with JSON and asked so often that they are worth a shorter way than Express. */
  readonly posts?: Readonly<Record<string, AnswerPost>>
  /** Writes to somebody it gave an address of; absent where it only answers. */
  readonly writeTo?: WriteTo
}

/**
 * Answers a POST.
 * @param read hands over the body, read as JSON; called only for whoever may ask
 * @throws Problem
 */
export type AnswerPost = (request: IncomingMessage, read: () => Promise<unknown>) => Promise<Answered>

/** What leaves for a POST: JSON text, where there is any. */
export type Answered = { status: number; json?: string | undefined }
