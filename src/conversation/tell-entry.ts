import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import type { WrittenLocale } from '../core/locale.ts'
import type { Translate } from '../core/translate.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { entryOn } from './entry-on.ts'
import { fill } from './fill.ts'
import { formatDay } from './format-figure.ts'
import { citationWords, entryParts } from './phrase-entry.ts'

/**
 * An entry as it is told on a day, in plain text, for words that are published elsewhere; with a false belief, its correction instead of the answer. Undefined where no
 * entry is in force.
 */
export function tellEntry(
  { entry: id, misconception }: { entry: EntryId; misconception: string | undefined },
  on: Day,
  locale: WrittenLocale,
  { knowledge, translate }: { knowledge: Knowledge; translate: Translate },
) {
  const entry = entryOn(id, on, knowledge)?.entry
  if (entry === undefined) return undefined
  const belief = misconception === undefined ? undefined : knowledge.misconceptions.get(misconception)
  const context = { knowledge, on, locale, translate }
  const { answer, next, citations, inForce } = entryParts(entry, context, { beside: belief?.sources ?? [] })
  return {
    question: entry.texts[locale].title,
    answer: plain(belief ? fill(belief.correction[locale], context) : answer),
    next: plain(next),
    belief: belief && plain(fill(belief.belief[locale], context)),
    documents: citations.map((citation) => {
      const { name, around } = citationWords(citation, locale, translate)
      return { name: plain(name), full: plain(name + around) }
    }),
    day: formatDay(on, locale),
    settled: inForce !== undefined,
  }
}

/** Markdown of an entry without its marks, in one line. */
const plain = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '')
    .replace(/^\s*(?:[-*+]|\d+\.|#+)\s+/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
