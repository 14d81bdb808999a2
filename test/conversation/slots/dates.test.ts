import { describe, expect, test } from 'vitest'
import { dateIn, readDate } from '../../../src/conversation/slots/dates.ts'
import { foldAmounts } from '../../../src/conversation/slots/fold-amounts.ts'
import { TODAY } from './small-goods.ts'

/** Text, the day it turns on, and what happened on it; asked on Monday, 2026-11-23. */
const DATES: [text: string, day: string | undefined, event?: string][] = [
  // exact
  ['2026-10-08放行', '2026-10-08', 'release'],
  ['2026/10/8 放行', '2026-10-08', 'release'],
  ['2026.10.08 签收', '2026-10-08', 'receipt'],
  ['20261008放行的', '2026-10-08', 'release'],
  ['2026年5月12日出口', '2026-05-12', 'export'],
  ['2026年5月12號出口', '2026-05-12', 'export'],
  ['二〇二六年五月十二日出口', '2026-05-12', 'export'],
  ['exported on 12 May 2026', '2026-05-12', 'export'],
  ['exported on May 12, 2026', '2026-05-12', 'export'],
  ['exported on the 12th of May 2026', '2026-05-12', 'export'],
  ['25/12/2025 shipped', '2025-12-25', 'export'],
  ['12/25/2025 shipped', '2025-12-25', 'export'],
  ['12/05/2026 shipped', undefined],
  ['05.05.2026 received', '2026-05-05', 'receipt'],
  // without a year: this year's once it has been
  ['11月3日放行', '2026-11-03', 'release'],
  ['十一月三日放行', '2026-11-03', 'release'],
  ['3月15日出口的货', '2026-03-15', 'export'],
  ['3月15號出口', '2026-03-15', 'export'],
  ['去年12月5日出口', '2025-12-05', 'export'],
  ['今年3月15日报关', '2026-03-15', 'declaration'],
  ['released on 3 Nov', '2026-11-03', 'release'],
  ['released Nov 3rd', '2026-11-03', 'release'],
  ['our goods left China on 15 March', '2026-03-15', 'export'],
  // a day that has not been this year: by the tense, otherwise the nearer
  ['12月5日放行了', '2025-12-05', 'release'],
  ['12月5日放行的话', '2026-12-05', 'release'],
  ['12月5日放行', '2026-12-05', 'release'],
  ['was exported on 20 December', '2025-12-20', 'export'],
  ['will be exported on 20 December', '2026-12-20', 'export'],
  // days of a month, of a week
  ['10号放行的', '2026-11-10', 'release'],
  ['25号签收的', '2026-10-25', 'receipt'],
  ['上个月15号收到货', '2026-10-15', 'receipt'],
  ['上周五下单', '2026-11-20', 'order'],
  ['上周一下的单', '2026-11-16', 'order'],
  ['上上周三签收', '2026-11-11', 'receipt'],
  ['禮拜五收到', '2026-11-20', 'receipt'],
  ['星期天签收的', '2026-11-22', 'receipt'],
  ['下周三放行', '2026-12-02', 'release'],
  ['ordered last Friday', '2026-11-20', 'order'],
  ['ordered last Monday', '2026-11-16', 'order'],
  ['it cleared on Thursday', '2026-11-19', 'release'],
  // counted from today
  ['昨天签收', '2026-11-22', 'receipt'],
  ['前天下单', '2026-11-21', 'order'],
  ['今天放行', '2026-11-23', 'release'],
  ['琴日收到', '2026-11-22', 'receipt'],
  ['尋日放行', '2026-11-22', 'release'],
  ['3天前放行', '2026-11-20', 'release'],
  ['十天前签收', '2026-11-13', 'receipt'],
  ['两周前出口', '2026-11-09', 'export'],
  ['一个月前出口', '2026-10-23', 'export'],
  ['半个月前发货', '2026-11-08', 'export'],
  ['received yesterday', '2026-11-22', 'receipt'],
  ['the day before yesterday it was released', '2026-11-21', 'release'],
  ['it arrived two weeks ago', '2026-11-09', 'receipt'],
  ['shipped 3 months ago', '2026-08-23', 'export'],
  ['released a week ago', '2026-11-16', 'release'],
  ['双十一买的', '2026-11-11', 'order'],
  ['去年双十一下的单', '2025-11-11', 'order'],
  ['618买的', '2026-06-18', 'order'],
  // the one with an event counts
  ['今天还能退吗 11月3日放行的', '2026-11-03', 'release'],
  ['can i return it today? it was released on 1 November', '2026-11-01', 'release'],
  // no days
  ['今天还能买多少', undefined],
  ['what is the limit today', undefined],
  ['2月30日放行', undefined],
  ['2019年1月1日起的规定', undefined],
  ['as of 2024-12-01', undefined],
  ['before 1 July 2024', undefined],
  ['额度1月1日清零吗', undefined],
  ['does it reset on Jan 1', undefined],
  ['194号公告', undefined],
  ['2018年第49号', undefined],
  ['48V100号', undefined],
  ['5号电池', undefined],
  ['2016年那会', undefined],
  ['100毫升', undefined],
  ['may I buy 5 bottles', undefined],
]

test.each(DATES)('%s means %s', (text, day, event) =>
  expect(dateIn(foldAmounts(text), TODAY)).toEqual(day === undefined ? undefined : { day, event }),
)

describe('a day moves with today', () => {
  test.each([
    ['11月3日放行', '2026-11-02', '2026-11-03'],
    ['11月3日放行', '2027-02-01', '2026-11-03'],
    ['12月20日放行', '2026-01-10', '2025-12-20'],
    ['昨天签收', '2026-03-01', '2026-02-28'],
    ['一个月前出口', '2026-03-31', '2026-02-28'],
    ['上周五下单', '2026-11-22', '2026-11-13'],
    ['last Friday ordered', '2026-11-20', '2026-11-13'],
    ['on Friday it was released', '2026-11-20', '2026-11-20'],
    ['31号放行的', '2026-03-05', '2026-01-31'],
    ['29 February it was exported', '2024-03-01', '2024-02-29'],
  ])('%s on %s is %s', (text, today, day) => expect(readDate(text, today)).toBe(day))
})
