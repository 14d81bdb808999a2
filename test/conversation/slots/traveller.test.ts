import { describe, expect, test } from 'vitest'
import { goesAbroad } from '../../../src/conversation/slots/traveller.ts'
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
