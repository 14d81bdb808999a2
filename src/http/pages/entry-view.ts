import { toPlainText } from '../../channels/markdown.ts'
import type { Day } from '../../core/day.ts'
import { entryPath, topicPath } from '../../core/page-paths.ts'
import type { EntryNote, EntryPage } from '../../core/reading.ts'
import { type Html, html } from '../html.ts'
import { faqData } from './faq-data.ts'
import type { Framed, PageContext } from './layout.ts'
import { type Asked, askOn, dayForm, documentsList, entryLinks, foldedTable, todayNote } from './parts.ts'
import { markdownIn, textIn } from './words-in.ts'

/** The page of an entry: the answer first, then what stands behind it, and the days it holds. */
export function entryView(page: EntryPage, notes: EntryNote[], asked: Asked, context: PageContext): Framed {
  const { locale, translate } = context
  const say = (key: string, values?: Record<string, string>) => translate(locale, key, values)
  const description = page.told && toPlainText(page.told.answerMarkdown)
  const path: Framed['path'] = (one) => entryPath(one, page.id, asked.given)
  return {
    title: page.title,
    description,
    path,
    kind: 'article',
    class: 'reading',
    place: 'topics',
    indexed: asked.given === undefined,
    head: page.told && asked.given === undefined ? faqData(page, page.told, context) : undefined,
    main: html`<main id="main">
<nav class="crumbs" aria-label="${say('web.crumbs')}"><a href="/${locale}/t">${say('web.place.topics')}</a> <span aria-hidden="true">›</span> <a href="${topicPath(locale, page.topic.id, asked.given)}">${textIn(page.topic.name, locale)}</a></nav>
<article>
<h1>${textIn(page.title, locale)}</h1>
<p class="note">${say('web.for', { whom: page.audiences.join(say('list.and')) })}</p>
${notes.map(({ on, text }) => html`<aside class="remark"><h2>${say('web.correction')}</h2><p>${textIn(text, locale)}</p><p class="note"><time datetime="${on}">${on}</time></p></aside>`)}
${todayNote(asked, page.date, context, entryPath(locale, page.id))}
${page.told ? told(page.told, context) : absent(page, context)}
${page.history.length > 0 && html`<section><h2>${say('web.history')}</h2>${page.history.map((history) => foldedTable(history, context))}</section>`}
${
  page.beliefs.length > 0 &&
  html`<section><h2>${say('web.beliefs')}</h2><dl class="beliefs">${page.beliefs.map(
    ({ belief, truthMarkdown }) =>
      html`<div><dt><span class="label">${say('web.belief')}</span> ${textIn(belief, locale)}</dt><dd><span class="label">${say('web.truth')}</span> ${markdownIn(truthMarkdown, locale)}</dd></div>`,
  )}</dl></section>`
}
${entryLinks('web.replaces', page.replaces, asked, context)}
${entryLinks('web.replaced-by', page.replacedBy, asked, context)}
${entryLinks('web.related', page.related, asked, context)}
</article>
${dayForm(entryPath(locale, page.id), asked, context)}
${askOn(page.title, context)}
<p class="note">${say('web.reviewed', { date: page.reviewed.date })}</p>
<p class="address">${context.base}${path(locale)}</p>
</main>`,
  }
}

function told(
  {
    answerMarkdown,
    detailMarkdown,
    nextMarkdown,
    standingMarkdown,
    settled,
    documents,
  }: NonNullable<EntryPage['told']>,
  context: PageContext,
): Html {
  const { locale, translate } = context
  return html`<div class="lead">${markdownIn(answerMarkdown, locale)}</div>
<div class="prose">${markdownIn(detailMarkdown, locale)}</div>
<div class="${settled ? 'standing' : 'standing doubtful'}">${markdownIn(standingMarkdown, locale)}</div>
<section class="next"><h2>${translate(locale, 'web.next')}</h2>${markdownIn(nextMarkdown, locale)}</section>
${documentsList(documents, context)}`
}

/** What is said of a day on which the entry is not in force: which days around it are, and what stood in its place. */
function absent({ id, title, date, notInForce }: EntryPage, { locale, translate }: PageContext): Html {
  const say = (key: string, values?: Record<string, string>) => translate(locale, key, values)
  const { last, next, instead } = notInForce ?? {}
  const link = (on: Day, words: string) => html` <a href="${entryPath(locale, id, on)}">${words}</a>`
  return html`<div class="absent">
<p><strong>${say('declined.not-in-force', { on: date, title })}</strong></p>
${last && html`<p>${say('declined.last-period', { from: last.since, to: last.until })}${link(last.on, say('web.see-then'))}</p>`}
${next && html`<p>${say('declined.next-period', { from: next.since })}${link(next.on, say('web.see-then'))}</p>`}
${instead && html`<p>${say('web.instead')} <a href="${entryPath(locale, instead.id)}">${textIn(instead.name, locale)}</a></p>`}
</div>`
}
