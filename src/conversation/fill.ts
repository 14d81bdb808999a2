import type { Day } from '../core/day.ts'
import { valueOn } from '../core/figure.ts'
import type { Locale } from '../core/locale.ts'
import { writtenFor } from '../core/locale.ts'
import type { Translate } from '../core/translate.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { PLACEHOLDER, parsePlaceholder } from '../knowledge/placeholder.ts'
import { formatDay, formatValue } from './format-figure.ts'

/** A text that cannot be filled on a day: the check lets none through, so this is a bug. */
export class Unfillable extends Error {}

/**
 * Writes the figures, documents and dates of a text, as of a day.
 * @throws Unfillable when a figure has no value that day
 */
export function fill(
  text: string,
  { knowledge, on, locale, translate }: { knowledge: Knowledge; on: Day; locale: Locale; translate: Translate },
): string {
  return text.replace(PLACEHOLDER, (written, inside: string) => {
    const placeholder = parsePlaceholder(inside)
    if (!placeholder) throw new Unfillable(written)
    if (placeholder.kind === 'date') return formatDay(placeholder.date, locale)
    if (placeholder.kind === 'document') {
      const document = knowledge.documents.get(placeholder.document)
      if (!document) throw new Unfillable(written)
      return placeholder.show === 'since'
        ? formatDay(document.effective.from, locale)
        : document.number[writtenFor(locale)]
    }
    const figure = knowledge.figures.get(placeholder.figure)
    const held = figure && valueOn(figure, placeholder.on ?? on)
    if (!figure || held?.value === undefined) throw new Unfillable(`${written} on ${placeholder.on ?? on}`)
    if (placeholder.show === 'since') return formatDay(held.effective.from, locale)
    if (placeholder.show === 'until') {
      if (held.effective.to === undefined) throw new Unfillable(written)
      return formatDay(held.effective.to, locale)
    }
    return formatValue(held.value, figure, locale, translate, placeholder.show)
  })
}
