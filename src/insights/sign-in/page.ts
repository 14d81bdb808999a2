import type { Locale } from '../../core/locale.ts'
import { type Html, html } from '../../http/html.ts'
import type { Say } from '../reports/report.ts'
import { head, languages } from '../view/head.ts'

/** A page for those who are not signed in: nothing of the numbers, and no way to them. @param address of this page in a language */
export function bare(
  { locale, say, title, address }: { locale: Locale; say: Say; title: string; address: (locale: Locale) => string },
  main: Html,
): Html {
  return html`${head({ locale, say, title })}
<body class="bare">
<header>
<p class="name">${say('insights.name')}</p>
${languages({ locale, say }, address)}
</header>
<main id="main">
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`
}
