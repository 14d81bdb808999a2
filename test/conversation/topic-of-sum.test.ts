import { describe, expect, test } from 'vitest'
import { readSlots } from '../../src/conversation/slots/read-slots.ts'
import { topicOf } from '../../src/conversation/topic-of-sum.ts'
import { understand } from '../../src/conversation/understanding.ts'
import { shipped } from '../content/shipped.ts'

const ON = '2026-11-28'
const understanding = understand(shipped())

describe('the topic a sum is counted under', () => {
  test.each([
    ['运动鞋800元包邮跨境交多少税', 'import-tax', 'tax.formula'],
    ['高尔夫球杆3000元包邮跨境交多少税', 'import-tax', 'tax.rates'],
    ['大米5公斤120元包邮跨境交多少税', 'import-tax', 'tax.rates'],
    ['洗面奶150ml 1600元，算不算高档，交多少税', 'import-tax', 'tax.cosmetics'],
    ['洗面奶150ml 60元交多少税', 'import-tax', 'tax.formula'],
    ['一瓶6000元的红酒交多少税', 'import-tax', 'tax.over-limit'],
    ['两瓶红酒一共4000元交多少税', 'import-tax', 'tax.alcohol'],
    ['一件大衣正好6000元，一单能买吗', 'one-order', 'tax.over-limit'],
    ['今年用了5000元，再买一个包8000元', 'quota', 'tax.over-limit'],
    ['今年用了5000元，再买一个包800元', 'quota', 'quota.annual'],
  ])('%s (%s) → %s', (text, advisor, topic) => {
    const reading = readSlots(text, { today: ON, findGoods: understanding.findGoods })
    expect(topicOf(advisor, reading, ON, understanding, text)).toBe(topic)
  })
})
