import { describe, expect, test } from 'vitest'
import { opening, talking } from './talking.ts'

/** The first sentence of the reply to a question asked alone. */
const told = async (question: string) => opening(await talking()(question))

describe('what is left of the year, told in several amounts', () => {
  test.each([
    ['In cross-border shops I spent 7,300 in April and 2,118.40 in August this year. What remains?', '16,581.60'],
    ['今年海淘了四回：两千三百五，3180，799.9，还有一回1266 额度还有多少', '18,404.10'],
    ['年內買咗三次，分別係4千5、2800同九百九，仲可以買幾多', '17,710.00'],
    ['twice 1,350 and once 2,700 this year, how much quota remains', '20,600.00'],
    ['bought 4 bags at 900 each and a 3,200 coat this year via cross-border; remaining annual allowance?', '19,200.00'],
    ['今年下了5单，每单620，还能买多少', '22,900.00'],
    ['今年海淘五次，头三次都是1400，后两次都是950，年度额度还剩几多', '19,900.00'],
    ['今年买了1100、2300、3400三单，合计6800，额度还剩多少', '19,200.00'],
    ['out of the 26,000, I used 7,000 in March and 6,500 in June. how much is left', '12,500.00'],
    ['这个月买奶粉花了1800，上个月买面霜花了2600，今年还剩多少跨境额度', '21,600.00'],
  ])('“%s”: %s', async (question, left) => {
    expect(await told(question)).toContain(left)
  })

  test('shows the amounts that it counted', async () => {
    const { text } = await talking()('今年跨境买了4200、3150.5，还剩多少额度')
    expect(text).toContain('4200 + 3150.50 = 7,350.50')
  })
})

describe('what does not count', () => {
  test.each([
    ['last year’s orders', '去年花了1万8，今年花了4200，还剩多少额度', '21,800.00'],
    [
      'last year’s, said after the amount',
      'I spent 15,000 last year and 4,000 this year. What is left of my quota?',
      '22,000.00',
    ],
    ['a year said in digits', '2025年用了两万，2026年用了六千，剩多少额度', '20,000.00'],
    ['somebody else’s', '我老公今年用了2万1，我用了3500，我还剩多少额度', '22,500.00'],
    ['what went back, named by its amount', '今年三单：4300、2900、1800，2900那单退货了，额度还剩多少', '19,900.00'],
    [
      'what went back, named by its place',
      'this year: 4,300, then 2,900, then 1,800; I returned the second one. Quota left?',
      '19,900.00',
    ],
    ['what went back, out of a sum', '今年用掉一万五，后来退了一单两千，额度还剩多少', '13,000.00'],
    ['the tax', '今年买了3100和2400，各交了税282.1和218.4，额度还剩多少', '20,500.00'],
    ['the parts of a sum', '今年一共花了9000，其中奶粉4000，面霜5000，跨境额度还剩多少', '17,000.00'],
  ])('%s', async (_, question, left) => {
    expect(await told(question)).toContain(left)
  })

  test('says on which condition what went back is off', async () => {
    const { text } = await talking()('今年三单：4300、2900、1800，2900那单退货了，额度还剩多少')
    expect(text).toMatch(/30 天内申请退货/)
  })

  test.each([
    '今年买了5笔 每笔不到900 额度还剩多少',
    '我和老公今年一共用了3万，额度还剩多少',
    '今年用了8000，有一单只退款不退货退了500，额度还剩多少',
  ])('no amount is told where it cannot be known: “%s”', async (question) => {
    expect((await talking()(question)).outcome).not.toBe('calculated')
  })
})

describe('orders still to come', () => {
  test.each([
    ["I've placed orders of 4,900, 4,800 and 4,950 this year. Can I still place one of 4,000?", '7,350.00'],
    ['我想买个4200的包，今年已经花了1万9和3千，额度够吗', '不能走跨境电商'],
    ['今年跨境用了22500，想再买两单，一单2800一单1500，够吗', '1 单可以'],
  ])('“%s”: %s', async (question, said) => {
    expect(await told(question)).toContain(said)
  })
})
