import { LOCALES, type Locale } from '../../core/locale.ts'
import { type Html, html } from '../../http/html.ts'
import { LOCALE_NAMES } from '../../http/locale-names.ts'
import type { Say } from '../reports/report.ts'
import { STYLESHEET } from '../stylesheet.ts'

/** What every page begins with, up to its body. */
export const head = ({ locale, say, title }: { locale: Locale; say: Say; title: string }): Html => html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · ${say('insights.name')}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLESHEET.address}">
</head>`

/** The ways to a page in the other languages. @param address of the page in a language */
export const languages = ({ locale, say }: { locale: Locale; say: Say }, address: (locale: Locale) => string): Html =>
  html`<nav class="languages" aria-label="${say('page.languages')}">${LOCALES.map((one) =>
    one === locale
      ? html`<span aria-current="true" lang="${one}">${LOCALE_NAMES[one]}</span>`
      : html`<a href="${address(one)}" hreflang="${one}" lang="${one}">${LOCALE_NAMES[one]}</a>`,
  )}</nav>`
