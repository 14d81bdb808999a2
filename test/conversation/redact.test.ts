import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redact } from '../../src/conversation/redact.ts'
import * as made from './identifiers.ts'

/** Sentences with a gap for something that must stay. */
const KEEPING = [
  '%k',
  '%k 跨境电商怎么算税？',
  '我买了%k的面霜要交多少税',
  '请问%k还有效吗',
  '订单是%k下的，能退吗',
  '这个订单%k要交多少税',
  '快递费和税一共%k对吗',
  '我的手机没收到验证码，%k的事问谁',
  '收件人写别人可以吗，金额%k',
  '按照%k，身份证要怎么验证',
  '我是商家，%k怎么申报',
  '年度额度还剩多少，已用%k。',
  'Is %k still valid for CBEC?',
  'How much tax on %k by direct mail?',
  'I spent %k this year, what is left of my quota?',
  'can I order %k via Tmall Global',
  'my name is misspelled, order of %k',
  'The parcel came with %k on the label, why?',
  'According to %k, do I need an id card?',
  'phone support told me %k',
]

/** The same where a word makes one expect an identifier; a bare tariff code would be taken for it. */
const TEMPTING = [
  '单号%k',
  '运单：%k 清关',
  '订单号 %k',
  '电话是%k打的',
  '客服电话 %k',
  '手机号%k，',
  '护照%k办的',
  '台胞证 %k到期',
  '身份证：%k办的',
  '卡号%k',
  'QQ %k',
  '单号123456789012，%k',
  'tracking number: %k',
  'passport no. %k',
  'call me at %k',
  'my order #%k',
  'card number %k',
]

/** Sentences with a gap for an identifier. */
const TELLING = [
  '%s',
  '我是%s，额度还剩多少',
  '我的号码%s能查额度吗',
  '请帮我查一下%s。',
  '（%s）为什么清关失败？',
  '身份证/电话/单号：%s',
  '退货，%s，谢谢',
  '额度查询%s查不到',
  'Hi, %s, how much quota do I have left?',
  'my number is %s thanks',
  'please check "%s" for me',
  'where is %s?',
]

/** Both. */
const MIXED = [
  '%k %s',
  '%s %k',
  '我%k买的，号码%s，能退吗',
  '号码%s，%k要交税吗？',
  '用%s买了%k的奶粉',
  'I paid %k, my number is %s',
  'number %s: is %k right?',
]

const PARCEL_SENTENCES = [
  '快递单号%s到哪了',
  '单号：%s',
  '我的快递%s怎么还没到',
  '运单%s清关失败',
  'tracking number %s',
  'my parcel, tracking %s, is late',
  '%s 这个包裹被退运了',
]

const fill = (template: string, values: { k?: string; s?: string }) =>
  template.replace('%k', () => values.k ?? '').replace('%s', () => values.s ?? '')

/** How thoroughly to search; more with REDACTION_RUNS. */
const runs = { numRuns: Number(process.env.REDACTION_RUNS ?? 500) }

describe('whatever the sentence, redaction', () => {
  test('never alters an amount, a tariff code, the number of a document, a mode code, a hotline or a date', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KEEPING), made.keepsake, (template, kept) => {
        const sentence = fill(template, { k: kept })
        expect(redact(sentence)).toBe(sentence)
      }),
      runs,
    )
  })

  test('never alters one of those but a bare tariff code even after a word that announces an identifier', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEMPTING), made.plainKeepsake, (template, kept) => {
        expect(redact(fill(template, { k: kept }))).toContain(kept)
      }),
      runs,
    )
  })

  test.each([
    ['identity number', made.writtenResidentId, 'id'],
    ['telephone number', made.writtenPhone, 'phone'],
    ['parcel number', made.parcel, 'parcel'],
    ['bank card', made.card, 'card'],
  ])('always removes a valid %s', (_, identifier, token) => {
    fc.assert(
      fc.property(fc.constantFrom(...TELLING), identifier, (template, secret) => {
        expect(redact(fill(template, { s: secret }))).toBe(fill(template, { s: `[${token}]` }))
      }),
      runs,
    )
  })

  test('always removes a parcel number that its sentence announces', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PARCEL_SENTENCES), made.bareParcel, (template, secret) => {
        const [before = '', after = ''] = template.split('%s')
        const redacted = redact(fill(template, { s: secret }))
        // Fifteen digits may also be a card or an old identity number; what counts is that they are gone.
        expect(redacted.startsWith(before) && redacted.endsWith(after)).toBe(true)
        expect(redacted.slice(before.length, redacted.length - after.length)).toMatch(/^\[\w+\]$/)
      }),
      runs,
    )
  })

  test('tells the two apart in one sentence', () => {
    const secrets = fc.oneof(made.writtenResidentId, made.writtenPhone, made.parcel, made.card)
    fc.assert(
      fc.property(fc.constantFrom(...MIXED), made.keepsake, secrets, (template, kept, secret) => {
        const redacted = redact(fill(template, { k: kept, s: secret }))
        expect(redacted).toContain(kept)
        expect(redacted).not.toContain(secret)
      }),
      runs,
    )
  })

  test('changes nothing more when done again', () => {
    const pieces = fc.oneof(
      made.keepsake,
      made.writtenResidentId,
      made.writtenPhone,
      made.parcel,
      made.bareParcel,
      made.card,
      fc.constantFrom(
        '姓名：',
        '我叫',
        '张三',
        '收件人',
        '订单号',
        '快递',
        '电话',
        'order ',
        'my name is ',
        'John Smith',
        '文三路100号',
        '3幢502室',
        ' ',
        '，',
        '-',
        '.',
        '(',
        ')',
        '[',
        ']',
        '[id]',
        '[order]',
        '@',
        'a',
        'HS',
        '护照',
        'E',
        '微信号',
        '卡号',
        '地址：',
      ),
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const once = redact(parts.join(''))
        expect(redact(once)).toBe(once)
      }),
      runs,
    )
  })

  test('leaves words without digits and announcements alone', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{Script=Han} ，。？]{0,60}$/u), (text) => {
        fc.pre(!/[姓我名人本住址路街道巷弄村买買家市州省戶户]/.test(text))
        expect(redact(text)).toBe(text)
      }),
      runs,
    )
  })
})

