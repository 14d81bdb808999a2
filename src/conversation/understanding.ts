import type { Boundary } from '../core/boundary.ts'
import type { Good } from '../core/good.ts'
import type { Misconception } from '../core/misconception.ts'
import { rememberingLast } from '../core/remembered.ts'
import { learnedIntents } from '../intent/learned.ts'
import { meaningsReader } from '../intent/meanings.ts'
import { createGoodsFinder } from '../knowledge/find-goods.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { createTraditional } from '../knowledge/traditional.ts'
import { buildIndexModel, entryIndexOf, type IndexModel } from '../search/entry-index.ts'
import { createReader, type Features, type Read } from '../search/features.ts'
import { fold } from '../search/fold.ts'
import { homophoneFixer } from '../search/homophones.ts'
import type { Found } from '../search/searchable.ts'
import { createSegmenter, isFiller } from '../search/segment.ts'
import { speller } from '../search/spelling.ts'
import { canonicalWords } from '../search/synonyms.ts'
import type { LearnedVectors, Pulled } from '../search/target-vectors.ts'
import { pinyinReader } from '../search/typed-pinyin.ts'
import { learnedTopics } from '../topics/learned-topics.ts'
import { type ReadWish, wishReader } from './desk/wish.ts'
import { createGlossary, type Glossary } from './glossary.ts'
import { type IntentReader, intentReader } from './intent-of.ts'
import { merged } from './merge-found.ts'
import { documentReader, type NamedDocuments } from './named-documents.ts'
import { anyTermIn } from './names-term.ts'
import { type PhraseMatch, readPhrase, readPhrases } from './phrase-match.ts'
import { searchablesOf } from './searchables.ts'
import type { FoundGood } from './slots/reading.ts'
import { speltOut } from './spelt-out.ts'
import { type AskSum, sumReader } from './sums/asked-sum.ts'
import { type CompareTerms, comparingTerms } from './terms-compared.ts'
import { type TopicReader, topicReader } from './topic-reader.ts'

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
  /** The same, and names of goods as well: for a message that names none as typed. */
  fixGoods(folded: string): string
  /** How a question is read before it is searched: mended, in Chinese where it was pinyin, its words with the things they name, and its form, both worked out when asked for. */
  reading(text: string): { readonly text: string; readonly words: string[]; readonly forms: string[] }
  /** What a question consists of, read as before it is searched. */
  features(text: string): Features
  /** The pieces of a text that pull it hardest towards a hit, or away from it, for `--explain`. */
  pulls(text: string, id: string): Pulled[]
  /** Subject words of a text. */
  terms(text: string): string[]
  /** Goods that a folded text names. */
  findGoods(folded: string): FoundGood[]
  /** Pinyin typed as letters in Chinese characters, as far as the words are ours; undefined for any other text. */
  spellOut(folded: string): string | undefined
  /** Official documents a text names by their number; undefined when it names none. */
  namedDocuments(text: string): NamedDocuments | undefined
  /** Whether a folded text holds a word of the subject: customs, goods, ways of buying and sending. */
  isOfSubject: PhraseMatch
  /** What somebody wants who says this: to be told, help with something unlawful, or something that is not ours. */
  intents: IntentReader
  /** What a question is about by its words alone. */
  topics: TopicReader
  glossary: Glossary
  /** Which words of the glossary a text sets beside one another. */
  termsCompared: CompareTerms
  /** The sum of `knowledge/sums.yaml` that a folded text asks for. */
  sumAsked: AskSum
  /** What somebody wants done, if that is what a text says. */
  wish: ReadWish
  boundaries: { boundary: Boundary; phrases: PhraseMatch[] }[]
  misconceptions: { misconception: Misconception; phrases: PhraseMatch[] }[]
}

/** Questions whose reading is remembered: several rules and the search read the same one. */
const MOST_REMEMBERED = 8

/** Pieces shown to explain what was learned of a hit. */
const MOST_PULLS = 10

const withoutMarks = (text: string): string => fold(text).replace(/[\s\p{P}\p{S}]/gu, '')

/**
 * Keeps what an index is made from, or takes up what was kept for the same sources, so that a start does not work it out again.
 * @param sources everything the index depends on, but for the code
 */
export type KeepIndex = (sources: readonly unknown[], build: () => IndexModel) => IndexModel

/** A text is remembered by itself. */
const itself = (text: string) => text

function readersOf(knowledge: Knowledge) {
  const dictionary = [
    ...Object.keys(knowledge.synonyms.zh),
    ...[...knowledge.topics.values()].map(({ name }) => name['zh-Hans']),
    ...[...knowledge.glossary.values()].map(({ name }) => name['zh-Hans']),
  ]
  const segment = createSegmenter(dictionary, canonicalWords(knowledge.synonyms))
  const goodsIn = createGoodsFinder(knowledge.goods.values(), fold, knowledge.lookalikes)
  const meaningsIn = meaningsReader(knowledge.meanings)
  const readerWith = (words: typeof segment, goods: typeof goodsIn) =>
    createReader(words, (folded) => thingsIn(goods(folded).map(({ good }) => good)), meaningsIn)
  // Many rules ask for the words of the same question and which goods it names. Of texts that are read once, nothing is held.
  const ofQuestions = {
    segment: rememberingLast(MOST_REMEMBERED, itself, segment),
    goodsIn: rememberingLast(MOST_REMEMBERED, itself, goodsIn),
  }
  return {
    dictionary,
    ...ofQuestions,
    read: readerWith(ofQuestions.segment, ofQuestions.goodsIn),
    readOnce: readerWith(segment, goodsIn),
  }
}

