import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAsked } from '../../src/conversation/day-asked.ts'
import { entryOn } from '../../src/conversation/entry-on.ts'
import { addDays } from '../../src/core/day.ts'
import { TODAY as SHIPPED_TODAY, shipped } from '../content/shipped.ts'
import { anyDay } from '../core/days.ts'

const TODAY = '2026-11-23'

describe('the day a question asks about', () => {
  test.each([
    // a year that is over means its last day
    ['2018年的时候一年能买多少', '2018-12-31'],
    ['2018年能买多少', '2018-12-31'],
    ['double 11 of 2018: one coat, 2,300 yuan', '2018-11-11'],
    ['2018年时限额是多少', '2018-12-31'],
    ['那2018年呢', '2018-12-31'],
    ['我想问问，在2018年，额度是多少', '2018-12-31'],
    ['二〇一八年的时候额度多少', '2018-12-31'],
    ['18年的时候额度多少', '2018-12-31'],
    ['16年那会儿呢', '2016-12-31'],
    ['in 2018 how much could I buy', '2018-12-31'],
    ['back in 2018 what was the cap', '2018-12-31'],
    ['what was the tax during 2017?', '2017-12-31'],
    ['the 2018 limit', '2018-12-31'],
    ['pilot city count 2018', '2018-12-31'],
    ['2018 airport duty free how much', '2018-12-31'],
    ['去年退货期多久', '2025-12-31'],
    ['last year how much could I buy', '2025-12-31'],
    ['前年的税率', '2024-12-31'],
    ['two years ago what was the rate', '2024-12-31'],
    ['3年前限额多少', '2023-12-31'],
    ['3 years ago what was the cap', '2023-12-31'],
    ['大前年', '2023-12-31'],
    // a coming one its first
    ['2027年能买多少', '2027-01-01'],
    ['will it change in 2027', '2027-01-01'],
    ['明年额度会变吗', '2027-01-01'],
    ['Will the limit rise next year?', '2027-01-01'],
    ['后年呢', '2028-01-01'],
    // before
    ['2019年以前一年能买多少', '2018-12-31'],
    ['2019年之前的额度', '2018-12-31'],
    ['2019前', '2018-12-31'],
    ['what was the limit before 2019', '2018-12-31'],
    ['limits prior to April 2016', '2016-03-31'],
    ['until 2019 what could one buy', '2018-12-31'],
    ['2024年12月之前邮包限额', '2024-11-30'],
    ['2019年1月1日之前的限额', '2018-12-31'],
    ['2019-01-01之前', '2018-12-31'],
    ['what was the limit before 1 January 2019', '2018-12-31'],
    ['what was the limit before January 1, 2019', '2018-12-31'],
    ['before 2019-01-01', '2018-12-31'],
    ['before the 2019 change', '2018-12-31'],
    ['until 31 December 2018', '2018-12-31'],
    ['4月8日之前原来是多少', '2026-04-07'],
    ['what was it before 8 April', '2026-04-07'],
    // after, when that is still to come
    ['2027年以后呢', '2027-01-01'],
    ['2027年1月1日起的限额', '2027-01-01'],
    ['from 2027 on', '2027-01-01'],
    ['after 2026', '2027-01-01'],
    ['after 1 July 2027', '2027-07-01'],
    ['明年7月1日以后', '2027-07-01'],
    ['12月15日以后要交多少', '2026-12-15'],
    ['after 15 December', '2026-12-15'],
    ['from Dec 15th', '2026-12-15'],
    // days
    ['2018年12月31日的限额', '2018-12-31'],
    ['2018年12月31号限额', '2018-12-31'],
    ['2018-12-31的限额', '2018-12-31'],
    ['2018/12/31的限额', '2018-12-31'],
    ['2018.12.31的限额', '2018-12-31'],
    ['as of 2018-12-31', '2018-12-31'],
    ['on 31 December 2018', '2018-12-31'],
    ['on the 31st of December, 2018', '2018-12-31'],
    ['Dec 31st, 2018', '2018-12-31'],
    ['December 31 2018', '2018-12-31'],
    ['on 29 February 2028', '2028-02-29'],
    ['去年11月11日', '2025-11-11'],
    ['明年1月1号', '2027-01-01'],
    // shopping days
    ['去年双十一的税率', '2025-11-11'],
    ['去年雙11', '2025-11-11'],
    ['2018年双十一', '2018-11-11'],
    ['2018双11的时候', '2018-11-11'],
    ['前年双十二', '2024-12-12'],
    ['去年618', '2025-06-18'],
    ['去年国庆带回来的', '2025-10-01'],
    ['black friday 2024', '2024-11-27'],
    ["last year's singles' day", '2025-11-11'],
    ['今年双十一', '2026-11-11'],
    // months
    ['2018年12月限额', '2018-12-31'],
    ['2016年四月新政后', '2016-04-30'],
    ['2018年11月份的税率', '2018-11-30'],
    ['in December 2018', '2018-12-31'],
    ['composite rate for make-up in May 2016', '2016-05-31'],
    ['Feb. 2024 limit', '2024-02-29'],
    ['去年6月', '2025-06-30'],
    ['2027年3月会怎样', '2027-03-01'],
    ['上个月的税率', '2026-10-31'],
    ['next month', '2026-12-01'],
    // parts of a year
    ['2017年底', '2017-12-31'],
    ['2017年年底的税率', '2017-12-31'],
    ['2018年年初', '2018-03-31'],
    ['2016年上半年彩妆跨境税', '2016-06-30'],
    ['2019年下半年', '2019-12-31'],
    ['去年下半年', '2025-12-31'],
    ['2026年上半年欧盟小包免关税吗', '2026-06-30'],
    ['明年下半年', '2027-07-01'],
    ['2018年夏天', '2018-08-31'],
    ['2019年第二季度', '2019-06-30'],
    ['Q1 2019', '2019-03-31'],
    ['summer 2018', '2018-08-31'],
    ['tax in spring of 2018', '2018-05-31'],
    ['early 2019', '2019-03-31'],
    ['in mid-2018', '2018-06-30'],
    ['at the end of 2020', '2020-12-31'],
    ['first half of 2016', '2016-06-30'],
    // the last year of a stretch
    ['2016年到2018年的限额', '2018-12-31'],
    ['2016至2018年', '2018-12-31'],
    ['2016-2018年', '2018-12-31'],
    ['orders between 2016 and 2018', '2018-12-31'],
    ['from 2016 to 2018', '2018-12-31'],
    // a time, whatever document or list is named too
    ['2018年的时候那个清单有多少种', '2018-12-31'],
    ['before 2019, which list was valid', '2018-12-31'],
    ['去年的清单有多少种', '2025-12-31'],
    // traditional characters
    ['2019年以後', undefined],
    ['2018年的時候一年可以買幾多', '2018-12-31'],
    ['2018年雙十一', '2018-11-11'],
  ])('%s: %s', (text, on) => {
    expect(dayAsked(text, TODAY)).toBe(on)
  })

  test.each([
    // nothing is said
    '今年还能买多少',
    'How much may I still buy this year?',
    '一年能买多少',
    '双十一额度会重置吗',
    '国庆出国带回来的东西',
    '36个月内申报',
    '12月',
    // today is in it
    '2026年的限额',
    'in 2026 how much can I buy',
    '今年11月',
    'this month',
    '2025年到2026年改了什么',
    '现在和2018年比呢',
    'last year 20, and now?',
    // since a day that is over, which today is after
    '2019年以后的额度',
    '2019年起',
    '自2019年1月1日起',
    '2024年12月1日起进境物品新规',
    'since 2019',
    'after 2019',
    'from 1 April 2026',
    'after 1 July',
    '7月1日以后',
    // before a day that is still to come, and days that are deadlines
    '2026年12月31日之前要退货吗',
    '12月31日之前要退货吗',
    '必须4月30日前申报吧',
    'it must be filed by 30 April',
    // the name of a document, a list or a change
    '财关税〔2018〕49号还有效吗',
    '财关税2018年49号',
    '2018年49号公告说了什么',
    '海关总署2018年第194号公告',
    '2023年127号公告两年以内条件',
    '2018年那个通知还算数吗',
    'GACC announcement 194 of 2018',
    'notice no. 49 of 2018',
    'Cai Shui 2013 no. 96',
    'announcement 2020 no 75 warehouse filing',
    'is the 2016 tax notice number 18 still in force',
    'PMK 4/2025 consignment rules',
    'H2018 or the unified system',
    '2022年版正面清单',
    '2018版清单157号还作数吗',
    '2016年的清单还能用吗',
    'positive list 2022 version',
    'does the list from 2019 apply or something newer',
    'the 2019 list',
    'E-Commerce Law 2018',
    '哪一年改成26000的',
    // a year that is an amount or a number
    '2019元的包',
    '买了2018块的东西',
    '花了2018买包',
    '2018块钱的包要交多少税',
    'I bought a bag for 2018 yuan',
    'RMB 2018 of cosmetics',
    'over 2018 in total',
    '2018 pieces',
    '20180101',
    '税号20189000',
    // goods dated by their shipment or purchase
    '2025年10月出口的货退税期限',
    '2025年12月发的货',
    '2024年11月买的奶粉能退吗',
    '去年买的面霜能转卖吗',
    '2024年的出口还没报退税，按新办法还是老办法',
    'goods exported in 2025 coming back',
    'exports of last year which refund rule',
    'shipped December 2025, refund filed in 2026',
    // no day at all, or none that this service knows
    '2019-02-30',
    '13月32日',
    '2009年的规定',
    '1999年',
    '2045年',
    '以前年度的出口退税怎么处理',
    '',
    '？！',
  ])('%s asks about today', (text) => {
    expect(dayAsked(text, TODAY)).toBeUndefined()
  })

  test('written out is that day in every form, unless it is today or somebody means since then', () => {
    const months = 'January February March April May June July August September October November December'.split(' ')
    fc.assert(
      fc.property(anyDay, (on) => {
        fc.pre(on >= '2010-01-01' && on < '2040-01-01' && on !== TODAY)
        const [year, month = 1, date] = on.split('-').map(Number)
        for (const form of [
          on,
          `${year}/${month}/${date}`,
          `${year}年${month}月${date}日`,
          `${year}年${month}月${date}号`,
          `${date} ${months[month - 1]} ${year}`,
          `${months[month - 1]} ${date}, ${year}`,
          `${months[month - 1]?.slice(0, 3)} ${date} ${year}`,
        ]) {
          expect(dayAsked(form, TODAY), form).toBe(on)
          const before = addDays(on, -1)
          if (before >= '2010-01-01' && before < TODAY) expect(dayAsked(`before ${form}`, TODAY), form).toBe(before)
          expect(dayAsked(`since ${form}`, TODAY), form).toBe(on > TODAY ? on : undefined)
        }
      }),
    )
  })

  test('is never one before 2010 or after 2040, and nothing anybody types makes it fail', () => {
    const words = fc.constantFrom(
      '2018',
      '年',
      '前',
      '月',
      '12',
      '31',
      '日',
      '号',
      '去年',
      '双十一',
      'before',
      'after',
      'May',
      'of',
      ' ',
      '-',
      '/',
      '.',
      '底',
      'last year',
      '年前',
      '2039',
      '〇',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.string(), (list, noise) => {
        for (const text of [list.join(''), `${list.join(' ')}${noise}`]) {
          const on = dayAsked(text, TODAY)
          if (on !== undefined) expect(on).toMatch(/^20[1-4]\d-\d\d-\d\d$/)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('leads most dated questions of the shipped entries to their own entry', () => {
    const knowledge = shipped()
    let dated = 0
    let led = 0
    for (const entry of knowledge.entries.values())
      for (const { questions } of Object.values(entry.texts))
        for (const question of questions) {
          const on = dayAsked(question, SHIPPED_TODAY)
          if (on === undefined) continue
          dated++
          if (entryOn(entry.id, on, knowledge)?.entry?.id === entry.id) led++
        }
    expect(dated).toBeGreaterThan(100)
    expect(led / dated).toBeGreaterThan(0.9)
  })
})
