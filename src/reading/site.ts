import { converted, describeChanges } from '../conversation/phrase-changes.ts'
import type { Understanding } from '../conversation/understanding.ts'
import type { Day } from '../core/day.ts'
import type { Site, Wanted } from '../core/reading.ts'
import type { Translate } from '../core/translate.ts'
import { startOfRegime } from '../knowledge/changes.ts'
import type { Weights } from '../search/rank.ts'
import { documentLines, documentPage } from './document-page.ts'
import { entryPage } from './entry-page.ts'
import { glossaryPage } from './glossary-page.ts'
import { readingContext } from './reading-context.ts'
import { searchPage } from './search-page.ts'
import { topicFamilies, topicPage } from './topic-page.ts'

/** What the pages are made of. */
export type SiteParts = {
  /** The understanding of the knowledge that serves; taken once a page. */
  understanding: () => Understanding
  weights: Weights
  translate: Translate
  today: () => Day
}

/** As far as anything may be announced. */
const LATEST = '2099-12-31'

/** The pages over the knowledge that serves, in the words of the replies. */
export function createSite({ understanding, weights, translate, today }: SiteParts): Site {
  const context = (wanted: Wanted) =>
    readingContext(wanted, { understanding: understanding(), translate, today: today() })
  return {
    today,
    entry: (id, wanted) => entryPage(id, context(wanted)),
    topic: (id, wanted) => topicPage(id, context(wanted)),
    topics: (wanted) => topicFamilies(context(wanted)),
    document: (id, wanted) => documentPage(id, context(wanted)),
    documents: (wanted) => documentLines(context(wanted)),
    glossary: (wanted) => glossaryPage(context(wanted)),
    search: (text, wanted) => searchPage(text, context(wanted), weights),
    changes(locale) {
      const { knowledge, toTraditional } = understanding()
      const days = describeChanges(startOfRegime(knowledge), LATEST, { knowledge, on: today(), locale, translate })
      return locale === 'zh-Hant' ? days.map((day) => converted(day, toTraditional)) : days
    },
    addresses() {
      const { entries, topics, documents } = understanding().knowledge
      const used = new Set([...entries.values()].map(({ topic }) => topic))
      return {
        entries: [...entries.values()].map(({ id, reviewed }) => ({ id, reviewed })),
        topics: [...topics.keys()].filter((id) => used.has(id)),
        documents: [...documents.keys()],
      }
    },
  }
}
