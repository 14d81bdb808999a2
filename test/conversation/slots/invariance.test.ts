import fc from 'fast-check'
import { Converter } from 'opencc-js'
import { describe, expect, test } from 'vitest'
import { readMoney } from '../../../src/conversation/slots/money.ts'
import { readSlots } from '../../../src/conversation/slots/read-slots.ts'
import { shown } from './shown.ts'
import { options } from './small-goods.ts'

const read = (text: string) => shown(readSlots(text, options))

const DIGITS = [...'零一二三四五六七八九']

/** A whole number below a hundred million in Chinese, written out: 23056 is 二万三千零五十六. */
function inChinese(number: number): string {
  if (number >= 10_000) {
    const rest = number % 10_000
    const gap = rest > 0 && rest < 1000 ? '零' : ''
    return `${inChinese(Math.floor(number / 10_000))}万${gap}${rest > 0 ? inChinese(rest) : ''}`
  }
  let text = ''
  let gap = false
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / unit) % 10
    if (digit === 0) gap ||= text !== ''
    else {
      text += `${gap ? '零' : ''}${DIGITS[digit]}${name}`
      gap = false
    }
  }
  return text
}

const grouped = (number: number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
const colloquial = (text: string) => text.replace(/二(?=[万千百])/g, '两')
const financial = (text: string) =>
  [...text].map((sign) => '零壹贰叁肆伍陆柒捌玖拾佰仟万'['零一二三四五六七八九十百千万'.indexOf(sign)] ?? sign).join('')

/** Every way of writing a number that says all its digits. */
const forms = (number: number): string[] => [
  String(number),
  grouped(number),
  fullWidth(String(number)),
  fullWidth(grouped(number)),
  inChinese(number),
  colloquial(inChinese(number)),
  financial(inChinese(number)),
  ...(number >= 10_000 ? [`${number / 10_000}万`, `${number / 10_000}w`, `${number / 10_000}萬`] : []),
  ...(number >= 1000 ? [`${number / 1000}k`, `${number / 1000}千`] : []),
]

describe('one number, however it is written', () => {
  test.each([
    '26000',
    '26,000',
    '2.6万',
    '2.6萬',
    '两万六',
    '兩萬六',
    '2万6',
    '二万六千',
    '26k',
    '26K',
    '２６０００',
    '2.6w',
    '2w6',
  ])('%s is 26000', (form) => expect(readMoney(`${form}元`).map(({ amount }) => amount.toFixed())).toEqual(['26000']))

  test.each([
    ['5k8', '5800'],
    ['5K8', '5800'],
    ['1w五', '15000'],
    ['萬八', '18000'],
    ['5 萬', '50000'],
    ['2 千', '2000'],
  ])('%s is %s', (form, amount) =>
    expect(readMoney(`${form}蚊`).map((read) => read.amount.toFixed())).toEqual([amount]),
  )

  test('any whole amount of yuan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 9_999_999 }), (number) => {
        for (const form of forms(number))
          expect(readMoney(`${form}元`).map(({ amount, currency }) => `${amount.toFixed()} ${currency}`)).toEqual([
            `${number} CNY`,
          ])
      }),
      { numRuns: 300 },
    )
  })

  test('any amount with fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_99 }), (fen) => {
        const text = (fen / 100).toFixed(2)
        const [money] = readMoney(`¥${text}`)
        expect(money?.amount.toFixed(2)).toBe(text)
      }),
    )
  })

  test('any price in a message', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 25_999 }), fc.constantFrom(...MESSAGES), (number, message) => {
        const expected = read(message.replace('%', `${number}元`))
        expect(expected).toContain(String(number))
        for (const form of forms(number)) expect(read(message.replace('%', `${form}元`))).toBe(expected)
      }),
      { numRuns: 200 },
    )
  })
})

const MESSAGES = [
  '面霜50ml % 包邮',
  '单件%的手表 关税11%',
  '今年已经用了%，还能买3000的包吗',
  '奶粉6罐一共% 运费20',
  '邮寄的衣服值% 要交多少税',
]

/** Fragments that may stand in any order, and what they say together. */
const FRAGMENTS: [parts: string[], reading: string][] = [
  [['面霜', '50ml', '480元', '包邮', '跨境'], 'cream 50ml =480 | freight 0 | regime cbec'],
  [['红酒', '两瓶', '750ml', '一共600', '运费20', '保税仓'], '2x wine 750ml =600 | freight 20 | regime cbec'],
  [
    ['包', '6500元', '关税6%', '增值税13%', '已用3000'],
    'bag =6500 | spentThisYear 3000 | tariffRate 0.06 | vatRate 0.13',
  ],
  [['lipstick', '3.5g', '280 yuan', 'free shipping', 'via cbec'], 'lipstick 3.5g =280 | freight 0 | regime cbec'],
  [
    ['watch', '6,800 rmb', 'tariff 11%', 'vat 13%', 'postage 30'],
    'watch =6800 | freight 30 | tariffRate 0.11 | vatRate 0.13',
  ],
]

test.each(FRAGMENTS)('%s in any order', (parts, reading) => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(parts, { minLength: parts.length }),
      fc.constantFrom('，', ', ', ' ，'),
      (order, mark) => {
        expect(read(order.join(mark))).toBe(reading)
      },
    ),
  )
})

describe('traditional and simplified, upper and lower case', () => {
  const toTraditional = Converter({ from: 'cn', to: 'hk' })
  const toTaiwan = Converter({ from: 'cn', to: 'twp' })
  test.each([
    '面霜50ml卖480包邮 跨境税多少',
    '两瓶红酒一共600 运费20 保税仓',
    '单件5200元的吸尘器，关税7%，增值税13%',
    '额度已经用了两万四千五百块 还剩多少',
    '从香港带了个手表回来 值一万两千元',
    '维生素420 毛绒玩具269 优惠券抵扣30',
    '邮寄的奶粉三罐 每罐两百三 个人包裹',
    '上周五放行的衣服 原价600 折后450',
    '3万日元的香水 汇率4.8',
    '税号33049900 满300减40 面霜500',
  ])('%s', (text) => {
    expect(read(toTraditional(text))).toBe(read(text))
    expect(read(toTaiwan(text))).toBe(read(text))
    expect(read(text.toUpperCase())).toBe(read(text))
    expect(read(fullWidth(text))).toBe(read(text))
  })
})
