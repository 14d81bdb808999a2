import { addDays, type Day } from '../core/day.ts'
import { type Locale, writtenFor } from '../core/locale.ts'
import { OTHER_TOPIC } from '../core/topic.ts'
import type { Understanding } from './understanding.ts'

/**
 * Names of everything the question log counts by, in a language, for pages that show counts.
 * @param reviewAfterDays age in days at which an entry is due for review
 */
export function catalogueOf(
  { knowledge, toTraditional }: Understanding,
  { locale, today, reviewAfterDays }: { locale: Locale; today: Day; reviewAfterDays: number },
) {
  const written = writtenFor(locale)
  const inScript = (text: string) => (locale === 'zh-Hant' ? toTraditional(text) : text)
  return {
    topics: [...knowledge.topics.values()]
      .filter(({ id }) => id !== OTHER_TOPIC)
      .map(({ id, name, audience }) => ({ id, name: inScript(name[written]), audience })),
    entries: [...knowledge.entries.values()].map(({ id, topic, texts, reviewed }) => ({
      id,
      topic,
      title: inScript(texts[written].title),
      reviewed,
      due: addDays(reviewed, reviewAfterDays) < today,
    })),
    misconceptions: [...knowledge.misconceptions.values()].map(({ id, topic, belief, entry }) => ({
      id,
      topic,
      belief: inScript(belief[written]),
      entry,
    })),
  }
}
