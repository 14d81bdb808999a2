import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import express, { type Request, type Response, Router } from 'express'
import { ipKeyGenerator } from 'express-rate-limit'
import { type Locale, toLocale } from '../../core/locale.ts'
import { Problem } from '../../core/problem-details.ts'
import type { TakeTurn } from '../../core/rate-limit.ts'
import type { Rate, Respond } from '../../core/reply.ts'
import type { Translate } from '../../core/translate.ts'
import { LONGEST_QUESTION } from '../../core/utterance.ts'
import { acceptedLocale } from '../accepted-locale.ts'
import { type ChatPage, chatPageView } from './view.ts'

/** What the page needs. `issueToken` lets its script speak Direct Line without a secret. */
export type ChatPageParts = {
  respond: Respond
  rate: Rate
  takeTurn: TakeTurn
  translate: Translate
  issueToken: () => { conversationId: string; token: string }
}

const asset = (name: string, type: string) => ({ body: readFileSync(new URL(name, import.meta.url)), type })
const ASSETS = new Map([
  ['chat.js', asset('chat.js', 'text/javascript')],
  ['chat.css', asset('chat.css', 'text/css')],
])
const VERSION = [...ASSETS.values()]
  .reduce((hash, { body }) => hash.update(body), createHash('sha256'))
  .digest('hex')
  .slice(0, 8)

/** Address of the stylesheet that every page shares. */
export const STYLESHEET = `/chat/chat.css?${VERSION}`

/** `GET /`: the chat page. `POST /`: the same with an answer, for browsers without script. */
export function chatPage({ respond, rate, takeTurn, translate, issueToken }: ChatPageParts): Router {
  const routes = Router()
  const form = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 10 })

  const send = (response: Response, page: Omit<ChatPage, 'translate' | 'version'>, status = 200) => {
    response
      .status(status)
      .set({
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        'Content-Language': page.locale,
        Vary: 'Accept-Language',
      })
      .send(chatPageView({ ...page, translate, version: VERSION }).markup)
  }

  routes.get('/', (request, response) => {
    send(response, { locale: localeOf(request), conversation: randomUUID(), token: issueToken() })
  })

  routes.post('/', form, async (request, response) => {
    const locale = localeOf(request)
    const { q, conversation } = fieldsOf(request)
    const page = { locale, conversation, token: issueToken() }
    const wait = takeTurn(callerOf(request))
    if (wait > 0) {
      response.set('Retry-After', String(wait))
      send(
        response,
        { ...page, turn: { question: q, problem: translate(locale, 'problem.too-many-requests', { seconds: wait }) } },
        429,
      )
      return
    }
    const reply = await respond({
      text: q,
      channel: 'web',
      conversation: page.conversation,
      speaker: request.ip ?? '',
      locale,
    })
    send(response, { ...page, turn: { question: q.slice(0, LONGEST_QUESTION), reply } })
  })

  routes.post('/rating', form, async (request, response) => {
    const locale = localeOf(request)
    const { reply, helpful, conversation } = fieldsOf(request)
    if (!/^[\w-]{1,64}$/.test(reply) || !['true', 'false'].includes(helpful))
      throw new Problem(400, 'bad-request', {
        locale,
        fields: [{ field: 'helpful', fault: 'choice', values: { choices: 'true, false' } }],
      })
    const wait = takeTurn(callerOf(request))
    if (wait > 0) throw new Problem(429, 'too-many-requests', { retryAfter: wait, locale })
    if (!(await rate(reply, helpful === 'true'))) throw new Problem(404, 'not-found', { locale })
    send(response, { locale, conversation, token: issueToken(), rated: true })
  })

  routes.get('/chat/:name', (request, response, next) => {
    const found = ASSETS.get(request.params.name)
    if (!found) return next()
    response
      .set({ 'Content-Type': `${found.type}; charset=utf-8`, 'Cache-Control': 'public, max-age=31536000, immutable' })
      .send(found.body)
  })
  return routes
}

/** The page's language: the address's, else the browser's. */
const localeOf = (request: Request): Locale =>
  (typeof request.query.lang === 'string' ? toLocale(request.query.lang) : undefined) ?? acceptedLocale(request)

/** Whoever calls, by address; IPv6 callers own whole networks. */
const callerOf = ({ ip }: Request): string => `web:${ip === undefined ? '' : ipKeyGenerator(ip)}`

/** The form's fields as text; a field that is missing or repeated is empty. A conversation that is none of ours begins anew. */
function fieldsOf(request: Request): Record<'q' | 'conversation' | 'reply' | 'helpful', string> {
  const body: Record<string, unknown> = request.body ?? {}
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const conversation = /^[\w-]{8,64}$/.test(text('conversation')) ? text('conversation') : randomUUID()
  return { q: text('q'), conversation, reply: text('reply'), helpful: text('helpful') }
}
