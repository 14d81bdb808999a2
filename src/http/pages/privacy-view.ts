import { privacyPath } from '../../core/page-paths.ts'
import { html } from '../html.ts'
import type { Framed, PageContext } from './layout.ts'
import { markdownIn } from './words-in.ts'

const PARTS = ['kept', 'not-kept', 'seen', 'you'] as const

/**
 * What is kept of those who ask, and who sees it.
 * @param days after which the words of a question are dropped
 */
export function privacyView(days: number, context: PageContext): Framed {
  const { locale, translate } = context
  return {
    title: translate(locale, 'privacy.title'),
    description: translate(locale, 'privacy.intro'),
    path: privacyPath,
    kind: 'article',
    class: 'reading',
    main: html`<main id="main">
<h1>${translate(locale, 'privacy.title')}</h1>
<p>${translate(locale, 'privacy.intro')}</p>
${PARTS.map(
  (part) => html`<section><h2>${translate(locale, `privacy.${part}.title`)}</h2>
${markdownIn(translate(locale, `privacy.${part}`, { days }), locale)}</section>`,
)}
</main>`,
  }
}
