import { describe, expect, test } from 'vitest'
import { importTax } from '../../src/advisors/import-tax.ts'
import { big, on, said, TODAY } from './context.ts'
import { amounts, calculated, columns, gist, left } from './outcomes.ts'

const gistOf = (slots: ReturnType<typeof said>, day = TODAY) => gist(importTax(slots, on(day)))

describe('high-end cosmetics', () => {
  // The unit printed on the pack decides, the value with freight is compared, and equality counts as high-end.
  test.each([
    ['50 ml', '499.99', '45.50'],
    ['50 ml', '500.00', '115.29'],
    ['50 ml', '500.01', '115.30'],
    ['20 g', '199.99', '18.20'],
    ['20 g', '200.00', '46.12'],
    ['20 g', '200.01', '46.12'],
    ['10 sheet', '149.99', '13.65'],
    ['10 sheet', '150.00', '34.59'],
    ['10 sheet', '150.01', '34.59'],
  ])('%s for %s pay %s', (content, total, tax) => {
    expect(gistOf(said({ good: 'serum', total, pieces: 1, content }))).toBe(tax)
  })

  test('count the content of all pieces, and freight', () => {
    const two = (total: string, more = {}) => gistOf(said({ good: 'serum', total, pieces: 2, content: '50 ml' }, more))
    expect(two('999.99')).toBe('91.00')
    expect(two('1000')).toBe('230.59')
    expect(two('990', { freight: '10' })).toBe('230.59')
  })

  test('say how far they are from the threshold, and assume one piece aloud', () => {
    const result = calculated(importTax(said({ good: 'serum', total: '425', content: '50 ml' }), on()))
    expect(left(result, 'cosmetics-threshold-per-ml')).toBe('1.5')
    expect(result.notes.map(({ key }) => key)).toContain('note.one-piece-assumed')
  })

  test('ask for the content', () => {
    expect(gistOf(said({ good: 'serum', total: '425' }))).toBe('asks content')
  })

  test('had no threshold before October 2016, and bore 30 %', () => {
    expect(gistOf(said({ good: 'serum', total: '100' }), '2016-09-30')).toBe('47.00')
    expect(gistOf(said({ good: 'serum', total: '100', content: '10 ml' }), '2016-10-01')).toBe('26.35')
    expect(gistOf(said({ good: 'serum', total: '100' }), '2016-10-01')).toBe('asks content')
  })
})

describe('drinks', () => {
  test('spirits bear a tax by value and one by the litre', () => {
    const result = calculated(importTax(said({ good: 'whisky', total: '300', pieces: 1, content: '700 ml' }), on()))
    expect(result.total?.toFixed(2)).toBe('87.26')
    expect(result.verdict).toMatchObject({ key: 'verdict.import-tax.within-averaged', values: { rate: '29.09%' } })
  })

  test('yellow wine bears a tax by the litre alone', () => {
    const result = calculated(
      importTax(said({ good: 'yellow-wine', total: '100', pieces: 2, content: '500 ml' }), on()),
    )
    expect(amounts(result, 'step.tax.consumption')).toEqual(['0.17'])
    expect(amounts(result, 'step.tax.vat')).toEqual(['9.12'])
  })

  test.each([
    ['60', 24, '330 ml', '7.04'],
    ['5', 1, '500 ml', '0.56'],
    ['20', 1, '330 ml', '1.89'],
  ])('beer at %s yuan for %i of %s pays %s above the threshold', (total, pieces, content, tax) => {
    expect(gistOf(said({ good: 'beer', total, pieces, content }, { exchangeRate: '7.1' }))).toBe(tax)
  })

  test('beer changes its bracket exactly at the threshold', () => {
    // 988 litres for 370 dollars at 7 yuan: 2,590 yuan a tonne.
    const beer = (total: string) =>
      calculated(importTax(said({ good: 'beer', total, pieces: 1, content: '988000 ml' }, { exchangeRate: '7' }), on()))
    expect(amounts(beer('2589.99'), 'step.specific-tax')).toEqual(['220.03'])
    expect(left(beer('2589.99'), 'beer-threshold-usd-per-tonne')).toBe('0')
    expect(amounts(beer('2590'), 'step.specific-tax')).toEqual(['249.96'])
    expect(amounts(beer('2590.01'), 'step.specific-tax')).toEqual(['249.96'])
    expect(left(beer('2590'), 'beer-threshold-usd-per-tonne')).toBeUndefined()
  })

  test('beer without the customs rate is told both ways while the rate is asked for', () => {
    const outcome = importTax(said({ good: 'beer', total: '60', pieces: 24, content: '330 ml' }), on())
    expect(outcome).toMatchObject({
      kind: 'asked',
      missing: 'exchangeRate',
      verdict: { values: { low: '6.85', high: '7.04' } },
    })
    expect(columns(outcome).map(({ total }) => total?.toFixed(2))).toEqual(['7.04', '6.85'])
  })

  test('beer priced in another currency is told both ways: its rate says nothing about dollars', () => {
    const foreign = { amount: big('8'), currency: 'EUR' }
    const beer = { good: 'beer', pieces: 24, content: '330 ml' }
    expect(gistOf(said(beer, { foreign }))).toBe('asks exchangeRate')
    expect(gistOf(said(beer, { foreign, exchangeRate: '7.5' }))).toBe('7.04 or 6.85')
  })

  test('ask for the volume when the content is no volume', () => {
    expect(gistOf(said({ good: 'whisky', total: '300', content: '700 g' }))).toBe('asks content')
  })
})
