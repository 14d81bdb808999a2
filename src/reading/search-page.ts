import { isNoise, normalise } from '../conversation/normalise.ts'
import { rankOn } from '../conversation/rank-question.ts'
import { inForce } from '../core/effective-period.ts'
import type { SearchResults } from '../core/reading.ts'
import { fold } from '../search/fold.ts'
import type { Weights } from '../search/rank.ts'
import { documentLine } from './document-page.ts'
import { entryLine } from './entry-page.ts'
import { termLine } from './glossary-page.ts'
import type { ReadingContext } from './reading-context.ts'

/** Characters of a search that are read, entries and documents that are shown, at most. */
export const LONGEST_SEARCH = 200
const [MOST_ENTRIES, MOST_DOCUMENTS] = [20, 10]

/** Below this share of the confidence in the best hit, a hit is chance. */
const LEAST = 0.004

/** Marks in which the numbers of documents are written differently by everybody (`〔2018〕`, `[2018]`, `(2018)`). */
const MARKS = /[\s\p{P}\p{S}]+/gu

/** Finds by the same search and ranking as a question, in the order of confidence; a number or name of a document finds the document. */
export function searchPage(asked: string, context: ReadingContext, weights: Weights): SearchResults {
  const { knowledge, understanding, on, say } = context
  const text = normalise(asked.slice(0, LONGEST_SEARCH))
  const found: SearchResults = { text, topics: [], terms: [], documents: [] }
  if (text === '' || isNoise(text)) return found

  const term = understanding.glossary.asked(text, true)
  const line = term && termLine(term, context)
  if (line) found.terms.push(line)

  const { ranked } = rankOn(text, on, understanding, weights)
  const least = (ranked[0]?.confidence ?? 0) * LEAST
  let shown = 0
  for (const { id, confidence } of ranked) {
    const entry = knowledge.entries.get(id)
    if (!entry || confidence < least || !inForce(entry.effective, on)) continue
    if (++shown > MOST_ENTRIES) break
    const known = found.topics.find(({ topic }) => topic.id === entry.topic)
    const name = knowledge.topics.get(entry.topic)?.name
    const group = known ?? { topic: { id: entry.topic, name: name ? say(name) : entry.topic }, entries: [] }
    if (!known) found.topics.push(group)
    group.entries.push(entryLine(entry, context))
  }

  const bare = (words: string) => fold(words).replace(MARKS, '')
  const wanted = bare(text)
  if (wanted.length >= 3)
    for (const document of knowledge.documents.values()) {
      const names = [...Object.values(document.number), ...Object.values(document.title)]
      if (names.some((name) => bare(name).includes(wanted))) found.documents.push(documentLine(document, context))
      if (found.documents.length === MOST_DOCUMENTS) break
    }
  return found
}
