import type { ChangeDay } from '../../core/change-day.ts'
import { documentName } from '../../core/document-name.ts'
import type { Locale } from '../../core/locale.ts'
import { changesFeedPath, changesPath } from '../../core/page-paths.ts'
import type { Translate } from '../../core/translate.ts'
import { html } from '../html.ts'

/** Entries a feed carries; readers keep older ones themselves. */
const MOST = 60

/**
 * The changes as an Atom feed (RFC 4287). Ids name the day and never change; a day is updated on the day it names.
 * @param base scheme and host the feed is read from
 */
export function changesFeed({
  days,
  locale,
  translate,
  base,
}: {
  days: ChangeDay[]
  locale: Locale
  translate: Translate
  base: string
}): string {
  const say = (key: string) => translate(locale, key)
  const moment = (on: string) => `${on}T00:00:00+08:00`
  const shown = days.slice(0, MOST)
  const self = base + changesFeedPath(locale)
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>tag:tongguan,2026:changes:${locale}</id>
<title>${say('page.name')}: ${say('changes.page-title')}</title>
<updated>${moment(shown[0]?.on ?? '1970-01-01')}</updated>
<author><name>${say('page.name')}</name></author>
<link rel="self" href="${self}"/>
<link rel="alternate" href="${base}${changesPath(locale)}"/>
${shown.map(({ on, date, lines, citations }) => {
  const summary = [
    ...lines.map(({ name, before, after }) => `${name}: ${before} → ${after}`),
    ...citations.map(({ title, number, confidence, note }) =>
      [
        documentName({ title, number }, locale, translate),
        confidence === 'uncertain' && say('citation.uncertain'),
        note !== undefined && translate(locale, 'citation.note', { note }),
      ]
        .filter(Boolean)
        .join(''),
    ),
  ].join('\n')
  return html`<entry>
<id>tag:tongguan,2026:changes:${locale}:${on}</id>
<title>${translate(locale, 'changes.from', { date }).replaceAll('*', '')}</title>
<updated>${moment(on)}</updated>
<link rel="alternate" href="${base}${changesPath(locale)}#d${on}"/>
<content type="text">${summary}</content>
</entry>
`
})}</feed>
`.markup
}
