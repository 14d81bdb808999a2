/**
 * Which documents hold each term, and how much it weighs there: three arrays instead of a map of maps. The documents of term `t` lie between `starts[t]` and `starts[t + 1]`. As long as there
 * are no more than 65,536 documents, their numbers take two bytes.
 */
export type Postings = { starts: Uint32Array; documents: Uint16Array | Uint32Array; weights: Float32Array }

/** Turns bags (term → weight) of documents into postings, documents in order. */
export function postingsOf(bags: Map<number, number>[], terms: number): Postings {
  const starts = new Uint32Array(terms + 1)
  for (const bag of bags) for (const term of bag.keys()) starts[term + 1] = (starts[term + 1] ?? 0) + 1
  for (let term = 0; term < terms; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
  const next = starts.slice()
  const count = starts[terms] ?? 0
  const documents = bags.length <= 0x10000 ? new Uint16Array(count) : new Uint32Array(count)
  const weights = new Float32Array(documents.length)
  bags.forEach((bag, document) => {
    for (const [term, weight] of bag) {
      const at = next[term] ?? 0
      documents[at] = document
      weights[at] = weight
      next[term] = at + 1
    }
  })
  return { starts, documents, weights }
}
