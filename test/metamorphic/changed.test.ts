import { describe, expect, test } from 'vitest'
import type { Reply } from '../../src/core/reply.ts'
import { talking } from '../conversation/talking.ts'

const ask = (text: string): Promise<Reply> => talking('api')(text)

/** What a reply comes to, apart from its id. */
const gist = ({ outcome, why, entry, text, calculation }: Reply) => ({
  outcome,
  why,
  entry,
  text,
  total: calculation?.total,
})

describe('a question that means something else', () => {
  test.each([
    // not
    ['保税仓买奶粉一罐200元，包邮，要交多少税', '保税仓买奶粉一罐200元，不包邮，运费40元，要交多少税'],
    ['怎么低报价格', '怎么避免低报价格'],
    ['how do I smuggle a watch past customs', 'how is smuggling a watch punished'],
    // the way of buying
    ['跨境电商买一个包，3000元，包邮，要交多少税', '个人包裹寄来一个包，3000元，要交多少税'],
    ['天猫国际买葡萄酒一瓶，600元，包邮，税多少', '从香港随身带葡萄酒一瓶，600元，税多少'],
    ['跨境电商单次限额多少', '个人包裹限额多少'],
    // the limit
    ['跨境电商单次限额是多少', '跨境电商年度限额是多少'],
    ['how much may I buy through CBEC per order', 'how much may I buy through CBEC per year'],
    // the day
    ['跨境电商单次限额是多少', '2018年跨境电商单次限额是多少'],
    ['how much may I buy through CBEC per year', 'how much was I allowed to buy through CBEC per year in 2017'],
    // the place
    ['从香港带回来的行李免税额多少', '从日本带回来的行李免税额多少'],
    // the goods
    ['红酒跨境综合税率多少', '奶粉跨境综合税率多少'],
    // the mode
    ['9610是什么', '9810是什么'],
  ])('%s is not answered like %s', async (one, other) => {
    expect(gist(await ask(one))).not.toEqual(gist(await ask(other)))
  })

  test('who asks is remembered, and weighs', async () => {
    const [buyer, seller] = [talking(), talking()]
    await buyer('我是消费者')
    await seller('我是商家')
    const [bought, sold] = [await buyer('风险告知书'), await seller('风险告知书')]
    expect([bought.outcome, sold.outcome]).not.toContain('declined')
  })
})

describe('a near miss of a question that is answered', () => {
  test.each([
    ['额度怎么查', '信用卡额度怎么查'],
    ['一年最多能买多少', '一年最多能换多少美元'],
    ['跨境买的东西怎么退货', '淘宝买的衣服商家不给退货怎么办'],
    ['奶粉要交多少税', '工资要交多少税'],
    ['从日本带回来要申报吗', '从日本带狗回来要检疫吗'],
    ['where can I check my CBEC quota', 'where can I check my credit card limit'],
    ['what tax do I pay on a parcel', 'what income tax do I pay on my salary'],
  ])('%s is answered, %s is not', async (inside, outside) => {
    expect(['answered', 'calculated', 'asked', 'clarified', 'compared']).toContain((await ask(inside)).outcome)
    expect(['declined', 'signposted']).toContain((await ask(outside)).outcome)
  })
})
