import { dockStart } from '@nlpjs/basic'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import { rankOn } from '../src/conversation/rank-question.ts'
import { BOUNDARY } from '../src/conversation/searchables.ts'
import { understand } from '../src/conversation/understanding.ts'
import type { Day } from '../src/core/day.ts'
import { WRITTEN_LOCALES, type WrittenLocale } from '../src/core/locale.ts'
import { learnVectors, waysOfAsking } from '../src/eval/learn-vectors.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { parseExamples } from '../src/knowledge/parse-examples.ts'
import { readExamples } from '../src/knowledge/read.ts'
import { WEIGHTS } from '../src/search/weights.ts'

/** A system under comparison: built from the same entries, it names the entries a question leads to, best first. */
export type System = {
  name: string
  build: (knowledge: Knowledge, today: Day) => Promise<(question: string, language: WrittenLocale) => Promise<string[]>>
}

/** An entry in one language as one document. */
function documentsOf({ entries }: Knowledge, language: WrittenLocale) {
  return [...entries.values()].map(({ id, texts }) => {
    const { title, questions, answer, detail } = texts[language]
    return { id, title, questions: questions.join('\n'), body: `${answer}\n${detail}` }
  })
}

/** An index for each language, asked in the language of the question. */
const byLanguage = <T>(make: (language: WrittenLocale) => T): Record<WrittenLocale, T> => ({
  'zh-Hans': make('zh-Hans'),
  en: make('en'),
})

/** lunr as its guide shows it: fields, documents, `search`. Marks of its query language are taken out of the question, as its guide says one must. */
const plainLunr: System = {
  name: 'lunr, as its guide shows it',
  build: async (knowledge) => {
    const indexes = byLanguage((language) =>
      lunr(function () {
        this.ref('id')
        this.field('title')
        this.field('questions')
        this.field('body')
        for (const document of documentsOf(knowledge, language)) this.add(document)
      }),
    )
    return async (question, language) =>
      indexes[language].search(question.replace(/[+\-:~^*\\]/g, ' ')).map(({ ref }) => ref)
  },
}

/** MiniSearch with the options its documentation recommends for typed questions. */
const miniSearch: System = {
  name: 'MiniSearch, fuzzy and prefix',
  build: async (knowledge) => {
    const indexes = byLanguage((language) => {
      const index = new MiniSearch({
        fields: ['title', 'questions', 'body'],
        searchOptions: { boost: { title: 2 }, fuzzy: 0.2, prefix: true },
      })
      index.addAll(documentsOf(knowledge, language))
      return index
    })
    return async (question, language) => indexes[language].search(question).map(({ id }) => id)
  },
}

/** NLP.js with its Chinese and English packages: entries as intents, their ways of asking as documents. */
const nlpJs: System = {
  name: 'NLP.js, lang-zh and lang-en',
  build: async (knowledge) => {
    const dock = await dockStart({
      settings: { nlp: { autoSave: false, autoLoad: false }, 'nlu-??': { log: false } },
      use: ['Basic', 'LangZh', 'LangEn'],
    })
    const nlp = dock.get('nlp')
    const codes = { 'zh-Hans': 'zh', en: 'en' } as const
    for (const locale of WRITTEN_LOCALES) {
      nlp.addLanguage(codes[locale])
      for (const { id, texts } of knowledge.entries.values())
        for (const text of [texts[locale].title, ...texts[locale].questions]) nlp.addDocument(codes[locale], text, id)
    }
    await nlp.train()
    return async (question, language) => {
      const { classifications } = await nlp.process(codes[language], question)
      return classifications.filter(({ intent }) => intent !== 'None').map(({ intent }) => intent)
    }
  },
}

/** Ours, as the conversation asks it. */
const ours: System = {
  name: 'Tongguan',
  build: async (knowledge, today) => {
    const { examples } = parseExamples(await readExamples('knowledge'))
    // Learned of these entries alone, like the others: what it is asked was taken out of them, and the further ways of asking nobody else has.
    const own = waysOfAsking(knowledge, { ...examples, ways: new Map() })
    const understanding = understand(knowledge, undefined, () => learnVectors(own))
    return async (question) =>
      rankOn(question, today, understanding, WEIGHTS)
        .ranked.map(({ id }) => id)
        .filter((id) => !id.startsWith(BOUNDARY))
  },
}

/** The systems compared. */
export const SYSTEMS: System[] = [plainLunr, miniSearch, nlpJs, ours]
