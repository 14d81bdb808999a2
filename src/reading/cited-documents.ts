import { citationWords } from '../conversation/phrase-entry.ts'
import type { Citation } from '../core/citation.ts'
import type { CitedDocument } from '../core/reading.ts'
import type { ReadingContext } from './reading-context.ts'

/** Citations as they stand on a page: the same words as under a reply. */
export const citedDocuments = (citations: Citation[], { locale, translate, write }: ReadingContext): CitedDocument[] =>
  citations.map((citation) => {
    const { name, around } = citationWords(citation, locale, translate)
    return { id: citation.document, name: write(name), words: write(around), url: citation.url }
  })
