import type { Request } from 'express'
import { type Locale, toLocale } from '../core/locale.ts'
import { acceptedLocale } from '../http/accepted-locale.ts'

/** The page's language: the address's (`locale`, or `lang` as on the other pages), else the browser's. */
export const localeOf = (request: Request): Locale =>
  [request.query.locale, request.query.lang]
    .map((tag) => (typeof tag === 'string' ? toLocale(tag) : undefined))
    .find((locale) => locale !== undefined) ?? acceptedLocale(request)
