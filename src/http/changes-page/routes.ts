import { type Request, Router } from 'express'
import type { ChangeDay } from '../../core/change-day.ts'
import type { Day } from '../../core/day.ts'
import { type Locale, toLocale } from '../../core/locale.ts'
import type { Translate } from '../../core/translate.ts'
import { acceptedLocale } from '../accepted-locale.ts'
import { changesFeed } from './feed.ts'
import { changesView } from './view.ts'

/** What the page of changes needs. */
export type ChangesPageParts = {
  /** Every change there is material on, newest first, in a language. */
  changes: (locale: Locale) => ChangeDay[]
  today: () => Day
  translate: Translate
  /** Stylesheet shared with the chat page. */
  stylesheet: string
}

/** `GET /changes`: what changed, when, for whom, by which document. `GET /changes.atom`: the same as a feed. */
export function changesPage({ changes, today, translate, stylesheet }: ChangesPageParts): Router {
  const routes = Router()
  routes.get('/changes', (request, response) => {
    const locale = localeOf(request)
    response
      .set({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': locale, Vary: 'Accept-Language' })
      .send(changesView({ days: changes(locale), today: today(), locale, translate, stylesheet }).markup)
  })
  routes.get('/changes.atom', (request, response) => {
    const locale = localeOf(request)
    const base = `${request.protocol}://${request.get('host') ?? 'localhost'}`
    response
      .set({ 'Content-Type': 'application/atom+xml; charset=utf-8', Vary: 'Accept-Language' })
      .send(changesFeed({ days: changes(locale), locale, translate, base }))
  })
  return routes
}

function localeOf(request: Request): Locale {
  const asked = typeof request.query.lang === 'string' ? toLocale(request.query.lang) : undefined
  return asked ?? acceptedLocale(request) ?? 'zh-Hans'
}
