import lunr from 'lunr'
import { type Lexicon, lexiconOf, numberOf } from '../core/lexicon.ts'
import { type Postings, postingsOf } from './postings.ts'

/**
 * lunr's index, packed: which documents hold each term in each field, and how much it weighs there. Plain values and typed arrays, so that it takes little memory and can be kept on disk.
 */
export type FullTextModel = {
  terms: Lexicon
  /** Weights in thousandths, to which lunr rounds. */
  fields: Postings[]
  /** How many documents there are. */
  count: number
}

const FIELD_BOOSTS = { asked: 3, told: 1 } as const
const FIELDS = Object.keys(FIELD_BOOSTS) as (keyof typeof FIELD_BOOSTS)[]

/** What lunr has in its index, as far as we read it; its types tell nothing of it. */
type Built = {
  invertedIndex: Record<string, { _index: number } & Record<keyof typeof FIELD_BOOSTS, Record<string, unknown>>>
  fieldVectors: Record<string, { elements: number[] }>
}

/** lunr keeps its terms in an automaton for wildcards and fuzzy matches, which we never ask for; building it takes much of a start's time. */
function noTokenSet(): void {}

/** Weighs the words of documents by lunr: how they are asked for, and what they say. This is the only file that knows lunr. */
export function buildFullText(documents: { asked: string[]; told: string[] }[]): FullTextModel {
  const builder = Object.assign(new lunr.Builder(), { createTokenSet: noTokenSet })
  builder.ref('id')
  for (const field of FIELDS) builder.field(field, { boost: FIELD_BOOSTS[field] })
  documents.forEach(({ asked, told }, id) => {
    builder.add({ id, asked, told: [...new Set(told)] })
  })
  const { invertedIndex, fieldVectors } = builder.build() as unknown as Built
  const terms = Object.entries(invertedIndex).sort(([, one], [, other]) => one._index - other._index)
  const fields = FIELDS.map((field) =>
    postingsOf(
      documents.map((_, id) => inThousandths(fieldVectors[`${field}/${id}`]?.elements ?? [])),
      terms.length,
    ),
  )
  return { terms: lexiconOf(terms.map(([term]) => term)), fields, count: documents.length }
}

/** lunr's vector (term, weight, term, weight …) as term → weight. */
function inThousandths(elements: number[]): Map<number, number> {
  const bag = new Map<number, number>()
  for (let at = 0; at < elements.length; at += 2) bag.set(elements[at] ?? 0, Math.round((elements[at + 1] ?? 0) * 1000))
  return bag
}

/**
 * What lunr finds for a query of just these words: the score of every document, and the positions of those with the highest, best first.
 * @param most documents in order, at most
 */
export function lookUp(
  { terms, fields, count }: FullTextModel,
  words: string[],
  most: number,
): { scores: Float64Array; best: number[] } {
  const scores = new Float64Array(count)
  // Nothing asked for: lunr finds everything, and so the ranking has learned it.
  if (words.length === 0) return { scores, best: Array.from({ length: Math.min(most, count) }, (_, at) => at) }
  const asked = [...new Set(words)].flatMap((word) => numberOf(terms, word) ?? [])
  const length = Math.sqrt(asked.length)
  const ascending = asked.toSorted((a, b) => a - b)
  const sums = new Float64Array(count)
  for (const { starts, documents, weights } of fields) {
    sums.fill(0)
    for (const term of ascending) {
      const end = starts[term + 1] ?? 0
      for (let at = starts[term] ?? 0; at < end; at++) {
        const document = documents[at] ?? 0
        sums[document] = (sums[document] ?? 0) + (weights[at] ?? 0) / 1000
      }
    }
    for (let document = 0; document < count; document++)
      if (sums[document] !== 0) scores[document] = (scores[document] ?? 0) + (sums[document] ?? 0) / length
  }
  // Sorting numbers is quick, sorting by a function is not: only what can be among the best is sorted so.
  const least = scores.toSorted().at(-most) ?? 0
  const best: number[] = []
  const met = new Uint8Array(count)
  // Documents of the same score stay in the order in which lunr would meet them.
  for (const term of asked)
    for (const { starts, documents } of fields) {
      const end = starts[term + 1] ?? 0
      for (let at = starts[term] ?? 0; at < end; at++) {
        const document = documents[at] ?? 0
        if (met[document] === 0 && (scores[document] ?? 0) >= least) best.push(document)
        met[document] = 1
      }
    }
  return { scores, best: best.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, most) }
}
