import { formatDay } from '../conversation/format-figure.ts'
import { markdownInTraditional } from '../conversation/in-script.ts'
import type { PhrasingContext } from '../conversation/phrase-entry.ts'
import type { Understanding } from '../conversation/understanding.ts'
import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import { type Wording, type WrittenLocale, writtenFor } from '../core/locale.ts'
import type { Linked, Wanted } from '../core/reading.ts'
import type { Translate } from '../core/translate.ts'

/** What putting a page into words needs: what phrasing a reply needs, and how its script is written. */
export type ReadingContext = PhrasingContext & {
  understanding: Understanding
  today: Day
  /** The language entries are written in for it. */
  language: WrittenLocale
  /** A plain text or Markdown of ours, in the script of the page. */
  write: (text: string) => string
  /** One of the written wordings, in the script of the page. */
  say: (wording: Wording) => string
  /** A day as people write it. */
  date: (on: Day) => string
}

/** Puts together what a page needs. */
export function readingContext(
  { on, locale }: Wanted,
  { understanding, translate, today }: { understanding: Understanding; translate: Translate; today: Day },
): ReadingContext {
  const { knowledge, glossary, toTraditional } = understanding
  const write =
    locale === 'zh-Hant' ? (text: string) => markdownInTraditional(text, toTraditional) : (text: string) => text
  const language = writtenFor(locale)
  return {
    knowledge,
    glossary,
    on,
    locale,
    translate,
    understanding,
    today,
    language,
    write,
    say: (wording) => write(wording[language]),
    date: (day) => formatDay(day, locale),
  }
}

/** Entries as links, those that exist. */
export const linkedEntries = (
  ids: Iterable<EntryId>,
  { knowledge, language, write }: ReadingContext,
): Linked<EntryId>[] =>
  [...ids].flatMap((id) => {
    const entry = knowledge.entries.get(id)
    return entry ? [{ id, name: write(entry.texts[language].title) }] : []
  })
