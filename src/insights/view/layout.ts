import type { Locale } from '../../core/locale.ts'
import { type Html, html } from '../../http/html.ts'
import type { Say } from '../reports/report.ts'
import { type Link, METHOD, SECTIONS } from '../sections.ts'
import { head, languages } from './head.ts'

/** What every page of these has around it. */
export type Frame = {
  locale: Locale
  say: Say
  /** Address of this page without its parameters. */
  path: string
  title: string
  /** The parameters of a link to a page of numbers, in a language: the view goes along. */
  query: (locale: Locale) => string
  /** Pages in the navigation beside those of numbers. */
  links: readonly Link[]
  /** Who is signed in, if anybody has to be. */
  account?: string | undefined
  /** Whether something is counted on the page, and whether nobody asked what is counted. */
  numbers: boolean
  madeUp: boolean
}

/** A whole page. */
export function layout({ locale, say, path, title, query, links, account, numbers, madeUp }: Frame, main: Html): Html {
  return html`${head({ locale, say, title })}
<body>
<a class="skip" href="#main">${say('insights.skip')}</a>
<header>
<p class="name"><a href="/insights?${query(locale)}">${say('insights.name')}</a></p>
${languages({ locale, say }, (one) => `${path}?${query(one)}`)}
${account !== undefined && html`<p class="account"><a href="/insights/account?${query(locale)}">${account}</a></p>`}
<nav class="sections" aria-label="${say('insights.sections')}"><ul>${[...SECTIONS, ...links, METHOD].map(
    (link) =>
      html`<li><a href="${link.path}?${query(locale)}"${link.path === path && html` aria-current="page"`}>${say(link.title)}</a></li>`,
  )}</ul></nav>
</header>
<main id="main">
${madeUp && html`<p class="made-up">${say('insights.made-up')}</p>`}
<h1>${title}</h1>
${main}
</main>
${numbers && html`<footer><p>${say('insights.footer')}</p></footer>`}
</body>
</html>
`
}
