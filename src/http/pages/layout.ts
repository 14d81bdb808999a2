import { LOCALES, type Locale } from '../../core/locale.ts'
import {
  changesPath,
  chatPath,
  documentsPath,
  glossaryPath,
  privacyPath,
  searchPath,
  topicsPath,
} from '../../core/page-paths.ts'
import type { Translate } from '../../core/translate.ts'
import { Html, html } from '../html.ts'
import { LOCALE_NAMES } from '../locale-names.ts'
import { assetAddress } from './assets.ts'
import { STYLES } from './styles.ts'
import { textIn } from './words-in.ts'

/** What every page needs to be put into words and addresses. `base` is scheme and host, for addresses that leave the page. */
export type PageContext = { locale: Locale; translate: Translate; base: string }

/** The places of the site that its header leads to. */
export type Place = 'ask' | 'topics' | 'search' | 'changes'

/** One page, to be framed. */
export type Framed = {
  title: string
  description?: string | undefined
  /** The page in a language. */
  path: (locale: Locale) => string
  main: Html
  /** The place of the header that the page belongs to. */
  place?: Place | undefined
  /** Whether search engines shall keep it; they do unless told otherwise. */
  indexed?: boolean
  /** What else stands in the head: data, feeds. */
  head?: Html | undefined
  /** How it looks; as pages that are read, unless told otherwise. */
  style?: keyof typeof STYLES
  scripts?: string[]
  /** The name of the site as the heading of the page; a page with a heading of its own has it as a link. */
  headed?: boolean
  /** Whether it stands in a frame on another site, where it has a way to close and none elsewhere. */
  embedded?: boolean
  /** What the script of the page is handed. */
  data?: Record<string, string>
  /** What the skip link leads to, and its words. */
  skip?: { to: string; words: string }
  kind: 'article' | 'website'
  class: string
}

const MARK = new Html(
  '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8"/><path d="M8 22V13.5a8 8 0 0 1 16 0V22M12.5 16.5l3 3 4.5-6"/></svg>',
)
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%23a5392c'/%3E%3Cpath d='M8 22V13.5a8 8 0 0 1 16 0V22M12.5 16.5l3 3 4.5-6' fill='none' stroke='%23fff' stroke-width='2.6' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E"

/** A whole page: head, header, what it is about, footer. The same frame for every page of ours. */
export function framed(page: Framed, context: PageContext): Html {
  const { locale, translate } = context
  const say = (key: string) => translate(locale, key)
  const data = Object.entries(page.data ?? {}).map(([name, value]) => html` data-${name}="${value}"`)
  const skip = page.skip ?? { to: 'main', words: say('web.skip') }
  const name = html`${MARK}<span>${textIn(say('page.name'), locale)}</span>`
  return html`<!doctype html>
<html lang="${locale}">
<head>
${head(page, context)}
</head>
<body class="${page.class}"${data}>
<a class="skip" href="#${skip.to}">${skip.words}</a>
<header class="site">
${
  page.headed
    ? html`<h1 class="brand">${name} <small>${say('page.tagline')}</small></h1>`
    : html`<p class="brand"><a href="${chatPath(locale)}">${name}</a> <small>${say('page.tagline')}</small></p>`
}
${
  page.embedded
    ? html`<button type="button" id="close" hidden>${say('embed.close')}</button>`
    : html`${languages(page, context)}
${places(page.place, context)}`
}
</header>
${page.main}
<footer class="site">
<p>${say('page.footer')}</p>
<p class="more">${footerLinks(page, context)}</p>
</footer>
</body>
</html>
`
}

/** In a frame on another site only what whoever asks must be able to read, beside it. */
const footerLinks = ({ embedded }: Framed, { locale, translate }: PageContext): Html =>
  embedded
    ? html`<a href="${privacyPath(locale)}" target="_blank">${translate(locale, 'privacy.title')}</a>`
    : html`<a href="${documentsPath(locale)}">${translate(locale, 'web.documents')}</a> <a href="${glossaryPath(locale)}">${translate(locale, 'web.glossary')}</a> <a href="${privacyPath(locale)}">${translate(locale, 'privacy.title')}</a>`

function head(
  { title, description, path, indexed = true, head: more, style = 'reading', scripts = [], kind }: Framed,
  context: PageContext,
): Html {
  const { locale, translate, base } = context
  const named = title === translate(locale, 'page.title') ? title : `${title} · ${translate(locale, 'page.name')}`
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${named}</title>
${description && html`<meta name="description" content="${description}">`}
<link rel="icon" href="${ICON}">
${STYLES[style].markup}
${scripts.map((file) => html`<script src="${assetAddress(file)}" defer></script>`)}
${
  indexed
    ? html`<link rel="canonical" href="${base}${path(locale)}">
${LOCALES.map((one) => html`<link rel="alternate" hreflang="${one}" href="${base}${path(one)}">`)}
<link rel="alternate" hreflang="x-default" href="${base}${path('zh-Hans').replace(/^\/zh-Hans/, '')}">
<meta property="og:type" content="${kind}">
<meta property="og:title" content="${title}">
${description && html`<meta property="og:description" content="${description}">`}
<meta property="og:url" content="${base}${path(locale)}">
<meta property="og:site_name" content="${translate(locale, 'page.name')}">
<meta property="og:locale" content="${OPEN_GRAPH[locale]}">`
    : html`<meta name="robots" content="noindex">`
}
${more}`
}

/** Languages as Open Graph names them. */
const OPEN_GRAPH: Record<Locale, string> = { 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_TW', en: 'en_GB' }

const languages = ({ path }: Framed, { locale, translate }: PageContext): Html =>
  html`<nav class="languages" aria-label="${translate(locale, 'page.languages')}">${LOCALES.map((one) =>
    one === locale
      ? html`<span aria-current="true" lang="${one}">${LOCALE_NAMES[one]}</span>`
      : html`<a href="${path(one)}" hreflang="${one}" lang="${one}">${LOCALE_NAMES[one]}</a>`,
  )}</nav>`

function places(here: Place | undefined, { locale, translate }: PageContext): Html {
  const all: [Place, string][] = [
    ['ask', chatPath(locale)],
    ['topics', topicsPath(locale)],
    ['search', searchPath(locale)],
    ['changes', changesPath(locale)],
  ]
  return html`<nav class="places" aria-label="${translate(locale, 'web.places')}">${all.map(
    ([place, path]) =>
      html`<a href="${path}"${place === here && html` aria-current="page"`}>${translate(locale, `web.place.${place}`)}</a>`,
  )}</nav>`
}
