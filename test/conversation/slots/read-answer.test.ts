import { describe, expect, test } from 'vitest'
import { readAnswerTo, type Wanted } from '../../../src/conversation/slots/read-answer.ts'
import { shown } from './shown.ts'
import { options } from './small-goods.ts'

/** What was asked for, and answers with what they say. */
const ANSWERS: { [Field in Wanted]?: [answer: string, says: string][] } = {
  price: [
    ['480', '=480'],
    ['480块', '=480'],
    ['¥480', '=480'],
    ['四百八', '=480'],
    ['大概480左右', '=480'],
    ['五块', '=5'],
    ['2025', '=2025'],
    ['1,299.5', '=1299.5'],
    ['480包邮 50ml', '50ml =480 | freight 0'],
    ['两瓶一共480', '2x =480'],
    ['480 each', '@480'],
    ['about 480 yuan', '=480'],
    ['two thousand', '=2000'],
    ['$80', 'foreign 80 USD'],
    ['3万日元', 'foreign 30000 JPY'],
  ],
  content: [
    ['50ml', '50ml'],
    ['50毫升', '50ml'],
    ['30克的', '30g'],
    ['10片', '10sheet'],
    ['一斤', '500g'],
    ['50ml*2', '2x 50ml'],
    ['1.7 fl oz', '50.27495ml'],
    ["it's 50 ml", '50ml'],
  ],
  pieces: [
    ['1', '1x'],
    ['一件', '1x'],
    ['就一个', '1x'],
    ['只有一件', '1x'],
    ['just one', '1x'],
    ['one piece', '1x'],
    ['2', '2x'],
    ['two', '2x'],
    ['两个', '2x'],
    ['俩', '2x'],
    ['a pair', '2x'],
    ['一共三件', '3x'],
    ['好几件', 'several true'],
    ['several', 'several true'],
  ],
  tariffRate: [
    ['6%', 'tariffRate 0.06'],
    ['6', 'tariffRate 0.06'],
    ['6.5', 'tariffRate 0.065'],
    ['0.06', 'tariffRate 0.06'],
    ['六个点', 'tariffRate 0.06'],
    ['百分之六', 'tariffRate 0.06'],
    ['关税6%', 'tariffRate 0.06'],
    ['6 percent', 'tariffRate 0.06'],
    ["it's 6%", 'tariffRate 0.06'],
    ['零', 'tariffRate 0'],
    ['0', 'tariffRate 0'],
    ['none', 'tariffRate 0'],
  ],
  vatRate: [
    ['13', 'vatRate 0.13'],
    ['9%', 'vatRate 0.09'],
    ['增值税13%', 'vatRate 0.13'],
  ],
  spentThisYear: [
    ['两万', 'spentThisYear 20000'],
    ['20k', 'spentThisYear 20000'],
    ['用了18000', 'spentThisYear 18000'],
    ['18,000.50元', 'spentThisYear 18000.5'],
    ['没用过', 'spentThisYear 0'],
    ['还没用', 'spentThisYear 0'],
    ['0', 'spentThisYear 0'],
    ['none', 'spentThisYear 0'],
    ['not yet', 'spentThisYear 0'],
    ['nothing', 'spentThisYear 0'],
    ['还剩3000', 'leftThisYear 3000'],
    ['3000 left', 'leftThisYear 3000'],
  ],
  freight: [
    ['包邮', 'freight 0'],
    ['没有', 'freight 0'],
    ['免', 'freight 0'],
    ['free', 'freight 0'],
    ['18', 'freight 18'],
    ['运费18块', 'freight 18'],
    ['30 yuan', 'freight 30'],
  ],
  exchangeRate: [
    ['7.1', 'exchangeRate 7.1'],
    ['汇率7.12', 'exchangeRate 7.12'],
    ['at 7.2', 'exchangeRate 7.2'],
    ['1美元=7.1元', 'exchangeRate 7.1'],
  ],
  regime: [
    ['跨境', 'regime cbec'],
    ['邮寄', 'regime parcel'],
    ['行李', 'regime luggage'],
    ['mailed', 'regime parcel'],
    ['bonded warehouse', 'regime cbec'],
  ],
  from: [
    ['香港', 'from hk-macao'],
    ['澳门', 'from hk-macao'],
    ['Hong Kong', 'from hk-macao'],
    ['日本', 'from elsewhere'],
    ['from Japan', 'from elsewhere'],
    ['其他地方', 'from elsewhere'],
    ['elsewhere', 'from elsewhere'],
  ],
  resident: [
    ['是', 'resident true'],
    ['是的', 'resident true'],
    ['yes', 'resident true'],
    ['中国公民', 'resident true'],
    ['不是', 'resident false'],
    ['no', 'resident false'],
    ['外国人', 'resident false'],
  ],
  taxIncluded: [
    ['包税', 'taxIncluded true'],
    ['yes', 'taxIncluded true'],
    ['不含', 'taxIncluded false'],
  ],
  date: [
    ['11月3日', 'date 2026-11-03'],
    ['昨天', 'date 2026-11-22'],
    ['yesterday', 'date 2026-11-22'],
    ['3 Nov', 'date 2026-11-03'],
    ['today', 'date 2026-11-23'],
  ],
  good: [
    ['红酒', 'wine'],
    ['a handbag', '1x bag'],
  ],
  hsCodes: [
    ['8517.13', 'hs 851713'],
    ['33049900', 'hs 33049900'],
    ['3304', 'hs 3304'],
  ],
}

describe.each(Object.entries(ANSWERS))('asked for %s', (wanted, answers) => {
  test.each(answers)('%s says %s', (answer, says) => {
    const read = readAnswerTo(wanted as Wanted, answer, options)
    expect(read && shown(read)).toBe(says)
  })
})

/** Messages that do not answer. */
const NO_ANSWERS: [Wanted, string][] = [
  ['price', '不知道'],
  ['price', 'what do you mean?'],
  ['price', '跨境限额多少'],
  ['price', '好的'],
  ['content', '50'],
  ['content', '不清楚'],
  ['tariffRate', 'how do i know?'],
  ['tariffRate', '怎么查'],
  ['tariffRate', '500'],
  ['spentThisYear', '买个3000的包呢'],
  ['spentThisYear', '怎么查'],
  ['exchangeRate', '720'],
  ['pieces', '为什么问这个'],
  ['from', '为什么问这个？'],
  ['resident', '什么算居民'],
  ['regime', '都可以'],
  ['date', '忘了'],
  ['good', '480'],
  ['hsCodes', '不知道'],
]

test.each(NO_ANSWERS)('asked for %s, "%s" is no answer', (wanted, text) =>
  expect(readAnswerTo(wanted, text, options)).toBeUndefined(),
)

test('a yen rate is quoted for a hundred', () => {
  const read = readAnswerTo('exchangeRate', '4.8', { ...options, currency: 'JPY' })
  expect(read && shown(read)).toBe('exchangeRate 0.048')
})
