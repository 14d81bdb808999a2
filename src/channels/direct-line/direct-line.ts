import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import { z } from 'zod'
import { toLocale } from '../../core/locale.ts'
import { Problem } from '../../core/problem-details.ts'
import { admit } from '../admit.ts'
import type { Channel } from '../channel.ts'
import { jsonBody } from '../json-body.ts'
import { only } from '../only.ts'
import { validated } from '../validated.ts'
import { accessOf, BASE, conversationOf, watermarkOf, withStream } from './access.ts'
import { type Bounds, conversationsInMemory } from './conversations.ts'
import { crossOrigin } from './origins.ts'
import { serveStreams } from './stream.ts'
import { directLineTokens, type Grant, type IssuedToken } from './tokens.ts'
import { say, type TurnParts, takeActivity } from './turn.ts'
import { welcomes } from './welcome.ts'

/** What the Direct Line endpoint needs. */
export type DirectLineParts = TurnParts & {
  /** Signs the tokens, and lets other sites' servers ask for them. */
  secret: string
  /** Origins of other sites whose pages may use the endpoint (`https://example.cn`). */
  allowedOrigins: string[]
  bounds?: Partial<Bounds>
}

/**
 * The Direct Line channel, and what our own page and the metrics need of it. Disposing it says goodbye on every WebSocket: a server that stops
 * would wait for them for ever.
 */
export type DirectLine = Channel &
  AsyncDisposable & {
    /** A token for a new conversation, for our own page; `user` binds it to one person. */
    issueToken(user?: string): IssuedToken
    /** How many conversations go on. */
    conversations(): number
  }

const startBody = z
  .looseObject({
    user: z.looseObject({ id: z.string().min(1).max(200).optional() }).optional(),
    locale: z.string().max(100).optional(),
  })
  .optional()

const withoutExpiry = ({ conversation, user, page }: Grant): Omit<Grant, 'expires'> => ({ conversation, user, page })

/**
 * The Direct Line 3.0 endpoint, as far as its stock client uses it, without Azure.
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference
 */
export function directLine({ secret, allowedOrigins, bounds, ...turn }: DirectLineParts): DirectLine {
  const { now, translate } = turn
  const tokens = directLineTokens(secret, now)
  const conversations = conversationsInMemory({ now, ...bounds })
  const held = { tokens, conversations }
  const welcome = welcomes(translate, (activity, conversation) => say(activity, conversation, now))
  let goodbye = async () => {}

  const generate: RequestHandler = (request, response) => {
    if (accessOf(request, tokens) !== 'secret') throw new Problem(403, 'forbidden')
    const user = validated(startBody, request.body)?.user?.id
    response.json(tokens.issue({ conversation: randomUUID(), user }))
  }

  const refresh: RequestHandler = (request, response) => {
    const access = accessOf(request, tokens)
    if (access === 'secret') throw new Problem(403, 'forbidden')
    response.json(tokens.issue(withoutExpiry(access)))
  }

  const start: RequestHandler = (request, response) => {
    const access = accessOf(request, tokens)
    const { user, locale: tag } = validated(startBody, request.body) ?? {}
    const locale = tag ? toLocale(tag) : undefined
    const granted = access === 'secret' ? { conversation: randomUUID(), user: user?.id } : withoutExpiry(access)
    const started = conversations.start(granted.conversation)
    if (!started) throw new Problem(429, 'too-many-requests', { retryAfter: 60, locale })
    // Our own page greets with the page.
    const greets = started.isNew && !(access !== 'secret' && access.page)
    if (greets) welcome.greet(started.conversation, locale)
    response.status(started.isNew ? 201 : 200).json(withStream(request, tokens.issue(granted), 0))
  }

  const reconnect: RequestHandler = (request, response) => {
    const { conversation, access } = conversationOf(request, held)
    const granted = access === 'secret' ? { conversation: conversation.id } : withoutExpiry(access)
    response.json(withStream(request, tokens.issue(granted), watermarkOf(request)))
  }

  const read: RequestHandler = (request, response) => {
    const { conversation } = conversationOf(request, held)
    response.type('application/json').send(conversation.since(watermarkOf(request)))
  }

  const post: RequestHandler = async (request, response) => {
    response.json({ id: await takeActivity(request.body, conversationOf(request, held), { ...turn, welcome }) })
  }

  const upload: RequestHandler = (request) => {
    const { conversation, access } = conversationOf(request, held)
    admit(turn.takeTurn, `direct-line:${access !== 'secret' && access.user ? access.user : conversation.id}`)
    // The client only shows that its message failed; the person is told why.
    welcome.refuseFile(conversation)
    throw new Problem(415, 'unsupported-media-type')
  }

  return {
    id: 'direct-line',
    issueToken: (user) => tokens.issue({ conversation: randomUUID(), user, page: true }),
    conversations: () => conversations.size,
    [Symbol.asyncDispose]: () => goodbye(),
    attach(routes, server) {
      routes.use(BASE, crossOrigin(allowedOrigins))
      routes.route(`${BASE}/tokens/generate`).post(jsonBody, generate).all(only('POST'))
      routes.route(`${BASE}/tokens/refresh`).post(refresh).all(only('POST'))
      routes.route(`${BASE}/conversations`).post(jsonBody, start).all(only('POST'))
      routes.route(`${BASE}/conversations/:id`).get(reconnect).all(only('GET', 'HEAD'))
      routes
        .route(`${BASE}/conversations/:id/activities`)
        .get(read)
        .post(jsonBody, post)
        .all(only('GET', 'HEAD', 'POST'))
      routes.route(`${BASE}/conversations/:id/upload`).post(upload).all(only('POST'))
      goodbye = serveStreams(server, { ...held, allowedOrigins })
    },
  }
}
