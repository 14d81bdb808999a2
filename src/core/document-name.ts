import type { Locale } from './locale.ts'
import type { Translate } from './translate.ts'

/** What an official document is called: its title and its number. A law has no number of its own and is named once. */
export const documentName = (
  { title, number }: { title: string; number: string },
  locale: Locale,
  translate: Translate,
): string =>
  number === title
    ? translate(locale, 'citation.title', { title })
    : translate(locale, 'citation.name', { title, number })
