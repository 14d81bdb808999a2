import { describe, expect, test } from 'vitest'
import { findAnswer } from '../../src/conversation/find-answer.ts'
import { phraseRates } from '../../src/conversation/phrase-rates.ts'
import { understand } from '../../src/conversation/understanding.ts'
import type { Answer } from '../../src/core/answer.ts'
import { keptIndex } from '../../src/kept-index.ts'
import { WEIGHTS } from '../../src/search/weights.ts'
import { shipped, TODAY } from '../content/shipped.ts'
import { translate } from '../content/shipped-wording.ts'

const knowledge = shipped()
const understanding = understand(knowledge, keptIndex())
const ask = (text: string): Answer => findAnswer({ text, on: TODAY, today: TODAY }, understanding, WEIGHTS).answer

const ratesIn = (text: string, locale: 'zh-Hans' | 'en' = 'zh-Hans'): string => {
  const answer = ask(text)
  if (!('rates' in answer) || !answer.rates) return answer.outcome
  return phraseRates(answer.rates, { knowledge, on: TODAY, locale, translate }).text
}

describe('a question for the rate on goods, without a price', () => {
  test.each([
    ['口红税率多少', /每毫升（克）10元[^\n]*23\.06%[^\n]*9\.1%/],
    ['护发素税率', /综合税率是 9\.1%/],
    ['跑鞋走邮包几个点', /20%/],
    ['鱼油几个点', /9\.1%.*13%/su],
  ])('is told it: %s', (text, rate) => {
    expect(ratesIn(text)).toMatch(rate)
  })

  test('is told the entry of its kind where that surely says it all', () => {
    expect(ask('威士忌关税')).toMatchObject({ outcome: 'answered', entry: 'spirits-rate' })
  })

  test('is told it in English', () => {
    expect(ratesIn('lipstick tax rate cbec', 'en')).toMatch(/23\.06%; below that it is 9\.1%/)
  })

  test('names no rate of import for a rate of refunds', () => {
    expect(ask('电池出口退税率')).not.toHaveProperty('rates')
  })
})

test('a question for the amount is asked for the price, and told the rate meanwhile', () => {
  expect(ask('口红要交多少税')).toMatchObject({ outcome: 'asked', missing: 'price', rates: { good: 'lipstick' } })
})
