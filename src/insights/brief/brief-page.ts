import { type Request, type Response, Router } from 'express'
import type { Day } from '../../core/day.ts'
import type { Translate } from '../../core/translate.ts'
import { html } from '../../http/html.ts'
import type { CatalogueIn } from '../catalogue.ts'
import type { Release } from '../disclosure/release.ts'
import { type Query, readSelection, type Selection, toQuery, usualSelection, weeksBefore } from '../filters.ts'
import { localeOf } from '../page-locale.ts'
import type { ReportParts, Say } from '../reports/report.ts'
import type { Link } from '../sections.ts'
import type { SendPage } from '../send-page.ts'
import type { SignIn } from '../sign-in/sign-in.ts'
import { filterForm } from '../view/filter-form.ts'
import { type Harm, makeBrief } from './brief.ts'
import { collect } from './collect.ts'
import type { TellEntry } from './copy.ts'
import { type BriefWords, briefMarkdown } from './markdown.ts'
import { briefView } from './view.ts'

/** Where the brief is read. */
export const BRIEF: Link = { path: '/insights/brief', title: 'brief.title' }

/** What a brief is made from besides the view. */
export type BriefParts = {
  release: Release
  words: ReportParts['words']
  catalogue: CatalogueIn
  translate: Translate
  today: () => Day
  knowledge: () => string
  harmOf: (misconception: string) => Harm
  tell: TellEntry
  /** Whether nobody asked what is counted: a demonstration. */
  madeUp: boolean
}

/** Makes the brief of a view, ready to be put into words in a language. */
export async function briefOf(
  selection: Selection,
  locale: BriefWords['locale'],
  { release, words, catalogue, translate, today, knowledge, harmOf, tell, madeUp }: BriefParts,
): Promise<BriefWords> {
  const say: Say = (key, values) => translate(locale, key, values)
  const previous = weeksBefore(selection)
  const view = await collect({ release, words, catalogue: catalogue(locale), selection, previous, say }, harmOf)
  return { brief: makeBrief(view, { on: today(), tell }), selection, locale, say, knowledge: knowledge(), madeUp }
}

/** The page of the brief, and the same as Markdown. */
export function briefPage({ requires }: Pick<SignIn, 'requires'>, parts: BriefParts & { sendPage: SendPage }): Router {
  const { translate, today, sendPage, madeUp } = parts
  const routes = Router()

  routes.get(BRIEF.path, requires('reader'), async (request, response) => {
    const locale = localeOf(request)
    const say: Say = (key, values) => translate(locale, key, values)
    const form = (selection: Selection) => filterForm({ selection, path: BRIEF.path, today: today(), locale, say })
    const read = readSelection(request.query as Query, today())
    if ('faults' in read) return sendFault(request, response, read.faults)
    const { selection } = read
    const view = briefView(await briefOf(selection, locale, parts), {
      markdown: `${BRIEF.path}.md?${toQuery(selection, locale)}`,
      draft: ({ kind, id }) =>
        kind === 'gap' ? `/insights/drafts?${toQuery(selection, locale, { words: id })}` : undefined,
    })
    sendPage(request, response, BRIEF, { locale, selection }, html`${form(selection)}${view}`)
  })

  routes.get(`${BRIEF.path}.md`, requires('reader'), async (request, response) => {
    const locale = localeOf(request)
    const read = readSelection(request.query as Query, today())
    if ('faults' in read) return sendFault(request, response, read.faults)
    const { weeks } = read.selection
    response.attachment(`tongguan-${madeUp ? 'made-up-' : ''}brief-${weeks[0]}-${weeks.at(-1)}.md`)
    response
      .set({ 'Content-Type': 'text/markdown; charset=utf-8', 'Content-Language': locale })
      .send(briefMarkdown(await briefOf(read.selection, locale, parts)))
  })

  const sendFault = (request: Request, response: Response, faults: { field: string }[]) => {
    const locale = localeOf(request)
    const say: Say = (key, values) => translate(locale, key, values)
    const named = faults.map(({ field }) => say(`insights.fault.${field}`)).join(say('insights.list'))
    const selection = usualSelection(today())
    const main = html`<p role="alert" class="alert">${say('insights.fault')} ${named}</p>${filterForm({ selection, path: BRIEF.path, today: today(), locale, say })}`
    sendPage(request, response, BRIEF, { locale, selection, status: 400 }, main)
  }
  return routes
}
