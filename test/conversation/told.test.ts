import { describe, expect, test } from 'vitest'
import { citationsOn, clauseIn, figuresIn, nextChange, periodOf } from '../../src/conversation/told.ts'
import type { Entry } from '../../src/core/entry.ts'
import { shipped } from '../content/shipped.ts'
import { put, smallKnowledge } from '../knowledge/small-knowledge.ts'

const knowledge = smallKnowledge()
const entry = (id: string, of = knowledge) => of.entries.get(id) as Entry
const FIGURE = 'figures/annual-limit.yaml'

describe('a clause', () => {
  test.each([
    ['第三条', 'Article 3'],
    ['第三十九条第一款', 'Article 39, paragraph 1'],
    ['第三十九条第一款第二项', 'Article 39, paragraph 1, item 2'],
    ['第四条第（一）项、第（二）项', 'Article 4, item 1, item 2'],
    ['第四条第(五)项', 'Article 4, item 5'],
    ['第一条、第二条', 'Article 1, Article 2'],
    ['第七条至第十条', 'Articles 7 to 10'],
    ['第三十九条至第四十一条、第四十五条', 'Articles 39 to 41, Article 45'],
    ['第一百五十三条', 'Article 153'],
    ['第二百零四条', 'Article 204'],
    ['第一百二十条之一', 'Article 120-1'],
    ['第二章第五条', 'Chapter 2, Article 5'],
    ['附件', 'Annex'],
    ['附件2', 'Annex 2'],
    ['附件二第三项', 'Annex 2, item 3'],
    ['Article 4', 'Article 4'],
  ])('%s is %s in English, and its own words in Chinese', (clause, english) => {
    expect(clauseIn(clause, 'en')).toBe(english)
    expect(clauseIn(clause, 'zh-Hans')).toBe(clause)
  })

  test('of the shipped sources never keeps a Chinese character in English', () => {
    const { entries, figures, misconceptions } = shipped()
    const sources = [
      ...[...entries.values()].flatMap(({ sources }) => sources),
      ...[...misconceptions.values()].flatMap(({ sources }) => sources),
      ...[...figures.values()].flatMap(({ values }) => values.flatMap(({ sources }) => sources)),
    ]
    for (const { document, clause } of sources)
      if (clause) expect(clauseIn(clause, 'en'), document).not.toMatch(/\p{Script=Han}|,\s*,/u)
  })
})

describe('the documents behind a statement', () => {
  const sources = [
    { document: 'notice-2018', clause: '第一条' },
    { document: 'notice-2016', clause: '第三条' },
    { document: 'notice-2018', clause: '第二条' },
    { document: 'notice-2018', clause: '第一条' },
    { document: 'pilot-notice' },
  ]

  test('are each named once, with all their clauses, in the reader’s language', () => {
    expect(citationsOn(sources, '2026-11-23', 'en', knowledge)).toEqual([
      {
        document: 'notice-2018',
        number: 'Cai Guan Shui [2018] No. 49',
        title: 'Notice on improving the tax policy',
        issuer: 'Ministry of Finance',
        clause: 'Article 1, Article 2',
        effective: { from: '2019-01-01' },
        confidence: 'verified',
      },
      expect.objectContaining({ document: 'notice-2016', clause: 'Article 3' }),
    ])
    expect(citationsOn(sources, '2026-11-23', 'zh-Hans', knowledge).map(({ clause }) => clause)).toEqual([
      '第一条、第二条',
      '第三条',
    ])
  })

  test.each([
    ['2016-04-07', []],
    ['2016-04-08', ['notice-2016']],
    ['2018-12-31', ['notice-2016']],
    ['2019-01-01', ['notice-2018', 'notice-2016']],
    ['2020-07-01', ['notice-2018', 'notice-2016', 'pilot-notice']],
    ['2021-07-01', ['notice-2018', 'notice-2016']],
  ])('on %s are only those in force: %o', (on, documents) => {
    expect(citationsOn(sources, on, 'en', knowledge).map(({ document }) => document)).toEqual(documents)
  })
})

describe('the days on which an entry stays as it is', () => {
  const period = (on: string, id = 'annual-limit', of = knowledge) =>
    periodOf(entry(id, of), figuresIn(entry(id, of).texts.en.answer, of), on)

  test.each([
    ['2016-04-08', { from: '2016-04-08', to: '2018-12-31' }],
    ['2018-12-31', { from: '2016-04-08', to: '2018-12-31' }],
    ['2019-01-01', { from: '2019-01-01' }],
    ['2026-11-23', { from: '2019-01-01' }],
  ])('are, on %s, those of the figures it shows: %o', (on, expected) => {
    expect(period(on)).toEqual(expected)
    expect(period(on, 'composite-rate')).toEqual(expected)
  })

  test('do not go by a figure that is shown as of a day of its own', () => {
    expect(
      figuresIn('{{ annual-limit @2018-12-31 }} and {{ vat-rate }}, {{ vat-rate since }}', knowledge).map(
        ({ id }) => id,
      ),
    ).toEqual(['vat-rate'])
  })
})

describe('the next change', () => {
  const changed = smallKnowledge({
    [FIGURE]: (text) =>
      put(
        'value: 26000',
        'to: 2026-12-31, value: 26000',
      )(`${text}  - { from: 2027-01-01, value: 30000, document: notice-2018 }\n`),
  })
  const next = (on: string) => {
    const one = entry('annual-limit', changed)
    const figures = figuresIn(one.texts.en.answer, changed)
    return nextChange(one, figures, periodOf(one, figures, on), changed)
  }

  test('is known when a figure has a value that is still to come', () => {
    expect(next('2018-06-01')).toMatchObject({ on: '2019-01-01', figures: [{ id: 'annual-limit' }] })
    expect(next('2026-11-23')).toMatchObject({ on: '2027-01-01', figures: [{ id: 'annual-limit' }] })
    expect(next('2027-01-01')).toBeUndefined()
  })

  test('is the entry that takes over, where one does', () => {
    const old: Entry = { ...entry('annual-limit'), id: 'old', effective: { from: '2016-04-08', to: '2018-12-31' } }
    const fresh: Entry = { ...entry('annual-limit'), effective: { from: '2019-01-01' }, replaces: ['old'] }
    const both = {
      ...knowledge,
      entries: new Map([
        ['old', old],
        ['annual-limit', fresh],
      ]),
    }
    expect(nextChange(old, [], old.effective, both)).toMatchObject({
      on: '2019-01-01',
      figures: [],
      entry: { id: 'annual-limit' },
    })
  })
})
