import { searchPath, topicPath } from '../../core/page-paths.ts'
import type { SearchResults } from '../../core/reading.ts'
import { type Html, html } from '../html.ts'
import { documentLines } from './document-view.ts'
import { termLines } from './glossary-view.ts'
import type { Framed, PageContext } from './layout.ts'
import type { Asked } from './parts.ts'
import { entryCards } from './topic-view.ts'
import { textIn } from './words-in.ts'

/** What a search came to; `problem` is told instead of results. */
export type Searched = { asked: string; results?: SearchResults; problem?: string }

/** The page where one searches. Its address holds what somebody looks for, so nothing leads out of it with a referrer and nobody indexes it. */
export function searchView({ asked, results, problem }: Searched, on: Asked, context: PageContext): Framed {
  const { locale, translate } = context
  const say = (key: string, values?: Record<string, string | number>) => translate(locale, key, values)
  const query = asked === '' ? '' : `?q=${encodeURIComponent(asked)}`
  return {
    title: say('web.search-title'),
    path: (one) => searchPath(one) + query,
    kind: 'website',
    class: 'reading',
    place: 'search',
    indexed: false,
    main: html`<main id="main">
<h1>${say('web.search-title')}</h1>
${searchForm(asked, context)}
${problem !== undefined && html`<p class="absent" role="alert">${problem}</p>`}
${results && found(results, asked, on, context)}
</main>`,
  }
}

/** Where one types what to look for. */
export const searchForm = (asked: string, { locale, translate }: PageContext): Html =>
  html`<form class="search" role="search" method="get" action="${searchPath(locale)}"><label for="q">${translate(locale, 'web.search-label')}</label>
<div class="row"><input id="q" type="search" name="q" value="${asked}" maxlength="200" required autocomplete="off" enterkeyhint="search"><button>${translate(locale, 'web.search')}</button></div></form>`

function found({ topics, terms, documents }: SearchResults, asked: string, on: Asked, context: PageContext): Html {
  const { locale, translate } = context
  const say = (key: string, values?: Record<string, string | number>) => translate(locale, key, values)
  const count = topics.reduce((sum, { entries }) => sum + entries.length, 0) + terms.length + documents.length
  return html`<p role="status">${count === 0 ? say('web.nothing-found') : say('web.found', { count })}</p>
${terms.length > 0 && html`<section><h2>${say('web.glossary')}</h2>${termLines(terms, context)}</section>`}
${topics.map(
  ({ topic, entries }) =>
    html`<section class="group"><h2><a href="${topicPath(locale, topic.id)}">${textIn(topic.name, locale)}</a></h2>${entryCards(entries, on, context, 3)}</section>`,
)}
${documents.length > 0 && html`<section class="group"><h2>${say('web.documents')}</h2>${documentLines(documents, context)}</section>`}
${askInstead(asked, context)}`
}

/** Sends what was searched for as a question, when pressed and not before. */
const askInstead = (asked: string, { locale, translate }: PageContext): Html =>
  html`<form class="ask-on" method="post" action="/${locale}/#reply"><input type="hidden" name="q" value="${asked}"><p>${translate(locale, 'web.ask-instead')}</p><button>${translate(locale, 'web.ask-this')}</button></form>`
