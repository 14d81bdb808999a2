import { expect, test } from 'vitest'
import { foldAmounts } from '../../../src/conversation/slots/fold-amounts.ts'
import { readRegime, regimesIn } from '../../../src/conversation/slots/regime.ts'
import { originIn, residentIn } from '../../../src/conversation/slots/traveller.ts'

const REGIMES: Record<string, string[]> = {
  cbec: [
    '跨境电商买的',
    '跨境平台揀咗三包',
    '保税仓发货',
    '保稅倉免運',
    '保睡仓买的',
    '跨进电商限额',
    '海淘平台下单',
    '天猫国际',
    '天貓國際買嘢',
    '京东国际',
    '考拉海购',
    '拼多多全球购',
    '直购进口',
    'via cbec',
    'cross-border e-commerce',
    'cross border ecommerce',
    'from a bonded warehouse',
    'on Tmall Global',
    'JD Worldwide order',
    'Kaola',
    '天猫国际的包裹',
    'Tmall Global package',
    '走跨境',
    '1210模式',
    '跨境平台买的 从保税仓寄过来',
  ],
  parcel: [
    '邮寄的衣服',
    '朋友从澳洲寄了箱饼干',
    '个人包裹',
    '个人包果',
    '轉運公司寄回嚟嘅包裹',
    '妈妈从韩国寄来',
    '行邮税多少',
    '海外直邮给个人',
    '包裹被税了',
    'my mom mailed me clothes',
    'by post',
    'a personal parcel',
    'as a mailed parcel',
    'sent me a box of tea',
    'through a freight forwarder',
    'postal article',
    'parcel from Korea',
  ],
  luggage: [
    '行李里带一个包',
    '从泰国带回来衣服',
    '从香港带了个包回来',
    '由香港帶返內地',
    '随身带的手表',
    '入境时带了两瓶酒',
    '旅客自己带',
    '人肉背回来',
    '回国行李',
    'in my suitcase',
    'in my luggage',
    'checked baggage',
    'bringing a bag back from Paris',
    'carrying a watch home',
    'I brought two bottles back',
    'travellers entering China',
    'red channel',
  ],
  'duty-free': ['机场免税店买的', '日上买的香水', 'bought at a duty-free shop', 'duty free store'],
  hainan: ['离岛免税', '離島免稅', '三亚免税城', '海南买的手机', '海南免税店', 'Hainan duty free', 'Sanya'],
  'general-trade': ['一般贸易进口', '一般貿易', 'general trade', 'ordinary trade'],
}

const named = Object.entries(REGIMES).flatMap(([regime, texts]) => texts.map((text) => [text, regime] as const))

test.each(named)('%s names %s', (text, regime) => expect(readRegime(text)).toBe(regime))

test.each([
  ['额度还剩多少'],
  ['how much tax?'],
  ['is it duty free or not'],
  ['面霜 包邮 多少税'],
  ['红包抵扣'],
  ['email me the rules'],
])('%s names no channel', (text) => expect(regimesIn(foldAmounts(text))).toEqual([]))

test.each([
  ['跨境和邮寄哪个划算', 'cbec parcel'],
  ['cheaper through CBEC or as a mailed parcel?', 'cbec parcel'],
  ['跨境平台 行李 海南免税 哪个会占额度', 'cbec hainan luggage'],
  ['跨境電商、郵包、行李三個限額', 'cbec parcel luggage'],
  ['行李和免税店哪个划算', 'duty-free luggage'],
  ['bonded or general trade', 'cbec general-trade'],
])('%s asks for a comparison of %s', (text, regimes) => {
  expect(regimesIn(foldAmounts(text)).join(' ')).toBe(regimes)
  expect(readRegime(text)).toBeUndefined()
})

test.each([
  ['不走跨境，邮寄的', 'parcel'],
  ['不是邮寄，是跨境', 'cbec'],
  ['not via cbec, in my luggage', 'luggage'],
  ['not by mail but through cbec', 'cbec'],
])('%s leaves %s', (text, regime) => expect(readRegime(text)).toBe(regime))

test.each([
  ['从香港带', 'hk-macao'],
  ['香港返內地', 'hk-macao'],
  ['由澳門返嚟', 'hk-macao'],
  ['coming from Hong Kong', 'hk-macao'],
  ['back from Macau', 'hk-macao'],
  ['从日本带回来', 'elsewhere'],
  ['日本回来呢', 'elsewhere'],
  ['從韓國寄', 'elsewhere'],
  ['from Thailand', 'elsewhere'],
  ['泰国旅游买的', 'elsewhere'],
  ['from abroad', 'elsewhere'],
  ['HK$500的包', undefined],
  ['面霜480', undefined],
  ['日本的尿片', undefined],
  ['外国人呢', undefined],
])('%s comes from %s', (text, from) => expect(originIn(foldAmounts(text))).toBe(from))

test.each([
  ['外国人呢', false],
  ['非居民旅客', false],
  ['我是老外', false],
  ["I'm a foreigner", false],
  ['as a non-resident', false],
  ['foreign passport', false],
  ['居民旅客', true],
  ['我是中国公民', true],
  ['內地人', true],
  ['Chinese citizen', true],
  ['mainland resident', true],
  ['面霜480', undefined],
])('%s: resident %s', (text, resident) => expect(residentIn(foldAmounts(text))).toBe(resident))
