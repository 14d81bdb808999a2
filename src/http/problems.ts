import type { ErrorRequestHandler } from 'express'
import { LARGEST_BODY } from '../channels/json-body.ts'
import { Problem, type ProblemCode } from '../core/problem-details.ts'
import type { Translate } from '../core/translate.ts'
import { acceptedLocale } from './accepted-locale.ts'

const CODES: Record<number, ProblemCode> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
}

/**
 * The one error handler: whatever a channel or a page throws leaves as `application/problem+json` (RFC 9457) in the caller's language.
 * What no channel foresaw is `internal`, and goes to `onUnexpected` with nothing of it told.
 */
export function problems({
  translate,
  onUnexpected,
}: {
  translate: Translate
  onUnexpected: (error: unknown) => void
}): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const problem = asProblem(error)
    if (!problem) onUnexpected(error)
    if (response.headersSent) return next(error)
    const { status, code, fields, retryAfter, locale: known } = problem ?? new Problem(500, 'internal')
    const locale = known ?? acceptedLocale(request)
    if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter))
    if (status === 401) response.set('WWW-Authenticate', 'Bearer')
    response.vary('Accept-Language')
    response.set({ 'Cache-Control': 'no-store', 'Content-Language': locale })
    const values = { seconds: retryAfter ?? 1, kilobytes: LARGEST_BODY / 1024 }
    const errors = fields.map(({ field, fault, values: named }) => ({
      field,
      message: translate(locale, `problem.field.${fault}`, named),
    }))
    response
      .status(status)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: 'about:blank',
          title: translate(locale, `problem.${code}.title`),
          status,
          code,
          detail: translate(locale, `problem.${code}`, values),
          ...(errors.length > 0 && { errors }),
        }),
      )
  }
}

/** An error as a problem; undefined when it is a surprise. What Express and its body readers throw at a bad request carries a 4xx status. */
function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  if (!(error instanceof Error)) return undefined
  const { status } = error as { status?: unknown }
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined
  return new Problem(status, CODES[status] ?? 'bad-request')
}
