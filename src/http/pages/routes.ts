import { type RequestHandler, Router } from 'express'
import { ipKeyGenerator } from 'express-rate-limit'
import { type Day, day } from '../../core/day.ts'
import type { EntryId } from '../../core/entry.ts'
import type { Locale } from '../../core/locale.ts'
import type { TakeTurn } from '../../core/rate-limit.ts'
import type { EntryNote, Site } from '../../core/reading.ts'
import type { Translate } from '../../core/translate.ts'
import { baseAddress } from './base-address.ts'
import { documentsView, documentView } from './document-view.ts'
import { entryView } from './entry-view.ts'
import { glossaryView } from './glossary-view.ts'
import type { Framed, PageContext } from './layout.ts'
import { localeOf, withLanguage } from './page-locale.ts'
import { pageSender } from './page-sender.ts'
import type { Asked } from './parts.ts'
import { privacyView } from './privacy-view.ts'
import { searchView } from './search-view.ts'
import { sendText } from './send-text.ts'
import { robots, sitemap } from './sitemap.ts'
import { topicsView, topicView } from './topic-view.ts'

/** What the pages need. */
export type ReadingPagesParts = {
  site: Site
  translate: Translate
  takeTurn: TakeTurn
  /** Days after which the words of a question are dropped. */
  retainTextDays: number
  /** Scheme and host as people reach the service; else as each request names them. */
  publicUrl?: string | undefined
  /** Remarks of the office on an entry, such as corrections, newest first. */
  notes?: (entry: EntryId, locale: Locale) => EntryNote[]
}

/** The pages one reads: entries, topics, documents, words, the search, and what crawlers ask for. */
export function readingPages(parts: ReadingPagesParts): Router {
  const { site, translate, takeTurn, retainTextDays, publicUrl, notes = () => [] } = parts
  const routes = Router()
  const page = pageSender({ translate, publicUrl })

  /** A page of one thing as of one day; the page that says so, when there is no such thing or no such day. */
  const dated = (view: (asked: Asked & { id: string }, context: PageContext) => Framed | undefined): RequestHandler => {
    return (request, response) => {
      const locale = localeOf(request, response)
      const given = request.query.asOf
      const on = given === undefined ? site.today() : day.safeParse(given).data
      if (on === undefined) return page.problem(request, response, 400, 'web.bad-day')
      const asked = { id: String(request.params.id), on, given: given === undefined ? undefined : on }
      const framedPage = view(asked, page.context(request, locale))
      if (framedPage) page.send(request, response, framedPage)
      else page.problem(request, response, 404, 'web.no-such-page')
    }
  }
  const wanted = (on: Day, { locale }: PageContext) => ({ on, locale })

  routes.get(['/a/:id', '/t', '/t/:id', '/d', '/d/:id', '/glossary', '/privacy', '/search'], withLanguage)
  routes.get(
    '/a/:id',
    dated((asked, context) => {
      const entry = site.entry(asked.id, wanted(asked.on, context))
      return entry && entryView(entry, notes(asked.id, context.locale), asked, context)
    }),
  )
  routes.get(
    '/t/:id',
    dated((asked, context) => {
      const topic = site.topic(asked.id, wanted(asked.on, context))
      return topic && topicView(topic, asked, context)
    }),
  )
  routes.get(
    '/d/:id',
    dated((asked, context) => {
      const document = site.document(asked.id, wanted(asked.on, context))
      return document && documentView(document, asked, context)
    }),
  )
  const whole = (view: (context: PageContext) => Framed): RequestHandler => {
    return (request, response) => page.send(request, response, view(page.context(request, localeOf(request, response))))
  }
  const today = (context: PageContext) => wanted(site.today(), context)
  routes.get(
    '/t',
    whole((context) => topicsView(site.topics(today(context)), context)),
  )
  routes.get(
    '/d',
    whole((context) => documentsView(site.documents(today(context)), context)),
  )
  routes.get(
    '/glossary',
    whole((context) => glossaryView(site.glossary(today(context)), context)),
  )

  routes.get(
    '/privacy',
    whole((context) => privacyView(retainTextDays, context)),
  )

  routes.get('/search', (request, response) => {
    const locale = localeOf(request, response)
    const context = page.context(request, locale)
    const asked = typeof request.query.q === 'string' ? request.query.q.slice(0, 200).toWellFormed() : ''
    const on = { on: site.today() }
    const wait =
      asked.trim() === '' ? 0 : takeTurn(`search:${request.ip === undefined ? '' : ipKeyGenerator(request.ip)}`)
    if (wait > 0) response.set('Retry-After', String(wait))
    const searched =
      asked.trim() === ''
        ? { asked: '' }
        : wait > 0
          ? { asked, problem: translate(locale, 'problem.too-many-requests', { seconds: wait }) }
          : { asked, results: site.search(asked, wanted(on.on, context)) }
    // What somebody looks for stands in the address: nothing may keep it or pass it on.
    response.set('Referrer-Policy', 'no-referrer')
    page.send(request, response, searchView(searched, on, context), { keep: 'never', status: wait > 0 ? 429 : 200 })
  })

  routes.get('/sitemap.xml', (request, response) => {
    const map = sitemap(site.addresses(), baseAddress(request, publicUrl))
    sendText(request, response, map, { type: 'application/xml', keep: 'ask' })
  })
  routes.get('/robots.txt', (request, response) => {
    sendText(request, response, robots(baseAddress(request, publicUrl)), { type: 'text/plain', keep: 'ask' })
  })
  return routes
}