describe('redaction removes', () => {
  test.each([
    ['身份证11010519491231002X能用吗', '身份证[id]能用吗'],
    ['身份證：１１０１０５１９４９１２３１００２Ｘ', '身份證：[id]'],
    ['老身份证号 110105491231002', '老身份证号 [id]'],
    ['身份证号110105194912310020 输错一位', '身份证号[id] 输错一位'],
    ['香港身份證 A123456(3)、G123456(A)', '香港身份證 [id]、[id]'],
    ['澳門身份證 1234567(8)', '澳門身份證 [id]'],
    ['台灣身分證 A123456789', '台灣身分證 [id]'],
    ['港澳通行证 C12345678', '港澳通行证 [permit]'],
    ['回乡证H1234567800、M12345678', '回乡证[permit]、[permit]'],
    ['台胞证12345678能买吗', '台胞证[permit]能买吗'],
    ['护照E12345678 / EA1234567 / G12345678', '护照[passport] / [passport] / [passport]'],
    ['passport no. 123456789', 'passport no. [passport]'],
  ])('papers: %s', (text, redacted) => expect(redact(text)).toBe(redacted))

  test.each([
    ['手机13812345678，座机0571-87654321', '手机[phone]，座机[phone]'],
    ['138-1234-5678 或 (0755) 83461111', '[phone] 或 [phone]'],
    ['whatsapp +852 9123 4567 / tel 91234567', 'whatsapp [phone] / tel [phone]'],
    ['台灣手機 0912-345-678', '台灣手機 [phone]'],
    ['+44 20 7946 0958, 415-555-2671', '[phone], [phone]'],
    ['打我一三八一二三四五六七八', '打我[phone]'],
    ['zhang.san+tb@mail.example.com.cn收不到', '[email]收不到'],
    ['微信号：zhangsan_88，QQ 123456789', '微信号：[account]，QQ [account]'],
    ['加我vx: abc_12345', '加我vx: [account]'],
  ])('ways to reach somebody: %s', (text, redacted) => expect(redact(text)).toBe(redacted))

  test.each([
    ['银行卡 6222 0212 3456 7890 128', '银行卡 [card]'],
    ['卡号4111111111111111', '卡号[card]'],
    ['顺丰SF1234567890123到哪了', '顺丰[parcel]到哪了'],
    ['顺丰 SF 1234 5678 90123、SF1234 5678 9012', '顺丰 [parcel]、[parcel]'],
    ['RR 123 456 785 CN', '[parcel]'],
    ['快递到哪了 432112345678', '快递到哪了 [parcel]'],
    ['单号 78123456789012、78123456789013', '单号 [parcel]'],
    ['订单号 2023112312345678901', '订单号 [order]'],
    ['order 113-1234567-1234567', 'order [order]'],
    ['my order #12345678 is late', 'my order #[order] is late'],
    ['报关单223320261234567890', '报关单[order]'],
  ])('cards, parcels, orders: %s', (text, redacted) => expect(redact(text)).toBe(redacted))

  test.each([
    ['姓名：张三，额度多少', '姓名：[name]，额度多少'],
    ['我叫李雷想问一下额度', '我叫[name]想问一下额度'],
    ['我叫王可', '我叫[name]'],
    ['我妈叫张桂芬', '我妈叫[name]'],
    ['我是王小明，额度多少', '我是[name]，额度多少'],
    ['我係陳大文 想問額度', '我係[name] 想問額度'],
    ['收件人：欧阳娜娜 电话', '收件人：[name] 电话'],
    ['收件人是张三丰可以吗', '收件人是[name]可以吗'],
    ['联系人王女士', '联系人[name]'],
    ['姓名：买买提·艾力', '姓名：[name]'],
    ['my name is John Smith and I want to buy', 'my name is [name] and I want to buy'],
    ["my name's zhang wei, hello", "my name's [name], hello"],
    ['收件人 Zhang San', '收件人 [name]'],
  ])('names: %s', (text, redacted) => expect(redact(text)).toBe(redacted))

  test.each([
    ['寄到浙江省杭州市西湖区文三路100号3幢502室要多久', '寄到[address]要多久'],
    ['我住在上海市浦东新区世纪大道1001号 9610模式', '我住在[address] 9610模式'],
    ['收货地址：广东省深圳市南山区科技园A栋3单元1501', '收货地址：[address]'],
    ['香港九龍彌敦道123號5樓', '[address]'],
    ['北京市朝阳区建国路88号SOHO现代城A座1203', '[address]'],
    ['万科花园3栋2单元501室', '[address]'],
    ['面霜要送去广州市天河区体育西路103号', '面霜要送去[address]'],
    ['I live at 221b Baker Street, London', 'I live at [address]'],
    ['12 Oak Road 54321 Elm Road or 3 Hill Street', '[address] or [address]'],
    ['Room 502, No. 100 Wensan Road, Xihu District, Hangzhou 310012', '[address]'],
    ['my address is 12 Oak Lane, Springfield and I spent 5000 yuan', 'my address is [address] and I spent 5000 yuan'],
  ])('addresses: %s', (text, redacted) => expect(redact(text)).toBe(redacted))
})

