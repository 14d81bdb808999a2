import lunr from 'lunr'

/** Full-text search over words that were cut already. This is the only file that knows lunr. */
export type FullText = {
  /** The positions of the documents that hold some of the words, best first, with lunr's score. */
  look(words: string[]): { document: number; score: number }[]
}

const FIELD_BOOSTS = { asked: 3, told: 1 } as const

/**
 * Looks terms up as they are. lunr keeps its terms in an automaton for wildcards and fuzzy matches, which we never ask for; walking it from a root with thousands of
 * Chinese characters takes most of a query's time, and building it much of a start's.
 */
function useExactTerms(this: lunr.Builder): void {
  Object.assign(this, { tokenSet: { intersect: (term: lunr.TokenSet) => ({ toArray: () => term.toArray() }) } })
}

/** Builds lunr's index: how documents are asked for, and what they say. */
export function buildFullText(documents: { asked: string[]; told: string[] }[]): FullText {
  const builder = Object.assign(new lunr.Builder(), { createTokenSet: useExactTerms })
  builder.ref('id')
  for (const [field, boost] of Object.entries(FIELD_BOOSTS)) builder.field(field, { boost })
  documents.forEach(({ asked, told }, id) => {
    builder.add({ id, asked, told: [...new Set(told)] })
  })
  const index = builder.build()
  return {
    look: (words) =>
      index
        .query((query) => {
          for (const word of words) query.term(word, {})
        })
        .map(({ ref, score }) => ({ document: Number(ref), score })),
  }
}
