import { type Lexicon, lexiconOf, numberOf } from '../core/lexicon.ts'
import { type Postings, postingsOf } from './postings.ts'

/** A document as bags of terms: what people ask it by, what it says, and the group (topic) it belongs to. */
export type Document = { group: string; asked: string[][]; told: string[][] }

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
  /** The most that any document could have reached. */
  most: number
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
  /** The most a term tells for any document. */
  most: Float32Array
}

/**
 * Builds unigram language models of documents, each smoothed by its group and by all (Jelinek and Mercer, 1980; Zhai and Lafferty, "A study of smoothing methods for language
 * models", 2004). A term counts once in a phrasing, however often it stands there.
 */
export function buildLikelihood(documents: Document[]): LikelihoodModel {
  const terms = new Map<string, number>()
  const idOf = (term: string): number => {
    const known = terms.get(term)
    if (known !== undefined) return known
    terms.set(term, terms.size)
    return terms.size - 1
  }
  const groups = [...new Set(documents.map(({ group }) => group))]
  const groupIds = new Map(groups.map((group, index) => [group, index]))
  const groupOf = Uint32Array.from(documents, ({ group }) => groupIds.get(group) ?? 0)
  const bagOf = (phrasings: string[][]) => {
    const bag = new Map<number, number>()
    for (const phrasing of phrasings)
      for (const term of new Set(phrasing)) bag.set(idOf(term), (bag.get(idOf(term)) ?? 0) + 1)
    return bag
  }
  const asked = documents.map((document) => bagOf(document.asked))
  const told = documents.map((document) => bagOf(document.told))
  const groupAsked = gather(asked, groupOf, groups.length)
  const groupTold = gather(told, groupOf, groups.length)

  const all = new Float64Array(terms.size).fill(0.5)
  for (const bag of [...groupAsked, ...groupTold]) for (const [term, count] of bag) all[term] = (all[term] ?? 0) + count
  const total = all.reduce((sum, count) => sum + count, 0)
  const background = all.map((count) => (SHARES.all * count) / total)

  const groupMass = groups.map((_, group) =>
    mixed([groupAsked[group], SHARES.groupAsked], [groupTold[group], SHARES.groupTold]),
  )
  const most = new Float32Array(terms.size)
  const own = documents.map((_, document) => {
    const around = groupMass[groupOf[document] ?? 0]
    const mass = mixed([asked[document], SHARES.asked], [told[document], SHARES.told])
    return new Map(
      [...mass].map(([term, share]) => {
        const base = (background[term] ?? 0) + (around?.get(term) ?? 0)
        most[term] = Math.max(most[term] ?? 0, Math.log((base + share) / (background[term] ?? 1)))
        return [term, Math.log((base + share) / base)]
      }),
    )
  })
  const group = groupMass.map(
    (mass) => new Map([...mass].map(([term, share]) => [term, Math.log(1 + share / (background[term] ?? 1))])),
  )
  return {
    terms: lexiconOf(terms.keys()),
    own: postingsOf(own, terms.size),
    group: postingsOf(group, terms.size),
    groupOf,
    groups,
    most,
  }
}

/** How likely a question's terms are in the language of each document; terms nobody wrote down say nothing. */
export function likelihoods(model: LikelihoodModel, question: Iterable<string>): Likelihoods {
  const documents = new Float64Array(model.groupOf.length)
  const groups = new Float64Array(model.groups.length)
  let most = 0
  for (const term of new Set(question)) {
    const id = numberOf(model.terms, term)
    if (id === undefined) continue
    most += model.most[id] ?? 0
    add(model.own, id, documents)
    add(model.group, id, groups)
  }
  for (let document = 0; document < documents.length; document++)
    documents[document] = (documents[document] ?? 0) + (groups[model.groupOf[document] ?? 0] ?? 0)
  return { documents, groups, most }
}

function add({ starts, documents, weights }: Postings, term: number, sums: Float64Array): void {
  const end = starts[term + 1] ?? 0
  for (let at = starts[term] ?? 0; at < end; at++) {
    const document = documents[at] ?? 0
    sums[document] = (sums[document] ?? 0) + (weights[at] ?? 0)
  }
}

function gather(bags: Map<number, number>[], groupOf: Uint32Array, count: number): Map<number, number>[] {
  const groups = Array.from({ length: count }, () => new Map<number, number>())
  bags.forEach((bag, document) => {
    const group = groups[groupOf[document] ?? 0]
    for (const [term, times] of bag) group?.set(term, (group.get(term) ?? 0) + times)
  })
  return groups
}

/** Bags as probabilities, each with its share of the mixture. */
function mixed(...parts: [Map<number, number> | undefined, number][]): Map<number, number> {
  const mass = new Map<number, number>()
  for (const [bag, share] of parts) {
    let total = 0
    for (const count of bag?.values() ?? []) total += count
    for (const [term, count] of bag ?? []) mass.set(term, (mass.get(term) ?? 0) + (share * count) / total)
  }
  return mass
}