/** Texts that hold a word, from which on it is taken for right. */
const OFTEN = 8

/** How texts are read, ways of asking and questions alike. */
export const readerOf = (knowledge: Knowledge): Read => readersOf(knowledge).readOnce

/**
 * Builds what a turn needs from the knowledge.
 * @param learned what was learned of ways of asking, asked for if an index is made; what `npm run learn` wrote when absent
 */
export function understand(
  knowledge: Knowledge,
  keep: KeepIndex = (_, build) => build(),
  learned?: () => LearnedVectors,
): Understanding {
  const { dictionary, segment, goodsIn, read, readOnce } = readersOf(knowledge)
  const documents = searchablesOf(knowledge)
  const { synonyms, goods, lookalikes, meanings } = knowledge
  const sources = [...documents, dictionary, synonyms, [...goods.values()], lookalikes, meanings]
  const index = entryIndexOf(keep(sources, () => buildIndexModel(documents, readOnce, learned?.())))

  const exact = new Map<string, string>()
  for (const entry of knowledge.entries.values())
    for (const { title, questions } of Object.values(entry.texts))
      for (const text of [title, ...questions].map(withoutMarks)) if (!exact.has(text)) exact.set(text, entry.id)

  const vocabulary = index.vocabulary()
  const ours = [...dictionary, ...Object.values(knowledge.synonyms.zh).flat()]
  // What stands in many texts of ours is no slip.
  const right = vocabulary.filter(([word, texts]) => texts >= OFTEN && HAN.test(word)).map(([word]) => word)
  const fixSounds = homophoneFixer(ours.map(fold), right)
  const fixGoods = homophoneFixer([...ours, ...chineseNames(knowledge)].map(fold), right)
  const ofSubject = readPhrase('@our-subject', knowledge.meanings)
  const namesTerm = anyTermIn(knowledge)
  const peoplesWords = Object.values(knowledge.synonyms).flatMap((groups) => Object.entries(groups).flat(2))
  const namesOfGoods = [...knowledge.goods.values()].flatMap(({ names }) => [...names.zh, ...names.en])
  const otherWords = [...peoplesWords, ...namesOfGoods].map(fold)
  const latin = withLatinWords(index.latin(), otherWords)
  const mend = speller(latin, isFiller)
  const fromPinyin = pinyinReader([...otherWords.map((word): [string, number] => [word, 1]), ...vocabulary], (word) =>
    latin.has(word),
  )

  const commonFirst = [...vocabulary].sort(([, one], [, other]) => other - one).map(([word]) => word)
  const spellOut = speltOut([...commonFirst, ...otherWords, ...dictionary.map(fold)], (word) => latin.has(word))

  const asTyped = (folded: string) => fromPinyin(folded) ?? mend(folded)
  const asMeant = (typed: string) => (HAN.test(typed) ? fixSounds(typed) : typed)
  const question = rememberingLast(MOST_REMEMBERED, itself, (folded) => {
    const typed = asTyped(folded)
    return { typed, meant: asMeant(typed) }
  })
  const readQuestion = rememberingLast(MOST_REMEMBERED, itself, read)
  const features = (text: string) => readQuestion(question(fold(text)).meant)

  return {
    knowledge,
    toTraditional: createTraditional(knowledge.traditional),
    exact: (text) => exact.get(withoutMarks(text)),
    terms: segment,
    search(text) {
      const { typed, meant } = question(fold(text))
      const found = index.search(readQuestion(typed))
      return meant === typed ? found : merged(found, index.search(readQuestion(meant)))
    },
    reading(text) {
      const { meant } = question(fold(text))
      return {
        text: meant,
        get words() {
          return readQuestion(meant).words
        },
        get forms() {
          return readQuestion(meant).forms
        },
      }
    },
    features,
    pulls: (text, id) => index.pulls(features(text), id, MOST_PULLS),
    fixSounds,
    fixGoods,
    spellOut,
    isOfSubject: (folded) => ofSubject(folded) || namesTerm(folded) || goodsIn(folded).length > 0,
    findGoods: (folded) => goodsIn(folded).map(({ good, start, end }) => ({ good: good.id, start, end })),
    namedDocuments: documentReader(knowledge.documents.values()),
    intents: intentReader(learnedIntents, knowledge.meanings),
    topics: topicReader(learnedTopics, features, (topic) => knowledge.topics.has(topic)),
    glossary: createGlossary(knowledge.glossary.values()),
    termsCompared: comparingTerms(knowledge.glossary.values()),
    sumAsked: sumReader(knowledge.sums, knowledge.meanings),
    wish: wishReader(knowledge.wishes),
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

const chineseNames = ({ goods }: Knowledge): string[] =>
  [...goods.values()].flatMap(({ name, names }) => [name['zh-Hans'], ...names.zh])

/** Latin words, and how often each stands in our texts, with those of other folded texts. */
function withLatinWords(words: [string, number][], texts: string[]): Map<string, number> {
  const all = new Map(words)
  for (const text of texts) for (const [word] of text.matchAll(/[a-z]+/g)) all.set(word, (all.get(word) ?? 0) + 1)
  return all
}

const HAN = /\p{Script=Han}/u

/** The goods a text names as terms: each, its kind (the entry that explains it), and that there are goods at all. */
const thingsIn = (goods: Good[]): string[] =>
  goods.flatMap(({ id, entry }) => ['@good', `@${id}`, ...(entry === undefined ? [] : [`@@${entry}`])])
