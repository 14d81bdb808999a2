import type { ChangeDay } from '../../core/change-day.ts'
import type { Day } from '../../core/day.ts'
import { changesFeedPath, changesPath, documentPath } from '../../core/page-paths.ts'
import { type Html, html } from '../html.ts'
import type { Framed, PageContext } from '../pages/layout.ts'
import { textIn } from '../pages/words-in.ts'

/** The page of changes: those to come first, then those in force, newest first. */
export function changesView({ days, today }: { days: ChangeDay[]; today: Day }, context: PageContext): Framed {
  const { locale, translate } = context
  const say = (key: string) => translate(locale, key)
  const coming = days.filter(({ on }) => on > today)
  const past = days.filter(({ on }) => on <= today)
  return {
    title: say('changes.page-title'),
    description: say('changes.page-intro'),
    path: changesPath,
    kind: 'article',
    class: 'reading',
    place: 'changes',
    head: html`<link rel="alternate" type="application/atom+xml" href="${changesFeedPath(locale)}" title="${say('changes.page-title')}">`,
    main: html`<main id="main">
<h1>${say('changes.page-title')}</h1>
<p>${say('changes.page-intro')} <a href="${changesFeedPath(locale)}">${say('changes.feed')}</a></p>
${coming.length > 0 && html`<h2>${say('changes.coming')}</h2>${coming.map((day) => dayView(day, context))}`}
<h2>${say('changes.past')}</h2>
${past.map((day) => dayView(day, context))}
</main>`,
  }
}

function dayView({ on, date, lines, citations }: ChangeDay, { locale, translate }: PageContext): Html {
  const say = (key: string) => translate(locale, key)
  return html`<section id="d${on}">
<h3 id="h${on}"><time datetime="${on}">${date}</time></h3>
${
  lines.length === 0
    ? html`<p class="note">${say('changes.no-figures')}</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="h${on}"><table><thead><tr>${['what', 'before', 'after', 'who'].map((key) => html`<th scope="col">${say(`changes.${key}`)}</th>`)}</tr></thead>
<tbody>${lines.map(({ name, before, after, audiences }) => html`<tr><th scope="row">${textIn(name, locale)}</th><td>${before}</td><td>${after}</td><td>${audiences.join(say('list.and'))}</td></tr>`)}</tbody></table></div>`
}
<ul class="documents">${citations.map(
    ({ document, title, number, confidence, note }) =>
      html`<li><a href="${documentPath(locale, document)}">${textIn(title, locale)}</a> <span class="note">${textIn(number, locale)}${confidence === 'uncertain' && say('citation.uncertain')}${note !== undefined && textIn(translate(locale, 'citation.note', { note }), locale)}</span></li>`,
  )}</ul>
</section>`
}
