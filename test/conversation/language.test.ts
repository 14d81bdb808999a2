import { describe, expect, test } from 'vitest'
import { languageOf, replyLocale } from '../../src/conversation/language.ts'
import { createTraditional } from '../../src/knowledge/traditional.ts'
import { shipped } from '../content/shipped.ts'

describe('the language of a text', () => {
  test.each([
    ['今年还能买多少', 'zh-Hans'],
    ['我想买日本药', 'zh-Hans'],
    ['税', 'zh-Hans'],
    ['CBEC 额度', 'zh-Hans'],
    ['退货 refund', 'zh-Hans'],
    ['Tmall Global 买奶粉', 'zh-Hans'],
    ['goodsValue和discount怎么填', 'zh-Hans'],
    ['iPhone可以买吗', 'zh-Hans'],
    ['今年還能買多少', 'zh-Hant'],
    ['稅率', 'zh-Hant'],
    ['iPhone 17 Pro Max 可以買嗎', 'zh-Hant'],
    ['呢個額度點計', 'zh-Hant'],
    ['唔該', 'zh-Hant'],
    ['係咪可以', 'zh-Hant'],
    ['限制', 'zh'],
    ['今天', 'zh'],
    ['How much may I still buy this year?', 'en'],
    ['ok', 'en'],
    ['CBEC', 'en'],
    ['naïve café', 'en'],
    ['what is 行邮税', 'en'],
    ['Can I buy 奶粉 for my friend', 'en'],
    ['how does 跨境电商综合税 work', 'en'],
    ['Сколько можно купить', 'other'],
    ['いくらまで買えますか', 'other'],
    ['買い物の限度額はいくらですか', 'other'],
    ['얼마나 살 수 있나요', 'other'],
    ['كم يمكنني أن أشتري', 'other'],
    ['ซื้อได้เท่าไหร่', 'other'],
    ['Привет, что такое CBEC', 'other'],
    ['🙂', undefined],
    ['9610?', undefined],
    ['', undefined],
  ])('%s: %s', (text, language) => {
    expect(languageOf(text)).toBe(language)
  })

  test('is right for nearly every question of the shipped entries, in all three scripts', () => {
    const { entries, traditional } = shipped()
    const convert = createTraditional(traditional)
    const texts = [...entries.values()].map(({ texts }) => texts)
    const simplified = texts
      .flatMap((one) => one['zh-Hans'].questions)
      .filter((text) => /\p{Script=Han}/u.test(text) && languageOf(text) !== 'zh-Hant')
    const english = texts.flatMap(({ en }) => en.questions)
    const right = (list: string[], ...languages: unknown[]) =>
      list.filter((text) => languages.includes(languageOf(text))).length / list.length
    expect(right(english, 'en')).toBeGreaterThan(0.999)
    expect(right(simplified, 'zh-Hans', 'zh')).toBeGreaterThan(0.999)
    expect(right(simplified.map(convert), 'zh-Hant', 'zh')).toBeGreaterThan(0.999)
  })
})

describe('the language of the reply', () => {
  test.each([
    ['今年还能买多少', {}, 'zh-Hans', true],
    ['今年還能買多少', {}, 'zh-Hant', true],
    ['how much', {}, 'en', true],
    // An explicit wish wins; the script of the question wins over what was spoken before.
    ['how much', { wish: 'zh-Hant' }, 'zh-Hant', true],
    ['今年还能买多少', { hint: 'en' }, 'zh-Hans', true],
    ['how much', { hint: 'zh-Hans' }, 'en', true],
    // Where both scripts write alike, whoever wrote traditional before goes on reading it.
    ['限制', {}, 'zh-Hans', true],
    ['限制', { hint: 'zh-Hant' }, 'zh-Hant', true],
    ['限制', { hint: 'en' }, 'zh-Hans', true],
    // No letters, or letters that nobody here reads: as before, or simplified Chinese.
    ['9610', { hint: 'en' }, 'en', true],
    ['9610', {}, 'zh-Hans', true],
    // An amount is written alike everywhere.
    ['50ml', { hint: 'zh-Hans' }, 'zh-Hans', true],
    ['30 ml, 300 RMB', { hint: 'zh-Hant' }, 'zh-Hant', true],
    ['300 RMB for 30ml', { hint: 'zh-Hans' }, 'en', true],
    ['Сколько', { hint: 'en' }, 'en', false],
    ['いくらまで', {}, 'zh-Hans', false],
    ['Сколько', { wish: 'en' }, 'en', false],
  ] as const)('to %s with %o is %s', (text, given, locale, readable) => {
    expect(replyLocale(text, given)).toEqual({ locale, readable })
  })
})
