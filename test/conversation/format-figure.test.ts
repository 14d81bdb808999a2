import { Big } from 'big.js'
import { describe, expect, test } from 'vitest'
import { formatDay, formatNumber, formatValue } from '../../src/conversation/format-figure.ts'
import { LOCALES } from '../../src/core/locale.ts'
import { shipped } from '../content/shipped.ts'
import { translate } from '../content/shipped-wording.ts'

const value = (written: string) => (/^\d{2,4}-/.test(written) ? written : new Big(written))

describe('a value in words', () => {
  test.each([
    ['26000', { unit: 'CNY' }, '26,000元', '26,000元', '26,000 yuan', '26,000'],
    ['2000.5', { unit: 'CNY' }, '2,000.5元', '2,000.5元', '2,000.5 yuan', '2,000.5'],
    ['1', { unit: 'days' }, '1天', '1天', '1 day', '1'],
    ['30', { unit: 'days' }, '30天', '30天', '30 days', '30'],
    ['1', { unit: 'years' }, '1年', '1年', '1 year', '1'],
    ['12', { unit: 'months' }, '12个月', '12個月', '12 months', '12'],
    ['0.13', { unit: 'rate' }, '13%', '13%', '13%', '13'],
    ['0.091', { unit: 'rate' }, '9.1%', '9.1%', '9.1%', '9.1'],
    ['0.2305882352941176', { unit: 'rate' }, '23.06%', '23.06%', '23.06%', '23.06'],
    ['0.2305882352941176', { unit: 'rate', digits: 4 }, '23.0588%', '23.0588%', '23.0588%', '23.0588'],
    ['0.00005', { unit: 'rate' }, '0.01%', '0.01%', '0.01%', '0.01'],
    ['0', { unit: 'rate' }, '0%', '0%', '0%', '0'],
    ['1.5', { unit: 'rate' }, '150%', '150%', '150%', '150'],
    ['165', { unit: 'count' }, '165', '165', '165', '165'],
    ['1476', { unit: 'count' }, '1,476', '1,476', '1,476', '1,476'],
    ['2026-03-01', { unit: 'date' }, '2026年3月1日', '2026年3月1日', '1 March 2026', '2026年3月1日'],
    ['04-30', { unit: 'month-day' }, '4月30日', '4月30日', '30 April', '4月30日'],
  ])('%s (%o) is %s, %s, %s, and as a number %s', (written, figure, simplified, traditional, english, number) => {
    const worded = LOCALES.map((locale) => formatValue(value(written), figure, locale, translate))
    expect(worded).toEqual([simplified, traditional, english])
    expect(formatValue(value(written), figure, 'zh-Hans', translate, 'number')).toBe(number)
  })

  test('is never a bare key or a bare number, for every unit of the shipped figures in every language', () => {
    for (const figure of shipped().figures.values())
      for (const { value } of figure.values)
        for (const locale of LOCALES) {
          if (value === undefined) continue
          const words = formatValue(value, figure, locale, translate)
          expect(words, figure.id).not.toMatch(/unit\.|\{\{|undefined|NaN/)
          if (figure.unit !== 'count' && figure.unit !== 'age')
            expect(words, `${figure.id} in ${locale}`).toMatch(/[^\d.,]/)
        }
  })
})

test.each([
  ['0', '0'],
  ['999', '999'],
  ['1000', '1,000'],
  ['26000', '26,000'],
  ['1234567.891', '1,234,567.891'],
  ['0.5', '0.5'],
  ['1e21', '1,000,000,000,000,000,000,000'],
])('the number %s is written %s', (written, grouped) => {
  expect(formatNumber(new Big(written))).toBe(grouped)
})

test.each([
  ['2019-01-01', '2019年1月1日', '1 January 2019'],
  ['2026-12-31', '2026年12月31日', '31 December 2026'],
])('the day %s is written %s and %s', (on, chinese, english) => {
  expect([formatDay(on, 'zh-Hans'), formatDay(on, 'zh-Hant'), formatDay(on, 'en')]).toEqual([chinese, chinese, english])
})
