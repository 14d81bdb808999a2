import { describe, expect, test } from 'vitest'
import { topicAsked } from '../../src/conversation/topic-asked.ts'
import { shipped } from '../content/shipped.ts'

describe('the topic a question is counted under', () => {
  test.each([
    ['做9710要不要对接单一窗口', 'merchant.data', 'mode.9710'],
    ['which papers for 9810, a filing?', 'export.simplified', 'mode.9810'],
    ['退回去的东西，税会不会退给我', 'return.goods', 'tax.refund'],
    ['is the tax refunded when I send it back', 'return.goods', 'tax.refund'],
    ['这条写在哪个公告里', 'quota.single', 'policy.source'],
    ['which announcement set the parcel value, please', 'channel.parcel', 'policy.source'],
    ['群里讲的BBC是啥', 'channel.compare', 'glossary.term'],
    ['what does three-document match mean', 'order.three-docs', 'glossary.term'],
    ['国外公司在网站上下了批量单，报哪个监管方式', 'mode.9710', 'mode.choose'],
  ])('is the narrower one that it names: %s', (text, told, counted) => {
    expect(topicAsked(text, told)).toBe(counted)
  })

  test.each([
    ['9710和9810选哪个', 'mode.choose'],
    ['9610的退货能不能换个关区', 'export.returns'],
    ['9810的海外仓还要备案吗', 'export.warehouse'],
    ['几天之内可以退货', 'return.goods'],
    ['从保税区买的能退到别的关区吗', 'return.goods'],
    ['退货中心仓是哪个公告放开的', 'return.center'],
    ['BBC和BC哪个快', 'channel.compare'],
    ['9710是哪个监管方式', 'mode.9710'],
  ])('is otherwise that of the entry: %s', (text, told) => {
    expect(topicAsked(text, told)).toBe(told)
  })

  test('is one of the taxonomy', () => {
    const { topics } = shipped()
    for (const code of ['9610', '1210', '1239', '9710', '9810', '1039'])
      expect(topics.has(topicAsked(`${code}要备案吗`, 'merchant.registration'))).toBe(true)
  })
})
