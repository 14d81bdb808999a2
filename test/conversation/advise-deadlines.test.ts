import { describe, expect, test } from 'vitest'
import { recomputeDeadlines } from '../../src/advisors/deadlines.ts'
import type { Receipt } from '../../src/core/calculation.ts'
import { opening, talking } from './talking.ts'

describe('a message that names a date and asks for a last day', () => {
  test.each([
    ['11月3日放行的，最晚哪天申请退货', 'return.goods', '2026年12月3日'],
    ['11月3日放行嘅貨，最晚邊日可以申請退貨？最晚哪天', 'return.goods', '2026年12月3日'],
    ['货3月15日出口的 退税最晚什么时候报', 'export.rebate', '2027年4月30日'],
    ['exported on 12 May 2026 under 9610, until when can I bring it back', 'export.returns', '11 November 2026'],
    ['exported on 12 May 2026 under 9610, until when can I claim the refund', 'export.rebate', '30 April 2027'],
    ['9810的预退税5月3日办结，最晚哪天核算', 'mode.9810', '2027年4月30日'],
    ['9610清单10月8日放行出口，最晚哪天汇总申报', 'mode.9610', '2026年11月15日'],
    ['10月20號通關放行 退回倉庫最遲幾號要送到', 'return.goods', '2026年12月4日'],
    ['清关日10.12，退货申请哪天之前', 'return.goods', '2026年11月11日'],
    [
      'customs cleared it on 6 October, by what date must it be back at the warehouse',
      'return.goods',
      '20 November 2026',
    ],
    ['Released Oct 6. Which date is day 45?', 'return.goods', '20 November 2026'],
    ['没有退货，10月6日放行的税款几号到几号缴', 'tax.payment', '2026年11月6日到2026年11月20日'],
    ['list released 1 October, no returns, when is the tax due', 'tax.payment', '1 November 2026'],
    ['4月8日按9810出口的，海关退货手续哪天到期', 'export.returns', '2027年4月8日'],
    ['shipped on 8 April 2026, when must the goods be back duty-free', 'export.returns', '7 October 2026'],
  ])('“%s” is told it in the first sentence', async (question, topic, day) => {
    const reply = await talking()(question)
    expect(reply).toMatchObject({ outcome: 'calculated', topic })
    expect(opening(reply)).toContain(day)
    expect(reply.citations).not.toEqual([])
  })

  test('is told which day counts as the first, and gets a receipt that gives the same days again', async () => {
    const reply = await talking()('11月3日放行的，最晚哪天申请退货')
    expect(reply.text).toContain('2026年11月4日算第1天')
    expect(reply.asOf).toBe('2026-11-03')
    const again = recomputeDeadlines(reply.calculation?.receipt as Receipt)
    expect(again).toMatchObject({ kind: 'deadlines', items: [{ last: '2026-12-03' }, { last: '2026-12-18' }] })
  })

  test('gets a link to the calendar file on our own page alone', async () => {
    const question = '11月3日放行的，最晚哪天申请退货'
    const link = '/deadlines.ics?matter=import-return&date=2026-11-03&lang=zh-Hans'
    expect((await talking('web')(question)).text).toContain(`](${link})`)
    expect((await talking('api')(question)).text).not.toContain('deadlines.ics')
  })

  test('is told when no such rule was in force', async () => {
    const reply = await talking()('2019年5月3日放行的货，最晚哪天申请退货')
    expect(reply.outcome).toBe('calculated')
    expect(opening(reply)).toContain('还没有')
  })
})

