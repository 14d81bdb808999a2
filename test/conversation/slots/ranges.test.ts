import { describe, expect, test } from 'vitest'
import { endsOf } from '../../../src/conversation/slots/ranges.ts'

describe('a range of prices', () => {
  test.each([
    ['预算2000到3000的包', '2000', '3000'],
    ['2k-3k的相机', '2000', '3000'],
    ['两千至三千元嘅手袋', '2000', '3000'],
    ['a jacket between 500 and 800 yuan', '500', '800'],
    ['500 to 800 yuan jacket', '500', '800'],
    ['手机壳 30~50块', '30', '50'],
    ['1.5万到2万的手表', '15000', '20000'],
  ])('“%s” is told at either end', (text, from, to) => {
    expect(endsOf(text)).toMatchObject({ from, to })
  })

  test('leaves the rest of the message as it is', () => {
    expect(endsOf('预算2000到3000的包 跨境税')).toMatchObject({
      low: '预算2000的包 跨境税',
      high: '预算3000的包 跨境税',
    })
    expect(endsOf('a jacket between 500 and 800 yuan, tax?')?.high).toBe('a jacket 800 yuan, tax?')
  })

  test.each([
    '30到45天',
    '50-100ml 的面霜',
    '3000到2000',
    '2018-12-31',
    '从 2000 涨了',
    'open 10-18 hours',
    '12-24个月的奶粉',
  ])('is not “%s”', (text) => {
    expect(endsOf(text)).toBeUndefined()
  })
})
