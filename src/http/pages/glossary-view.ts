import { entryPath, glossaryPath } from '../../core/page-paths.ts'
import type { TermLine } from '../../core/reading.ts'
import { type Html, html } from '../html.ts'
import type { Framed, PageContext } from './layout.ts'
import { markdownIn, textIn } from './words-in.ts'

/** The words explained. */
export function glossaryView(terms: TermLine[], context: PageContext): Framed {
  const { locale, translate } = context
  return {
    title: translate(locale, 'web.glossary'),
    description: translate(locale, 'web.glossary-intro'),
    path: (one) => glossaryPath(one),
    kind: 'article',
    class: 'reading',
    main: html`<main id="main">
<h1>${translate(locale, 'web.glossary')}</h1>
<p>${translate(locale, 'web.glossary-intro')}</p>
${termLines(terms, context)}
</main>`,
  }
}

/** Words with their explanations. */
export const termLines = (terms: TermLine[], { locale, translate }: PageContext): Html =>
  html`<dl class="terms">${terms.map(
    ({ id, name, other, also, explanationMarkdown, entry }) =>
      html`<div id="${id}"><dt>${textIn(name, locale)} <span class="note" lang="${locale === 'en' ? 'zh-Hans' : 'en'}">${other}</span></dt>
<dd>${markdownIn(explanationMarkdown, locale)}
${also.length > 0 && html`<p class="note">${translate(locale, 'web.also')}${also.map((word, index) => html`${index > 0 && translate(locale, 'web.comma')}${called(word, locale)}`)}</p>`}
${entry && html`<p><a href="${entryPath(locale, entry.id)}">${textIn(entry.name, locale)}</a></p>`}</dd></div>`,
  )}</dl>`

/** What people call it, marked where it is in another language than the page. */
const called = (word: string, locale: string): Html =>
  locale !== 'en' && !/\p{Script=Han}/u.test(word)
    ? html`<span lang="en">${word}</span>`
    : textIn(word, locale === 'en' ? 'en' : 'zh-Hans')
