import { describe, expect, test } from 'vitest'
import { fold } from '../../src/search/fold.ts'
import { opening, talking, understanding } from './talking.ts'

const { figures } = understanding.knowledge
const options = { today: '2026-11-23', findGoods: understanding.findGoods }

/** A sum, how it is asked for, and what the first sentence of the reply holds. */
const ASKED: [sum: string, question: string, told: string][] = [
  ['uk-vat', '网站卖了个95镑的背包给利物浦的客人 要收多少VAT 有关税吗', '19英镑'],
  ['uk-vat', 'sold a £64.50 kettle to a buyer in Leeds, how much VAT and is there duty', '£12.90'],
  ['au-gst', '卖给墨尔本客户 一件320澳元的大衣 GST多少', '32澳元'],
  ['au-gst', 'A$250 lamp going to a Perth customer, what GST do we charge?', 'A$25'],
  ['nz-gst', '寄奥克兰 货值200纽币 gst要收几多', '30新西兰元'],
  ['nz-gst', 'NZ$60 toys to a customer in Auckland, gst?', 'NZ$9'],
  ['sg-gst', '虾皮新加坡站 一单150新币 GST收多少', '13.50新加坡元'],
  ['sg-gst', 'S$80 order to Singapore, how much GST', 'S$7.20'],
  ['my-sales-tax', '发吉隆坡 卖260马币的耳机 低价值商品销售税多少', '26林吉特'],
  ['my-sales-tax', '120 ringgit toaster sold to a buyer in Penang, how much sales tax', 'RM 12'],
  ['jp-exempt', '卖到日本 一件8000日元 要交消费税吗', '不用交税'],
  ['jp-exempt', 'an order of 12,500 yen to Osaka, is it free of tax?', 'by 2,500 yen'],
  ['kr-exempt', '韩国客人买了130美金的鞋 从中国寄 要交税吗', '不用交税'],
  ['kr-exempt', 'USD 190 dress for a customer in Seoul, taxed on how much of it?', 'by US$40'],
  ['vn-vat', '发越南快件 货值80万越南盾 增值税多少', '64,000越南盾 到 80,000越南盾'],
  ['vn-vat', 'express order of 500,000 VND to Hanoi, how much VAT', '40,000 dong to 50,000 dong'],
  ['th-vat', '寄曼谷 900泰铢的小包 要交多少税', '63泰铢'],
  ['th-vat', '700 baht parcel to Thailand, what VAT', '49 baht'],
  ['id-duty', '卖到雅加达 40美元的货 关税是多少', '3美元'],
  ['id-duty', 'USD 2.50 phone case to Jakarta, any duty?', 'No duty'],
  ['mx-courier', '快递到墨西哥 货值80美金 简化税要收多少刀', '26.80美元'],
  ['mx-courier', 'USD 140 of socks by courier to Monterrey, how much duty', 'US$46.90'],
  ['br-upper', '巴西买家 一单120美元 联邦关税多少', '52美元'],
  ['br-upper', 'USD 90 order to Sao Paulo, how much federal duty', 'US$34'],
  ['ca-exempt', '寄温哥华 35加元的小包 要交税吗', '多 15加元'],
  ['ca-exempt', 'C$18 gift sent to Toronto, is it taxed?', 'No tax'],
  ['ae-duty', '阿联酋客户 260迪拉姆一单 关税增值税多少', '增值税 13迪拉姆'],
  ['ae-duty', 'AED 420 order to Dubai, how much duty', 'AED 21'],
  ['tr-vitamins', '寄土耳其 50美元的保健品 税多少', '30美元'],
  ['tr-vitamins', '€20 of vitamins shipped to Istanbul, what tax', '€12'],
  ['ro-parcels', '发罗马尼亚 6个包裹 包裹费一共多少', '150罗马尼亚列伊'],
  ['ro-parcels', '4 parcels to Bucharest, how much are the parcel fees', '100 lei'],
  ['eu-item-duty', '2条围巾、1个杯子和1副耳机装在一个包里 总价80欧 寄荷兰 那3欧收几份', '9欧元'],
  ['eu-item-duty', 'one box to Berlin: two scarves and a watch, 60 euros, what flat duty in total', '€6'],
  ['eu-over-limit', '寄法国 一单 180欧 那个3欧元关税收几个', '多 30欧元'],
  ['eu-over-limit', 'order of €165 to Madrid, can we use IOSS?', 'by €15'],
  ['us-gift', '给美国的表妹寄份生日礼物 值80美元 要交税吗', '免税'],
  ['us-gift', 'birthday present worth 95 dollars for my aunt in Chicago, do they charge duty?', 'Free of duty'],
  ['us-traveller', '随身带180美元的东西去纽约 要交税吗', '免税'],
  ['us-traveller', 'carrying 150 dollars of snacks in my luggage into the US, taxed?', 'Free of duty'],
  ['us-forced-labour', '发美国 货值400美元 强迫劳动那层关税是多少', '50美元'],
  ['us-forced-labour', 'how much is the forced labour duty on USD 240 of goods', 'US$30'],
  ['au-turnover', '我们一年卖澳洲6万澳元 要登记GST吗', '还差 15,000澳元'],
  ['au-turnover', 'yearly sales of A$90,000 to Australia, do we have to register', 'Registration is due'],
  ['nz-turnover', '新西兰年销售额4.5万纽币 要注册GST吗', '还差 15,000新西兰元'],
  ['nz-turnover', 'NZ$72,000 of sales a year to New Zealand, must we register for GST?', 'by|over NZ$60,000'],
  ['my-registration', '卖到马来西亚一年30万马币 要登记吗', '还差 200,000林吉特'],
  ['my-registration', 'RM 620,000 a year sold to Malaysia, do we register?', 'RM 120,000 over'],
  ['hainan-resident-left', '我是三亚本地人 岛内零关税店今年花了4,280 还能买多少', '5,720元'],
  [
    'hainan-resident-left',
    'Hainan resident, I have used 6,150 yuan in the zero-tariff shop this year, what is left',
    '3,850 yuan',
  ],
  ['hainan-left', '今年在琼海免税店买了5万3 离岛额度剩几多', '47,000元'],
  ['hainan-left', 'I spent 68,500 yuan in Sanya duty free this year, how much can I still buy', '31,500 yuan'],
  ['arrival-shop-left-hk-macao', '从香港回来 境外已经买了9000 口岸进境免税店还能买多少', '6,000元'],
  [
    'arrival-shop-left-hk-macao',
    'back from Macau with 11,000 yuan of shopping, how much is left in the arrival duty free shop',
    '4,000 yuan',
  ],
  ['arrival-shop-left', '国外买了3500 落地免税店还可以买几多', '4,500元'],
  [
    'arrival-shop-left',
    'I bought 4,200 yuan of things abroad, how much more can I buy in the arrivals duty-free',
    '3,800 yuan',
  ],
  ['parcel-exempt-tax', '包裹税50.4元 是全收还是只收超出的部分', '要全交，就是 50.40元'],
  ['parcel-exempt-tax', 'the tax on my parcel is 51 yuan, do I pay the excess only', 'All of it, 51 yuan'],
  ['post-out-hmt', '寄去香港给朋友的个人邮包 东西1000块 超限值吗', '超了 200元'],
  ['post-out-hmt', 'personal parcel to Taiwan worth 650 yuan, within the limit?', 'leaves 150 yuan'],
  ['post-out', '给国外亲戚寄个人邮包 值1300元 超限额了吗', '超了 300元'],
  ['post-out', 'mail a personal parcel of 900 yuan to my family in Canada, is that over the limit', 'leaves 100 yuan'],
  ['late-fee-of-agent', '代扣的税3万 晚了20天没交 滞纳金多少', '300元'],
  ['late-fee-of-agent', 'withheld tax of 24,000 yuan paid 50 days late, what late fee', '600 yuan'],
  ['late-fee', '欠税6万 逾期45天 滞纳金一共几多', '1,350元'],
  ['late-fee', 'we short-paid 90,000 yuan and pay 30 days later, how much late fee', '1,350 yuan'],
  ['withholding-fine', '平台没有代扣税款6万 罚多少', '30,000元 到 180,000元'],
  [
    'withholding-fine',
    'our platform failed to withhold 30,000 yuan of import tax, what is the fine',
    '15,000 yuan and 90,000 yuan',
  ],
  ['smuggling-crime-person', '个人走私偷逃税款7万 会判刑吗', '还差 30,000元'],
  [
    'smuggling-crime-person',
    'an individual smuggled goods and evaded 700,000 yuan of tax, what prison term',
    '3 years to 10 years',
  ],
  ['smuggling-crime-company', '公司走私偷逃关税15万 够得上犯罪吗', '还差 50,000元'],
  ['smuggling-crime-company', 'a company evaded 1,200,000 yuan of duty by smuggling, prison?', '3 years to 10 years'],
  ['smuggling-fine-company', '公司走私偷逃税12万 罚款最高多少', '360,000元'],
  ['smuggling-fine-company', 'a firm smuggled and evaded 50,000 yuan, how much is the fine', '150,000 yuan'],
  ['smuggling-fine', '走私偷逃税款2.5万 最多罚多少', '75,000元'],
  ['smuggling-fine', 'smuggling with 8,000 yuan of tax evaded, how big a fine', '24,000 yuan'],
  ['refund-fraud', '骗取出口退税8万 会判刑吗', '还差 20,000元'],
  ['refund-fraud', 'export refund fraud of 600,000 yuan, what prison term', '5 years to 10 years'],
  ['dual-use-fine', '无证出口两用物项 经营额80万 罚多少', '4,000,000元 到 8,000,000元'],
  [
    'dual-use-fine',
    'sold 300,000 yuan of dual-use items without a licence, how big is the fine',
    '500,000 yuan to 5,000,000 yuan',
  ],
  ['disclosed-fine-and-credit', '主动披露后罚款60万 会不会影响信用', '不影响信用'],
  [
    'disclosed-fine-and-credit',
    'fined 1,500,000 yuan after a voluntary disclosure, does it count in our credit record',
    'It counts',
  ],
  ['tax-loss-fine', '归类错了少缴税5万 行政罚款多少到多少', '15,000元 到 100,000元'],
  [
    'tax-loss-fine',
    'we underpaid 20,000 yuan of tax by a wrong code, what is the range of the fine',
    '6,000 yuan and 40,000 yuan',
  ],
  ['licence-fine', '许可证商品申报不实 货值40万 罚多少', '20,000元 到 120,000元'],
  [
    'licence-fine',
    'wrong declaration of goods under licence, value 100,000 yuan, what fine',
    '5,000 yuan and 30,000 yuan',
  ],
  ['export-refund-fine', '出口申报不实影响退税 申报价格30万 罚多少', '30,000元 到 150,000元'],
  [
    'export-refund-fine',
    'declared wrongly, affects the export refund, price 80,000 yuan, how much fine',
    '8,000 yuan and 40,000 yuan',
  ],
  ['supervised-goods-fine', '保税仓货物短少说不清 货值12万 罚多少', '6,000元 到 36,000元'],
  ['supervised-goods-fine', 'bonded goods worth 60,000 yuan are missing, how much fine', '3,000 yuan and 18,000 yuan'],
  ['broker-fine', '报关行疏忽报错了 货值25万 最多罚多少', '25,000元'],
  ['broker-fine', 'the customs broker was careless, goods worth 90,000 yuan, maximum fine?', '9,000 yuan'],
  ['personal-articles-fine', '个人包裹价格报低了 东西值4500 顶格罚多少', '900元'],
  ['personal-articles-fine', 'green channel with undeclared goods worth 8,000 yuan, how big a fine', '1,600 yuan'],
  ['infringing-fine', '出口侵权商品 货值5万 最高罚多少', '15,000元'],
  ['infringing-fine', 'exported counterfeit shoes worth 20,000 yuan, how much can the fine be', '6,000 yuan'],
  ['forex-fine-serious', '地下钱庄换汇40万 情节严重 罚多少', '120,000元 到 400,000元'],
  ['forex-fine-serious', 'serious forex violation over 100,000 yuan, what fine', '30,000 yuan to 100,000 yuan'],
  ['forex-fine', '私下换外汇20万 一般罚多少', '60,000元'],
  ['forex-fine', 'moved 500,000 yuan through an underground bank, how big is the fine', '150,000 yuan'],
  ['assessed-income', '综试区核定征收 一年销售收入800万 应纳税所得额多少', '320,000元'],
  ['assessed-income', 'assessed income tax, revenue 2,500,000 yuan, what is the taxable income', '100,000 yuan'],
  ['forex-list', '一年收汇15万美元 要办名录登记吗', '还差 50,000美元'],
  ['forex-list', 'export receipts of USD 260,000 a year, do we need list registration', 'reaches US$200,000'],
  ['market-procurement-limit', '1039一票报关单16万美元 超了吗', '超了 10,000美元'],
  [
    'market-procurement-limit',
    'market procurement declaration of USD 120,000, is it within the ceiling',
    'leaves US$30,000',
  ],
  ['battery-refund', '出口电池 不含税发票50万 退税多少', '30,000元'],
  ['battery-refund', 'battery export, invoice 200,000 yuan without VAT, how much refund', '12,000 yuan'],
]