describe('a month instead of a day', () => {
  test.each([
    ['今年8月出口的货，货款哪天之前要收到', 'export.rebate', '2027年4月30日'],
    ['去年12月的出口，外匯最遲幾時要收回', 'export.rebate', '2025年12月'],
    ['exported in May 2026: by when must the proceeds be received', 'export.rebate', '30 April 2027'],
    ['上个月出口的 退税申报期从哪天到哪天', 'export.rebate', '2026年11月1日到2027年4月30日'],
    [
      'pre-refund done in September 2026, what are the first and last day to settle it, until when',
      'mode.9810',
      '30 April 2027',
    ],
    ['预退税6月份办的，核算什么时候开始什么时候截止', 'mode.9810', '2026年7月1日到2027年4月30日'],
    ['上個月的出口清單 最遲幾號歸併', 'mode.9610', '2026年11月15日'],
    ['August lists of 9610: last day for the consolidated declaration', 'mode.9610', '15 September 2026'],
  ])('“%s” is enough where the rule counts from the month', async (question, topic, day) => {
    const reply = await talking()(question)
    expect(reply).toMatchObject({ outcome: 'calculated', topic })
    expect(opening(reply)).toContain(day)
  })

  test('is told both ends where the day matters, and the receipt gives them again', async () => {
    const reply = await talking()('6月出口的9610退运免税最晚哪天')
    expect(opening(reply)).toMatch(/按2026年6月1日算：最晚2026年11月30日.*按2026年6月30日算：最晚2026年12月29日/)
    expect(recomputeDeadlines(reply.calculation?.receipt as Receipt)).toMatchObject({
      items: [{ last: '2026-11-30', late: { last: '2026-12-29' } }, {}, {}],
    })
  })

  test('of a contract is its last payment day, not the export', async () => {
    const reply = await talking()('6月出口，合同约定尾款2028年1月付，收汇最晚哪天')
    expect(opening(reply)).toContain('2028年1月31日')
  })

  test.each([
    '2026年3月以后出口的货，退税申报最晚什么时候',
    '3月15日出口的货退税什么时候到账',
    '10月3号清关的，退货后额度什么时候恢复',
  ])('“%s” names no start, or asks for no last day', async (question) => {
    expect((await talking()(question)).outcome).not.toBe('calculated')
  })
})

describe('another day beside the start', () => {
  test.each([
    ['10月20日放行 11月25日还能申请退货吗', '来不及了：2026年11月25日', '2026年11月19日'],
    ['released on 20 Oct. is 15 Nov still in time to apply for the return', 'In time: 15 November 2026', '19 November'],
    ['放行四十天了 还能退货吗', '来不及了：2026年11月23日', '2026年11月13日'],
    ['released 12 days ago, can I still return it', 'In time: 23 November 2026', '11 December 2026'],
    ['5月20日出口的 12月1日运回来还免税吗', '来不及了：2026年12月1日', '2026年11月19日'],
  ])('“%s” is told whether that is in time', async (question, verdict, day) => {
    const first = opening(await talking()(question))
    expect(first.startsWith(verdict)).toBe(true)
    expect(first).toContain(day)
  })
})

describe("a platform's report", () => {
  test.each([
    ['which quarter is it that platforms report in April', 'first quarter of 2026', '30 April 2026'],
    ['平台7月报的是哪个季度', '2026年第二季度', '2026年7月31日'],
    ['平臺第四季度的收入什麼時候報', '2026年第四季度', '2027年1月31日'],
    ['2月份的卖家收入，平台几月报', '2026年第一季度', '2026年4月30日'],
    ['marketplace opened on 3 August 2026, last day for its basic data', 'basic data', '2 September 2026'],
  ])('“%s” is told the quarter or the day', async (question, what, day) => {
    const reply = await talking()(question)
    expect(reply).toMatchObject({ outcome: 'calculated', topic: 'merchant.reporting' })
    expect(opening(reply)).toContain(what)
    expect(opening(reply)).toContain(day)
  })

  test('in a month without one is told the rule', async () => {
    expect((await talking()('平台5月报的是哪个季度')).outcome).not.toBe('calculated')
  })
})

describe('a date that is missing', () => {
  test.each([
    ['帮我算一下退货最晚哪天', '今天', '2026年12月23日'],
    ['11月3日收到的货，最晚哪天退货', '11月1日', '2026年12月1日'],
    ['work out the last day to return my parcel', '3 November 2026', '3 December 2026'],
  ])('“%s” is asked for the day that counts, and “%s” answers', async (question, answer, day) => {
    const say = talking()
    expect(await say(question)).toMatchObject({ outcome: 'asked', topic: 'return.goods' })
    const reply = await say(answer)
    expect(reply.outcome).toBe('calculated')
    expect(opening(reply)).toContain(day)
  })

  test('is asked for twice at most', async () => {
    const say = talking()
    await say('帮我算一下退货最晚哪天')
    expect(await say('不知道')).toMatchObject({ outcome: 'asked' })
    expect((await say('不知道')).outcome).not.toBe('asked')
  })

  test('is forgotten when something else is asked', async () => {
    const say = talking()
    await say('帮我算一下退货最晚哪天')
    expect(await say('今年还能买多少跨境商品？')).toMatchObject({ outcome: 'answered', entry: 'annual-limit' })
  })

  test.each(['退货期限多久', '出口退税最晚几月几号报', 'last day to claim export VAT refund'])(
    '“%s” asks for the rule and gets its entry',
    async (question) => {
      const reply = await talking()(question)
      expect(reply.outcome).toBe('answered')
      expect(reply.entry).toBeDefined()
    },
  )
})
