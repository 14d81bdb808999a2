import type { Lists } from './lists.ts'

/** Which documents hold each term, in order: those of term `t` lie between `starts[t]` and `starts[t + 1]`. As long as there are no more than 65,536 documents, their numbers take two bytes. */
export type Holders = { starts: Uint32Array; documents: Uint16Array | Uint32Array }

/** The same, and how much the term weighs in each: three arrays instead of a map of maps. */
export type Postings = Holders & { weights: Float32Array }

/** What each document holds: the terms of document `d` lie between `starts[d]` and `starts[d + 1]`, and how much each weighs there. */
export type Bags = { starts: Uint32Array; terms: Uint32Array; weights: ArrayLike<number> }

/** The same by terms. */
export function postingsOf({ starts: from, terms, weights: given }: Bags, size: number): Postings {
  const { starts, documents, next } = roomFor({ starts: from, numbers: terms }, size)
  const weights = new Float32Array(documents.length)
  for (let document = 0; document + 1 < from.length; document++)
    for (let at = from[document] ?? 0; at < (from[document + 1] ?? 0); at++) {
      const term = terms[at] ?? 0
      const to = next[term] ?? 0
      documents[to] = document
      weights[to] = given[at] ?? 0
      next[term] = to + 1
    }
  return { starts, documents, weights }
}

/** Which lists hold each number, none of which stands twice in a list. */
export function holdersOf(lists: Lists, size: number): Holders {
  const { starts, documents, next } = roomFor(lists, size)
  for (let list = 0; list + 1 < lists.starts.length; list++)
    for (let at = lists.starts[list] ?? 0; at < (lists.starts[list + 1] ?? 0); at++) {
      const term = lists.numbers[at] ?? 0
      const to = next[term] ?? 0
      documents[to] = list
      next[term] = to + 1
    }
  return { starts, documents }
}

/** Makes room for the documents of each term, and says where the next of each is to be put. */
export function roomFor(lists: Lists, size: number): Holders & { next: Uint32Array } {
  const starts = new Uint32Array(size + 1)
  for (let at = 0; at < lists.numbers.length; at++) {
    const next = (lists.numbers[at] ?? 0) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let term = 0; term < size; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
  return {
    starts,
    documents:
      lists.starts.length - 1 <= 0x10000
        ? new Uint16Array(lists.numbers.length)
        : new Uint32Array(lists.numbers.length),
    next: starts.slice(),
  }
}