describe('a sum of a figure and what was said', () => {
  test.each(ASKED)('%s: “%s” comes to %s', async (_, question, told) => {
    const reply = await talking()(question)
    expect(reply.outcome).toBe('calculated')
    expect(opening(reply)).toMatch(new RegExp(told.replaceAll('$', '\\$').replaceAll('.', '\\.')))
  })

  test('is tried in both languages, each of them', () => {
    const ways = understanding.knowledge.sums.sums.map(({ id }) => {
      const questions = ASKED.flatMap(([sum, question]) => (sum === id ? [/\p{Script=Han}/u.test(question)] : []))
      return [id, new Set(questions).size]
    })
    expect(ways.filter(([, languages]) => languages !== 2)).toEqual([])
  })
})

describe('nothing is worked out', () => {
  test.each([
    ['澳洲GST几个点 1000澳元以下的货', 'a rule, and where it ends'],
    ['how much VAT does the UK take on goods up to £135', 'a rule, and where it ends'],
    ['indonesia 3 dollar threshold, is there duty above it', 'a rule, and where it ends'],
    ['滞纳金是怎么算的', 'a rule'],
    ['漏税罚款多少到多少', 'a rule'],
    ['Hainan duty free quota a year, how much', 'a rule'],
    ['货值8万 还有一批12万 许可证申报不实 罚多少', 'one of two amounts'],
    ['发德国一个包裹 里面3个小玩意 3欧收几次', 'things nobody knows'],
    ['到法国的包裹里有帽子、围巾、手套 90欧 关税多少', 'kinds that are one to us'],
    ['主动披露少缴税50万 会罚吗', 'who may go without a fine'],
    ['到法国的包裹里有帽子、围巾、小玩意 90欧 关税多少', 'a thing nobody knows'],
    ['到法国的包裹里有小玩意、帽子和围巾 90欧 关税多少', 'a thing nobody knows'],
    ['parcel to Italy with a hat, a scarf and some doodads, 70 euros, how much flat duty', 'a thing nobody knows'],
    ['美国礼物免税额100美元是每人吗', 'a rule, and where it ends'],
    ['一个月收汇3万美元 要办名录登记吗', 'a month, where the limit is of a year'],
    ['寄给英国朋友的裙子值500块人民币 VAT多少', 'another currency'],
    ['巴西买家 一单35美元 关税多少', 'what is not settled'],
    ['寄菲律宾 8000比索 要交税吗', 'what is not settled'],
    ['从英国寄一双95镑的鞋回国 要交多少税', 'goods that come in'],
    ['买了件12000日元的外套 从日本寄回来 税多少', 'goods that come in'],
    ['走私偷逃税款15万 罚多少', 'a fine where it is a crime already'],
  ])('“%s”: %s', async (question) => {
    const { text } = await talking()(question)
    expect(understanding.sumAsked(fold(question), '2026-11-23', figures, options)?.case).toBeUndefined()
    expect(text).not.toContain('NaN')
  })

  test('outside the range of a sum: the entry tells what holds there', async () => {
    for (const question of [
      '卖到英国一单180镑 VAT收多少',
      'C$2,000 jacket to Mexico',
      'USD 2,900 by courier to Mexico, how much duty',
    ]) {
      const reply = await talking()(question)
      expect(reply.outcome, question).not.toBe('calculated')
    }
    expect(opening(await talking()('卖到英国一单180镑 VAT收多少'))).toContain('超过的')
  })

  test('on a day before the figure', () => {
    for (const [question, day] of [
      ['发德国 1块手表和2条围巾 3欧收几次', '2026-06-30'],
      ['A$250 lamp going to a Perth customer, what GST do we charge?', '2018-06-30'],
      ['欠税6万 逾期45天 滞纳金一共几多', '2024-11-30'],
      ['海南居民零关税今年买了3000 还剩多少', '2026-02-05'],
    ] as const) {
      expect(understanding.sumAsked(fold(question), '2026-11-23', figures, options)?.case, question).toBeDefined()
      expect(understanding.sumAsked(fold(question), day, figures, options), question).toBeUndefined()
    }
  })
})

