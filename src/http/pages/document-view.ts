import { documentName } from '../../core/document-name.ts'
import { documentPath, documentsPath } from '../../core/page-paths.ts'
import type { DocumentLine, DocumentPage } from '../../core/reading.ts'
import { type Html, html } from '../html.ts'
import type { Framed, PageContext } from './layout.ts'
import { type Asked, dayForm, entryLinks, official, todayNote } from './parts.ts'
import { textIn } from './words-in.ts'

/** The page of an official document: what it is, what it is worth on the day, and what rests on it. */
export function documentView(page: DocumentPage, asked: Asked, context: PageContext): Framed {
  const { locale, translate } = context
  const say = (key: string, values?: Record<string, string>) => translate(locale, key, values)
  const row = (key: string, value: Html | string | undefined) =>
    value !== undefined &&
    html`<div><dt>${say(key)}</dt><dd>${typeof value === 'string' ? textIn(value, locale) : value}</dd></div>`
  return {
    title: documentName(page, locale, translate),
    description: `${page.issuer} · ${page.number} · ${say(`web.status.${page.status}`)}`,
    path: (one) => documentPath(one, page.id, asked.given),
    kind: 'article',
    class: 'reading',
    indexed: asked.given === undefined,
    main: html`<main id="main">
<nav class="crumbs" aria-label="${say('web.crumbs')}"><a href="${documentsPath(locale)}">${say('web.documents')}</a></nav>
<article>
<h1>${textIn(page.title, locale)}</h1>
${todayNote(asked, page.date, context, documentPath(locale, page.id))}
<p class="status ${page.status}"><strong>${say(`web.status.${page.status}`)}</strong> <span class="note">${say('web.on-day', { date: page.date })}</span></p>
${(page.uncertain || page.note !== undefined) && html`<div class="standing doubtful">${page.uncertain && html`<p>${say('web.uncertain')}</p>`}${page.note !== undefined && html`<p>${textIn(page.note, locale)}</p>`}</div>`}
<dl class="facts">
${row('web.number', page.number)}
${row('web.issuer', page.issuer)}
${row('web.issued', page.issued)}
${row('web.effective', page.since)}
${row('web.until', page.until)}
${row('web.official', page.url === undefined ? say('web.no-official') : official(page.url, new URL(page.url).host))}
</dl>
${page.statuses.length > 1 && html`<section><h2>${say('web.statuses')}</h2><ol class="line">${page.statuses.map(({ since, status, now }) => html`<li${now && html` class="now"`}>${say('web.since', { from: since })}${say('list.colon')}${say(`web.status.${status}`)}${now && html` <span class="label">${say('web.this-day')}</span>`}</li>`)}</ol></section>`}
${page.relations.map(
  ({ how, documents }) =>
    html`<section class="on"><h2>${say(`web.relation.${how}`)}</h2><ul>${documents.map(({ id, name }) => html`<li><a href="${documentPath(locale, id)}">${textIn(name, locale)}</a></li>`)}</ul></section>`,
)}
${page.figures.length > 0 && html`<section><h2>${say('web.figures')}</h2><dl class="facts">${page.figures.map(({ name, values }) => html`<div><dt>${textIn(name, locale)}</dt>${values.map((value) => html`<dd>${textIn(value, locale)}</dd>`)}</div>`)}</dl></section>`}
${entryLinks('web.cited-by', page.citedBy, asked, context)}
</article>
${dayForm(documentPath(locale, page.id), asked, context)}
<p class="address">${context.base}${documentPath(locale, page.id, asked.given)}</p>
</main>`,
  }
}

/** The register of documents. */
export function documentsView(documents: DocumentLine[], context: PageContext): Framed {
  const { locale, translate } = context
  return {
    title: translate(locale, 'web.documents'),
    description: translate(locale, 'web.documents-intro'),
    path: documentsPath,
    kind: 'website',
    class: 'reading',
    main: html`<main id="main">
<h1>${translate(locale, 'web.documents')}</h1>
<p>${translate(locale, 'web.documents-intro')}</p>
${documentLines(documents, context)}
</main>`,
  }
}

/** Documents in a list, with what each is worth on the day. */
export const documentLines = (documents: DocumentLine[], { locale, translate }: PageContext): Html =>
  html`<ul class="register">${documents.map(
    ({ id, name, number, words, status }) =>
      html`<li><a href="${documentPath(locale, id)}">${textIn(name, locale)}</a> <span class="note">${textIn(number, locale)} · ${words} · ${translate(locale, `web.status.${status}`)}</span></li>`,
  )}</ul>`
