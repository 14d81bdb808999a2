import { describe, expect, test } from 'vitest'
import { changeQuestion } from '../../src/conversation/change-question.ts'

const TODAY = '2026-11-23'

describe('a question about what changed', () => {
  test.each([
    // in a stretch of time that is named
    ['what changed in 2026?', '2026-01-01', '2026-12-31', ''],
    ['今年有什么变化', '2026-01-01', '2026-12-31', ''],
    ['去年改了什么', '2025-01-01', '2025-12-31', ''],
    ['What will change next year?', '2027-01-01', '2027-12-31', ''],
    ['2027年会有什么变化', '2027-01-01', '2027-12-31', ''],
    ['what changed on 1 July 2026', '2026-07-01', '2026-07-01', ''],
    ['这个月有什么新政策', '2026-11-01', '2026-11-30', ''],
    ['上个月有什么变化', '2026-10-01', '2026-10-31', ''],
    ['2026年上半年有什么变化', '2026-01-01', '2026-06-30', ''],
    // between two
    ['difference between the 2016 and the 2018 rule', '2016-01-01', '2018-12-31', ''],
    ['2016和2018年规定有什么不同', '2016-01-01', '2018-12-31', ''],
    ['what changed between 2019 and 2024', '2019-01-01', '2024-12-31', ''],
    ['2018年和现在有什么区别', '2018-01-01', TODAY, ''],
    ['difference between 2016 and now', '2016-01-01', TODAY, ''],
    // since then
    ["what's changed since 2024", '2024-01-01', TODAY, ''],
    ['2024年以来有哪些变化', '2024-01-01', TODAY, ''],
    ['从2019年到现在有什么变化', '2019-01-01', TODAY, ''],
    ['近两年有什么变化', '2024-11-23', TODAY, ''],
    ['过去3年政策变化', '2023-11-23', TODAY, ''],
    ['what has changed in the last five years', '2021-11-23', TODAY, ''],
    // lately: a year back and what is announced for the next
    ['最近有什么新政策', '2025-11-23', '2027-11-23', ''],
    ['最近有咩新政策', '2025-11-23', '2027-11-23', ''],
    ["what's new", '2025-11-23', '2027-11-23', ''],
    ['any new rules?', '2025-11-23', '2027-11-23', ''],
    ['有更新吗', '2025-11-23', '2027-11-23', ''],
    // about something
    ['上次之后退货规定变了吗', '2025-11-23', '2027-11-23', '退货'],
    ['最近退货政策有调整吗', '2025-11-23', '2027-11-23', '退货'],
    ['额度变没变', '2025-11-23', '2027-11-23', '额度'],
    ['額度有冇變', '2025-11-23', '2027-11-23', '额度'],
    ['退税新规', '2025-11-23', '2027-11-23', '退税'],
    ['did the annual limit change', '2025-11-23', '2027-11-23', 'annual limit'],
    ['has the annual limit been updated recently', '2025-11-23', '2027-11-23', 'annual limit'],
    ['any updates on returns since 2024', '2024-01-01', TODAY, 'returns'],
    ['2019年税率改了吗', '2019-01-01', '2019-12-31', '税率'],
  ])('%s: from %s to %s, about "%s"', (text, from, to, about) => {
    expect(changeQuestion(text, TODAY)).toEqual({ from, to, about })
  })

  test.each([
    '一年能买多少',
    'How much can I buy?',
    '新手机要交税吗',
    'new phone tax',
    'the exchange rate of the euro',
    '汇率多少',
    // what somebody changes in an order, a name, an address, a mind
    'can I change the recipient',
    'how do I change my address',
    '怎么修改身份证信息',
    '我改了收货地址',
    '订单修改',
    '我的地址变了',
    'I changed my mind, can I return it',
    'change of address after the order',
    'update my phone number',
    'UPDATE quotas SET used = 0',
    // two ways of buying differ at all times
    '保税和直邮有什么不同',
    'what is the difference between 9610 and 9710',
    'what is different between bonded and direct mail',
    '行邮税和综合税有什么区别',
  ])('%s is none', (text) => {
    expect(changeQuestion(text, TODAY)).toBeUndefined()
  })

  test('that looks back from a leap day finds a day', () => {
    expect(changeQuestion('近两年有什么变化', '2028-02-29')?.from).toBe('2026-02-28')
  })
})
