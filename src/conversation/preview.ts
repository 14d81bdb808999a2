import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import { WRITTEN_LOCALES, type WrittenLocale } from '../core/locale.ts'
import type { Translate } from '../core/translate.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { entryOn } from './entry-on.ts'
import { fill } from './fill.ts'

/** What becomes of one entry between two days: it says other things, another takes over, it ends, or it begins. */
export type Previewed = {
  entry: EntryId
  becomes:
    | { kind: 'reworded'; lines: Record<WrittenLocale, { before: string; after: string }[]> }
    | { kind: 'replaced'; by: EntryId }
    | { kind: 'ends' }
    | { kind: 'begins' }
}

/** Which answers will be different on another day, so that a team can prepare before a rule takes effect. */
export function preview(knowledge: Knowledge, from: Day, to: Day, translate: Translate): Previewed[] {
  const changes: Previewed[] = []
  for (const { id } of knowledge.entries.values()) {
    const before = entryOn(id, from, knowledge)?.entry
    const after = entryOn(id, to, knowledge)?.entry
    if (before?.id !== id && after?.id !== id) continue
    if (before?.id === id && !after) changes.push({ entry: id, becomes: { kind: 'ends' } })
    else if (before?.id === id && after && after.id !== id)
      changes.push({ entry: id, becomes: { kind: 'replaced', by: after.id } })
    else if (after?.id === id && !before) changes.push({ entry: id, becomes: { kind: 'begins' } })
    else if (before?.id === id && after?.id === id) {
      const lines = { 'zh-Hans': [], en: [] } as Record<WrittenLocale, { before: string; after: string }[]>
      for (const locale of WRITTEN_LOCALES) {
        const { answer, detail, next } = before.texts[locale]
        const [old, fresh] = [from, to].map((on) =>
          fill([answer, detail, next].join('\n'), { knowledge, on, locale, translate }).split('\n'),
        ) as [string[], string[]]
        old.forEach((line, index) => {
          if (line !== fresh[index]) lines[locale].push({ before: line, after: fresh[index] ?? '' })
        })
      }
      if (lines['zh-Hans'].length + lines.en.length > 0)
        changes.push({ entry: id, becomes: { kind: 'reworded', lines } })
    }
  }
  return changes
}
