import { describe, expect, test } from 'vitest'
import { talking, understanding } from './talking.ts'

describe('terms set beside one another', () => {
  test.each([
    ['9610和9710有什么区别', ['retail-export-9610', 'b2b-direct-export']],
    ['9610还是9810', ['retail-export-9610', 'overseas-warehouse-export']],
    ['9710和0110有啥不一样', ['b2b-direct-export', 'general-trade']],
    ['1210 vs 9610 进口', ['bonded-import', 'direct-purchase-import']],
    ['1210 or 9610 for export?', ['special-area-export', 'retail-export-9610']],
    ['9610跟個人郵包有什麼不一樣', ['direct-purchase-import', 'personal-parcel']],
    ['订购人跟收件人到底差在哪', ['orderer', 'recipient']],
  ])('are read from %s', (text, terms) => {
    expect(understanding.termsCompared(text)?.terms).toEqual(terms)
  })

  test.each([
    '9610和9710都要传收款数据吗',
    '9610和9710哪个能退税',
    '9610是什么意思',
    '我买了9610的口红还是要交税',
    '19610和9710x有什么区别',
  ])('are not read from what asks for more or for less: %s', (text) => {
    expect(understanding.termsCompared(text)).toBeUndefined()
  })

  test('are each explained where no entry tells of both, counted under what they are compared for', async () => {
    const reply = await talking()('9610和9710有什么区别')
    expect(reply).toMatchObject({ outcome: 'answered', topic: 'mode.choose' })
    expect(reply.text).toMatch(/国外消费者.*9610[\s\S]*国外企业.*9710/)
    expect(reply.choices.map(({ label }) => label)).toContain('9710是什么、谁能用')
  })

  test('are told by the entry that names both, if there is one', async () => {
    expect(await talking()('9710 or 9810?')).toMatchObject({ entry: 'choose-9710-or-9810' })
  })

  test('are not answered by an entry about one of them and a third', async () => {
    const reply = await talking()("what's the difference between 1039 and 9710")
    expect(reply.text).toContain('1039')
    expect(reply.text).not.toMatch(/overseas warehouse/i)
  })
})
