import { describe, expect, test } from 'vitest'
import { phraseEntry } from '../../src/conversation/phrase-entry.ts'
import type { Entry } from '../../src/core/entry.ts'
import type { Locale } from '../../src/core/locale.ts'
import type { Misconception } from '../../src/core/misconception.ts'
import { translate } from '../content/shipped-wording.ts'
import { put, smallKnowledge, TODAY } from '../knowledge/small-knowledge.ts'

const FIGURE = 'figures/annual-limit.yaml'
const ZH = 'entries/quota.annual/annual-limit.zh-Hans.md'
const belief: Misconception = {
  id: 'still-20000',
  topic: 'quota.annual',
  audiences: ['consumer'],
  belief: { 'zh-Hans': '一年两万', en: '20,000 a year' },
  correction: {
    'zh-Hans': '不是两万，早就是 {{ annual-limit }} 了。',
    en: 'It is no longer that: it is {{ annual-limit }}.',
  },
  phrases: { 'zh-Hans': [], en: [] },
  entry: 'annual-limit',
  sources: [{ document: 'notice-2018', clause: '第二条' }],
  harm: 'low',
}

function told(
  {
    on = TODAY,
    locale = 'en',
    ...more
  }: { on?: string; locale?: Locale; misconception?: Misconception; brief?: boolean } = {},
  changes?: Parameters<typeof smallKnowledge>[0],
  id = 'annual-limit',
) {
  const knowledge = smallKnowledge(changes)
  return phraseEntry(knowledge.entries.get(id) as Entry, { knowledge, on, locale, translate }, more)
}

/** The places of some words in a text: they must all be there, in this order. */
const order = (text: string, ...parts: string[]) => {
  const places = parts.map((part) => text.indexOf(part))
  expect(places, `${parts.join(' | ')} in\n${text}`).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
}

describe('an entry in words', () => {
  test.each([
    [
      'en',
      'It is no longer that: it is 26,000 yuan.',
      'Each person may buy up to 26,000 yuan a year.',
      'The year is the calendar year',
      '1 January 2019',
      'Notice on improving the tax policy',
      'Look in the customs app',
    ],
    [
      'zh-Hans',
      '不是两万，早就是 26,000元 了。',
      '每人每年最多可以买 26,000元。',
      '按公历年计算',
      '2019年1月1日',
      '关于完善税收政策的通知',
      '打开“掌上海关”',
    ],
  ] as const)(
    'in %s: the correction, the answer, the detail, since when, the documents, what to do next',
    (locale, ...parts) => {
      const { text } = told({ locale, misconception: belief })
      order(text, ...parts)
    },
  )

  test('begins with the answer where nobody believed anything false', () => {
    expect(told().text.split('\n\n')[0]).toBe('Each person may buy up to 26,000 yuan a year.')
  })

  test('cites every document in force on the day, linked only where an official page is known, with the clause and since when', () => {
    const url = 'https://www.gov.cn/zhengce/content_5440499.htm'
    const { text, citations } = told(
      { misconception: belief },
      {
        'documents/all.yaml': put(
          '  effective: { from: 2019-01-01 }',
          `  effective: { from: 2019-01-01 }\n  url: ${url}`,
        ),
      },
    )
    expect(citations.map(({ document, clause }) => [document, clause])).toEqual([
      ['notice-2018', 'Article 1, Article 2'],
      ['notice-2016', 'Article 3'],
    ])
    expect(text).toContain(`](${url})`)
    expect(text.match(/\]\(/g)).toHaveLength(1)
    expect(told({ on: '2018-12-31' }).citations.map(({ document }) => document)).toEqual(['notice-2016'])
  })

  test('says on an earlier day what held then, until when, and what came after', () => {
    const { text, inForce } = told({ on: '2018-12-31' })
    expect(inForce).toEqual({ from: '2016-04-08', to: '2018-12-31' })
    order(text, '20,000 yuan', '8 April 2016', '1 January 2019', '26,000 yuan')
    expect(text).toContain('to 31 December 2018')
  })

  test('announces a change that is still to come', () => {
    const changes = {
      [FIGURE]: (text: string) =>
        put(
          'value: 26000',
          'to: 2026-12-31, value: 26000',
        )(`${text}  - { from: 2027-01-01, value: 30000, document: notice-2018 }\n`),
    }
    const { text, inForce } = told({}, changes)
    expect(inForce).toEqual({ from: '2019-01-01', to: '2026-12-31' })
    order(text, '26,000 yuan', '31 December 2026', '1 January 2027', '30,000 yuan')
    expect(told({ on: '2027-01-01' }, changes).text).not.toContain('26,000')
  })

  test('says nothing of the future where nothing is known of it', () => {
    const { text, inForce } = told()
    expect(inForce).toEqual({ from: '2019-01-01' })
    expect(text).not.toMatch(/undefined|\{\{/)
  })

  test('in brief is the answer with its documents, and neither detail nor next step', () => {
    const { text } = told({ brief: true })
    expect(text).toContain('26,000 yuan')
    expect(text).toContain('Cai Guan Shui [2018] No. 49')
    expect(text).not.toMatch(/calendar year|customs app/)
  })
})

describe('an entry that is not settled', () => {
  const changes = { [ZH]: put('related:', 'confidence: uncertain\nask: [hotline]\nrelated:') }

  test.each([
    ['en', 'the customs hotline 12360'],
    ['zh-Hans', '海关热线12360'],
  ] as const)('says so in %s, with whom to ask, and never since when it is in force', (locale, whom) => {
    const { text, inForce, citations } = told({ locale }, changes)
    expect(text).toContain(translate(locale, 'reply.unsettled', { whom }))
    expect(inForce).toBeUndefined()
    const line = translate(locale, 'reply.in-force', { on: '#', from: '#' }).split('#')
    for (const part of line) if (part.trim().length > 4) expect(text).not.toContain(part)
    expect(citations).not.toEqual([])
  })
})

test('a document of which somebody is not sure is marked as such', () => {
  const { text } = told(
    {},
    { 'documents/all.yaml': put('  amends: [notice-2016]', '  amends: [notice-2016]\n  confidence: uncertain') },
  )
  expect(text).toContain(translate('en', 'citation.uncertain').trim())
})
