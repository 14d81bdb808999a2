import { type Request, type RequestHandler, Router } from 'express'
import type { Account, Role } from '../core/account.ts'
import type { Day } from '../core/day.ts'
import type { Locale } from '../core/locale.ts'
import { Problem } from '../core/problem-details.ts'
import type { Translate } from '../core/translate.ts'
import { type Html, html } from '../http/html.ts'
import type { CatalogueIn } from './catalogue.ts'
import { drawChart } from './charts/draw.ts'
import type { Size } from './charts/option.ts'
import type { Theme } from './charts/palette.ts'
import type { Release } from './disclosure/release.ts'
import { tableCsv } from './exports/csv.ts'
import { openData, SCHEMA_PATH } from './exports/open-data.ts'
import { openDataSchema } from './exports/open-data-schema.ts'
import { type Query, readSelection, type Selection, toQuery, usualSelection, weeksBefore } from './filters.ts'
import { localeOf } from './page-locale.ts'
import type { Report, ReportParts, Say, Table } from './reports/report.ts'
import { type Link, METHOD, SECTIONS, type Section } from './sections.ts'
import { pageSender } from './send-page.ts'
import { STYLESHEET, stylesheet } from './stylesheet.ts'
import { filterForm } from './view/filter-form.ts'
import { methodView } from './view/method-view.ts'
import { reportView } from './view/report-view.ts'
import { filtersInWords, periodInWords } from './view/words.ts'

/** What the pages for publicity teams are handed. */
export type InsightsParts = {
  release: Release
  words: ReportParts['words']
  catalogue: CatalogueIn
  translate: Translate
  /** Today in China. */
  today: () => Day
  /** Revision of the knowledge that serves. */
  knowledge: () => string
  /** Lets somebody pass who has a role, and nobody else. */
  guard: (role: Role) => RequestHandler
  /** Who is signed in. */
  account: (request: Request) => Account | undefined
  /** Pages that stand in the navigation beside those of numbers. */
  links?: readonly Link[]
  /** Whether nobody asked what is counted: a demonstration, and everything that leaves it says so. */
  madeUp?: boolean
}

