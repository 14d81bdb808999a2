import { describe, expect, test } from 'vitest'
import { withPageLink } from '../../src/conversation/page-link.ts'
import type { Answer } from '../../src/core/answer.ts'
import { translate } from '../content/shipped-wording.ts'

const ENTRY: Answer = { outcome: 'answered', entry: 'annual-limit', related: [] }
const told = { outcome: 'answered', entry: 'annual-limit', topic: 'quota.annual', text: 'You may.' } as const

/** The address of a reply's page; undefined when it links to none. */
const address = (
  worded: Parameters<typeof withPageLink>[0],
  answer: Answer,
  more: Partial<Parameters<typeof withPageLink>[2]> = {},
) => {
  const context = { base: '', locale: 'en' as const, asOf: '2026-11-23', today: '2026-11-23', translate, ...more }
  const { text } = withPageLink(worded, answer, context)
  if (text === worded.text) return undefined
  return /^You may\.\n\n\[Read or share this answer on its page\]\((.*)\)$/.exec(text)?.[1]
}

describe('a reply links', () => {
  test('to the page of its entry, in its language', () => {
    expect(address(told, ENTRY)).toBe('/en/a/annual-limit')
    const hant = withPageLink(told, ENTRY, {
      base: 'https://example.cn',
      locale: 'zh-Hant',
      asOf: '2026-11-23',
      today: '2026-11-23',
      translate,
    })
    expect(hant.text).toContain('](https://example.cn/zh-Hant/a/annual-limit)')
  })

  test('to the day that was asked about, when that is not today', () => {
    expect(address(told, ENTRY, { asOf: '2018-12-31' })).toBe('/en/a/annual-limit?asOf=2018-12-31')
  })

  test('to the topic, the word or the changes, where it rests on no one entry', () => {
    const { entry: _, ...without } = told
    const calculated = { outcome: 'calculated', advisor: 'tax', topic: 'tax.formula' } as Answer
    expect(address({ ...without, outcome: 'calculated', topic: 'tax.formula' }, calculated)).toBe('/en/t/tax.formula')
    expect(address(without, { outcome: 'answered', term: 'quota' })).toBe('/en/glossary#quota')
    const changed: Answer = { outcome: 'changed', from: '2026-01-01', to: '2026-11-23' }
    expect(address({ ...without, outcome: 'changed' }, changed)).toBe('/en/changes')
  })

  test('nowhere, when there is no such page or the reader could not follow', () => {
    const { entry: _, ...without } = told
    expect(address(told, ENTRY, { base: undefined })).toBeUndefined()
    expect(address({ ...without, outcome: 'clarified' }, { outcome: 'clarified', choices: ['a', 'b'] })).toBeUndefined()
    expect(
      address({ ...without, outcome: 'declined', topic: 'other' }, { outcome: 'declined', why: 'no-match' }),
    ).toBeUndefined()
  })
})
