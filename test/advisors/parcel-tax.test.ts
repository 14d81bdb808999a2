import { describe, expect, test } from 'vitest'
import { parcelTax } from '../../src/advisors/parcel-tax.ts'
import { on, said, TODAY } from './context.ts'
import { amounts, calculated, gist, left, refused } from './outcomes.ts'

type More = Parameters<typeof said>[1]
const parcel = (good: string, total: string, more?: More, pieces?: number) =>
  said({ good, total, ...(pieces !== undefined && { pieces }) }, more)
const gistOf = (slots: ReturnType<typeof said>, day = TODAY) => gist(parcelTax(slots, on(day)))

describe('the class', () => {
  test.each([
    ['milk-powder', '130.00'],
    ['bag', '200.00'],
    ['wine', '500.00'],
    ['golf-club', '500.00'],
  ])('of %s costs 1,000 yuan %s', (good, tax) => {
    expect(gistOf(parcel(good, '1000'))).toBe(tax)
  })

  test.each([
    ['100 ml', '999.99', '200.00'],
    ['100 ml', '1000.00', '500.00'],
    ['100 ml', '1000.01', '500.01'],
    ['20 sheet', '299.99', '60.00'],
    ['20 sheet', '300.00', '150.00'],
  ])('of cosmetics follows the consumption-tax threshold: %s for %s', (content, total, tax) => {
    expect(gistOf(said({ good: 'serum', total, pieces: 1, content }))).toBe(tax)
  })

  test('of cosmetics asks for the content', () => {
    expect(gistOf(parcel('serum', '300'))).toBe('asks content')
  })

  test.each([
    ['9999.99', '2000.00'],
    ['10000.00', '5000.00'],
  ])('of a watch at %s costs %s', (total, tax) => {
    expect(gistOf(parcel('watch', total, {}, 1))).toBe(tax)
  })

  test('that is not settled gives the result of each', () => {
    expect(gistOf(parcel('gadget', '1000'))).toBe('130.00 or 200.00')
  })

  test('of unknown goods is asked for', () => {
    expect(gistOf(said({ total: '100' }))).toBe('asks good')
  })
})

describe('the exemption', () => {
  // The tax, to the fen, decides: at the exempt amount nothing is due, a fen above it all of it.
  test.each([
    ['bag', '249.99', '0.00'],
    ['bag', '250.00', '0.00'],
    ['bag', '250.01', '0.00'],
    ['bag', '250.03', '50.01'],
    ['milk-powder', '384.65', '0.00'],
    ['milk-powder', '384.66', '50.01'],
    ['wine', '100.00', '0.00'],
    ['wine', '100.02', '50.01'],
  ])('%s for %s comes to %s', (good, total, tax) => {
    expect(gistOf(parcel(good, total))).toBe(tax)
  })

  test('shows the tax and takes it off again', () => {
    const result = calculated(parcelTax(parcel('bag', '250'), on()))
    expect(amounts(result, 'step.tax.personal')).toEqual(['50.00'])
    expect(amounts(result, 'step.tax.exempt')).toEqual(['-50.00'])
    expect(result.verdict).toMatchObject({ key: 'verdict.parcel.exempt', values: { tax: '50.00', exempt: '50' } })
    expect(left(result, 'parcel-tax-exemption')).toBe('0')
  })

  test('looks at the tax of the whole parcel', () => {
    const items = [
      { good: 'bag', total: '200', pieces: 1 },
      { good: 'milk-powder', total: '100', pieces: 1 },
    ]
    const result = calculated(parcelTax(said(items), on()))
    expect(result.total?.toFixed(2)).toBe('53.00')
    expect(result.verdict.key).toBe('verdict.parcel.taxed-mixed')
    expect(result.steps.filter(({ label }) => label === 'step.tax.personal').map(({ item }) => item)).toEqual([1, 2])
  })
})

