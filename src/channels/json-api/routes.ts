import type { Request } from 'express'
import { ipKeyGenerator } from 'express-rate-limit'
import { type Locale, toLocale } from '../../core/locale.ts'
import { Problem } from '../../core/problem-details.ts'
import type { TakeTurn } from '../../core/rate-limit.ts'
import type { Rate, Respond } from '../../core/reply.ts'
import { admit } from '../admit.ts'
import type { Channel } from '../channel.ts'
import { jsonBody } from '../json-body.ts'
import { only } from '../only.ts'
import { sendJson } from '../send-json.ts'
import { validated } from '../validated.ts'
import { type KnowledgeSummary, questionBody, ratingBody } from './schema.ts'

/** What the JSON API needs. */
export type JsonApiParts = {
  respond: Respond
  rate: Rate
  takeTurn: TakeTurn
  knowledgeSummary: () => KnowledgeSummary
  /** Whether questions can be answered now; always, when left out. */
  ready?: () => boolean
}

/** `POST /api/answers` and what goes with it: the contract that other software relies on, described by `GET /api/openapi.json`. */
export function jsonApi({ respond, rate, takeTurn, knowledgeSummary, ready = () => true }: JsonApiParts): Channel {
  const mustBeReady = () => {
    if (!ready()) throw new Problem(503, 'not-ready', { retryAfter: 5 })
  }
  // Made when somebody first reads it: few do, and what makes it takes memory.
  let description: Promise<unknown> | undefined
  const describe = () => {
    description ??= import('./openapi.ts').then(({ openApi }) => openApi())
    return description
  }
  return {
    id: 'api',
    attach(routes) {
      routes
        .route('/api/answers')
        .post(jsonBody, async (request, response) => {
          mustBeReady()
          const locale = localeOf(request.body)
          const { question, conversation, audience, asOf } = validated(questionBody, request.body, locale)
          const caller = callerOf(request)
          admit(takeTurn, caller, locale)
          const reply = await respond({
            text: question,
            channel: 'api',
            conversation,
            speaker: conversation ?? caller,
            locale,
            audience,
            asOf,
          })
          response.setHeader('Cache-Control', 'no-store').setHeader('Content-Language', reply.locale)
          sendJson(response, 200, JSON.stringify(reply))
        })
        .all(only('POST'))

      routes
        .route('/api/answers/:id/rating')
        .post(jsonBody, async (request, response) => {
          mustBeReady()
          const { helpful, reason } = validated(ratingBody, request.body)
          admit(takeTurn, callerOf(request))
          if (!(await rate(request.params.id, helpful, reason))) throw new Problem(404, 'not-found')
          response.status(204).end()
        })
        .all(only('POST'))

      routes
        .route('/api/knowledge')
        .get((_request, response) => {
          mustBeReady()
          response.json(knowledgeSummary())
        })
        .all(only('GET', 'HEAD'))

      routes
        .route('/api/openapi.json')
        .get(async (_request, response) => void response.json(await describe()))
        .all(only('GET', 'HEAD'))
    },
  }
}

/** Whoever calls, by address: nothing a body says can be trusted to tell one caller from another. IPv6 callers own whole networks. */
const callerOf = ({ ip }: Request): string => `api:${ip === undefined ? '' : ipKeyGenerator(ip)}`

/** The language a body asks for, sound or not, so that even its faults are told in it. */
function localeOf(body: unknown): Locale | undefined {
  const tag = (body as { locale?: unknown } | null | undefined)?.locale
  return typeof tag === 'string' ? toLocale(tag) : undefined
}
