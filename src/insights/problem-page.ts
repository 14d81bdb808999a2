import type { ErrorRequestHandler } from 'express'
import { Problem } from '../core/problem-details.ts'
import type { Translate } from '../core/translate.ts'
import { html } from '../http/html.ts'
import { localeOf } from './page-locale.ts'
import { bare } from './sign-in/page.ts'

/** What is refused, told as a page to those who read pages; to programs, the service tells it as it tells every problem. Stands after the pages. */
export const problemPage =
  (translate: Translate): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const ours = request.path === '/insights' || request.path.startsWith('/insights/')
    const known = ours && error instanceof Problem && !response.headersSent
    if (!known || !(request.get('Accept') ?? '').includes('text/html')) return next(error)
    const locale = error.locale ?? localeOf(request)
    const say = (key: string, values?: Record<string, string | number>) => translate(locale, key, values)
    const seconds = error.retryAfter ?? 1
    const away = error.code === 'not-ready'
    const told =
      error.code === 'forbidden'
        ? say('signin.forbidden')
        : away
          ? say('insights.away', { seconds })
          : say(`problem.${error.code}`, { seconds, kilobytes: 64 })
    const main = html`<p class="intro" role="alert">${told}</p><p><a href="/insights?locale=${locale}">${say('signin.back')}</a></p>`
    if (error.retryAfter !== undefined) response.set('Retry-After', String(seconds))
    // A page that could not be shown comes by itself; what was sent is not sent twice.
    if (away && request.method === 'GET') response.set('Refresh', String(seconds))
    response
      .status(error.status)
      .set({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': locale, 'Cache-Control': 'no-store' })
      .send(
        bare(
          {
            locale,
            say,
            title: say(away ? 'insights.away.title' : `problem.${error.code}.title`),
            address: (one) => `/insights?locale=${one}`,
          },
          main,
        ).markup,
      )
  }
