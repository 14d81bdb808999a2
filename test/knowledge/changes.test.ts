import { describe, expect, test } from 'vitest'
import { affected, changesBetween, changesOf, figuresOfEntries } from '../../src/knowledge/changes.ts'
import { put, smallKnowledge } from './small-knowledge.ts'

const knowledge = smallKnowledge()
const figure = (id: string, of = knowledge) => {
  const found = of.figures.get(id)
  if (!found) throw new Error(id)
  return found
}
const told = (from: string, to: string, only?: ReadonlySet<string>, of = knowledge) =>
  changesBetween(of, from, to, only).map(({ on, figures, documents }) => [
    on,
    figures.map(({ figure, before, after }) => `${figure.id}: ${before?.value} → ${after?.value}`),
    documents.map(({ id }) => id),
  ])

describe('what changed', () => {
  test('in a figure is every day on which it got another value; its first value is no change', () => {
    expect(changesOf(figure('annual-limit')).map(({ on }) => on)).toEqual(['2019-01-01'])
    expect(changesOf(figure('share'))).toEqual([])
    expect(changesOf(figure('composite-rate')).map(({ on }) => on)).toEqual(['2019-01-01'])
  })

  test('is nothing where a value was only confirmed by a later document', () => {
    const confirmed = smallKnowledge({ 'figures/annual-limit.yaml': put('value: 26000', 'value: 20000') })
    expect(changesOf(figure('annual-limit', confirmed))).toEqual([])
  })

  test('shows where there was none before, and where there is none any more', () => {
    const none = smallKnowledge({
      'figures/pilot-days.yaml': (text) =>
        put(
          '  - { from: 2020-07-01',
          '  - { from: 2019-07-01, to: 2020-06-30, value: none, document: notice-2018 }\n  - { from: 2020-07-01',
        )(`${text}  - { from: 2021-07-01, value: none, document: notice-2018 }\n`),
    })
    expect(
      changesOf(figure('pilot-days', none)).map(({ on, before, after }) => [
        on,
        before?.value?.toString(),
        after?.value?.toString(),
      ]),
    ).toEqual([
      ['2020-07-01', undefined, '30'],
      ['2021-07-01', '30', undefined],
    ])
  })

  test('in a figure is its end as well, where no other value follows', () => {
    const limit = figure('annual-limit')
    const [last, ...others] = limit.values.toReversed()
    if (!last) throw new Error('no values')
    const ended = { ...last, effective: { ...last.effective, to: '2026-12-31' } }
    expect(changesOf({ ...limit, values: [...others.reverse(), ended] }).at(-1)).toMatchObject({
      on: '2027-01-01',
      after: undefined,
    })
  })

  test('between two days takes in both of them, newest first, with the documents of the day', () => {
    const all = [
      ['2020-07-01', [], ['pilot-notice']],
      [
        '2019-01-01',
        ['annual-limit: 20000 → 26000', 'vat-rate: 0.17 → 0.13', 'composite-rate: 0.119 → 0.091'],
        ['notice-2018'],
      ],
      ['2016-04-08', [], ['notice-2016']],
    ]
    expect(told('2016-04-08', '2020-07-01')).toEqual(all)
    expect(told('2016-04-09', '2020-06-30')).toEqual([all[1]])
    expect(told('2019-01-01', '2019-01-01')).toEqual([all[1]])
    expect(told('2019-01-02', '2020-06-30')).toEqual([])
  })

  test('about one figure leaves out everything else, documents included', () => {
    expect(told('2016-01-01', '2030-01-01', new Set(['annual-limit']))).toEqual([
      ['2019-01-01', ['annual-limit: 20000 → 26000'], ['notice-2018']],
    ])
    expect(told('2016-01-01', '2030-01-01', new Set(['share']))).toEqual([])
  })

  test('concerns the audiences of the entries that show the figure', () => {
    expect(affected(knowledge, 'annual-limit')).toEqual({ audiences: new Set(['consumer']), entries: ['annual-limit'] })
    expect(affected(knowledge, 'composite-rate').audiences).toEqual(new Set(['consumer', 'merchant']))
    expect(affected(knowledge, 'pilot-days')).toEqual({ audiences: new Set(), entries: [] })
  })

  test('the figures of a topic are those that its entries show', () => {
    expect(figuresOfEntries(knowledge, ({ topic }) => topic === 'quota.annual')).toEqual(new Set(['annual-limit']))
    expect(figuresOfEntries(knowledge, () => true)).toEqual(new Set(['annual-limit', 'composite-rate']))
  })
})
