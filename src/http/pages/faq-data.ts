import { toHtml } from '../../channels/markdown.ts'
import { entryPath } from '../../core/page-paths.ts'
import type { EntryPage } from '../../core/reading.ts'
import { Html } from '../html.ts'
import type { PageContext } from './layout.ts'

/**
 * The entry as a question and its answer for search engines. It is data, which no policy for scripts concerns; `<` is written as an escape so that no
 * text can end the element.
 * @see https://schema.org/FAQPage
 */
export function faqData(
  page: EntryPage,
  { answerMarkdown, detailMarkdown }: NonNullable<EntryPage['told']>,
  { base, locale }: PageContext,
): Html {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    url: base + entryPath(locale, page.id),
    inLanguage: locale,
    dateModified: page.reviewed.on,
    mainEntity: [
      {
        '@type': 'Question',
        name: page.title,
        acceptedAnswer: { '@type': 'Answer', text: toHtml(`${answerMarkdown}\n\n${detailMarkdown}`).trim() },
      },
    ],
  }
  return new Html(`<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`)
}
