import { describe, expect, test } from 'vitest'
import { importTax } from '../../src/advisors/import-tax.ts'
import { big, on, said, TODAY } from './context.ts'
import { amounts, calculated, gist, refused } from './outcomes.ts'

const one = (total: string, more = {}) => said({ good: 'bag', total, pieces: 1 }, more)
const gistOf = (slots: ReturnType<typeof said>, day = TODAY) => gist(importTax(slots, on(day)))

describe('an order within the limits', () => {
  test.each([
    ['bag', undefined, '91.00', '9.10%'],
    ['raw-nuts', undefined, '63.00', '6.30%'],
    ['serum', '50 ml', '230.59', '23.06%'],
    ['wine', undefined, '178.89', '17.89%'],
    ['golf-club', undefined, '178.89', '17.89%'],
    ['pearl', undefined, '178.89', '17.89%'],
    ['watch', undefined, '91.00', '9.10%'],
    ['condoms', undefined, '91.00', '9.10%'],
  ])('pays for 1,000 yuan of %s (%s) %s, at %s', (good, content, tax, rate) => {
    const result = calculated(importTax(said({ good, total: '1000', ...(content && { content }) }), on()))
    expect(result.total?.toFixed(2)).toBe(tax)
    expect(result.verdict).toMatchObject({ key: 'verdict.import-tax.within', values: { tax, rate } })
  })

  test('rounds each tax to the fen, half up, and then adds', () => {
    const slots = said(
      { total: '1000' },
      { freight: '90', insurance: '10', vatRate: '0.13', consumptionTaxRate: '0.2' },
    )
    const result = calculated(importTax(slots, on()))
    expect(amounts(result, 'step.tax.consumption')).toEqual(['192.50'])
    expect(amounts(result, 'step.tax.vat')).toEqual(['125.13'])
    expect(result.total?.toFixed(2)).toBe('317.63')
  })

  test('shows the sum as one would write it', () => {
    const steps = calculated(importTax(said({ good: 'serum', total: '425', content: '20 g' }), on())).steps
    expect(steps.map(({ label, expression }) => `${label} ${expression}`)).toEqual([
      'step.dutiable-value 425',
      'step.unit-price 425 ÷ 20',
      'step.tax.tariff 425 × 0%',
      'step.tax.consumption 425 ÷ (1 − 15%) × 15% × 70%',
      'step.tax.vat 425 ÷ (1 − 15%) × 13% × 70%',
      'step.total 52.50 + 45.50',
    ])
  })

  test('has no exemption of small amounts', () => {
    expect(gistOf(one('10'))).toBe('0.91')
  })

  test('counts freight and insurance, and multiplies a price each', () => {
    const result = calculated(
      importTax(said({ good: 'bag', each: '250', pieces: 2 }, { freight: '20', insurance: '5' }), on()),
    )
    expect(result.steps[0]).toMatchObject({ label: 'step.dutiable-value', expression: '250 × 2 + 20 + 5' })
    expect(amounts(result, 'step.dutiable-value')).toEqual(['525.00'])
  })

  test('is lowered by an open discount and not by a voucher', () => {
    expect(gistOf(one('1000', { openDiscount: '100' }))).toBe('81.90')
    expect(gistOf(one('1000', { voucher: '100' }))).toBe('91.00')
    expect(calculated(importTax(one('1000', { voucher: '100' }), on())).notes).toContainEqual({
      key: 'note.voucher',
      values: { voucher: '100.00' },
    })
  })

  test('converts a foreign price at the rate given, and asks for the rate where none was', () => {
    const foreign = { amount: big('100'), currency: 'USD' }
    const item = { good: 'bag' }
    expect(gistOf(said(item, { foreign, exchangeRate: '7.1' }))).toBe('64.61')
    expect(gistOf(said(item, { foreign }))).toBe('asks exchangeRate')
  })
})

