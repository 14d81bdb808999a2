/** Term saturation and length normalisation as usual (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009). */
const K1 = 1.2
const B = 0.6

/** Documents as bags of terms, scored by BM25 as a share of the most a question could score. */
export type Bm25 = {
  score(id: number, terms: Iterable<string>): number
  /** How telling a term is; undefined when no document holds it. */
  idf(term: string): number | undefined
}

/** Builds the statistics over documents; a document is known by its position. */
export function buildBm25(documents: string[][]): Bm25 {
  const bags = documents.map((terms) => {
    const bag = new Map<string, number>()
    for (const term of terms) bag.set(term, (bag.get(term) ?? 0) + 1)
    return bag
  })
  const holding = new Map<string, number>()
  for (const bag of bags) for (const term of bag.keys()) holding.set(term, (holding.get(term) ?? 0) + 1)
  const count = documents.length
  const average = documents.reduce((sum, { length }) => sum + length, 0) / Math.max(1, count)
  const idf = (term: string) => {
    const seen = holding.get(term)
    return seen === undefined ? undefined : Math.log(1 + (count - seen + 0.5) / (seen + 0.5))
  }
  /** A word nobody wrote down weighs as much as the rarest: it speaks against every document. */
  const unknown = Math.log(1 + (count - 0.5) / 1.5)
  return {
    idf,
    score(id, terms) {
      const bag = bags[id]
      const length = documents[id]?.length ?? 0
      if (!bag) return 0
      let score = 0
      let most = 0
      for (const term of terms) {
        const worth = idf(term) ?? unknown
        most += worth
        const times = bag.get(term)
        if (times) score += (worth * times * (K1 + 1)) / (times + K1 * (1 - B + (B * length) / average))
      }
      return most === 0 ? 0 : score / (most * (K1 + 1))
    },
  }
}
