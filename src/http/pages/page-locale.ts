import type { Request, RequestHandler, Response } from 'express'
import { LOCALES, type Locale, toLocale } from '../../core/locale.ts'
import { acceptedLocale } from '../accepted-locale.ts'

/** The first part of a path, where it may name a language, and the rest. */
const NAMED = /^\/((?:zh|en)(?:-[a-z]{2,8}){0,3})(?=[/?]|$)\/?(.*)$/i

/**
 * Reads the language of a page from its address: `/en/changes` is `/changes` in English. Other ways of naming it (`/zh-CN/changes`) lead to ours, so that
 * every page has one address in each language. Goes before the pages, after everything that has no language.
 */
export const languagePrefix: RequestHandler = (request, response, next) => {
  const [, tag, rest = ''] = NAMED.exec(request.url) ?? []
  const locale = tag === undefined ? undefined : toLocale(tag)
  if (tag === undefined || locale === undefined) return next()
  const inside = rest.startsWith('?') || !rest.startsWith('/') ? `/${rest}` : rest
  if (!LOCALES.some((one) => one === tag)) return response.redirect(301, `/${locale}${inside}`)
  response.locals.locale = locale
  request.url = inside
  next()
}

/** The language of a page: its address's, else the one asked for by `?lang=`, else the browser's. */
export function localeOf(request: Request, response: Response): Locale {
  const named: Locale | undefined = response.locals.locale
  if (named) return named
  response.vary('Accept-Language')
  const asked = typeof request.query.lang === 'string' ? toLocale(request.query.lang) : undefined
  return asked ?? acceptedLocale(request)
}

/** Leads a page that was asked for without a language to the address that has one. */
export const withLanguage: RequestHandler = (request, response, next) => {
  if (response.locals.locale) return next()
  const locale = localeOf(request, response)
  const [path = '', query = ''] = request.url.split('?')
  const asked = new URLSearchParams(query)
  asked.delete('lang')
  response.set('Cache-Control', 'no-cache')
  response.redirect(302, `/${locale}${path}${asked.size > 0 ? `?${asked}` : ''}`)
}
