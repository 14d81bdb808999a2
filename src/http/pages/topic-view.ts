import { entryPath, topicPath, topicsPath } from '../../core/page-paths.ts'
import type { EntryLine, TopicFamily, TopicPage } from '../../core/reading.ts'
import { type Html, html } from '../html.ts'
import type { Framed, PageContext } from './layout.ts'
import { type Asked, askOn, dayForm, todayNote } from './parts.ts'
import { markdownIn, textIn } from './words-in.ts'

/** The page of a topic: its entries with their answers in a sentence. */
export function topicView(page: TopicPage, asked: Asked, context: PageContext): Framed {
  const { locale, translate } = context
  const say = (key: string) => translate(locale, key)
  return {
    title: page.name,
    description: translate(locale, 'web.topic-description', { topic: page.name }),
    path: (one) => topicPath(one, page.id, asked.given),
    kind: 'article',
    class: 'reading',
    place: 'topics',
    indexed: asked.given === undefined,
    main: html`<main id="main">
<nav class="crumbs" aria-label="${say('web.crumbs')}"><a href="${topicsPath(locale)}">${say('web.place.topics')}</a></nav>
<h1>${textIn(page.name, locale)}</h1>
${todayNote(asked, page.date, context, topicPath(locale, page.id))}
${page.entries.length === 0 && html`<p class="absent">${translate(locale, 'web.nothing-then', { date: page.date })}</p>`}
${entryCards(page.entries, asked, context)}
${
  page.others.length > 0 &&
  html`<section class="on"><h2>${say('web.other-days')}</h2><ul>${page.others.map(
    ({ id, name, days }) =>
      html`<li><a href="${entryPath(locale, id)}">${textIn(name, locale)}</a> <span class="note">${days}</span></li>`,
  )}</ul></section>`
}
${dayForm(topicPath(locale, page.id), asked, context)}
${askOn(page.name, context)}
</main>`,
  }
}

/** Entries with their answers in a sentence. */
export const entryCards = (entries: EntryLine[], { given }: Asked, { locale }: PageContext, level: 2 | 3 = 2): Html =>
  html`<ul class="cards">${entries.map(({ id, name, answerMarkdown }) => {
    const link = html`<a href="${entryPath(locale, id, given)}">${textIn(name, locale)}</a>`
    return html`<li>${level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}${markdownIn(answerMarkdown, locale)}</li>`
  })}</ul>`

/** Every topic, by family. */
export function topicsView(families: TopicFamily[], context: PageContext): Framed {
  const { locale, translate } = context
  return {
    title: translate(locale, 'web.topics-title'),
    description: translate(locale, 'page.description'),
    path: topicsPath,
    kind: 'website',
    class: 'reading',
    place: 'topics',
    main: html`<main id="main">
<h1>${translate(locale, 'web.topics-title')}</h1>
<div class="families">${families.map(
      ({ family, topics }) => html`<section><h2>${translate(locale, `web.family.${family}`)}</h2>
<ul>${topics.map(
        ({ id, name, entries }) =>
          html`<li><a href="${topicPath(locale, id)}">${textIn(name, locale)}</a> <span class="note">${translate(locale, 'web.entries', { count: entries })}</span></li>`,
      )}</ul></section>`,
    )}</div>
</main>`,
  }
}
