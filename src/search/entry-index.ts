import { type Lexicon, numberOf, sizeOf, wordsOf } from '../core/lexicon.ts'
import { readCorpus, waysOfAsking } from './corpus.ts'
import type { Features, Read } from './features.ts'
import { buildFullText, type FullTextModel, lookUp } from './full-text.ts'
import { learnedVectors } from './learned-vectors.ts'
import { buildLikelihood, type LikelihoodModel, likelihoods } from './likelihood.ts'
import { distinct } from './lists.ts'
import { buildMeaning, likeness, type MeaningModel } from './meaning.ts'
import { type PhrasingModel, packPhrasings, phrasingComparer } from './phrasings.ts'
import { type PieceVectors, placeOf, weighed } from './piece-vectors.ts'
import type { Found, Hit, Searchable } from './searchable.ts'
import { type Pulled, pullsTowards, sharesAt, type TargetVectors, targetsOf } from './target-vectors.ts'
import { unitVectors } from './unit-vectors.ts'
import type { View } from './viewers.ts'

/** An immutable index over searchables in all languages together. */
export type EntryIndex = {
  /** Everything a question may mean, with what speaks for each; the caller ranks. */
  search(question: Features): Found
  /** The pieces of a question that pull it hardest towards one searchable, or away from it, as learned. */
  pulls(question: Features, id: string, most: number): Pulled[]
  /** Every word that some searchable holds, and in how many texts it stands. */
  vocabulary: () => [string, number][]
  /** Every Latin word of the texts as it is written there, folded, and how often. */
  latin: () => [string, number][]
}

/** Words that lunr is asked for at most: candidates need the telling ones only, the ranking then weighs all, and a long story costs no more than a question. */
const MOST_WORDS = 10
/** Candidates taken from lunr, and those that are likeliest by words and spelling whatever lunr found. */
const [FROM_LUNR, FROM_LIKELIHOOD] = [50, 50]
/** The share from which on what was learned makes a candidate: where there are many entries about nearly the same, those that share its words may be more than are taken. */
const LEARNED_SHARE = 0.01
/** Likelihoods are told in tens of nats, so that all signals are of about the same size. */
const NATS = 10
/** Nats below certainty at which what was learned says nothing for a hit any more. */
const LEAST_LEARNED = 12

/** All that an index is made from: plain data, which can be kept anywhere (`v8.serialize`) and taken up again. */
export type IndexModel = {
  words: LikelihoodModel
  letters: LikelihoodModel
  sounds: LikelihoodModel
  forms: LikelihoodModel
  /** In how many texts each word stands, and how telling it is: inverse document frequency. */
  holding: Float32Array
  weights: Float32Array
  phrasings: PhrasingModel
  meaning: MeaningModel
  fullText: FullTextModel
  /** Latin words of all texts, and how often each stands there. */
  latin: { terms: Lexicon; counts: Uint32Array }
  pieces: PieceVectors
  targets: TargetVectors
  ids: string[]
}

/** Works out what an index is made from. `read` reads documents exactly as it will read questions. */
export function buildIndexModel(searchables: Searchable[], read: Read, learned = learnedVectors()): IndexModel {
  const { documents, latin, ...views } = readCorpus(searchables, read)
  const { holding, count } = textsHolding(views.words)
  const weights = holding.map((held) => Math.log((1 + count) / (1 + held)) + 1)
  const ids = searchables.map(({ id }) => id)
  const ways = (index: number) => {
    const searchable = searchables[index]
    return searchable ? waysOfAsking(searchable).map((text) => () => weighed(read(text), learned.pieces)) : []
  }
  return {
    words: buildLikelihood(views.words, documents),
    letters: buildLikelihood(views.letters, documents),
    sounds: buildLikelihood(views.sounds, documents),
    forms: buildLikelihood(views.forms, documents),
    holding,
    weights,
    phrasings: packPhrasings(searchables.flatMap(waysOfAsking), documents.asked, views, weights),
    meaning: buildMeaning(unitVectors(views.words, documents, weights), ids.length),
    fullText: buildFullText(views.words, documents),
    latin,
    pieces: learned.pieces,
    targets: targetsOf(ids, ways, learned),
    ids,
  }
}

/** Makes the reader of a text's known words by number, each with its weight. */
function bagReader({ terms }: LikelihoodModel, weights: Float32Array) {
  return (text: string[]): Map<number, number> => {
    const bag = new Map<number, number>()
    for (const word of text) {
      const id = numberOf(terms, word)
      if (id !== undefined) bag.set(id, weights[id] ?? 0)
    }
    return bag
  }
}

/** Builds the index at once. */
export const buildEntryIndex = (searchables: Searchable[], read: Read, learned = learnedVectors()): EntryIndex =>
  entryIndexOf(buildIndexModel(searchables, read, learned))

