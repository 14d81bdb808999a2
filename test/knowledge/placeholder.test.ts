import { describe, expect, test } from 'vitest'
import { parsePlaceholder, placeholdersOf } from '../../src/knowledge/placeholder.ts'

describe('what stands between the braces', () => {
  test.each([
    ['annual-limit', { kind: 'figure', figure: 'annual-limit', on: undefined, show: 'value' }],
    ['ct-spirits.2', { kind: 'figure', figure: 'ct-spirits.2', on: undefined, show: 'value' }],
    ['annual-limit @2018-12-31', { kind: 'figure', figure: 'annual-limit', on: '2018-12-31', show: 'value' }],
    ['annual-limit number', { kind: 'figure', figure: 'annual-limit', on: undefined, show: 'number' }],
    ['annual-limit since', { kind: 'figure', figure: 'annual-limit', on: undefined, show: 'since' }],
    ['annual-limit  @2018-12-31  until', { kind: 'figure', figure: 'annual-limit', on: '2018-12-31', show: 'until' }],
    ['doc cgs-2018-49', { kind: 'document', document: 'cgs-2018-49', show: 'number' }],
    ['doc cgs-2018-49 since', { kind: 'document', document: 'cgs-2018-49', show: 'since' }],
    ['date 2025-12-18', { kind: 'date', date: '2025-12-18' }],
    ['date 2028-02-29', { kind: 'date', date: '2028-02-29' }],
  ])('%s', (inside, placeholder) => {
    expect(parsePlaceholder(inside)).toEqual(placeholder)
  })

  test.each([
    '',
    'Annual-Limit',
    '年度限值',
    'annual limit',
    'annual-limit@2018-12-31',
    'annual-limit @2018',
    'annual-limit @2018-13-01',
    'annual-limit @2018-02-29',
    'annual-limit since @2018-12-31',
    'annual-limit value',
    'doc cgs-2018-49 until',
    'doc 财关税',
    'date 2025-02-30',
    'date today',
    '-annual',
  ])('is none of the forms: %s', (inside) => {
    expect(parsePlaceholder(inside)).toBeUndefined()
  })
})

test('a text gives its placeholders in order, with a gap for one that cannot be read', () => {
  expect(placeholdersOf('到 {{annual-limit}} 为止，见 {{ doc a }}，{{ Oops }}。').map((one) => one?.kind)).toEqual([
    'figure',
    'document',
    undefined,
  ])
  expect(placeholdersOf('no braces, { one }, {{ }}')).toEqual([undefined])
})