describe('redaction keeps', () => {
  test.each([
    '¥5,000, 5000元, 26,000, 两万六, 12345.67元, 100000 RMB, US$150,000, 9.1%, 13%',
    'HS 0402290000, 3304990039, 3304.99.00.39, HS编码：3304990039101, 0902109000',
    '海关总署公告2018年第194号, 财关税〔2018〕49号, 2024 No. 176, S.R.',
    '9610 1210 1239, 12360, 95198, 12366, 12315, 12345, 010-95198',
    '2026-11-23, 20261123, 2018年1月1日, 1 January 2026, 2018-2019',
    '750ml*2, 20kg, 100000件',
    '我知道12360号码',
    '订单 2026-11-23 下的 5000元，快递20kg',
    'HWC-YT 9810 0110 1039 1233 1239',
    '分别是150 2000 3000元',
    'can I order 3304990039 or 3304990039101 via CBEC',
  ])('what questions are about: %s', (text) => expect(redact(text)).toBe(text))

  test.each([
    '收件人可以写别人吗 付款的是我',
    '收件人和订购人不一致',
    '收件人方式',
    '姓名和身份证号不一致怎么办',
    '我是商家，怎么备案',
    '我是代购',
    '我是江苏的卖家',
    '我是程序员，',
    '我叫快递上门',
    '我何时能收到',
    '我高价买的包',
    'my name is misspelled on the order',
    'product name: La Mer Cream',
    '收货地址可以写香港吗',
    '地址是不是要写省市',
    '海南省三亚市免税店',
    '全省哪些市县的村可以做',
    'my address is wrong on the order',
    '2013 belt and road, 5000 yuan on the silk road, 2026 policy road map',
    '微信支付多少，wechat payments',
  ])('what only begins like an identifier: %s', (text) => expect(redact(text)).toBe(text))
})

test.each([
  ['digits', '1'],
  ['digits and blanks', '1 '],
  ['digits and dashes', '13-'],
  ['blanks after a word', '姓名 '],
  ['pluses', '+1'],
  ['letters', 'a'],
  ['letters and dots', 'a.'],
  ['capital words', 'Ab '],
  ['at signs', 'a@'],
  ['streets', '路'],
  ['street numbers', '路1号'],
  ['street names', '1 a '],
  ['buildings', '1栋'],
  ['Han', '张'],
  ['announcements', '单号是'],
  ['numbers after an announcement', '单号123456、'],
  ['brackets', '(1'],
  ['numerals', '一'],
  ['rooms', 'room 1, '],
  ['addresses', '地址：省 '],
  ['dates', '2026-11-'],
  ['commas', '1,'],
])('redaction comes to its end on the longest question of nothing but %s', (_, piece) => {
  for (const start of ['', '姓名：', '单号', 'my address is ', '电话', 'HS ', '微信号']) {
    const text = (start + piece.repeat(2000)).slice(0, 2000)
    expect(redact(text).length).toBeGreaterThan(0)
  }
})