/** The index over what was worked out. */
export function entryIndexOf(model: IndexModel): EntryIndex {
  const { words, letters, sounds, forms, holding, weights, phrasings, meaning, fullText, latin, pieces, targets, ids } =
    model
  const bagOf = bagReader(words, weights)
  const compare = phrasingComparer(phrasings)
  const unknownWeight = Math.log(1 + phrasings.texts.length)

  return {
    vocabulary: () => Array.from(wordsOf(words.terms), (word, id) => [word, holding[id] ?? 0]),
    latin: () => Array.from(wordsOf(latin.terms), (word, at) => [word, latin.counts[at] ?? 0]),
    pulls: (question, id, most) => pullsTowards(id, weighed(question, pieces), pieces, targets, most),
    search(question) {
      const bag = bagOf(question.words)
      if (bag.size === 0 && question.sounds.length === 0 && question.letters.length === 0)
        return { hits: [], unknown: 1, length: 0 }
      const telling = [...bag].sort((a, b) => b[1] - a[1]).slice(0, MOST_WORDS)
      const names = new Map(question.words.map((word) => [numberOf(words.terms, word), word]))
      const byLunr = lookUp(
        fullText,
        telling.flatMap(([id]) => names.get(id) ?? []),
        FROM_LUNR,
      )
      const byWords = likelihoods(words, question.words)
      const byLetters = likelihoods(letters, question.letters)
      const bySounds = likelihoods(sounds, question.sounds)
      const byForm = likelihoods(forms, question.forms)
      const near = likeness(meaning, unit(bag))
      const shares = sharesOf(question, targets, pieces)
      const candidates = new Set([
        ...byLunr.best,
        ...largest(
          byWords.documents.map((one, document) => one + (byLetters.documents[document] ?? 0) / 2),
          FROM_LIKELIHOOD,
        ),
      ])
      for (let at = 0; at < ids.length; at++) if ((shares[at] ?? 0) >= LEARNED_SHARE) candidates.add(at)
      const likenessTo = compare({
        words: bag,
        letters: numbers(question.letters, letters.terms),
      })
      const hits = [...candidates].map((at): Hit => {
        const { text, ...like } = likenessTo(at)
        return {
          id: ids[at] ?? '',
          nearest: text,
          signals: {
            lunr: 1 - Math.exp(-(byLunr.scores[at] ?? 0) / 20),
            words: (byWords.documents[at] ?? 0) / NATS,
            topic: (byWords.groups[words.groupOf[at] ?? 0] ?? 0) / NATS,
            letters: (byLetters.documents[at] ?? 0) / NATS,
            sounds: (bySounds.documents[at] ?? 0) / NATS,
            form: (byForm.documents[at] ?? 0) / NATS,
            asked: near.words[at] ?? 0,
            meaning: near.meaning(at),
            ...like,
            learned: Math.max(0, Math.log(shares[at] ?? 0) + LEAST_LEARNED) / NATS,
          },
        }
      })
      return { hits, unknown: unknownShare(question.words), length: bag.size / 10 }
    },
  }

  function unknownShare(text: string[]): number {
    let [strange, total] = [0, 0]
    for (const word of new Set(text)) {
      if (NUMBER_OR_THING.test(word)) continue
      const id = numberOf(words.terms, word)
      total += id === undefined ? unknownWeight : (weights[id] ?? 0)
      if (id === undefined) strange += unknownWeight
    }
    return total === 0 ? (text.length === 0 ? 1 : 0) : strange / total
  }
}

/** How likely each target is meant, as learned; nothing for a question of which nothing was learned. */
function sharesOf(question: Features, targets: TargetVectors, pieces: PieceVectors): Float64Array {
  const place = new Float32Array(pieces.dimensions)
  const known = weighed(question, pieces)
  const shares = new Float64Array(targets.ids.length)
  if (known.rows.length === 0) return shares
  placeOf(known, pieces, place)
  sharesAt(place, targets, shares)
  return shares
}

/** Numbers and named things: no word that the knowledge ought to know. */
const NUMBER_OR_THING = /^[@\d]/

/** In how many texts each word stands, and how many texts there are. */
function textsHolding({ terms, texts }: View): { holding: Float32Array; count: number } {
  const count = texts.starts.length - 1
  const holding = new Float32Array(sizeOf(terms))
  const { numbers } = distinct(texts, count, holding.length)
  for (let at = 0; at < numbers.length; at++) {
    const word = numbers[at] ?? 0
    holding[word] = (holding[word] ?? 0) + 1
  }
  return { holding, count }
}

function numbers(words: string[], terms: Lexicon): Set<number> {
  const found = new Set<number>()
  for (const word of words) {
    const id = numberOf(terms, word)
    if (id !== undefined) found.add(id)
  }
  return found
}

function unit(bag: Map<number, number>): Map<number, number> {
  const length = Math.hypot(...bag.values()) || 1
  return new Map([...bag].map(([term, weight]) => [term, weight / length]))
}

/** The positions of the largest values above nothing. */
function largest(values: Float64Array, count: number): number[] {
  // Sorting numbers is quick, sorting by a function is not: only what can be among the largest is sorted so.
  const least = Math.max(0, values.toSorted().at(-count) ?? 0)
  const some: number[] = []
  values.forEach((value, at) => {
    if (value > 0 && value >= least) some.push(at)
  })
  return some.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0)).slice(0, count)
}
