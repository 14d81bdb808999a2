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
    const told =
      error.code === 'forbidden' ? say('signin.forbidden') : say(`problem.${error.code}`, { seconds: 1, kilobytes: 64 })
    const main = html`<p class="intro" role="alert">${told}</p><p><a href="/insights?locale=${locale}">${say('signin.back')}</a></p>`
    response
      .status(error.status)
      .set({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': locale, 'Cache-Control': 'no-store' })
      .send(
        bare(
          { locale, say, title: say(`problem.${error.code}.title`), address: (one) => `/insights?locale=${one}` },
          main,
        ).markup,
      )
  }
