import type { Locale } from './locale.ts'

/**
 * Puts a locale key into words, with the values its placeholders need. The wording stands in `locales/`; an unknown key is a bug and comes back
 * as itself.
 */
export type Translate = (locale: Locale, key: string, values?: Record<string, string | number>) => string
