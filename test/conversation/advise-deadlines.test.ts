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
    ['9810的预退税5月3日办结，最晚哪天核算', 'export.warehouse', '2027年4月30日'],
    ['9610清单10月8日放行出口，最晚哪天汇总申报', 'mode.9610', '2026年11月15日'],
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
