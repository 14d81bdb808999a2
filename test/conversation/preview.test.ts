import { describe, expect, test } from 'vitest'
import { preview } from '../../src/conversation/preview.ts'
import type { Entry } from '../../src/core/entry.ts'
import { translate } from '../content/shipped-wording.ts'
import { put, smallKnowledge, TODAY } from '../knowledge/small-knowledge.ts'

const changed = smallKnowledge({
  'figures/annual-limit.yaml': (text) =>
    put(
      'value: 26000',
      'to: 2026-12-31, value: 26000',
    )(`${text}  - { from: 2027-01-01, value: 30000, document: notice-2018 }\n`),
})

describe('a preview', () => {
  test('is empty where nothing is known to change', () => {
    expect(preview(smallKnowledge(), TODAY, '2030-01-01', translate)).toEqual([])
    expect(preview(changed, TODAY, '2026-12-31', translate)).toEqual([])
    expect(preview(changed, TODAY, TODAY, translate)).toEqual([])
  })

  test('shows the lines that will read otherwise, in both languages, and no others', () => {
    expect(preview(changed, TODAY, '2027-01-01', translate)).toEqual([
      {
        entry: 'annual-limit',
        becomes: {
          kind: 'reworded',
          lines: {
            'zh-Hans': [{ before: '每人每年最多可以买 26,000元。', after: '每人每年最多可以买 30,000元。' }],
            en: [
              {
                before: 'Each person may buy up to 26,000 yuan a year.',
                after: 'Each person may buy up to 30,000 yuan a year.',
              },
            ],
          },
        },
      },
    ])
  })

  test('tells of an entry that ends, one that begins and one that another takes over from', () => {
    const small = smallKnowledge()
    const template = small.entries.get('annual-limit') as Entry
    const knowledge = {
      ...small,
      entries: new Map<string, Entry>([
        ['ends', { ...template, id: 'ends', effective: { from: '2016-04-08', to: '2026-12-31' } }],
        ['begins', { ...template, id: 'begins', effective: { from: '2027-01-01' } }],
        ['old', { ...template, id: 'old', effective: { from: '2016-04-08', to: '2026-12-31' } }],
        ['new', { ...template, id: 'new', effective: { from: '2027-01-01' }, replaces: ['old'] }],
        ['past', { ...template, id: 'past', effective: { from: '2016-04-08', to: '2018-12-31' } }],
      ]),
    }
    expect(preview(knowledge, TODAY, '2027-01-01', translate)).toEqual([
      { entry: 'ends', becomes: { kind: 'ends' } },
      { entry: 'begins', becomes: { kind: 'begins' } },
      { entry: 'old', becomes: { kind: 'replaced', by: 'new' } },
    ])
  })

  test('looks back as well', () => {
    expect(
      preview(changed, '2027-01-01', '2018-12-31', translate).map(({ entry, becomes }) => [entry, becomes.kind]),
    ).toEqual([
      ['annual-limit', 'reworded'],
      ['composite-rate', 'reworded'],
    ])
  })
})
