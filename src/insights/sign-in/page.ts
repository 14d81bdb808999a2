import { LOCALES, type Locale } from '../../core/locale.ts'
import { type Html, html } from '../../http/html.ts'
import { LOCALE_NAMES } from '../../http/locale-names.ts'
import type { Say } from '../reports/report.ts'
import { STYLESHEET } from '../stylesheet.ts'

/** A page for those who are not signed in: nothing of the numbers, and no way to them. @param address of this page in a language */
export function bare(
  { locale, say, title, address }: { locale: Locale; say: Say; title: string; address: (locale: Locale) => string },
  main: Html,
): Html {
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · ${say('insights.name')}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLESHEET.address}">
</head>
<body class="bare">
<header>
<p class="name">${say('insights.name')}</p>
<nav class="languages" aria-label="${say('page.languages')}">${LOCALES.map((one) =>
    one === locale
      ? html`<span aria-current="true" lang="${one}">${LOCALE_NAMES[one]}</span>`
      : html`<a href="${address(one)}" hreflang="${one}" lang="${one}">${LOCALE_NAMES[one]}</a>`,
  )}</nav>
</header>
<main id="main">
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`
}
