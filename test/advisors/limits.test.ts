import { Big } from 'big.js'
import { describe, expect, test } from 'vitest'
import { importTax } from '../../src/advisors/import-tax.ts'
import { limitThatDecided, type Standing } from '../../src/advisors/limits.ts'
import { oneOrder } from '../../src/advisors/one-order.ts'
import { quota } from '../../src/advisors/quota.ts'
import { on, said, TODAY } from './context.ts'
import { amounts, asked, calculated, gist, left, refused, totalOf } from './outcomes.ts'

const one = (total: string, more = {}) => said({ good: 'bag', total, pieces: 1 }, more)
const gistOf = (slots: ReturnType<typeof said>, day = TODAY) => gist(importTax(slots, on(day)))

describe('the limits', () => {
  // One item, several items, and one item over either limit, a fen below, at and above.
  test.each([
    ['4999.99', '455.00', '455.00'],
    ['5000.00', '455.00', '455.00'],
    ['5000.01', '989.00', 'import-tax.several-over-single'],
    ['25999.99', '5142.80', 'import-tax.several-over-single'],
    ['26000.00', 'import-tax.at-one-item-limit', 'import-tax.several-over-single'],
    ['26000.01', 'import-tax.over-annual', 'import-tax.over-annual'],
  ])('at %s: one item %s, several %s', (value, single, several) => {
    const more = { tariffRate: '0.06' }
    expect(gistOf(one(value, more))).toBe(single)
    expect(gistOf(said({ good: 'bag', total: value, pieces: 2 }, more))).toBe(several)
  })

  test.each([
    ['21000.00', '5000', '455.00'],
    ['20999.99', '5000', '455.00'],
    ['21000.01', '5000', 'import-tax.over-annual'],
    ['20000.00', '6000', '1186.80'],
    ['20000.01', '6000', 'import-tax.over-annual'],
  ])('with %s yuan spent, an order of %s comes to %s', (spentThisYear, value, expected) => {
    expect(gistOf(one(value, { spentThisYear, tariffRate: '0.06' }))).toBe(expected)
  })

  test('send the whole order to general trade when the year would pass its limit', () => {
    const { why, calculation } = refused(importTax(one('800', { spentThisYear: '25500' }), on()))
    expect(why).toBe('not-possible')
    expect(calculation?.total).toBeUndefined()
    expect(calculation && left(calculation, 'annual-limit')).toBe('-300')
    expect(calculation?.verdict.values).toMatchObject({ yearly: '26,300.00', limit: '26,000' })
  })

  test('look at the value with freight and before vouchers', () => {
    const items = [
      { good: 'bag', total: '3000', pieces: 1 },
      { good: 'milk-powder', total: '2300', pieces: 1 },
    ]
    expect(gistOf(said(items, { voucher: '400' }))).toBe('import-tax.several-over-single')
    expect(gistOf(said(items, { openDiscount: '400' }))).toBe('445.90')
    expect(gistOf(said({ good: 'bag', total: '4990', pieces: 2 }, { freight: '10' }))).toBe('455.00')
    expect(gistOf(said({ good: 'bag', total: '4990', pieces: 2 }, { freight: '10.01' }))).toBe(
      'import-tax.several-over-single',
    )
  })

  test('ask how many pieces there are only where it matters', () => {
    expect(gistOf(said({ good: 'bag', total: '5000' }))).toBe('455.00')
    expect(gistOf(said({ good: 'bag', total: '5000.01' }))).toBe('asks pieces')
  })

  test('are told with what is left of them', () => {
    const known = calculated(importTax(one('4900', { spentThisYear: '20000' }), on()))
    expect(left(known, 'single-limit')).toBe('100')
    expect(left(known, 'annual-limit')).toBe('1100')
    const unknown = calculated(importTax(one('4900'), on()))
    expect(left(unknown, 'annual-limit')).toBeUndefined()
    expect(unknown.notes.map(({ key }) => key)).toContain('note.quota-unknown')
  })
})

describe('one item over the single limit', () => {
  test('pays tariff, consumption tax and VAT in full', () => {
    const result = calculated(importTax(one('8000', { tariffRate: '0.06' }), on()))
    expect(amounts(result, 'step.tax.tariff')).toEqual(['480.00'])
    expect(amounts(result, 'step.tax.vat')).toEqual(['1102.40'])
    expect(result.total?.toFixed(2)).toBe('1582.40')
    expect(result.verdict).toMatchObject({ key: 'verdict.import-tax.one-item', values: { rate: '19.78%' } })
    expect(left(result, 'one-item-limit')).toBe('18000')
  })

  test('asks for the tariff', () => {
    expect(asked(importTax(one('8000'), on()))).toMatchObject({ missing: 'tariffRate', item: 1 })
  })

  test('takes the tariff that the goods table names, if a figure holds it', () => {
    const slots = said({ good: 'shirt', total: '6000', pieces: 1 })
    expect(gistOf(slots)).toBe('no-figure')
    const context = on()
    const shirt = context.figures.get('vat-reduced-rate')
    const figures = new Map([...context.figures, ...(shirt ? [['tariff-example', shirt] as const] : [])])
    expect(totalOf(importTax(slots, { ...context, figures }))).toBe('1390.20')
  })

  test.each([
    ['9999.99', '1978.00'],
    ['10000.00', '4972.50'],
    ['10000.01', '4972.50'],
  ])('a watch of %s pays %s: from 10,000 it bears consumption tax', (total, tax) => {
    expect(gistOf(said({ good: 'watch', total, pieces: 1 }, { tariffRate: '0.06' }))).toBe(tax)
  })
})

describe('the limit that a sentence names', () => {
  const limits = { single: new Big('5000'), annual: new Big('26000'), oneItem: new Big('25000') }
  test.each<[Standing, string]>([
    ['within', '5000'],
    ['one-item', '5000'],
    ['several-over-single', '5000'],
    ['at-one-item-limit', '25000'],
    ['over-annual', '26000'],
  ])('is the one that decided: %s', (stands, limit) => {
    expect(limitThatDecided(stands, limits).toFixed()).toBe(limit)
  })

  test('is the ceiling of the exception for one piece at it, whichever advisor speaks', () => {
    const slots = one('26000', { tariffRate: '0.06' })
    for (const outcome of [
      oneOrder(slots, on()),
      importTax(slots, on()),
      quota({ ...slots, spentThisYear: new Big('0') }, on()),
    ])
      expect(refused(outcome).verdict.values).toMatchObject({ value: '26,000.00', limit: '26,000' })
  })

  test('is under the rule of 2016 the one that was passed', () => {
    const then = (slots: ReturnType<typeof said>) => asked(importTax(slots, on('2018-11-11'))).verdict
    expect(then(one('2300'))).toMatchObject({
      key: 'verdict.needs-tariff.over-single-2016',
      values: { limit: '2,000' },
    })
    expect(then(one('800', { spentThisYear: '19500' }))).toMatchObject({
      key: 'verdict.needs-tariff.over-annual-2016',
      values: { limit: '20,000' },
    })
  })
})
