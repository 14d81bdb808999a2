import { Big } from 'big.js'
import { expect, test } from 'vitest'
import { type Figure, valueOn } from '../../src/core/figure.ts'

const held = (from: string, to: string | undefined, value: string | undefined): Figure['values'][number] => ({
  effective: to === undefined ? { from } : { from, to },
  value: value === undefined ? undefined : new Big(value),
  sources: [{ document: 'a' }],
  confidence: 'verified',
})

const figure: Figure = {
  id: 'limit',
  name: { 'zh-Hans': '限值', en: 'limit' },
  unit: 'CNY',
  values: [
    held('2016-04-08', '2018-12-31', '2000'),
    held('2019-01-01', '2019-12-31', undefined),
    held('2020-01-01', undefined, '5000'),
  ],
}

test.each([
  ['2016-04-07', undefined],
  ['2016-04-08', '2000'],
  ['2018-12-31', '2000'],
  ['2019-01-01', undefined],
  ['2019-12-31', undefined],
  ['2020-01-01', '5000'],
  ['2099-01-01', '5000'],
])('a figure on %s is %s: nothing before it began, nor where nothing was in force by declaration', (on, value) => {
  expect(valueOn(figure, on)?.value?.toString()).toBe(value)
})
