import type { Day } from '../../core/day.ts'
import { chatPath, documentPath, entryPath } from '../../core/page-paths.ts'
import type { CitedDocument, FigureHistory, Linked } from '../../core/reading.ts'
import { type Html, html } from '../html.ts'
import type { PageContext } from './layout.ts'
import { textIn } from './words-in.ts'

// What several pages are made of.

/** The day a page is as of. `given`: the day in its address, absent where it tells of today. */
export type Asked = { on: Day; given?: Day | undefined }

/** The documents under a text: each leads to its page here, and to its official page where that is known. */
export function documentsList(documents: CitedDocument[], { locale, translate }: PageContext): Html {
  if (documents.length === 0) return html``
  return html`<section class="documents"><h2>${translate(locale, 'web.based-on')}</h2><ul>${documents.map(
    ({ id, name, words, url }) =>
      html`<li><a href="${documentPath(locale, id)}">${textIn(name, locale)}</a>${textIn(words, locale)}${url !== undefined && html` ${official(url, translate(locale, 'web.official'))}`}</li>`,
  )}</ul></section>`
}

/** The link to a document's official page. */
export const official = (url: string, words: string): Html =>
  html`<a class="out" href="${url}" rel="noopener noreferrer" target="_blank">${words} <span aria-hidden="true">↗</span></a>`

/** Before and after: the values of one figure. */
export function foldedTable({ name, values }: FigureHistory, { locale, translate }: PageContext): Html {
  const say = (key: string) => translate(locale, key)
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table><caption>${textIn(name, locale)}</caption>
<thead><tr><th scope="col">${say('web.from')}</th><th scope="col">${say('web.until')}</th><th scope="col">${say('web.value')}</th></tr></thead>
<tbody>${values.map(
    ({ since, until, value, now }) =>
      html`<tr${now && html` class="now"`}><td>${since}</td><td>${until ?? say('web.open')}</td><td>${textIn(value, locale)}${now && html` <span class="label">${say('web.this-day')}</span>`}</td></tr>`,
  )}</tbody></table></div>`
}

/** Entries that lead on. */
export function entryLinks(
  heading: string,
  entries: Linked[],
  { given }: Asked,
  { locale, translate }: PageContext,
): Html {
  if (entries.length === 0) return html``
  return html`<section class="on"><h2>${translate(locale, heading)}</h2><ul>${entries.map(
    ({ id, name }) => html`<li><a href="${entryPath(locale, id, given)}">${textIn(name, locale)}</a></li>`,
  )}</ul></section>`
}

/** That a page is as of another day than today, and the way back. */
export function todayNote({ given }: Asked, date: string, { locale, translate }: PageContext, path: string): Html {
  if (given === undefined) return html``
  return html`<p class="as-of">${translate(locale, 'web.as-of', { date })} <a href="${path}">${translate(locale, 'web.to-today')}</a></p>`
}

/** Asks for the page as of another day; a form, so that it needs no script. */
export function dayForm(path: string, { on }: Asked, { locale, translate }: PageContext): Html {
  return html`<form class="day" method="get" action="${path}"><label for="as-of">${translate(locale, 'web.other-day')}</label>
<div class="row"><input id="as-of" type="date" name="asOf" value="${on}" required><button>${translate(locale, 'web.show')}</button></div></form>`
}

/** Leads to the chat with a question that only a press of the button sends. */
export function askOn(question: string, { locale, translate }: PageContext): Html {
  return html`<form class="ask-on" method="post" action="${chatPath(locale)}#reply"><input type="hidden" name="q" value="${question}"><p>${translate(locale, 'web.ask-on')}</p><button>${translate(locale, 'web.ask')}</button></form>`
}
