import { describe, expect, test } from 'vitest'
import { mergeSlots } from '../../../src/conversation/slots/merge-slots.ts'
import { readFollowUp } from '../../../src/conversation/slots/read-follow-up.ts'
import { readSlots } from '../../../src/conversation/slots/read-slots.ts'
import { shown } from './shown.ts'
import { options } from './small-goods.ts'

/** Conversations: each turn, and what is known after it. */
const CONVERSATIONS: [name: string, turns: [turn: string, known: string][]][] = [
  [
    'another price, another rate, more pieces',
    [
      ['handbag 4,300 RMB, free shipping, one piece, cbec', '1x bag =4300 | freight 0 | regime cbec'],
      ['and if it is 6100? tariff 8%', '1x bag =6100 | freight 0 | regime cbec | tariffRate 0.08'],
      ['and two of those in one order?', '2x bag @6100 | freight 0 | regime cbec | tariffRate 0.08'],
      ['make it 3', '3x bag @6100 | freight 0 | regime cbec | tariffRate 0.08'],
    ],
  ],
  [
    'pieces, another good, its content, a correction, one more good',
    [
      ['面霜520 50ml 包邮', 'cream 50ml =520 | freight 0'],
      ['换成两件呢', '2x cream 50ml @520 | freight 0'],
      ['那红酒呢', '2x wine @520 | freight 0'],
      ['750ml', '2x wine 750ml @520 | freight 0'],
      ['不对，是600', '2x wine 750ml @600 | freight 0'],
      ['再加一支口红200', '2x wine 750ml @600, 1x lipstick =200 | freight 0'],
      ['口红是250', '2x wine 750ml @600, 1x lipstick =250 | freight 0'],
      ['一共1300呢', '2x wine 750ml, 1x lipstick | freight 0 | orderTotal 1300'],
    ],
  ],
  [
    'a parcel, a dearer one, another channel, a comparison',
    [
      ['朋友从澳洲寄了箱饼干 值360 要交税吗', '1x snacks =360 | from elsewhere | regime parcel'],
      ['450的话呢', '1x snacks =450 | from elsewhere | regime parcel'],
      ['那同样450走跨境电商呢', '1x snacks =450 | from elsewhere | regime cbec'],
      ['邮寄和跨境哪个划算', '1x snacks =450 | from elsewhere | regimes cbec+parcel'],
      ['行李呢', '1x snacks =450 | from elsewhere | regime luggage'],
    ],
  ],
  [
    'what the year has used',
    [
      ['额度用了18000还剩多少', 'spentThisYear 18000'],
      ['那两万呢', 'spentThisYear 20000'],
      ['买个5000的包呢', 'bag =5000 | spentThisYear 20000'],
      ['还剩3000的话', 'bag =5000 | leftThisYear 3000'],
    ],
  ],
  [
    'foreign money and its rate',
    [
      ['bag $200', 'bag | foreign 200 USD'],
      ['at 7.2', 'bag | foreign 200 USD | exchangeRate 7.2'],
      ['two of those', '2x bag | foreign 400 USD | exchangeRate 7.2'],
      ['and if it is 1500 yuan', '2x bag =1500 | exchangeRate 7.2'],
    ],
  ],
  [
    'the price of all tells the last',
    [
      ['面霜和口红一共900', 'cream, lipstick | orderTotal 900'],
      ['面霜500', 'cream =500, lipstick =400'],
    ],
  ],
  [
    'the price of one stays the price of one',
    [
      ['两个包 2600一个', '2x bag @2600'],
      ['三个呢', '3x bag @2600'],
      ['如果是3000呢', '3x bag @3000'],
      ['一共7000呢', '3x bag =7000'],
      ['六个呢', '6x bag =14000'],
    ],
  ],
  [
    'freight and vouchers come and go',
    [
      ['面霜480包邮', 'cream =480 | freight 0'],
      ['不包邮', 'cream =480'],
      ['运费20', 'cream =480 | freight 20'],
      ['用50优惠券呢', 'cream =480 | freight 20 | voucher 50'],
      ['直降50呢', 'cream =480 | freight 20 | openDiscount 50 | voucher 50'],
    ],
  ],
  [
    'a day and another day of the same event',
    [
      ['11月3日放行', 'date 2026-11-03 | dateOf release'],
      ['11月10日呢', 'date 2026-11-10 | dateOf release'],
    ],
  ],
  [
    'another good drops the rate of the first',
    [
      ['handbag 6500 via cbec, tariff 6%', 'bag =6500 | regime cbec | tariffRate 0.06'],
      ['and a watch?', '1x watch =6500 | regime cbec'],
    ],
  ],
]

describe.each(CONVERSATIONS)('%s', (_, turns) => {
  test(turns.map(([turn]) => turn).join(' → '), () => {
    const [[first, known] = ['', ''], ...later] = turns
    let reading = readSlots(first, options)
    expect(shown(reading)).toBe(known)
    for (const [turn, then] of later) {
      reading = readFollowUp(turn, reading, options)
      expect(shown(reading)).toBe(then)
    }
  })
})

test('nothing new leaves everything as it was', () => {
  const before = readSlots('两瓶红酒750ml 一共600 运费20 跨境 已用3000', options)
  expect(mergeSlots(before, readSlots('为什么', options))).toEqual(before)
})

test('an answer about pieces says how many the price was for', () => {
  const before = readSlots('包6000 跨境', options)
  const answer = readSlots('两个', options)
  expect(shown(mergeSlots(before, answer, { answers: true }))).toBe('2x bag =6000 | regime cbec')
  expect(shown(mergeSlots(before, answer))).toBe('2x bag @6000 | regime cbec')
})

test('an answer about the second item goes to the second item', () => {
  const before = readSlots('面霜480和口红', options)
  expect(shown(mergeSlots(before, readSlots('300', options), { answers: true, item: 1 }))).toBe(
    'cream =480, lipstick =300',
  )
})

test('the turns before are not changed', () => {
  const before = readSlots('面霜480 50ml 包邮', options)
  const copy = shown(before)
  readFollowUp('两件 600 不包邮', before, options)
  expect(shown(before)).toBe(copy)
})
