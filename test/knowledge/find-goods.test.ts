import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Good } from '../../src/core/good.ts'
import { createGoodsFinder, type FindGoods } from '../../src/knowledge/find-goods.ts'
import { fold } from '../../src/search/fold.ts'
import { realKnowledge } from './real-knowledge.ts'

let find: FindGoods
let goods: Good[]
beforeAll(async () => {
  const knowledge = await realKnowledge()
  goods = [...knowledge.goods.values()]
  find = createGoodsFinder(goods, fold, knowledge.lookalikes)
})

const ids = (text: string) => find(fold(text)).map(({ good }) => good.id)

describe('goods named in a text', () => {
  test.each([
    ['三罐奶粉多少税', ['infant-formula']],
    ['奶粉罐 650 能走跨境吗', ['infant-formula']],
    ['一单里有钙片180 乐高469 运费25', ['calcium', 'building-bricks']],
    ['買咗紙尿褲同護膚品', ['diapers', 'cosmetics']],
    ['高档护肤品和普通护肤品差多少', ['high-end-cosmetics', 'ordinary-cosmetics']],
    ['牛奶巧克力', ['chocolate']],
    ['帶個包返嚟', ['handbag']],
    ['那茶呢', ['tea']],
    ['买serum要多少税', ['serum']],
    ['two lipsticks and a face-mask', ['lipstick', 'sheet-mask']],
    ['Face  Cream, 2 bottles of WHISKY', ['face-cream', 'whisky']],
    ['batteries, berries, rubies', ['power-bank', 'gemstones']],
    ['iphone15 or ps5', ['phone', 'game-console']],
    ['3watches', ['watch']],
  ])('“%s” names %j', (text, expected) => {
    expect(ids(text)).toEqual(expected)
  })

  test.each([
    ['用手机查额度要不要手机号'],
    ['包税包邮的包裹包含什么'],
    ['下载表格 表示同意'],
    ['my teacher bagged a pricey teapot'],
    ['call me by phone, my phone number is new'],
    ['受保护的野生动植物'],
    ['三包一共540'],
    ['额度是多少'],
  ])('“%s” names none', (text) => {
    expect(ids(text)).toEqual([])
  })

  test('stand where they say, in their order, without overlap', () => {
    const text = fold('面膜10片，再加口红 and 2 hair dryers')
    const found = find(text)
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['面膜', '口红', 'hair dryers'])
  })

  test('every name of every good finds its good, in traditional characters and capitals too', () => {
    const lost = goods.flatMap((good) =>
      [good.name['zh-Hans'], good.name.en, ...good.names.zh, ...good.names.en]
        .flatMap((name) => [name, name.toUpperCase()])
        .filter((name) => find(fold(name))[0]?.good.id !== good.id)
        .map((name) => `${good.id}: ${name}`),
    )
    expect(lost).toEqual([])
  })

  test('never overlap and stay inside the text, whatever is written', () => {
    const words = fc.constantFrom('面膜', '膜', '手机', '号', 'tea', ' ', '-', 's', '茶', '包', '邮', '8', '😀', '\n')
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 3 }))), (parts) => {
        const text = parts.join('')
        let last = 0
        for (const { start, end } of find(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
    )
  })
})

test('a lookalike that ends where a name would begin leaves the next name whole', () => {
  expect(find('进口红酒').map(({ good }) => good.id)).toEqual(['wine'])
  expect(find('进口口红').map(({ good }) => good.id)).toEqual(['lipstick'])
})
