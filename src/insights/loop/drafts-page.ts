import { type Request, type Response, Router } from 'express'
import type { Day } from '../../core/day.ts'
import type { Translate } from '../../core/translate.ts'
import { type Html, html } from '../../http/html.ts'
import type { CatalogueIn } from '../catalogue.ts'
import { type Query, readSelection, type Selection, toQuery, usualSelection } from '../filters.ts'
import { type Group, groupWords } from '../gaps/group.ts'
import { localeOf } from '../page-locale.ts'
import type { ReportParts, Say } from '../reports/report.ts'
import type { Link } from '../sections.ts'
import type { SendPage } from '../send-page.ts'
import type { SignIn } from '../sign-in/sign-in.ts'
import { filterForm } from '../view/filter-form.ts'
import { countInWords } from '../view/words.ts'
import { type Draft, draftFiles, draftPath, ENTRY_ID } from './draft.ts'

/** Where drafts of entries begin. */
export const DRAFTS: Link = { path: '/insights/drafts', title: 'drafts.title', role: 'author' }

type Parts = {
  words: ReportParts['words']
  catalogue: CatalogueIn
  translate: Translate
  today: () => Day
  sendPage: SendPage
}

/** The page on which an author begins an entry from what nobody could be told. Only words that were released go into a draft, whatever an address asks for. */
export function draftsPage({ requires }: Pick<SignIn, 'requires'>, parts: Parts): Router {
  const { words, catalogue, translate, today, sendPage } = parts
  const routes = Router()

  const gapIn = async (request: Request, selection: Selection) => {
    const released = await words(selection.weeks, selection.filters)
    const groups = groupWords(released)
    const chosen = groups.find((group) => group.words.join(' ') === request.query.words)
    const phrases = [...released.phrases.keys()].filter((phrase) => chosen?.words.some((word) => phrase.includes(word)))
    return { groups, chosen, phrases }
  }
  const selectionOf = (request: Request): Selection => {
    const read = readSelection(request.query as Query, today())
    return 'faults' in read ? usualSelection(today()) : read.selection
  }
  const draftOf = (request: Request, { words: shared }: Group, phrases: string[]): Draft | undefined => {
    const topic = catalogue('en').topics.find(({ id }) => id === request.query.topic)
    const { id } = request.query
    if (topic === undefined || typeof id !== 'string' || !ENTRY_ID.test(id)) return undefined
    return { topic: topic.id, id, words: shared, phrases, audience: topic.audience, today: today() }
  }

  routes.get(DRAFTS.path, requires('author'), async (request, response) => {
    const locale = localeOf(request)
    const say: Say = (key, values) => translate(locale, key, values)
    const selection = selectionOf(request)
    const { groups, chosen, phrases } = await gapIn(request, selection)
    const query = (more: Record<string, string>) => toQuery(selection, locale, more)
    const draft = chosen && draftOf(request, chosen, phrases)
    const asked = request.query.id !== undefined || request.query.topic !== undefined
    const main = html`<p class="intro">${say('drafts.intro')}</p>
${filterForm({ selection, path: DRAFTS.path, today: today(), locale, say })}
${chosen && formView(chosen)}
${draft && filesView(draft)}
<section class="block" aria-labelledby="gaps"><h2 id="gaps">${say('drafts.gaps')}</h2>
${
  groups.length === 0
    ? html`<p>${say('insights.gaps.empty')}</p>`
    : html`<ul>${groups.slice(0, 30).map((group) => html`<li><a href="${DRAFTS.path}?${query({ words: group.words.join(' ') })}">${group.words.join(' · ')}</a> (${countInWords(locale, say, group.count)})</li>`)}</ul>`
}</section>`
    sendPage(request, response, DRAFTS, { locale, selection, status: chosen && asked && !draft ? 400 : 200 }, main)

    function formView({ words: shared }: Group): Html {
      const was = (name: string) => (typeof request.query[name] === 'string' ? request.query[name] : '')
      return html`<section class="block" aria-labelledby="draft"><h2 id="draft">${say('drafts.from', { words: shared.join(' · ') })}</h2>
${asked && !draft && html`<p role="alert" class="alert">${say('drafts.fault')}</p>`}
<form class="stacked" method="get" action="${DRAFTS.path}">
${[...new URLSearchParams(query({ words: shared.join(' ') }))].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label><span>${say('insights.column.topic')}</span><select name="topic" required><option value="">${say('controls.choose')}</option>${catalogue(locale).topics.map(({ id, name }) => html`<option value="${id}"${was('topic') === id && html` selected`}>${name}</option>`)}</select></label>
<label><span>${say('drafts.id')}</span><input name="id" value="${was('id')}" maxlength="80" required aria-describedby="id-note"></label>
<p class="note" id="id-note">${say('drafts.id-note')}</p>
<button>${say('drafts.begin')}</button>
</form></section>`
    }

    function filesView(made: Draft): Html {
      const files = draftFiles(made)
      const more = { words: made.words.join(' '), topic: made.topic, id: made.id }
      return html`<section class="block" aria-labelledby="files"><h2 id="files">${say('drafts.files')}</h2>
<p>${say('drafts.files-text')}</p>
${(['zh-Hans', 'en'] as const).map(
  (language) => html`<h3><code>knowledge/${draftPath(made, language)}</code></h3>
<pre tabindex="0">${files[language]}</pre>
<p class="downloads"><a href="${DRAFTS.path}/${language}.md?${query(more)}" download>${say('drafts.download', { language: say(`insights.language.${language}`) })}</a></p>`,
)}</section>`
    }
  })

  const download = (language: 'zh-Hans' | 'en') => async (request: Request, response: Response) => {
    const { chosen, phrases } = await gapIn(request, selectionOf(request))
    const draft = chosen && draftOf(request, chosen, phrases)
    if (draft === undefined) return response.redirect(303, DRAFTS.path)
    response.attachment(`${draft.id}.${language}.md`)
    response.type('text/markdown; charset=utf-8').send(draftFiles(draft)[language])
  }
  for (const language of ['zh-Hans', 'en'] as const)
    routes.get(`${DRAFTS.path}/${language}.md`, requires('author'), download(language))
  return routes
}
