import { randomUUID } from 'node:crypto'
import express, { type Request, type Response, Router } from 'express'
import { ipKeyGenerator } from 'express-rate-limit'
import type { Locale } from '../../core/locale.ts'
import { Problem } from '../../core/problem-details.ts'
import type { TakeTurn } from '../../core/rate-limit.ts'
import type { Rate, Respond } from '../../core/reply.ts'
import type { Translate } from '../../core/translate.ts'
import { LONGEST_QUESTION } from '../../core/utterance.ts'
import { letIn } from '../embed/let-in.ts'
import { localeOf } from '../pages/page-locale.ts'
import { pageSender } from '../pages/page-sender.ts'
import { type ChatPage, chatPageView } from './view.ts'

/** What the page needs. `issueToken` lets its script speak Direct Line without a secret. */
export type ChatPageParts = {
  respond: Respond
  rate: Rate
  takeTurn: TakeTurn
  translate: Translate
  /** Scheme and host as people reach the service; else as each request names them. */
  publicUrl?: string | undefined
  issueToken: () => { conversationId: string; token: string }
  /** Other sites that may show the page in a frame (`https://example.cn`). */
  embedders?: string[]
  /** What the office announces, in a language. */
  banner?: (locale: Locale) => string | undefined
}

/** `GET /`: the chat page. `POST /`: the same with an answer, for browsers without script. */
export function chatPage({
  respond,
  rate,
  takeTurn,
  translate,
  publicUrl,
  issueToken,
  embedders = [],
  banner = () => undefined,
}: ChatPageParts): Router {
  const routes = Router()
  const form = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 10 })

  const page = pageSender({ translate, publicUrl })

  const send = (request: Request, response: Response, shown: ChatPage & { locale: Locale }, status = 200) =>
    page.send(
      request,
      response,
      chatPageView({ banner: banner(shown.locale), ...shown }, page.context(request, shown.locale)),
      { keep: 'never', status },
    )

  routes.get('/', (request, response) => {
    send(request, response, {
      locale: localeOf(request, response),
      embedder: letIn(request, response, embedders),
      conversation: randomUUID(),
      token: issueToken(),
    })
  })

  routes.post('/', form, async (request, response) => {
    const locale = localeOf(request, response)
    const { q, conversation } = fieldsOf(request)
    const embedder = letIn(request, response, embedders)
    const shown = { locale, embedder, conversation, token: issueToken() }
    const wait = takeTurn(callerOf(request))
    if (wait > 0) {
      response.set('Retry-After', String(wait))
      send(
        request,
        response,
        { ...shown, turn: { question: q, problem: translate(locale, 'problem.too-many-requests', { seconds: wait }) } },
        429,
      )
      return
    }
    const reply = await respond({
      text: q,
      channel: 'web',
      conversation,
      speaker: request.ip ?? '',
      locale,
    })
    send(request, response, { ...shown, turn: { question: q.slice(0, LONGEST_QUESTION), reply } })
  })

  routes.post('/rating', form, async (request, response) => {
    const locale = localeOf(request, response)
    const embedder = letIn(request, response, embedders)
    const { reply, helpful, conversation } = fieldsOf(request)
    if (!/^[\w-]{1,64}$/.test(reply) || !['true', 'false'].includes(helpful))
      throw new Problem(400, 'bad-request', {
        locale,
        fields: [{ field: 'helpful', fault: 'choice', values: { choices: 'true, false' } }],
      })
    const wait = takeTurn(callerOf(request))
    if (wait > 0) throw new Problem(429, 'too-many-requests', { retryAfter: wait, locale })
    if (!(await rate(reply, helpful === 'true'))) throw new Problem(404, 'not-found', { locale })
    send(request, response, { locale, embedder, conversation, token: issueToken(), rated: true })
  })
  return routes
}

/** Whoever calls, by address; IPv6 callers own whole networks. */
const callerOf = ({ ip }: Request): string => `web:${ip === undefined ? '' : ipKeyGenerator(ip)}`

/** The form's fields as text; a field that is missing or repeated is empty. A conversation that is none of ours begins anew. */
function fieldsOf(request: Request): Record<'q' | 'conversation' | 'reply' | 'helpful', string> {
  const body: Record<string, unknown> = request.body ?? {}
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const conversation = /^[\w-]{8,64}$/.test(text('conversation')) ? text('conversation') : randomUUID()
  return { q: text('q'), conversation, reply: text('reply'), helpful: text('helpful') }
}