describe('what a sum starts from', () => {
  test.each([
    ['货值30万 漏税5万 罚多少', '15,000元 到 100,000元'],
    ['海南离岛额度10万 今年买了3万2 还剩多少', '68,000元'],
    ['三亚免税店今年花了60000 还能买5000的手表吗', '40,000元'],
    ['岛内居民零关税今年买了1万 还能买吗', '还能买 0元'],
    ['离岛免税今年用了十万零五百 超了多少', '多 500元'],
    ['税款5万 滞纳金每天多少', '25元'],
    ['海口免税店买了3万 在三亚又刷了2万1 离岛额度还剩多少', '49,000元'],
    ['15天内没交 税款2万又拖了40天 滞纳金多少', '400元'],
    ['underpaid twenty thousand yuan of duty, what fine', '6,000 yuan and 40,000 yuan'],
    ['少缴税款捌万元 罚款几多', '24,000元 到 160,000元'],
    ['underpaid 50k of tax, range of the fine?', '15,000 yuan and 100,000 yuan'],
  ])('“%s” comes to %s', async (question, told) => {
    expect(opening(await talking()(question))).toContain(told)
  })

  test('is rounded half up to the coin, or to the unit where there is none', async () => {
    expect(opening(await talking()('sold a £12.99 mug to London, how much VAT'))).toContain('£2.60')
    expect(opening(await talking()('快递到墨西哥 货值33.3美金 简化税多少'))).toContain('11.16美元')
  })
})

test('goods that leave China are never asked for a rate to yuan', async () => {
  for (const question of [
    'dress worth 45 dollars to a customer in Ohio, any duty',
    '我给客户发一个60美元的货 关税多少',
    '给美国姑妈寄70美元的礼物 要交税吗',
    '100镑的货到英国 平台代收多少',
  ])
    expect((await talking()(question)).outcome, question).not.toBe('asked')
})

test('a tax just above what is not charged is charged whole', async () => {
  expect(opening(await talking()('国外寄来390块的玩具 税才超50一点 全收还是只收超出的'))).toContain('50.70')
})

test.each([
  '英国135镑免关税是哪年没的',
  '韩国超过150美金 是只对超出部分征税吗',
  'does the UK tax what is over 135 pounds',
])('a value at which a rule ends is no base of a sum: %s', async (question) => {
  expect((await talking()(question)).outcome).not.toBe('calculated')
})
