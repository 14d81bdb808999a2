import { LOCALES, type Locale } from '../../core/locale.ts'
import {
  changesPath,
  chatPath,
  documentPath,
  documentsPath,
  entryPath,
  glossaryPath,
  privacyPath,
  topicPath,
  topicsPath,
} from '../../core/page-paths.ts'
import type { Addresses } from '../../core/reading.ts'
import { html } from '../html.ts'

/**
 * Every page in every language, each with its others.
 * @see https://www.sitemaps.org/protocol.html
 */
export function sitemap({ entries, topics, documents }: Addresses, base: string): string {
  const pages: { path: (locale: Locale) => string; changed?: string }[] = [
    ...[chatPath, topicsPath, documentsPath, (locale: Locale) => glossaryPath(locale), changesPath, privacyPath].map(
      (path) => ({
        path,
      }),
    ),
    ...entries.map(({ id, reviewed }) => ({ path: (locale: Locale) => entryPath(locale, id), changed: reviewed })),
    ...topics.map((id) => ({ path: (locale: Locale) => topicPath(locale, id) })),
    ...documents.map((id) => ({ path: (locale: Locale) => documentPath(locale, id) })),
  ]
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.flatMap(({ path, changed }) =>
  LOCALES.map(
    (
      locale,
    ) => html`<url><loc>${base}${path(locale)}</loc>${changed !== undefined && html`<lastmod>${changed}</lastmod>`}${LOCALES.map(
      (one) => html`<xhtml:link rel="alternate" hreflang="${one}" href="${base}${path(one)}"/>`,
    )}</url>
`,
  ),
)}</urlset>
`.markup
}

/** What crawlers may read: the pages, and nothing that is made for one visitor. */
export const robots = (base: string): string => `User-agent: *
${['/api/', '/v3/', '/insights', '/rating', ...['', ...LOCALES.map((locale) => `/${locale}`)].map((prefix) => `${prefix}/search`)].map((path) => `Disallow: ${path}`).join('\n')}

Sitemap: ${base}/sitemap.xml
`
