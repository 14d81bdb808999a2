import { describe, expect, test } from 'vitest'
import { opening, talking } from './talking.ts'

/** The first sentence of the reply to a question asked alone. */
const told = async (question: string) => opening(await talking()(question))

describe('a sum that is asked in passing', () => {
  test.each([
    ['综合税率9.1%是咋算出来的', '增值税 13% × 70%'],
    ['how do they arrive at 6.3 percent', 'VAT of 9% × 70%'],
    ['高档化妆品那个23.06%怎么来的呀', '消费税 15%'],
    ['£90 order to a Manchester customer in the UK, how much VAT at sale', '£18.00'],
    ['在海口免税店今年花了62000 离岛额度还剩多少', '38,000'],
    ['今年海淘买过9公斤大米 还可以买多少', '11 千克'],
    ['一单商品860运费40 税81.9 额度会扣掉多少', '900.00'],
    ['how much of my quota does a 2,000 yuan order use if I pay 300 of it with a coupon', '2,000.00'],
    ['订单报文货值900 运费30 税84.63 平台券抵扣80 实付金额填多少', '934.63'],
  ])('“%s” comes to %s', async (question, sum) => {
    expect(await told(question)).toContain(sum)
  })

  test('rests on documents', async () => {
    const reply = await talking()('报文里 货值900 运费30 税84.63 券抵扣80 实付该填多少')
    expect(reply.citations.length).toBeGreaterThan(0)
  })
})

describe('what a traveller brings', () => {
  test.each([
    ['札幌买了台相机8200 自己用 过关要交税吗 多少', '1,066.00'],
    ['在苏黎世买的表5万2 戴着回来 海关收多少', '26,000.00'],
    ['澳门买的衣服和鞋一共15000 每件都不到两千 回珠海要补多少税', '600.00'],
    ['从澳门返珠海 香烟最多带几条', '200 支'],
    ["I'm British, gifts in my suitcase worth 2,600 yuan altogether, how much is above what is free?", '600.00'],
    ['首尔回来 小东西加起来6200 每件几百 超出部分多少', '1,200.00'],
  ])('“%s”: %s', async (question, amount) => {
    expect(await told(question)).toContain(amount)
  })
})

describe('a price and its goods are enough', () => {
  test.each([
    ['SK2 150ml 1080', '98.28'],
    ['chanel no 5 100ml 1,380 yuan cbec tax', '318.21'],
    ['duplo worth 410 yuan mailed to me in Wuhan, taxed or free?', '53.30'],
    ['两瓶葡萄酒 一共640 要交多少税', '114.49'],
    ['tax included price 545.50, ordinary goods at 9.1, what is the value before tax', '500.00'],
    ['鞋子一千三一双 两双 跨境税多少', '236.60'],
  ])('“%s” comes to %s', async (question, amount) => {
    expect(await told(question)).toContain(amount)
  })

  test('a usual bottle is assumed, and said', async () => {
    const reply = await talking()('威士忌一瓶 680元 跨境要交多少税')
    expect(reply.outcome).toBe('calculated')
    expect(reply.text).toContain('700 毫升')
  })

  test('something else with a price of its own is not left out, nor taken for the first', async () => {
    expect(await told('咖啡机1800 还加了3个滤纸一个50 跨境包邮 税多少')).toContain('177.45')
    expect(await told('相机3000 再加两块电池单价200 海淘税')).toContain('309.40')
  })

  test('costume jewellery has its own rate, not that of gems', async () => {
    expect(await told('合金耳环 跨境税率多少')).toMatch(/9\.1%/)
    expect(await told('合金耳环 跨境税率多少')).not.toContain('17.89')
  })
})

describe('a price is of what it was said of', () => {
  test.each([
    ['一套睡衣238 两套 跨境税多少', '43.32'],
    ['面膜一盒6片 66 买3盒 跨境税', '18.02'],
    ['4998+454税 超5000吗', '没有超过'],
    ['1500的箱子打八折再减60 跨境要交多少税', '103.74'],
    ['buy 3 at 110 get 30 off, socks, cbec tax', '27.30'],
    ['手表 9800 单只 跨境 关税11% 总税多少', '2,492.14'],
  ])('“%s” comes to %s', async (question, amount) => {
    expect((await talking()(question)).text).toContain(amount)
  })

  test('and where it may be of one piece or of all, both are told', async () => {
    const reply = await talking()('香水100ml 860 两瓶 跨境税')
    expect(opening(reply)).toContain('78.26')
    expect(reply.text).toContain('156.52')
  })
})

test('goods that were not named are asked for', async () => {
  expect((await talking()('呢个要交几多税啊')).outcome).toBe('asked')
  expect((await talking()('how much duty do I pay on this?')).outcome).toBe('asked')
})

describe('a sum goes on over several turns', () => {
  test('with another number of pieces, though the content is still missing', async () => {
    const say = talking()
    expect(opening(await say('面霜460 跨境多少税'))).toContain('41.86')
    expect(opening(await say('那两瓶呢'))).toContain('83.72')
    expect(opening(await say('50ml'))).toContain('83.72')
  })

  test('with a coupon, which lowers nothing', async () => {
    const say = talking()
    await say('奶粉 3罐 每罐310 跨境税')
    expect((await say('用券60呢')).text).toContain('付款方式')
  })

  test('with another sum spent this year', async () => {
    const say = talking()
    await say('今年用了25,200 再买800行吗')
    expect(opening(await say('那用了19000呢'))).toContain('6,200.00')
  })
})

describe('the year of one person', () => {
  test.each([
    ['今年用了25,300 再买件700的可以吗', '正好 26,000.00'],
    ['我老婆今年买了8200 我两单分别是4100、2700 我还剩多少额度', '19,200.00'],
    ['今年花了23,900.5 再下单一件1999的过得去吗', '100.50'],
    ['今年用了24,500 再下单一件1999的过得去吗', '不能走跨境电商'],
    ['今年二月买了4000 五月4500 九月1900 还可以买多少', '15,600.00'],
    ['今年下了三单 每单2800 还剩多少额度', '17,600.00'],
    ['used 24,900 and want to buy 1,100 more, ok?', '26,000.00'],
    ['额度还剩900 买个1300的会咋样 多的400另外交税？', '整单'],
  ])('“%s”: %s', async (question, told) => {
    expect((await talking()(question)).text).toContain(told)
  })
})

describe('goods that leave China', () => {
  test.each([
    '发货到印尼 货值60美金 关税多少',
    'Korean customer ordered USD 90 from us, any duty?',
    '迪拜买家买了200迪拉姆 要交多少关税',
  ])('bear no tax of ours: “%s”', async (question) => {
    expect((await talking()(question)).outcome).not.toBe('asked')
  })
})
