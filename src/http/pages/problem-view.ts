import { chatPath } from '../../core/page-paths.ts'
import { html } from '../html.ts'
import type { Framed, PageContext } from './layout.ts'
import { searchForm } from './search-view.ts'

/** A page that cannot be shown: what is wrong, and where to go on. */
export function problemView(
  { title, detail }: { title: string; detail: string },
  path: Framed['path'],
  context: PageContext,
): Framed {
  const { locale, translate } = context
  return {
    title,
    path,
    kind: 'website',
    class: 'reading',
    indexed: false,
    main: html`<main id="main">
<h1>${title}</h1>
<p>${detail}</p>
${searchForm('', context)}
<p><a href="${chatPath(locale)}">${translate(locale, 'web.back-to-chat')}</a></p>
</main>`,
  }
}
