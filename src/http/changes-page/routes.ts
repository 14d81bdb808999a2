import { Router } from 'express'
import type { ChangeDay } from '../../core/change-day.ts'
import type { Day } from '../../core/day.ts'
import type { Locale } from '../../core/locale.ts'
import type { Translate } from '../../core/translate.ts'
import { baseAddress } from '../pages/base-address.ts'
import { localeOf, withLanguage } from '../pages/page-locale.ts'
import { pageSender } from '../pages/page-sender.ts'
import { sendText } from '../pages/send-text.ts'
import { changesFeed } from './feed.ts'
import { changesView } from './view.ts'

/** What the page of changes needs. */
export type ChangesPageParts = {
  /** Every change there is material on, newest first, in a language. */
  changes: (locale: Locale) => ChangeDay[]
  today: () => Day
  translate: Translate
  /** Scheme and host as people reach the service; else as each request names them. */
  publicUrl?: string | undefined
}

/** `GET /changes`: what changed, when, for whom, by which document. `GET /changes.atom`: the same as a feed. */
export function changesPage({ changes, today, translate, publicUrl }: ChangesPageParts): Router {
  const routes = Router()
  const page = pageSender({ translate, publicUrl })
  routes.get('/changes', withLanguage, (request, response) => {
    const locale = localeOf(request, response)
    const context = page.context(request, locale)
    page.send(request, response, changesView({ days: changes(locale), today: today() }, context))
  })
  routes.get('/changes.atom', (request, response) => {
    const locale = localeOf(request, response)
    const feed = changesFeed({ days: changes(locale), locale, translate, base: baseAddress(request, publicUrl) })
    sendText(request, response, feed, { type: 'application/atom+xml', keep: 'ask' })
  })
  return routes
}
