import { type Lexicon, numberOf, sizeOf } from '../core/lexicon.ts'
import { countTerms, type Documents } from './corpus.ts'
import { growing } from './lists.ts'
import { type Holders, type Postings, roomFor } from './postings.ts'
import type { View } from './viewers.ts'

/**
 * Shares of a document's language that come from how people ask for it, from its text, from the other documents of its group (how those are asked for, their
 * texts), and from all documents together. Tried by cross-validation: the ranking hardly changes between a half and twice of each.
 */
const SHARES = { asked: 0.3, told: 0.2, groupAsked: 0.12, groupTold: 0.06, all: 0.32 } as const

/** How much likelier a question is in the language of each document than in that of all documents. */
export type Likelihoods = {
  /** Sum over terms, in nats; never negative. By document. */
  documents: Float64Array
  /** The part that the group alone accounts for. By group. */
  groups: Float64Array
}

/** A built model: plain values and typed arrays, so that it can be kept on disk. */
export type LikelihoodModel = {
  terms: Lexicon
  /** What a document adds to its group, by term. */
  own: Postings
  /** What a group tells, by term. */
  group: Postings
  /** The group of each document. */
  groupOf: Uint32Array
  groups: string[]
}

/**
 * Builds unigram language models of documents, each smoothed by its group and by all (Jelinek and Mercer, 1980; Zhai and Lafferty, "A study of smoothing methods for language
 * models", 2004). A term counts once in a phrasing, however often it stands there.
 */
export function buildLikelihood(view: View, documents: Documents): LikelihoodModel {
  const groups = [...new Set(documents.groups)]
  const groupIds = new Map(groups.map((group, index) => [group, index]))
  const groupOf = Uint32Array.from(documents.groups, (group) => groupIds.get(group) ?? 0)
  const { starts, documents: holders, asked, told } = countsOf(view, documents)
  const terms = sizeOf(view.terms)
  const weights = new Float32Array(holders.length)

  const all = new Float64Array(terms).fill(0.5)
  const [askedTotals, toldTotals] = [new Float64Array(groupOf.length), new Float64Array(groupOf.length)]
  const [groupAskedTotals, groupToldTotals] = [new Float64Array(groups.length), new Float64Array(groups.length)]
  for (let term = 0; term < terms; term++)
    for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at++) {
      const document = holders[at] ?? 0
      const inAsked = asked[at] ?? 0
      const inTold = told[at] ?? 0
      const group = groupOf[document] ?? 0
      add(all, term, inAsked + inTold)
      add(askedTotals, document, inAsked)
      add(toldTotals, document, inTold)
      add(groupAskedTotals, group, inAsked)
      add(groupToldTotals, group, inTold)
    }
  const total = all.reduce((sum, count) => sum + count, 0)

  const ofGroups = {
    starts: new Uint32Array(terms + 1),
    documents: growing(Uint16Array),
    weights: growing(Float32Array),
  }
  const [groupAsked, groupTold] = [new Float64Array(groups.length), new Float64Array(groups.length)]
  const around = new Float64Array(groups.length)
  for (let term = 0; term < terms; term++) {
    const from = starts[term] ?? 0
    const to = starts[term + 1] ?? 0
    groupAsked.fill(0)
    groupTold.fill(0)
    for (let at = from; at < to; at++) {
      const group = groupOf[holders[at] ?? 0] ?? 0
      add(groupAsked, group, asked[at] ?? 0)
      add(groupTold, group, told[at] ?? 0)
    }
    const background = (SHARES.all * (all[term] ?? 0)) / total
    for (let group = 0; group < groups.length; group++) {
      const mass =
        share(SHARES.groupAsked, groupAsked[group], groupAskedTotals[group]) +
        share(SHARES.groupTold, groupTold[group], groupToldTotals[group])
      around[group] = mass
      if (mass === 0) continue
      ofGroups.documents.push(group)
      ofGroups.weights.push(Math.log(1 + mass / background))
    }
    ofGroups.starts[term + 1] = ofGroups.documents.length()
    for (let at = from; at < to; at++) {
      const document = holders[at] ?? 0
      const base = background + (around[groupOf[document] ?? 0] ?? 0)
      const own =
        share(SHARES.asked, asked[at], askedTotals[document]) + share(SHARES.told, told[at], toldTotals[document])
      weights[at] = Math.log((base + own) / base)
    }
  }
  const group = { starts: ofGroups.starts, documents: ofGroups.documents.done(), weights: ofGroups.weights.done() }
  return { terms: view.terms, own: { starts, documents: holders, weights }, group, groupOf, groups }
}

/** How likely a question's terms are in the language of each document; terms nobody wrote down say nothing. */
export function likelihoods(model: LikelihoodModel, question: Iterable<string>): Likelihoods {
  const documents = new Float64Array(model.groupOf.length)
  const groups = new Float64Array(model.groups.length)
  for (const term of new Set(question)) {
    const id = numberOf(model.terms, term)
    if (id === undefined) continue
    addPostings(model.own, id, documents)
    addPostings(model.group, id, groups)
  }
  for (let document = 0; document < documents.length; document++)
    documents[document] = (documents[document] ?? 0) + (groups[model.groupOf[document] ?? 0] ?? 0)
  return { documents, groups }
}

function addPostings({ starts, documents, weights }: Postings, term: number, sums: Float64Array): void {
  const end = starts[term + 1] ?? 0
  for (let at = starts[term] ?? 0; at < end; at++) {
    const document = documents[at] ?? 0
    sums[document] = (sums[document] ?? 0) + (weights[at] ?? 0)
  }
}

/** A part of a mixture: so many of so many, times its share. */
const share = (part: number, count = 0, total = 0): number => (count === 0 ? 0 : (part * count) / total)

function add(sums: Float64Array, at: number, more: number): void {
  sums[at] = (sums[at] ?? 0) + more
}

/** In how many ways of asking, and in how many texts, of each document each term stands, by terms. */
function countsOf(view: View, documents: Documents): Holders & { asked: Uint16Array; told: Uint16Array } {
  const counts = countTerms(view, documents, true)
  const {
    starts,
    documents: holders,
    next,
  } = roomFor({ starts: counts.starts, numbers: counts.terms }, sizeOf(view.terms))
  const [asked, told] = [new Uint16Array(holders.length), new Uint16Array(holders.length)]
  for (let document = 0; document + 1 < counts.starts.length; document++)
    for (let at = counts.starts[document] ?? 0; at < (counts.starts[document + 1] ?? 0); at++) {
      const term = counts.terms[at] ?? 0
      const to = next[term] ?? 0
      holders[to] = document
      asked[to] = counts.asked[at] ?? 0
      told[to] = counts.told[at] ?? 0
      next[term] = to + 1
    }
  return { starts, documents: holders, asked, told }
}
