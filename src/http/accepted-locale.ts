import type { Request } from 'express'
import { type Locale, toLocale } from '../core/locale.ts'

/**
 * The language a request asks for: the first of `Accept-Language` that Tongguan writes; English for readers of none of them; simplified Chinese
 * when nothing is said.
 */
export function acceptedLocale(request: Request): Locale {
  if (!request.headers['accept-language']) return 'zh-Hans'
  for (const tag of request.acceptsLanguages()) {
    const locale = toLocale(tag)
    if (locale) return locale
  }
  return 'en'
}
