import { toHtml } from '../../channels/markdown.ts'
import type { Locale } from '../../core/locale.ts'
import { escapeHtml, Html } from '../html.ts'

/** Chinese words, with what stands between them. */
const CHINESE = /[\p{Script=Han}《〔（][\p{Script=Han}《》〔〕（）、：·，0-9]*/gu

/** Says of the Chinese words in an English text that they are Chinese, so that they are read out and set as such (WCAG 3.1.2). */
const marked = (markup: string): string =>
  markup.replace(/(<[^>]*>)|([^<]+)/g, (_, tag: string | undefined, text: string | undefined) =>
    text === undefined
      ? (tag ?? '')
      : text.replace(CHINESE, (words) =>
          /\p{Script=Han}/u.test(words) ? `<span lang="zh-Hans">${words}</span>` : words,
        ),
  )

/** A plain text as markup in a page of a language. */
export const textIn = (text: string, locale: Locale): Html =>
  new Html(locale === 'en' ? marked(escapeHtml(text)) : escapeHtml(text))

/** Markdown as markup in a page of a language. Links within our own pages stay in the tab. */
export function markdownIn(markdown: string, locale: Locale): Html {
  const markup = toHtml(markdown, { newTab: false })
  return new Html(locale === 'en' ? marked(markup) : markup)
}