describe('an order of several kinds', () => {
  const order = said(
    [
      { good: 'bag', total: '100', pieces: 1 },
      { good: 'wine', total: '100', pieces: 1 },
      { good: 'raw-nuts', total: '100', pieces: 1 },
    ],
    { freight: '10' },
  )

  test('apportions freight by value, the remainder to the last, so that the shares add up to the fen', () => {
    const result = calculated(importTax(order, on()))
    expect(amounts(result, 'step.item-value')).toEqual(['103.33', '103.33', '103.34'])
    expect(amounts(result, 'step.dutiable-value')).toEqual(['310.00'])
  })

  test('taxes each kind at its own rates and says an average', () => {
    const result = calculated(importTax(order, on()))
    expect(amounts(result, 'step.tax.vat')).toEqual(['9.40', '10.45', '6.51'])
    expect(amounts(result, 'step.tax.consumption')).toEqual(['8.04'])
    expect(result.total?.toFixed(2)).toBe('34.40')
    expect(result.verdict).toMatchObject({ key: 'verdict.import-tax.within-averaged', values: { rate: '11.10%' } })
    expect(result.steps.filter(({ item }) => item === 2).map(({ label }) => label)).toContain('step.tax.consumption')
  })
})

describe('VAT', () => {
  test('that is not settled gives both results', () => {
    const outcome = importTax(said({ good: 'tea', total: '1000' }), on())
    expect(gist(outcome)).toBe('91.00 or 63.00')
    expect(outcome).toMatchObject({
      verdict: { key: 'verdict.vat-unsettled', values: { low: '63.00', high: '91.00' } },
    })
  })

  test('as said goes before the table', () => {
    expect(gistOf(said({ good: 'tea', total: '1000' }, { vatRate: '0.09' }))).toBe('63.00')
  })

  test('may be none at all', () => {
    expect(gistOf(said({ good: 'book', total: '1000' }))).toBe('0.00')
    expect(calculated(importTax(said({ good: 'book', total: '1000' }), on())).verdict.key).toBe(
      'verdict.import-tax.none',
    )
  })

  test('of unknown goods is asked for', () => {
    expect(gistOf(said({ total: '1000' }))).toBe('asks good')
    expect(gistOf(said({ good: 'nothing-we-know', total: '1000' }))).toBe('asks good')
  })
})

describe('what cannot be', () => {
  test.each([
    ['a discount above the price', one('100', { openDiscount: '100.01' })],
    ['a negative price', one('-1')],
    ['a consumption tax of everything', one('100', { consumptionTaxRate: '1' })],
    ['a negative freight', one('100', { freight: '-1' })],
    ['half a piece', said({ good: 'bag', total: '100', pieces: 0.5 })],
    ['no content', said({ good: 'serum', total: '100', content: '0 ml' })],
  ])('is refused: %s', (_, slots) => {
    expect(refused(importTax(slots, on())).why).toBe('impossible')
  })

  test('is no discount that takes the whole price', () => {
    expect(gistOf(one('100', { openDiscount: '100' }))).toBe('0.00')
  })

  test('is asked for: goods, then their price', () => {
    expect(gistOf(said([]))).toBe('asks good')
    expect(gistOf(said({ good: 'bag' }))).toBe('asks price')
  })
})

describe('goods that may not come this way', () => {
  test('are refused', () => {
    expect(refused(importTax(said({ good: 'cigarettes', total: '100' }), on()))).toMatchObject({ why: 'barred' })
  })

  test('by direct mail alone may be bought from a bonded warehouse, which is said once', () => {
    const { notes } = calculated(importTax(said(Array(2).fill({ good: 'seafood', total: '100' })), on()))
    expect(notes.filter(({ key }) => key === 'note.bonded-only')).toHaveLength(1)
  })

  test('with a limit on the quantity say so', () => {
    const { notes } = calculated(importTax(said({ good: 'rice', total: '100' }), on()))
    expect(notes).toContainEqual({ key: 'note.quantity-cap', values: { figure: 'grain-cap' } })
  })
})