describe('the value limit', () => {
  test.each([
    ['1999.99', '400.00', '400.00'],
    ['2000.00', '400.00', '400.00'],
    ['2000.01', '400.00', 'parcel.over-limit'],
    ['3000.00', '600.00', 'parcel.over-limit'],
  ])('at %s: one piece %s, two %s', (total, single, several) => {
    expect(gistOf(parcel('bag', total, {}, 1))).toBe(single)
    expect(gistOf(parcel('bag', total, {}, 2))).toBe(several)
  })

  test('asks how many pieces there are only above it', () => {
    expect(gistOf(parcel('bag', '2000'))).toBe('400.00')
    expect(gistOf(parcel('bag', '2000.01'))).toBe('asks pieces')
  })

  test('says that one indivisible piece is for customs to find', () => {
    const result = calculated(parcelTax(parcel('bag', '3000', {}, 1), on()))
    expect(result.verdict).toMatchObject({ key: 'verdict.parcel.one-piece', values: { limit: '2,000' } })
    expect(result.notes.map(({ key }) => key)).toContain('note.indivisible-checked')
    expect(left(result, 'parcel-limit-inbound')).toBe('-1000')
  })

  test('refuses the rest with the working', () => {
    const { why, calculation } = refused(parcelTax(parcel('bag', '3000', {}, 2), on()))
    expect(why).toBe('not-possible')
    expect(calculation?.total).toBeUndefined()
  })

  // Since December 2024 one limit for all origins, before that two.
  test.each([
    ['2024-11-29', 'hk-macao', '800.00', '160.00'],
    ['2024-11-30', 'hk-macao', '800.01', 'parcel.over-limit'],
    ['2024-11-30', 'elsewhere', '1000.00', '200.00'],
    ['2024-11-30', 'elsewhere', '1000.01', 'parcel.over-limit'],
    ['2024-12-01', 'hk-macao', '2000.00', '400.00'],
    ['2024-12-01', 'elsewhere', '2000.00', '400.00'],
    ['2024-12-02', 'elsewhere', '2000.01', 'parcel.over-limit'],
  ] as const)('on %s from %s two pieces of %s come to %s', (day, from, total, expected) => {
    expect(gistOf(parcel('bag', total, { from }, 2), day)).toBe(expected)
  })

  test('before December 2024 asks for the origin only between the two', () => {
    expect(gistOf(parcel('bag', '800', {}, 2), '2024-11-30')).toBe('160.00')
    expect(gistOf(parcel('bag', '800.01', {}, 2), '2024-11-30')).toBe('asks from')
    expect(gistOf(parcel('bag', '1000', {}, 2), '2024-11-30')).toBe('asks from')
    expect(gistOf(parcel('bag', '1000.01', {}, 2), '2024-11-30')).toBe('parcel.over-limit')
  })
})

describe('the day', () => {
  test.each([
    ['2016-04-07', 'no-figure', 'no-figure', 'no-figure'],
    ['2016-04-08', '75.00', '150.00', '300.00'],
    ['2018-10-31', '75.00', '150.00', '300.00'],
    ['2018-11-01', '75.00', '125.00', '250.00'],
    ['2019-04-08', '75.00', '125.00', '250.00'],
    ['2019-04-09', '65.00', '100.00', '250.00'],
    ['2019-04-10', '65.00', '100.00', '250.00'],
  ])('on %s 500 yuan pay %s, %s or %s', (day, first, second, third) => {
    expect(['milk-powder', 'bag', 'wine'].map((good) => gistOf(parcel(good, '500'), day))).toEqual([
      first,
      second,
      third,
    ])
  })

  test('without a figure names the period that comes next', () => {
    expect(refused(parcelTax(parcel('bag', '500'), on('2016-04-07')))).toMatchObject({
      figure: 'parcel-rate-class-2',
      next: { from: '2016-04-08', to: '2018-10-31' },
    })
  })
})

describe('what is not settled', () => {
  test('is whether postage counts: it is left out, and said where it would matter', () => {
    const cheap = calculated(parcelTax(parcel('bag', '1000', { freight: '50' }), on()))
    expect(cheap.total?.toFixed(2)).toBe('200.00')
    expect(cheap.notes.map(({ key }) => key)).toContain('note.postage-left-out')
    const close = calculated(parcelTax(parcel('bag', '1980', { freight: '50' }), on()))
    expect(close.notes.map(({ key }) => key)).toContain('note.postage-over-limit')
  })

  test('is whether a voucher lowers the price', () => {
    const result = calculated(parcelTax(parcel('bag', '1000', { voucher: '50' }), on()))
    expect(result.notes.map(({ key }) => key)).toContain('note.voucher-unsettled')
  })
})

test('goods that may not be posted are refused', () => {
  expect(refused(parcelTax(parcel('meat', '100'), on())).why).toBe('barred')
})
