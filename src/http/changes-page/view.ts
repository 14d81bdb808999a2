import type { ChangeDay } from '../../core/change-day.ts'
import type { Day } from '../../core/day.ts'
import { LOCALES, type Locale } from '../../core/locale.ts'
import type { Translate } from '../../core/translate.ts'
import { type Html, html } from '../html.ts'
import { LOCALE_NAMES } from '../locale-names.ts'

type View = { days: ChangeDay[]; today: Day; locale: Locale; translate: Translate; stylesheet: string }

/** The page of changes: those to come first, then those in force, newest first. */
export function changesView({ days, today, locale, translate, stylesheet }: View): Html {
  const say = (key: string) => translate(locale, key)
  const coming = days.filter(({ on }) => on > today)
  const past = days.filter(({ on }) => on <= today)
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${say('changes.page-title')} · ${say('page.name')}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${stylesheet}">
<link rel="alternate" type="application/atom+xml" href="/changes.atom?lang=${locale}" title="${say('changes.page-title')}">
</head>
<body>
<header>
<h1>${say('changes.page-title')}</h1>
<nav aria-label="${say('page.languages')}">${LOCALES.map((one) =>
    one === locale
      ? html`<span aria-current="true" lang="${one}">${LOCALE_NAMES[one]}</span>`
      : html`<a href="/changes?lang=${one}" hreflang="${one}" lang="${one}">${LOCALE_NAMES[one]}</a>`,
  )}</nav>
</header>
<main class="changes">
<p>${say('changes.page-intro')} <a href="/changes.atom?lang=${locale}">${say('changes.feed')}</a> · <a href="/?lang=${locale}">${say('changes.back')}</a></p>
${coming.length > 0 && html`<h2>${say('changes.coming')}</h2>${coming.map((day) => dayView(day, say))}`}
<h2>${say('changes.past')}</h2>
${past.map((day) => dayView(day, say))}
</main>
<footer><p>${say('page.footer')}</p></footer>
</body>
</html>
`
}

function dayView({ on, date, lines, citations }: ChangeDay, say: (key: string) => string): Html {
  return html`<section id="d${on}" aria-labelledby="h${on}">
<h3 id="h${on}"><time datetime="${on}">${date}</time></h3>
${
  lines.length === 0
    ? html`<p class="note">${say('changes.no-figures')}</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="h${on}"><table><thead><tr>${['what', 'before', 'after', 'who'].map((key) => html`<th scope="col">${say(`changes.${key}`)}</th>`)}</tr></thead>
<tbody>${lines.map(({ name, before, after, audiences }) => html`<tr><th scope="row">${name}</th><td>${before}</td><td>${after}</td><td>${audiences.join(say('list.and'))}</td></tr>`)}</tbody></table></div>`
}
<ul>${citations.map(({ title, number, url }) => html`<li>${url === undefined ? html`${title}` : html`<a href="${url}" rel="noopener noreferrer">${title}</a>`} <span class="note">${number}</span></li>`)}</ul>
</section>`
}
