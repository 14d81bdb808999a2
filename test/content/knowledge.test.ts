import { describe, expect, test } from 'vitest'
import { languageOf } from '../../src/conversation/language.ts'
import { addDays } from '../../src/core/day.ts'
import { statusOn } from '../../src/core/official-document.ts'
import { OTHER_TOPIC } from '../../src/core/topic.ts'
import { describeProblem } from '../../src/knowledge/problem.ts'
import { fold } from '../../src/search/fold.ts'
import { buildShipped, shipped, TODAY } from './shipped.ts'

const { problems } = buildShipped()
const knowledge = shipped()
const entries = [...knowledge.entries.values()]

describe('the shipped knowledge', () => {
  test('has no error and no warning', () => {
    expect(problems.map(describeProblem)).toEqual([])
  })

  test('has an entry for every topic of the taxonomy', () => {
    const covered = new Set(entries.map(({ topic }) => topic))
    // Terms are explained from the glossary, and what fits nowhere has no entry either.
    const without = new Set([OTHER_TOPIC, 'glossary.term'])
    expect([...knowledge.topics.keys()].filter((topic) => !without.has(topic) && !covered.has(topic))).toEqual([])
  })

  test('is whole: at least 220 entries, 40 false beliefs, 90 terms, 200 kinds of goods', () => {
    expect(entries.length).toBeGreaterThanOrEqual(220)
    expect(knowledge.misconceptions.size).toBeGreaterThanOrEqual(40)
    expect(knowledge.glossary.size).toBeGreaterThanOrEqual(90)
    expect(knowledge.goods.size).toBeGreaterThanOrEqual(200)
  })

  test('speaks to the audience of its topic', () => {
    for (const { id, topic, audiences } of entries) {
      const whom = knowledge.topics.get(topic)?.audience
      if (whom && whom !== 'both') expect(audiences, `${id} in ${topic}`).toContain(whom)
    }
  })
})

describe('every entry', () => {
  test('has six questions in each language, written in that language', () => {
    for (const { id, texts } of entries) {
      expect(texts['zh-Hans'].questions.length, id).toBeGreaterThanOrEqual(6)
      expect(texts.en.questions.length, id).toBeGreaterThanOrEqual(6)
      for (const question of texts.en.questions) expect(languageOf(question), `${id}: ${question}`).toBe('en')
    }
  })

  test('has questions in different manners, short and long ones, with few exceptions', () => {
    const lists = entries.flatMap(({ texts }) =>
      Object.values(texts).map(({ questions }) => questions.map(({ length }) => length)),
    )
    const varied = lists.filter((lengths) => Math.max(...lengths) > 1.5 * Math.min(...lengths))
    expect(varied.length / lists.length).toBeGreaterThan(0.95)
  })

  test('has questions of its own: none is a copy of another entry’s, marks, script and case aside', () => {
    const seen = new Map<string, string>()
    const copies: string[] = []
    for (const { id, texts } of entries)
      for (const question of new Set(Object.values(texts).flatMap(({ questions }) => questions))) {
        const bare = fold(question).replace(/[\s\p{P}\p{S}]/gu, '')
        const other = seen.get(bare)
        if (other !== undefined && other !== id) copies.push(`${question}: ${other} and ${id}`)
        seen.set(bare, id)
      }
    expect(copies).toEqual([])
  })

  test('has a title that fits on a button', () => {
    for (const { id, texts } of entries) {
      expect(texts['zh-Hans'].title.length, id).toBeLessThanOrEqual(24)
      expect(texts.en.title.length, id).toBeLessThanOrEqual(60)
    }
  })

  test('that is not settled names whom to ask', () => {
    for (const { id, confidence, ask } of entries) if (confidence === 'uncertain') expect(ask, id).not.toEqual([])
  })
})

describe('every official document', () => {
  const documents = [...knowledge.documents.values()]

  test('is linked on an official page or not at all', () => {
    const host = /^https?:\/\/([^/:]+)/
    const governments =
      /(?:^|\.)(?:gov|gov\.[a-z]{2}|go\.[a-z]{2}|gc\.ca|gob\.mx|europa\.eu|admin\.ch|singlewindow\.cn|toll\.no|skatteetaten\.no|eurasiancommission\.org)$/
    for (const { id, url } of documents) if (url !== undefined) expect(host.exec(url)?.[1], id).toMatch(governments)
  })

  test('has a number, a title and an issuer in both languages, and no Chinese in the English ones', () => {
    for (const { id, number, title, issuer } of documents)
      for (const wording of [number, title, issuer]) {
        expect(wording['zh-Hans'].trim(), id).not.toBe('')
        expect(wording.en, id).not.toMatch(/\p{Script=Han}/u)
      }
  })

  test('was issued before it took effect, or a few weeks after where it takes effect backwards', () => {
    for (const { id, issued, effective } of documents)
      if (issued !== undefined)
        expect(issued <= addDays(effective.from, 60), `${id}: issued ${issued}, from ${effective.from}`).toBe(true)
  })

  test('that another one repeals or supersedes is no longer in force from that day on', () => {
    for (const later of documents)
      for (const id of [...later.repeals, ...later.supersedes]) {
        const older = knowledge.documents.get(id)
        if (older)
          expect(statusOn(older, later.effective.from, documents), `${id}, by ${later.id}`).toMatch(
            /repealed|superseded|ended/,
          )
      }
  })

  test.each([
    ['cgs-2016-18', '2016-04-07', 'not-yet'],
    ['cgs-2016-18', '2016-04-08', 'in-force'],
    ['cgs-2016-18', '2018-12-31', 'in-force'],
    ['cgs-2016-18', '2019-01-01', 'amended'],
    ['cgs-2016-18', TODAY, 'amended'],
    ['cgs-2018-49', '2018-12-31', 'not-yet'],
    ['cgs-2018-49', TODAY, 'in-force'],
  ])('%s on %s: %s', (id, on, status) => {
    const document = knowledge.documents.get(id)
    expect(document && statusOn(document, on, documents)).toBe(status)
  })
})