/** The pages under `/insights`, with their charts and exports. Everything is read from one release of the log, after disclosure control. */
export function insightsPages(parts: InsightsParts): Router {
  const { release, words, catalogue, translate, today, knowledge, guard, account, links = [], madeUp = false } = parts
  const routes = Router()

  routes.get(STYLESHEET.path, stylesheet)
  routes.use('/insights', (_request, response, next) => {
    response.set({ 'Cache-Control': 'private, no-store', Vary: 'Accept-Language' })
    next()
  })
  routes.use('/insights', guard('reader'))

  const sayIn =
    (locale: Locale): Say =>
    (name, values) =>
      translate(locale, name, values)

  const reportOf = ({ make }: Section, selection: Selection, locale: Locale): Promise<Report> =>
    make({
      release,
      words,
      catalogue: catalogue(locale),
      selection,
      previous: weeksBefore(selection),
      locale,
      say: sayIn(locale),
    })

  const sendPage = pageSender({ translate, today, account, links, madeUp })

  for (const section of SECTIONS)
    routes.get(section.path, async (request, response) => {
      const locale = localeOf(request)
      const say = sayIn(locale)
      const form = (selection: Selection) => filterForm({ selection, path: section.path, today: today(), locale, say })
      const read = readSelection(request.query as Query, today())
      if ('faults' in read) {
        const selection = usualSelection(today())
        const named = read.faults.map(({ field }) => say(`insights.fault.${field}`))
        const main = html`<p role="alert" class="alert">${say('insights.fault')} ${named.join(say('insights.list'))}</p>${form(selection)}`
        return sendPage(request, response, section, { selection, locale, status: 400 }, main)
      }
      const { selection } = read
      const report = await reportOf(section, selection, locale)
      const query = (more?: Record<string, string>) => toQuery(selection, locale, more)
      const view = reportView({ report, section: section.id, locale, say, query })
      sendPage(
        request,
        response,
        section,
        { selection, locale },
        html`${form(selection)}${view}${openDataLink(say, query())}`,
      )
    })

  routes.get(METHOD.path, (request, response) => {
    const locale = localeOf(request)
    const read = readSelection(request.query as Query, today())
    const selection = 'faults' in read ? usualSelection(today()) : read.selection
    sendPage(request, response, METHOD, { selection, locale }, methodView(sayIn(locale)))
  })

  /** The table an address names, in the view it names. */
  const tableOf = async (
    request: Request,
  ): Promise<{ table: Table; section: Section; selection: Selection; locale: Locale }> => {
    const locale = localeOf(request)
    const section = SECTIONS.find(({ id }) => id === request.params.section)
    if (section === undefined) throw new Problem(404, 'not-found', { locale })
    const selection = selectionOf(request, today(), locale)
    const { tables } = await reportOf(section, selection, locale)
    const table = tables.find(({ id }) => id === request.params.table)
    if (table === undefined) throw new Problem(404, 'not-found', { locale })
    return { table, section, selection, locale }
  }

  routes.get('/insights/charts/:section/:table.svg', async (request, response) => {
    const { table, section, selection, locale } = await tableOf(request)
    if (table.chart === undefined) throw new Problem(404, 'not-found', { locale })
    const say = sayIn(locale)
    const size: Size = request.query.size === 'narrow' ? 'narrow' : 'wide'
    const theme: Theme = request.query.theme === 'dark' ? 'dark' : 'light'
    const download = request.query.download !== undefined
    const where = [
      madeUp && say('insights.made-up.short'),
      say('insights.name'),
      periodInWords(locale, say, selection.weeks),
      filtersInWords(say, selection.filters),
    ]
    const subtitle = download ? where.filter(Boolean).join(' · ') : undefined
    const svg = await drawChart(table, table.chart, { size, theme, locale, say, subtitle })
    if (download) response.attachment(`${fileName(section, table, selection, madeUp)}.svg`)
    response
      .set({
        'Content-Type': 'image/svg+xml; charset=utf-8',
        'Content-Language': locale,
        // A picture with its style in attributes; it can do nothing else, wherever it is opened.
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-same-origin",
      })
      .send(svg)
  })

  routes.get('/insights/exports/:section/:table.csv', async (request, response) => {
    const { table, section, selection, locale } = await tableOf(request)
    response.attachment(`${fileName(section, table, selection, madeUp)}.csv`)
    response
      .set({ 'Content-Type': 'text/csv; charset=utf-8', 'Content-Language': locale })
      .send(tableCsv(table, selection, { madeUp }))
  })

  routes.get('/insights/open-data.json', async (request, response) => {
    const locale = localeOf(request)
    const selection = selectionOf(request, today(), locale)
    const tables: { section: string; table: Table }[] = []
    for (const section of SECTIONS)
      for (const table of (await reportOf(section, selection, locale)).tables)
        tables.push({ section: section.id, table })
    const base = `${request.protocol}://${request.get('host') ?? 'localhost'}`
    response
      .set('Content-Language', locale)
      .type('application/json')
      .send(JSON.stringify(openData(tables, selection, { knowledge: knowledge(), base, madeUp })))
  })

  routes.get(SCHEMA_PATH, (_request, response) => {
    response.type('application/schema+json').send(JSON.stringify(openDataSchema()))
  })
  // What is not here is told in the office's own page, not in the public's.
  routes.use('/insights', (request) => {
    throw new Problem(404, 'not-found', { locale: localeOf(request) })
  })
  return routes
}

const openDataLink = (say: Say, query: string): Html =>
  html`<p class="downloads"><a href="/insights/open-data.json?${query}" download>${say('insights.open-data')}</a></p>`

const fileName = ({ id }: Section, table: Table, { weeks }: Selection, madeUp: boolean): string =>
  `tongguan-${madeUp ? 'made-up-' : ''}${id}-${table.id}-${weeks[0]}-${weeks.at(-1)}`

/** The view an address names. @throws Problem naming what is wrong with it. */
function selectionOf(request: Request, today: Day, locale: Locale): Selection {
  const read = readSelection(request.query as Query, today)
  if ('faults' in read) throw new Problem(400, 'bad-request', { fields: read.faults, locale })
  return read.selection
}
