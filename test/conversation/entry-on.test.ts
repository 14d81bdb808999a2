import { describe, expect, test } from 'vitest'
import { entryOn } from '../../src/conversation/entry-on.ts'
import { inForce } from '../../src/core/effective-period.ts'
import type { Entry } from '../../src/core/entry.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { shipped, TODAY } from '../content/shipped.ts'
import { smallKnowledge } from '../knowledge/small-knowledge.ts'

const small = smallKnowledge()
const template = small.entries.get('annual-limit') as Entry
const entry = (id: string, from: string, to?: string, replaces: string[] = []): [string, Entry] => [
  id,
  { ...template, id, effective: to === undefined ? { from } : { from, to }, replaces },
]
const knowledge: Knowledge = {
  ...small,
  entries: new Map([
    entry('first', '2014-01-01', '2015-12-31'),
    entry('second', '2016-04-08', '2018-12-31', ['first']),
    entry('third', '2019-01-01', undefined, ['second']),
    entry('pilot', '2020-07-01', '2021-06-30'),
    entry('announced', '2027-01-01'),
    entry('circle-a', '2016-01-01', '2016-12-31', ['circle-b']),
    entry('circle-b', '2018-01-01', '2018-12-31', ['circle-a']),
  ]),
}

describe('the entry that speaks for a day', () => {
  test.each([
    ['third', '2026-11-23', 'third'],
    ['third', '2019-01-01', 'third'],
    ['third', '2018-12-31', 'second'],
    ['third', '2016-04-08', 'second'],
    ['third', '2015-12-31', 'first'],
    ['second', '2026-11-23', 'third'],
    ['first', '2026-11-23', 'third'],
    ['first', '2017-01-01', 'second'],
    ['pilot', '2020-07-01', 'pilot'],
    ['pilot', '2021-06-30', 'pilot'],
    ['circle-a', '2018-06-01', 'circle-b'],
  ])('asked for %s on %s is %s', (id, on, expected) => {
    expect(entryOn(id, on, knowledge)?.entry?.id).toBe(expected)
  })

  test.each([
    ['third', '2016-01-15', { from: '2014-01-01', to: '2015-12-31' }, { from: '2016-04-08', to: '2018-12-31' }],
    ['second', '2013-01-01', undefined, { from: '2014-01-01', to: '2015-12-31' }],
    ['pilot', '2026-11-23', { from: '2020-07-01', to: '2021-06-30' }, undefined],
    ['pilot', '2020-06-30', undefined, { from: '2020-07-01', to: '2021-06-30' }],
    ['announced', '2026-12-31', undefined, { from: '2027-01-01' }],
    ['circle-b', '2017-06-01', { from: '2016-01-01', to: '2016-12-31' }, { from: '2018-01-01', to: '2018-12-31' }],
  ])('asked for %s on %s is none, and the periods around that day are told', (id, on, last, next) => {
    const found = entryOn(id, on, knowledge)
    expect(found?.entry).toBeUndefined()
    expect(found).toMatchObject({ asked: { id }, last, next })
  })

  test('is nothing for an id that nobody wrote', () => {
    expect(entryOn('nobody', '2026-11-23', knowledge)).toBeUndefined()
  })

  test('in the shipped knowledge is always one that is in force, whichever is asked for', () => {
    const shippedKnowledge = shipped()
    for (const { id } of shippedKnowledge.entries.values())
      for (const on of ['2016-04-08', '2018-12-31', '2019-01-01', '2024-11-30', TODAY, '2027-01-01']) {
        const found = entryOn(id, on, shippedKnowledge)
        if (found?.entry) expect(inForce(found.entry.effective, on), `${id} on ${on}`).toBe(true)
        else expect(found?.last ?? found?.next, `${id} on ${on}`).toBeDefined()
      }
  })
})
