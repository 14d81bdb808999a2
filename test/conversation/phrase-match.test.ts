import { describe, expect, test } from 'vitest'
import { readPhrase, readPhrases } from '../../src/conversation/phrase-match.ts'
import { fold } from '../../src/search/fold.ts'

const holds = (phrase: string, text: string) => readPhrase(phrase)(fold(text))

describe('a phrase', () => {
  test.each([
    ['包裹 在哪', '我的包裹到底在哪里啊', true],
    ['包裹 在哪', '在哪查包裹', true],
    ['包裹 在哪', '我的包裹', false],
    ['包裹|快递 在哪|到哪', '快递到哪了', true],
    ['包裹|快递 在哪|到哪', '快递公司电话', false],
    ['包裹 !限额', '包裹在哪', true],
    ['包裹 !限额', '包裹限额在哪查', false],
    ['包裹 !限额|税', '包裹要交税吗', false],
    ['where parcel', 'Where is my parcel?', true],
    ['where parcel', 'where are the parcels', true],
    ['parcel where', 'Where is my parcel?', true],
    ['parcel', 'parcelforce', false],
    ['split order', 'can I split my orders', true],
    ['refund', 'refunded refunding refunds', true],
    ['refund', 'nonrefund', false],
    ['my_mum|my_mother quota', "can I use my mum's quota", true],
    ['my_mum quota', 'my dear mum has a quota', false],
    ['50 免税', '50块以下免税', true],
    ['50', '一年500块', false],
    ['9610', '9610出口', true],
    ['9610', '19610', false],
    ['c++', 'c++', true],
    ['a.b', 'axb', false],
    ['五千', '一单5000块', true],
    ['額度', '额度用完', true],
    ['代購', '找代购', true],
    ['ＣＢＥＣ', 'cbec limit', true],
    ['  包裹   在哪  ', '包裹在哪', true],
  ])('"%s" and %s: %s', (phrase, text, expected) => {
    expect(holds(phrase, text)).toBe(expected)
  })

  test.each(['|', '!限额', '!限额 !税', '刷单|'])('"%s" does not match everything', (phrase) => {
    expect(holds(phrase, '一年能买多少')).toBe(false)
  })

  test('with an alternative left empty still matches the others', () => {
    expect(holds('刷单|', '帮人刷单')).toBe(true)
  })
})

test('the phrases of both languages are read', () => {
  const matches = readPhrases({ 'zh-Hans': ['包裹 在哪'], en: ['where parcel'] })
  expect(matches.map((one) => one(fold('where is my parcel')))).toEqual([false, true])
})

describe('a meaning in a phrase', () => {
  const meanings = {
    'seeks-a-way': { 'zh-Hans': ['怎么(?!罚)'], en: ['how to'] },
    lowers: { 'zh-Hans': ['价格~写低'], en: ['declare~less'] },
  }
  const means = (phrase: string, text: string) => readPhrase(phrase, meanings)(fold(text))

  test.each([
    ['@seeks-a-way @lowers', '價格怎麼寫低', true],
    ['@seeks-a-way @lowers', '价格怎么才能写低一点', true],
    ['@seeks-a-way @lowers', '价格写低了怎么罚', false],
    ['@seeks-a-way @lowers', '价格是多少。写低怎么办', false],
    ['@seeks-a-way @lowers', 'how to declare a bit less', true],
    ['@seeks-a-way @lowers', 'how to declare. I want less', false],
    ['税 !@lowers', '税怎么算', true],
    ['税 !@lowers', '税，价格写低', false],
    ['@unheard-of', '什么都行', false],
  ])('"%s" and %s: %s', (phrase, text, expected) => {
    expect(means(phrase, text)).toBe(expected)
  })
})
