import type { EntryText } from '../core/entry.ts'
import { WRITTEN_LOCALES } from '../core/locale.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { PLACEHOLDER } from '../knowledge/placeholder.ts'
import type { Searchable } from '../search/searchable.ts'

/** Prefix that tells a boundary from an entry among search hits. */
export const BOUNDARY = 'boundary:'

const bodyOf = ({ answer, detail, next }: EntryText) => `${answer}\n${detail}\n${next}`.replace(PLACEHOLDER, ' ')

/** What a question can lead to: every entry, and every boundary that has ways of asking. */
export function searchablesOf({ entries, boundaries, topics }: Knowledge): Searchable[] {
  const list: Searchable[] = []
  for (const { id, topic, texts } of entries.values()) {
    const written = WRITTEN_LOCALES.map((locale) => texts[locale])
    list.push({
      id,
      topic,
      titles: written.map(({ title }) => title),
      questions: written.flatMap(({ questions }) => questions),
      bodies: WRITTEN_LOCALES.map((locale) => `${topics.get(topic)?.name[locale] ?? ''}\n${bodyOf(texts[locale])}`),
    })
  }
  for (const { id, topic, questions, phrases } of boundaries.values())
    list.push({
      id: `${BOUNDARY}${id}`,
      topic,
      titles: [],
      questions: WRITTEN_LOCALES.flatMap((locale) => questions[locale]),
      bodies: WRITTEN_LOCALES.flatMap((locale) =>
        phrases[locale].map((phrase) => phrase.replace(/@[\w-]+|[|_]/g, ' ')),
      ),
    })
  return list.filter(({ questions, titles }) => questions.length + titles.length > 0)
}
