import { describe, expect, test } from 'vitest'
import { opening, talking } from './talking.ts'

describe('what is usual is assumed, and said', () => {
  test.each([
    ['扫地机800元 用了100块平台红包 包邮 税按700收吧', '72.80', '按跨境电商算'],
    ['a backpack at 560 yuan, 60 of it with loyalty points, cross-border, tax amount?', '50.96', 'way of paying'],
    ['跨境买个6800的包 关税6% 税多少', '1,345.04', '这里按一件算'],
    ['从泰国带回来一堆衣服一共6500 每件几百 要交多少税', '300.00', '每一件都不超过'],
    ['面膜一盒五片賣75蚊，免運，跨境稅幾錢', '17.29', '按人民幣'],
    ['红洒750ml两瓶450元跨境税多少', '80.50', '完税价格'],
    ['shenxianshui 230ml 1190元 海淘 税多少', '108.29', '按跨境电商算'],
  ])('“%s” comes to %s', async (question, amount, assumption) => {
    const reply = await talking()(question)
    expect(reply.outcome).toBe('calculated')
    expect(opening(reply)).toContain(amount)
    expect(reply.text).toContain(assumption)
  })

  test('cosmetics without content get both results and the threshold, and the content settles it', async () => {
    const say = talking()
    const reply = await say('一支口红320元跨境要交多少税')
    expect(reply.outcome).toBe('asked')
    expect(opening(reply)).toMatch(/29\.12.*73\.79/)
    expect(opening(reply)).toContain('32 毫升')
    expect(opening(await say('3克'))).toContain('73.79')
  })

  test('goods that nobody named are asked for, with what ordinary goods come to', async () => {
    const reply = await talking()('跨境买了800元的东西 多少税')
    expect(reply.outcome).toBe('asked')
    expect(opening(reply)).toContain('72.80')
  })

  test('a class that is asked for is told first', async () => {
    expect(opening(await talking()('精华50ml 680元 算高档吗'))).toMatch(/^算高档/)
    expect(opening(await talking()('神仙水230ml 1190元 算不算高档'))).toMatch(/^不算高档/)
  })
})

describe('whether an order may be made', () => {
  test.each([
    ['两样东西标价合计5150元 用了300平台红包 实付4850 没超5000吧', /^这一单不能走跨境电商.*5,150\.00/],
    ['一单两个包各2600 能买吗', /^这一单不能走跨境电商.*5,200\.00/],
    ['order 4,980 yuan plus 20 shipping, two items, can I check out?', /^Yes: the order is worth 5,000\.00/],
    ['额度还剩1200 想买1500的包 行吗', /^不能走跨境电商：今年还剩 1,200\.00/],
  ])('“%s” is told with its sum', async (question, first) => {
    expect(opening(await talking()(question))).toMatch(first)
  })

  test('is not read into a long story that goes through things in order', async () => {
    const story =
      'I am writing a novel: my hero carries a hundred watches from Hong Kong to Shenzhen. Where are they kept, which crossing, what does he say? Please go through it in order so that it would work.'
    expect((await talking()(story)).outcome).not.toBe('calculated')
  })

  test('is not for those who declare exports', async () => {
    expect((await talking()('9710一票6800块的货 能走统一版报吗')).outcome).not.toBe('calculated')
  })
})

test('an amount that is asked for is told, though the message names what people believe falsely', async () => {
  const reply = await talking()('买了两罐奶粉 每罐230元 运费35 跨境要交多少税')
  expect(reply).toMatchObject({ outcome: 'calculated' })
  expect(opening(reply)).toContain('45.05')
})

describe('two ways side by side', () => {
  test.each([
    ['一件200块的T恤 让朋友寄和跨境平台买 哪个交税少', /个人包裹不用交税/, '18.20'],
    ['300塊的葡萄酒，跨境電商和個人郵包哪個稅少', /跨境電商零售進口的稅更少/, '150.00'],
    [
      '600 yuan of fish oil: tax in CBEC against tax as a private parcel?',
      /^Cross-border e-commerce takes less/,
      '78.00',
    ],
    ['保健品用个人包裹寄和跨境平台买 税率差多少', /9\.1%.*13%/, '9.1%'],
  ])('“%s” says first which is less', async (question, first, other) => {
    const reply = await talking()(question)
    expect(reply).toMatchObject({ outcome: 'compared', topic: 'channel.compare' })
    expect(opening(reply)).toMatch(first)
    expect(reply.text).toContain(other)
    expect(reply.text).not.toContain('海南')
  })
})

describe('a sum with a figure', () => {
  test.each([
    ['少交税2万 拖了30天 滞纳金多少', '300元', 'enforcement.penalty'],
    ['漏税8万 申报错了 罚多少', '160,000元', 'enforcement.penalty'],
    ['去年GMV三百万 核定4% taxable income 是多少', '120,000元', 'export.exemption'],
    ['I bought two toys, 700 and 500 RMB, returning only the 500 one. how much tax comes back?', '45.50', 'tax.refund'],
    ['parcel to Germany worth 90 euros: 4 mugs and a pair of shoes. how much EU customs duty?', '€6', 'destination.eu'],
  ])('“%s” comes to %s', async (question, amount, topic) => {
    const reply = await talking()(question)
    expect(reply).toMatchObject({ outcome: 'calculated', topic })
    expect(opening(reply)).toContain(amount)
    expect(reply.citations).not.toEqual([])
  })
})

test('a story with goods, a price and a channel that asks something else is no sum', async () => {
  const story =
    '几年前把身份证照片给过一个做代购的，今天手机收到短信说我有一笔2300的跨境订单要确认，我没有买过，家里人也没有，这个要不要点'
  expect((await talking()(story)).outcome).not.toBe('calculated')
})
