import { describe, expect, test } from 'vitest'
import { goesAbroad, isResidenceOpen, residentIn } from '../../../src/conversation/slots/traveller.ts'
import { fold } from '../../../src/search/fold.ts'

describe('goods that leave China', () => {
  test.each([
    '给在澳洲的女儿寄点衣服到澳洲',
    '从义乌发一箱玩具到巴西',
    'a 60 dollar dress from China to New York',
    'shipping a parcel from Shenzhen to Leeds',
    'a parcel to our customer in Chile',
    '英国客户的包裹',
  ])('are heard: %s', (text) => {
    expect(goesAbroad(fold(text))).toBe(true)
  })

  test.each([
    '朋友从韩国寄来化妆品',
    'parcel from London to my parents in Guangzhou',
    'bringing a bag back from New York',
    '3000 yuan shoes from Japan to Beijing',
    '去日本旅游带回来的包',
  ])('are not those that come in: %s', (text) => {
    expect(goesAbroad(fold(text))).toBe(false)
  })
})

describe('who does not live in China', () => {
  test.each([
    '本人台湾游客',
    '我是香港人，过来深圳玩',
    '澳门居民去珠海',
    '新加坡旅客入境',
    '我係台灣人，去廈門探親',
    '美国华侨回乡探亲',
    '持外国护照的华人',
    '老外朋友来北京旅游',
    'Canadian here, flying into Guangzhou',
    "I'm a British tourist",
    'as an overseas visitor',
    'Hong Kong resident visiting Shenzhen',
    'visiting my family in Shanghai on a Q2 visa',
  ])('is heard: %s', (text) => {
    expect(residentIn(fold(text))).toBe(false)
  })

  test.each(['中国人去日本旅游回来', '居民旅客', 'a Chinese tourist back from Japan', 'mainland resident'])(
    'is not one who does: %s',
    (text) => {
      expect(residentIn(fold(text))).toBe(true)
    },
  )

  test.each(['买了日本人爱用的面霜', '从香港人肉带回来', '外地游客', '去日本旅游带回来的包', '从台湾寄来的包裹'])(
    'is not said by: %s',
    (text) => {
      expect(residentIn(fold(text))).toBeUndefined()
    },
  )

  test.each([
    '我在英国留学',
    '在上海工作的德国人',
    'I live and work in Beijing on a Z visa',
    'foreign student in Shanghai',
  ])('is left open by: %s', (text) => {
    expect(isResidenceOpen(fold(text))).toBe(true)
  })
})
