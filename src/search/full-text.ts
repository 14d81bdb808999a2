import { type Lexicon, lexiconOf, numberOf, sizeOf, wordsOf } from '../core/lexicon.ts'
import { countTerms, type Documents } from './corpus.ts'
import { growing } from './lists.ts'
import { type Postings, postingsOf } from './postings.ts'
import type { View } from './viewers.ts'

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

/** How much each field counts: how a document is asked for, and what it says. */
const BOOSTS = { asked: 3, told: 1 } as const

/** lunr's settings of BM25 where nothing else is said: how soon a word that stands there often counts no more, and how much length counts against a document. */
const [K1, B] = [1.2, 0.75]

/**
 * Weighs the words of documents as lunr does: how they are asked for, and what they say. A word counts as often as it is asked for, and once in all that is said. lunr's own builder makes an object for
 * every word of every document, half a gigabyte for ten thousand of them; this comes to the same, to the last bit (the tests hold both side by side).
 */
export function buildFullText(words: View, documents: Documents): FullTextModel {
  const count = documents.groups.length
  const size = sizeOf(words.terms)
  // lunr numbers terms as they come, document after document, what is asked first.
  const numbers = new Int32Array(size).fill(-1)
  const order: number[] = []
  /** In how many fields of documents each term stands. */
  const holding = new Uint32Array(size)
  const lengths = { asked: new Float64Array(count), told: new Float64Array(count) }
  const counts = countTerms(words, documents, false)
  for (let document = 0; document < count; document++)
    for (let at = counts.starts[document] ?? 0; at < (counts.starts[document + 1] ?? 0); at++) {
      const word = counts.terms[at] ?? 0
      const [asked, told] = [counts.asked[at] ?? 0, counts.told[at] ?? 0]
      if (numbers[word] === -1) numbers[word] = order.push(word) - 1
      holding[word] = (holding[word] ?? 0) + (asked > 0 ? 1 : 0) + (told > 0 ? 1 : 0)
      lengths.asked[document] = (lengths.asked[document] ?? 0) + asked
      lengths.told[document] = (lengths.told[document] ?? 0) + (told > 0 ? 1 : 0)
    }
  const rarity = Float64Array.from(holding, (held) => Math.log(1 + Math.abs((count - held + 0.5) / (held + 0.5))))
  const fieldOf = (field: keyof typeof BOOSTS): Postings => {
    const average = lengths[field].reduce((sum, length) => sum + length, 0) / count
    const starts = new Uint32Array(count + 1)
    const [terms, weights] = [growing(Uint32Array), growing(Float32Array)]
    for (let document = 0; document < count; document++) {
      const length = (lengths[field][document] ?? 0) / average
      for (let at = counts.starts[document] ?? 0; at < (counts.starts[document + 1] ?? 0); at++) {
        const times = field === 'asked' ? (counts.asked[at] ?? 0) : Math.min(1, counts.told[at] ?? 0)
        if (times === 0) continue
        const word = counts.terms[at] ?? 0
        const weight = ((rarity[word] ?? 0) * ((K1 + 1) * times)) / (K1 * (1 - B + B * length) + times)
        terms.push(numbers[word] ?? 0)
        weights.push(Math.round(weight * BOOSTS[field] * 1000))
      }
      starts[document + 1] = terms.length()
    }
    return postingsOf({ starts, terms: terms.done(), weights: weights.done() }, order.length)
  }
  const names = [...wordsOf(words.terms)]
  return {
    terms: lexiconOf(order.map((word) => names[word] ?? '')),
    fields: [fieldOf('asked'), fieldOf('told')],
    count,
  }
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
