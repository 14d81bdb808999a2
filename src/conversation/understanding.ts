import type { Boundary } from '../core/boundary.ts'
import type { EntryText } from '../core/entry.ts'
import { WRITTEN_LOCALES, type WrittenLocale } from '../core/locale.ts'
import type { Misconception } from '../core/misconception.ts'
import { createGoodsFinder } from '../knowledge/find-goods.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { PLACEHOLDER } from '../knowledge/placeholder.ts'
import { createTraditional } from '../knowledge/traditional.ts'
import { buildEntryIndex, type EntryIndex } from '../search/entry-index.ts'
import { fold } from '../search/fold.ts'
import { homophoneFixer } from '../search/homophones.ts'
import { type Found, type Hit, type Query, type Searchable, SIGNALS } from '../search/searchable.ts'
import { createSegmenter } from '../search/segment.ts'
import { soundsOf, soundsOfLetters } from '../search/sound.ts'
import { speller } from '../search/spelling.ts'
import { canonicalWords } from '../search/synonyms.ts'
import { createGlossary, type Glossary } from './glossary.ts'
import { type PhraseMatch, readPhrase, readPhrases } from './phrase-match.ts'
import type { FoundGood } from './slots/reading.ts'

/** What is worked out of the knowledge once, so that a turn only looks up. Immutable, like the knowledge. */
export type Understanding = {
  knowledge: Knowledge
  toTraditional: (text: string) => string
  /** Everything the text may mean, in no order. Ids are entries' ids, or `boundary:` and a boundary's. */
  search(text: string): Found
  /** The entry whose title or phrasing this is to the letter. */
  exact(text: string): string | undefined
  /** A folded text with words of the subject where it holds others of the same sound. */
  fixSounds(folded: string): string
  /** Subject words of a text. */
  terms(text: string): string[]
  /** Goods that a folded text names. */
  findGoods(folded: string): FoundGood[]
  /** Whether a folded text is pinyin typed as letters. */
  isSpelled(folded: string): boolean
  /** Whether a folded text holds a word of the subject: customs, goods, ways of buying and sending. */
  isOfSubject: PhraseMatch
  glossary: Glossary
  boundaries: { boundary: Boundary; phrases: PhraseMatch[] }[]
  misconceptions: { misconception: Misconception; phrases: PhraseMatch[] }[]
}

/** Prefix that tells a boundary from an entry among search hits. */
export const BOUNDARY = 'boundary:'

/** Hits looked at closely in each language. */
const LOOKED_AT = 50

const withoutMarks = (text: string): string => fold(text).replace(/[\s\p{P}\p{S}]/gu, '')

/** Builds what a turn needs from the knowledge. */
export function understand(knowledge: Knowledge): Understanding {
  const dictionary = [
    ...Object.keys(knowledge.synonyms.zh),
    ...[...knowledge.topics.values()].map(({ name }) => name['zh-Hans']),
    ...[...knowledge.glossary.values()].map(({ name }) => name['zh-Hans']),
  ]
  const segment = createSegmenter(dictionary, canonicalWords(knowledge.synonyms))
  const indexes = Object.fromEntries(
    WRITTEN_LOCALES.map((locale) => [locale, buildEntryIndex(searchables(knowledge, locale), segment)]),
  ) as Record<WrittenLocale, EntryIndex>

  const exact = new Map<string, string>()
  for (const entry of knowledge.entries.values())
    for (const { title, questions } of Object.values(entry.texts))
      for (const text of [title, ...questions])
        if (!exact.has(withoutMarks(text))) exact.set(withoutMarks(text), entry.id)

  const goodsIn = createGoodsFinder(knowledge.goods.values(), fold, knowledge.lookalikes)
  const fixSounds = homophoneFixer([...dictionary, ...Object.values(knowledge.synonyms.zh).flat()].map(fold))
  const mend = speller(indexes.en.vocabulary, indexes.en.weight)
  const ofSubject = readPhrase('@our-subject', knowledge.meanings)
  const knownLatin = (word: string) => segment(word).every((term) => indexes.en.weight(term) !== undefined)

  return {
    knowledge,
    toTraditional: createTraditional(knowledge.traditional),
    exact: (text) => exact.get(withoutMarks(text)),
    terms: segment,
    search(text) {
      const folded = fold(text)
      const hits = new Map<string, Hit>()
      let unknown = 1
      const add = (locale: WrittenLocale, query: Query) => {
        const found = indexes[locale].search(query, LOOKED_AT)
        unknown = Math.min(unknown, found.unknown)
        for (const hit of found.hits) hits.set(hit.id, merged(hits.get(hit.id), hit))
      }
      const han = /\p{Script=Han}/u.test(folded)
      const terms = segment(folded).map(mend)
      const letters = han ? [] : soundsOfLetters(folded, knownLatin)
      if (han || letters.length > 0) add('zh-Hans', { terms, sounds: han ? soundsOf(folded) : letters })
      if (/[a-z]{2}/.test(folded)) add('en', { terms, sounds: [] })
      const fixed = han ? fixSounds(folded) : folded
      if (fixed !== folded) add('zh-Hans', { terms: segment(fixed), sounds: soundsOf(fixed) })
      return { hits: [...hits.values()], unknown: letters.length > 0 ? 0 : unknown }
    },
    fixSounds,
    isSpelled: (folded) => !/\p{Script=Han}/u.test(folded) && soundsOfLetters(folded, knownLatin).length > 0,
    isOfSubject: (folded) => ofSubject(folded) || goodsIn(folded).length > 0,
    findGoods: (folded) => goodsIn(folded).map(({ good, start, end }) => ({ good: good.id, start, end })),
    glossary: createGlossary(knowledge.glossary.values()),
    boundaries: [...knowledge.boundaries.values()].map((boundary) => ({
      boundary,
      phrases: readPhrases(boundary.phrases, knowledge.meanings),
    })),
    misconceptions: [...knowledge.misconceptions.values()].map((misconception) => ({
      misconception,
      phrases: readPhrases(misconception.phrases, knowledge.meanings),
    })),
  }
}

/** The stronger of each signal, of the same thing found in two languages. */
function merged(one: Hit | undefined, other: Hit): Hit {
  if (!one) return other
  const signals = { ...one.signals }
  for (const signal of SIGNALS) signals[signal] = Math.max(signals[signal], other.signals[signal])
  return { id: one.id, signals, nearest: one.signals.phrasing >= other.signals.phrasing ? one.nearest : other.nearest }
}

const bodyOf = ({ answer, detail, next }: EntryText) => `${answer}\n${detail}\n${next}`.replace(PLACEHOLDER, ' ')

function searchables({ entries, boundaries, topics }: Knowledge, locale: WrittenLocale): Searchable[] {
  const list: Searchable[] = []
  for (const { id, topic, texts } of entries.values())
    list.push({
      id,
      title: texts[locale].title,
      topic: topics.get(topic)?.name[locale] ?? '',
      questions: texts[locale].questions,
      body: bodyOf(texts[locale]),
    })
  for (const { id, questions } of boundaries.values())
    if (questions[locale].length > 0)
      list.push({ id: `${BOUNDARY}${id}`, title: '', topic: '', questions: questions[locale], body: '' })
  return list
}
