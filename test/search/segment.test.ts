import { Converter } from 'opencc-js'
import { describe, expect, test } from 'vitest'
import { createSegmenter } from '../../src/search/segment.ts'
import { canonicalWords } from '../../src/search/synonyms.ts'
import { shipped } from '../content/shipped.ts'

const plain = createSegmenter(['年度限值', '正面清单'], (folded) => folded)

describe('a text cut into terms', () => {
  test.each([
    ['我想问一下年度限值是多少呢', ['年度', '限值', '年度限值']],
    ['正面清单呢', ['正面', '清单', '正面清单']],
    ['the limits of parcels', ['limit', 'parcel']],
    ['returning, returned, returns', ['return', 'return', 'return']],
    ["the customs' allowance isn't much", ['custom', 'allow', 'isnt']],
    ['海关编码 34.01 和 9610', ['海关', '编码', '34.01', '9610']],
    ['iPhone 17 Pro', ['iphon', '17', 'pro']],
    ['？！，。 …', []],
    ['你好 谢谢 please', []],
    ['', []],
  ])('%s', (text, terms) => {
    expect(plain(text)).toEqual(terms)
  })

  test('never cuts the words of its dictionary apart without keeping them whole as well', () => {
    const taught = createSegmenter(['掌上海关小程序', '风险告知书'], (folded) => folded)
    expect(taught('打开掌上海关小程序')).toContain('掌上海关小程序')
    expect(taught('風險告知書要簽嗎')).toContain('风险告知书')
  })

  test('leaves out words that carry no subject', () => {
    for (const word of ['的', '请问', 'the', 'please', '我想问一下', 'could you tell me'])
      expect(plain(word), word).toEqual([])
    for (const word of ['额度', 'limit', '退货', '不交税']) expect(plain(word), word).not.toEqual([])
  })
})

describe('the shipped entries', () => {
  const { entries, synonyms, topics } = shipped()
  const dictionary = [...Object.keys(synonyms.zh), ...[...topics.values()].map(({ name }) => name['zh-Hans'])]
  const segment = createSegmenter(dictionary, canonicalWords(synonyms))
  const questions = [...entries.values()].flatMap(({ texts }) => texts['zh-Hans'].questions)

  test.each([
    ['Taiwan', Converter({ from: 'cn', to: 'tw' })],
    ['Hong Kong', Converter({ from: 'cn', to: 'hk' })],
  ])('are asked with the same terms in the characters of %s', (_, convert) => {
    const apart = questions.filter((question) => segment(convert(question)).join() !== segment(question).join())
    expect(apart).toEqual([])
  })

  test('have terms in every question, English ones included', () => {
    for (const { texts } of entries.values())
      for (const question of [...texts['zh-Hans'].questions, ...texts.en.questions])
        expect(segment(question), question).not.toEqual([])
  })
})
