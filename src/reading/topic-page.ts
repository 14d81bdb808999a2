import { inForce } from '../core/effective-period.ts'
import type { Entry } from '../core/entry.ts'
import type { TopicFamily, TopicPage } from '../core/reading.ts'
import type { TopicId } from '../core/topic.ts'
import { entryLine } from './entry-page.ts'
import type { ReadingContext } from './reading-context.ts'

/** The page of a topic as of the day of the context; undefined when there is no such topic. */
export function topicPage(id: TopicId, context: ReadingContext): TopicPage | undefined {
  const { knowledge, on, language, write, say, date } = context
  const topic = knowledge.topics.get(id)
  if (!topic) return undefined
  const entries = [...knowledge.entries.values()].filter((entry) => entry.topic === id)
  const holds = ({ effective }: Entry) => inForce(effective, on)
  return {
    id,
    name: say(topic.name),
    date: date(on),
    entries: entries.filter(holds).map((entry) => entryLine(entry, context)),
    others: entries
      .filter((entry) => !holds(entry))
      .map(({ id: other, texts, effective }) => ({
        id: other,
        name: write(texts[language].title),
        days: period(effective, context),
      })),
  }
}

/** A period in words. */
export function period(
  { from, to }: { from: string; to?: string | undefined },
  { locale, translate, date }: ReadingContext,
): string {
  return to === undefined
    ? translate(locale, 'web.since', { from: date(from) })
    : translate(locale, 'web.since-until', { from: date(from), to: date(to) })
}

/** Every topic that has entries, by family, in the order of the taxonomy. */
export function topicFamilies({ knowledge, on, say }: ReadingContext): TopicFamily[] {
  const counts = new Map<TopicId, number>()
  for (const { topic, effective } of knowledge.entries.values())
    if (inForce(effective, on)) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  const families = new Map<string, TopicFamily>()
  for (const { id, name } of knowledge.topics.values()) {
    const entries = counts.get(id) ?? 0
    if (entries === 0) continue
    const family = id.split('.')[0] ?? id
    const known = families.get(family) ?? { family, topics: [] }
    known.topics.push({ id, name: say(name), entries })
    families.set(family, known)
  }
  return [...families.values()]
}
