import type { Request, RequestHandler, Response } from 'express'
import type { Locale } from '../../core/locale.ts'
import type { Translate } from '../../core/translate.ts'
import { baseAddress } from './base-address.ts'
import { type Framed, framed, type PageContext } from './layout.ts'
import { localeOf } from './page-locale.ts'
import { problemView } from './problem-view.ts'
import { type Keeping, sendText } from './send-text.ts'
import { STYLES } from './styles.ts'

/** What is wrong with an address, and the heading that goes with it. */
const TITLES = { 'web.bad-day': 'web.bad-day.title', 'web.no-such-page': 'web.no-such-page.title' } as const

/** Sends framed pages, and the pages that say what is wrong. */
export function pageSender({ translate, publicUrl }: { translate: Translate; publicUrl?: string | undefined }) {
  const context = (request: Request, locale: Locale): PageContext => ({
    locale,
    translate,
    base: baseAddress(request, publicUrl),
  })
  const send = (
    request: Request,
    response: Response,
    page: Framed,
    {
      keep = 'ask',
      status = 200,
      locale = localeOf(request, response),
    }: { keep?: Keeping; status?: number; locale?: Locale } = {},
  ) => {
    const policy = String(response.get('Content-Security-Policy') ?? '')
    const own = `style-src 'self' ${STYLES[page.style ?? 'reading'].source}`
    response
      .set(
        'Content-Security-Policy',
        policy.replace("style-src 'self'", () => own),
      )
      .set('Content-Language', locale)
    const { markup } = framed(page, context(request, locale))
    sendText(request, response, markup, { type: 'text/html', keep, status })
  }
  const problem = (request: Request, response: Response, status: number, key: keyof typeof TITLES) => {
    const locale = localeOf(request, response)
    const words = { title: translate(locale, TITLES[key]), detail: translate(locale, key) }
    const path = (one: Locale) => `/${one}${request.path}`
    send(request, response, problemView(words, path, context(request, locale)), { keep: 'never', status, locale })
  }
  return { context, send, problem }
}

/** What a browser is shown at an address of nothing; other clients get the problem as data. */
export function lostPage(parts: { translate: Translate; publicUrl?: string | undefined }): RequestHandler {
  const page = pageSender(parts)
  return (request, response, next) => {
    if (request.method !== 'GET' || request.accepts(['json', 'html']) !== 'html') return next()
    page.problem(request, response, 404, 'web.no-such-page')
  }
}
