import { describe, expect, test } from 'vitest'
import { fill, Unfillable } from '../../src/conversation/fill.ts'
import type { Locale } from '../../src/core/locale.ts'
import { translate } from '../content/shipped-wording.ts'
import { smallKnowledge, TODAY } from '../knowledge/small-knowledge.ts'

const knowledge = smallKnowledge()
const filled = (text: string, on = TODAY, locale: Locale = 'en') => fill(text, { knowledge, on, locale, translate })

describe('a text with its figures', () => {
  test.each([
    ['{{ annual-limit }}', TODAY, 'en', '26,000 yuan'],
    ['{{ annual-limit }}', '2018-12-31', 'en', '20,000 yuan'],
    ['{{ annual-limit }}', '2019-01-01', 'zh-Hans', '26,000元'],
    ['{{annual-limit}}', TODAY, 'zh-Hans', '26,000元'],
    ['{{ annual-limit @2018-12-31 }}', TODAY, 'en', '20,000 yuan'],
    ['{{ annual-limit number }}', TODAY, 'en', '26,000'],
    ['{{ annual-limit since }}', TODAY, 'en', '1 January 2019'],
    ['{{ annual-limit since }}', '2018-06-01', 'zh-Hans', '2016年4月8日'],
    ['{{ annual-limit @2018-12-31 until }}', TODAY, 'en', '31 December 2018'],
    ['{{ composite-rate }}', TODAY, 'en', '9.1%'],
    ['{{ composite-rate }}', '2018-12-31', 'en', '11.9%'],
    ['{{ doc notice-2018 }}', TODAY, 'en', 'Cai Guan Shui [2018] No. 49'],
    ['{{ doc notice-2018 }}', TODAY, 'zh-Hant', '财关税〔2018〕49号'],
    ['{{ doc notice-2018 since }}', TODAY, 'en', '1 January 2019'],
    ['{{ date 2025-12-18 }}', TODAY, 'zh-Hans', '2025年12月18日'],
    ['no braces, { one }, 5 < 6', TODAY, 'en', 'no braces, { one }, 5 < 6'],
    ['from {{ annual-limit @2018-12-31 }} to {{ annual-limit }}', TODAY, 'en', 'from 20,000 yuan to 26,000 yuan'],
  ] as const)('%s on %s in %s: %s', (text, on, locale, expected) => {
    expect(filled(text, on, locale)).toBe(expected)
  })

  test.each([
    ['{{ annual-limit }}', '2016-04-07'],
    ['{{ nobody }}', TODAY],
    ['{{ doc nobody }}', TODAY],
    ['{{ annual-limit until }}', TODAY],
    ['{{ Oops }}', TODAY],
  ])('%s on %s cannot be filled, which is a bug and no blank', (text, on) => {
    expect(() => filled(text, on)).toThrow(Unfillable)
  })
})
