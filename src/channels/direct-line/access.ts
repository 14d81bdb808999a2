import type { Request } from 'express'
import { Problem } from '../../core/problem-details.ts'
import type { Conversation, Conversations } from './conversations.ts'
import type { Grant, IssuedToken, Tokens } from './tokens.ts'
import { readWatermark } from './watermark.ts'

/** Where the endpoint is mounted; the stock client is told it as its `domain`. */
export const BASE = '/v3/directline'

/** What a bearer may do; the secret may do everything. */
export type Access = Grant | 'secret'

/**
 * What the bearer of a request may do.
 * @throws Problem 401 without a sound token, 403 when it has expired: the stock client takes 403, and only 403, for that
 */
export function accessOf(request: Request, tokens: Tokens): Access {
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (given === undefined) throw new Problem(401, 'unauthorized')
  if (tokens.isSecret(given)) return 'secret'
  const granted = tokens.read(given)
  if (granted === 'wrong') throw new Problem(401, 'unauthorized')
  if (granted === 'expired') throw new Problem(403, 'token-expired')
  return granted
}

/**
 * The conversation that a request's path names.
 * @throws Problem as {@link accessOf}; 403 for somebody else's conversation, whether or not it goes on; 404 when it does not
 */
export function conversationOf(
  request: Request,
  { tokens, conversations }: { tokens: Tokens; conversations: Conversations },
): { conversation: Conversation; access: Access } {
  const id = String(request.params.id)
  const access = accessOf(request, tokens)
  if (access !== 'secret' && access.conversation !== id) throw new Problem(403, 'forbidden')
  const conversation = conversations.get(id)
  if (!conversation) throw new Problem(404, 'not-found')
  return { conversation, access }
}

/**
 * From where on a request wants to read.
 * @throws Problem 400 when its watermark is none of ours
 */
export function watermarkOf({ query }: Request): number {
  const given = query.watermark ?? ''
  const watermark = typeof given === 'string' ? readWatermark(given) : undefined
  if (watermark === undefined)
    throw new Problem(400, 'bad-request', { fields: [{ field: 'watermark', fault: 'watermark' }] })
  return watermark
}

/** A token as a client is told of it, and where the stream is that it opens. */
export function withStream(
  request: Request,
  issued: IssuedToken,
  watermark: number,
): IssuedToken & { streamUrl: string } {
  const scheme = request.protocol === 'https' ? 'wss' : 'ws'
  const query = new URLSearchParams({ watermark: String(watermark), t: issued.token })
  const streamUrl = `${scheme}://${request.host}${BASE}/conversations/${issued.conversationId}/stream?${query}`
  return { ...issued, streamUrl }
}
