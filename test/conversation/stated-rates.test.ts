import { describe, expect, test } from 'vitest'
import { opening, talking } from './talking.ts'

/** The first sentence of the reply to a question asked alone. */
const told = async (question: string) => opening(await talking()(question))

describe('rates that the asker states', () => {
  test.each([
    ['one piece of beauty device, 8,400 CNY with delivery, duty 5%, VAT 13%, no CT. full tax?', '1,566.60'],
    ['a watch, 6,200 yuan delivered, MFN tariff say 11%. CBEC total tax?', '1,576.66'],
    ['单价7200 一件 关税6%、增值税13%、消费税15%，全额税一共多少', '2,946.07'],
    ['一件 6600，关税 4 增值 13，不含消费税，要交多少', '1,156.32'],
    ['price 800, shipping 60, insurance 40; VAT 13%, CT 20%, CBEC. total tax?', '259.88'],
    ['以 CIF 3 萬蚊 關稅 6% 增值稅 13% 計，一般貿易要交幾多稅', '5,934.00'],
    ['CIF 200, duty 14%, CT 10%, VAT 13%', '86.26'],
    ['a single item at 6,000 with tariff 10%, what is the full tax in CBEC?', '1,458.00'],
  ])('“%s” comes to %s', async (question, tax) => {
    expect(await told(question)).toContain(tax)
  })

  test('are said to be the asker’s own', async () => {
    expect((await talking()('单价7200 一件 关税6%、增值税13%、消费税15%，全额税一共多少')).text).toContain('您给的')
    expect((await talking()('shoes 300 yuan, cbec tax')).text).not.toContain('you gave')
  })

  test('a tariff that is not due within the limits is not levied, and said', async () => {
    const { text } = await talking()('关税15%的商品 3800元 跨境买 交多少税')
    expect(text).toContain('345.80')
    expect(text).toContain('关税率用不上')
  })

  test.each([
    ['parcel worth 900 yuan at 20%, how much tax', '180.00'],
    ['包裹800块13%，税', '104.00'],
    ['A 40,000 yen camera at 4.8 per 100 yen by parcel, tax?', '249.60'],
    ['Price with tax included is 200 yuan, consumption tax 15%, VAT 13%. What is the pre-tax price?', '162.5'],
  ])('“%s” comes to %s', async (question, tax) => {
    expect(await told(question)).toContain(tax)
  })
})

describe('several goods', () => {
  test.each([
    ['taxed alike, under one price', '两瓶维生素和一罐蛋白粉共460元 直邮包裹 税多少', '59.80'],
    [
      'under one price in English',
      'Parcel with two bottles of vitamins and one fish oil, receipt total 410 yuan. Tax?',
      '53.30',
    ],
    ['at or below the exemption', '零食和玩具一共380 寄回来交税吗 交多少', '49.40'],
    ['as an order', '一双鞋和一个包一共900 跨境税多少', '81.90'],
    [
      'with a content before the second',
      'a 30ml toner at 200 and a 50ml serum at 450 via cross-border, total tax?',
      '59.15',
    ],
    ['a number of pieces at a price', 'shoes 200 and 2 bags at 320 via cross-border, tax?', '76.44'],
    ['a cut of one of them', '衣服600打8折，再加一双鞋500，跨境税', '89.18'],
    ['a cut of all', '衣服600、鞋500，全场8折，跨境税', '80.08'],
    ['a share off by voucher lowers nothing', '衣服600、鞋500，用8折券，跨境税', '100.10'],
  ])('%s', async (_, question, tax) => {
    expect(await told(question)).toContain(tax)
  })

  test('taxed differently, under one price: between which sums, and the prices are asked for', async () => {
    const reply = await talking()('奶粉和衣服一共900 包裹 税多少')
    expect(reply.outcome).toBe('asked')
    expect(reply.text).toContain('117.00 到 180.00')
  })
})
