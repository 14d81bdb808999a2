import type { Lists } from './lists.ts'

/** Which documents hold each term, in order: those of term `t` lie between `starts[t]` and `starts[t + 1]`. As long as there are no more than 65,536 documents, their numbers take two bytes. */
export type Holders = { starts: Uint32Array; documents: Uint16Array | Uint32Array }

/** The same, and how much the term weighs in each: three arrays instead of a map of maps. */
export type Postings = Holders & { weights: Float32Array }

/** Tells of every term of every document, document after document; each time it is called, the same. */
export type EachTerm = (told: (document: number, term: number, weight: number) => void) => void

/** Makes postings of what is told, which is gone through twice: to see how much room each term takes, and to fill it. */
export function postingsOf(count: number, terms: number, each: EachTerm): Postings {
  const { starts, documents, next } = roomFor(count, terms, each)
  const weights = new Float32Array(documents.length)
  each((document, term, weight) => {
    const at = next[term] ?? 0
    documents[at] = document
    weights[at] = weight
    next[term] = at + 1
  })
  return { starts, documents, weights }
}

/** Which of the first lists hold each number; one that stands in a list several times counts once. */
export function holdersOf({ starts: from, numbers }: Lists, count: number, terms: number): Holders {
  const seenIn = new Uint32Array(terms)
  const each: EachTerm = (told) => {
    seenIn.fill(0)
    for (let list = 0; list < count; list++) {
      const end = from[list + 1] ?? 0
      for (let at = from[list] ?? 0; at < end; at++) {
        const term = numbers[at] ?? 0
        if (seenIn[term] === list + 1) continue
        seenIn[term] = list + 1
        told(list, term, 1)
      }
    }
  }
  const { starts, documents, next } = roomFor(count, terms, each)
  each((document, term) => {
    const at = next[term] ?? 0
    documents[at] = document
    next[term] = at + 1
  })
  return { starts, documents }
}

/** Makes room for the documents of each term, and says where the next of each is to be put. */
export function roomFor(count: number, terms: number, each: EachTerm): Holders & { next: Uint32Array } {
  const starts = new Uint32Array(terms + 1)
  each((_, term) => {
    starts[term + 1] = (starts[term + 1] ?? 0) + 1
  })
  for (let term = 0; term < terms; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
  const held = starts[terms] ?? 0
  return {
    starts,
    documents: count <= 0x10000 ? new Uint16Array(held) : new Uint32Array(held),
    next: starts.slice(),
  }
}
