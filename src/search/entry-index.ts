import lunr from 'lunr'
import { buildBm25 } from './bm25.ts'
import { fold } from './fold.ts'
import { likenessTo, type Phrasing, weighPhrasings } from './phrasings.ts'
import type { Found, Hit, Query, Searchable } from './searchable.ts'
import type { Segment } from './segment.ts'
import { soundsOf } from './sound.ts'

/** An immutable index over searchables of one language. This is the only file that knows lunr. */
export type EntryIndex = {
  /** The best hits by lunr's score, at most `limit`, with what speaks for each; the caller ranks. */
  search(query: Query, limit: number): Found
  /** How telling a term is (inverse document frequency); undefined when no searchable holds it. */
  weight(term: string): number | undefined
  /** Every term that some searchable holds. */
  vocabulary: ReadonlySet<string>
}

const FIELD_BOOSTS = { questions: 6, title: 4, topic: 2, body: 1, sound: 1.5 } as const
const WORD_FIELDS = ['questions', 'title', 'topic', 'body']
const SOUND_BOOST = 0.4

/** Terms that lunr is asked for at most: candidates need the telling ones only, the ranking then weighs all, and a long story costs no more than a question. */
const MOST_WORDS = 10
const MOST_SOUNDS = 10

/** The most telling of the terms that something holds. */
function telling(terms: string[], weight: (term: string) => number | undefined, most: number): string[] {
  const known = terms.flatMap((term) => {
    const worth = weight(term)
    return worth === undefined ? [] : [{ term, worth }]
  })
  return known
    .sort((a, b) => b.worth - a.worth)
    .slice(0, most)
    .map(({ term }) => term)
}

/**
 * Looks terms up as they are. lunr keeps its terms in an automaton for wildcards and fuzzy matches, which we never ask for; walking it from a root with thousands of
 * Chinese characters takes most of a query's time, and building it much of a start's.
 */
function useExactTerms(this: lunr.Builder): void {
  Object.assign(this, { tokenSet: { intersect: (term: lunr.TokenSet) => ({ toArray: () => term.toArray() }) } })
}

/** Builds the index. `segment` cuts documents exactly as it will cut questions. */
export function buildEntryIndex(searchables: Searchable[], segment: Segment): EntryIndex {
  const builder = Object.assign(new lunr.Builder(), { createTokenSet: useExactTerms })
  builder.ref('id')
  for (const [field, boost] of Object.entries(FIELD_BOOSTS)) builder.field(field, { boost })

  const position = new Map<string, number>()
  const phrasings: Phrasing[][] = []
  const asked: string[][] = []
  const told: string[][] = []
  const heard: string[][] = []
  const vocabulary = new Set<string>()
  searchables.forEach((searchable, index) => {
    const cut = [...searchable.questions, searchable.title].map((text) => ({
      text,
      terms: segment(text),
      sounds: soundsOf(fold(text)),
    }))
    const questions = cut.slice(0, -1).flatMap(({ terms }) => terms)
    const title = cut.at(-1)?.terms ?? []
    const topic = segment(searchable.topic)
    const body = segment(searchable.body)
    const sounds = cut.flatMap((one) => one.sounds)
    builder.add({ id: searchable.id, questions, title, topic, body: [...new Set(body)], sound: [...new Set(sounds)] })
    position.set(searchable.id, index)
    phrasings.push(
      cut.map(({ text, terms, sounds: own }) => ({
        text,
        terms: new Set(terms),
        sounds: new Set(own),
        norm: 0,
        weight: new Map(),
      })),
    )
    asked.push([...questions, ...title, ...topic])
    told.push(body)
    heard.push(sounds)
    for (const term of [...questions, ...title, ...topic, ...body]) vocabulary.add(term)
  })
  const index = builder.build()
  const byAsked = buildBm25(asked)
  const byTold = buildBm25(told)
  const byHeard = buildBm25(heard)
  const weight = (term: string) => byAsked.idf(term) ?? byTold.idf(term)
  for (const list of phrasings) weighPhrasings(list, weight)
  const unknownWeight = Math.log(1 + searchables.length)

  return {
    weight,
    vocabulary,
    search({ terms, sounds }, limit) {
      const words = new Map([...new Set(terms)].map((term) => [term, weight(term) ?? unknownWeight]))
      const syllables = new Set(sounds)
      if (words.size === 0 && syllables.size === 0) return { hits: [], unknown: 1 }
      const found = index.query((query) => {
        for (const term of telling([...words.keys()], weight, MOST_WORDS)) query.term(term, { fields: WORD_FIELDS })
        for (const sound of telling([...syllables], byHeard.idf, MOST_SOUNDS))
          query.term(sound, { fields: ['sound'], boost: SOUND_BOOST })
      })
      const topics = new Map<string, number>()
      let sum = 0
      const hits = found.slice(0, limit).flatMap(({ ref, score }): (Hit & { topic: string })[] => {
        const at = position.get(ref)
        if (at === undefined) return []
        const { text, ...near } = likenessTo(phrasings[at] ?? [], words, syllables)
        const signals = {
          lunr: 1 - Math.exp(-score / 20),
          asked: byAsked.score(at, words.keys()),
          told: byTold.score(at, words.keys()),
          heard: byHeard.score(at, syllables),
          ...near,
          topic: 0,
        }
        const topic = searchables[at]?.topic ?? ''
        topics.set(topic, (topics.get(topic) ?? 0) + signals.asked ** 2)
        sum += signals.asked ** 2
        return [{ id: ref, nearest: text, topic, signals }]
      })
      for (const hit of hits) hit.signals.topic = sum === 0 ? 0 : (topics.get(hit.topic) ?? 0) / sum
      const total = [...words.values()].reduce((all, one) => all + one, 0)
      const strange = [...words].reduce((all, [term, worth]) => all + (vocabulary.has(term) ? 0 : worth), 0)
      return { hits, unknown: total === 0 ? 0 : strange / total }
    },
  }
}
