import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnswerTo } from '../../../src/conversation/slots/read-answer.ts'
import { readFollowUp } from '../../../src/conversation/slots/read-follow-up.ts'
import { readSlots } from '../../../src/conversation/slots/read-slots.ts'
import { options } from './small-goods.ts'

const LENGTH = 2000
const filled = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH)

/** What makes careless patterns go back and forth: long runs of what they repeat, and of what they begin with. */
const PIECES = [
  '1',
  '1 ',
  '1,',
  '1.',
  '1,000',
  '1.1.',
  '12 34 ',
  '一',
  '一万',
  '万',
  '百',
  '1万',
  '一百',
  '两',
  '1块',
  '1块1',
  '块',
  '¥',
  '¥1',
  '$1 ',
  ' ',
  '  a',
  'a',
  'a a ',
  'is ',
  'of is at ',
  '是要有',
  '运费',
  '运费是',
  '运费 ',
  '运费1',
  '1运费',
  '券',
  '优惠券 是 ',
  '红包1',
  '满1',
  '满1减',
  '满1减1',
  '%',
  '1%',
  '1% ',
  '关税',
  '关税1%',
  'tariff ',
  'tariff 1% ',
  '1ml',
  '1ml*',
  '1*1*',
  '1ml*1',
  'x1',
  'x 1 x ',
  '1x',
  '个',
  '一个',
  '1个',
  '1瓶',
  '两瓶 ',
  '每瓶1',
  '和1',
  '包',
  '包1',
  '包和',
  '面霜1',
  '1面霜',
  '面霜和',
  'cream and ',
  'a cream ',
  'two two ',
  '1 big ',
  'one ',
  'a ',
  '今年',
  '今年用了',
  '今年用了1',
  '已用1',
  'already ',
  'spent ',
  'i have spent ',
  'this year ',
  '1 left ',
  '剩1',
  '额度1',
  '超过1',
  '1以下',
  '的',
  '1月1日',
  '1月',
  '1号',
  '2026-',
  '2026-01-01',
  '1/1/',
  'may 1 ',
  '周一',
  '上周',
  '1天前',
  'days ago ',
  '放行',
  '1月1日放行',
  '33049900',
  '3304.99.',
  'hs 3304 ',
  'hs 3304,',
  '税号',
  '3304 和 ',
  '从',
  '从日本',
  '带',
  '从香港带',
  'bring ',
  'bring a b c d ',
  'mail ',
  '1390000',
  '+1 ',
  '\u0000',
  '\uE000',
  '😀',
  '１',
  '汇率1',
  '1=1',
  'at 1 ',
  '100日元',
  'hundred ',
  'one hundred ',
  'twenty-',
  '壹',
  '壹贰',
  '二〇二六年',
  '1折',
  '八折',
  '还是1',
  '1/1',
  '1或1',
  '不是1',
  '18k金',
  '2w6',
  '1-2',
  '1到2',
]

describe(`${LENGTH} characters of anything`, () => {
  // A pattern that goes back and forth would not come to an end within the runner's own limit.
  test.each(PIECES)('of %j are read', (piece) => {
    for (const text of [filled(piece), `面霜480${filled(piece)}`, `${filled(piece)}!`]) {
      const reading = readSlots(text, options)
      expect(reading.items.length).toBeLessThan(50)
      readFollowUp(text, reading, options)
      readAnswerTo('price', text, options)
    }
  })

  test('mixed from pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 50, maxLength: 400 }), (pieces) => {
        readSlots(pieces.join('').slice(0, LENGTH), options)
      }),
      { numRuns: 60 },
    )
  })
})

test('whatever is written, what is read is sound', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(text, (message) => {
      const { items, hsCodes, ...slots } = readSlots(message, options)
      for (const { total, each, pieces, content } of items) {
        for (const price of [total, each]) expect(price === undefined || price.gt('0')).toBe(true)
        expect(pieces === undefined || (Number.isSafeInteger(pieces) && pieces > 0)).toBe(true)
        expect(content === undefined || content.amount.gt('0')).toBe(true)
      }
      for (const rate of [slots.tariffRate, slots.vatRate, slots.consumptionTaxRate])
        expect(rate === undefined || (rate.gte('0') && rate.lt('10'))).toBe(true)
      for (const code of hsCodes) expect(code).toMatch(/^\d{4}(?:\d\d){0,3}$/)
      expect(slots.date === undefined || !Number.isNaN(Date.parse(slots.date))).toBe(true)
      expect(slots.regime === undefined || slots.regimes === undefined).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('numbers without end are left alone', () => {
  expect(readSlots(`面霜${'9'.repeat(1900)}万`, options)).toEqual({ items: [{ good: 'cream' }], hsCodes: [] })
})

test('characters that stand for something else inside are harmless', () => {
  expect(readSlots('\uE000\uE200\uE600\uEA00\uEC00\uF8FF 面霜480\uE001', options).items).toHaveLength(1)
})

test('only the beginning of an endless text is read', () => {
  expect(readSlots(`${' '.repeat(5000)}面霜480`, options).items).toEqual([])
})
