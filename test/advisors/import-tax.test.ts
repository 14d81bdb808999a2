import { describe, expect, test } from 'vitest'
import { importTax } from '../../src/advisors/import-tax.ts'
import { big, on, said, TODAY } from './context.ts'
import { amounts, asked, calculated, columns, gist, left, refused, totalOf } from './outcomes.ts'

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

  test('ask for the volume when the content is no volume', () => {
    expect(gistOf(said({ good: 'whisky', total: '300', content: '700 g' }))).toBe('asks content')
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

describe('the day', () => {
  // The day before, the day and the day after each change.
  test.each([
    ['2016-04-07', 'no-figure', 'no-figure'],
    ['2016-04-08', '119.00', '470.00'],
    ['2016-04-09', '119.00', '470.00'],
    ['2016-09-29', '119.00', '470.00'],
    ['2016-09-30', '119.00', '470.00'],
    ['2016-10-01', '119.00', '263.53'],
    ['2018-04-29', '119.00', '263.53'],
    ['2018-04-30', '119.00', '263.53'],
    ['2018-05-01', '112.00', '255.29'],
    ['2019-03-30', '112.00', '255.29'],
    ['2019-03-31', '112.00', '255.29'],
    ['2019-04-01', '91.00', '230.59'],
    ['2019-04-02', '91.00', '230.59'],
    ['2024-11-30', '91.00', '230.59'],
    ['2024-12-01', '91.00', '230.59'],
  ])('on %s 1,000 yuan of ordinary goods pay %s and of high-end cosmetics %s', (day, ordinary, cosmetics) => {
    expect(gistOf(one('1000'), day)).toBe(ordinary)
    expect(gistOf(said({ good: 'serum', total: '1000', content: '50 ml', pieces: 1 }), day)).toBe(cosmetics)
  })

  test.each([
    ['2025-12-30', '0.00'],
    ['2025-12-31', '0.00'],
    ['2026-01-01', '91.00'],
    ['2026-01-02', '91.00'],
  ])('on %s 1,000 yuan of contraceptives pay %s', (day, tax) => {
    expect(gistOf(said({ good: 'condoms', total: '1000' }), day)).toBe(tax)
  })

  test('before anything was in force is refused with the period that comes next, never worked out with a later rate', () => {
    expect(refused(importTax(one('1000'), on('2016-04-07')))).toMatchObject({
      why: 'no-figure',
      figure: 'single-limit',
      next: { from: '2016-04-08', to: '2018-12-31' },
    })
    expect(refused(importTax(said({ good: 'raw-nuts', total: '1000' }), on('2019-03-31')))).toMatchObject({
      figure: 'vat-reduced-rate',
      next: { from: '2019-04-01' },
    })
  })

  // Until 2018 the limits were 2,000 and 20,000, and whatever passed one stayed in the channel with the full tax.
  test.each([
    ['2018-12-30', '2000.00', '0', '224.00'],
    ['2018-12-31', '2000.00', '0', '224.00'],
    ['2018-12-31', '2000.01', '0', '459.20'],
    ['2018-12-31', '1000.00', '19000', '112.00'],
    ['2018-12-31', '1000.00', '19000.01', '229.60'],
    ['2019-01-01', '2000.01', '0', '224.00'],
    ['2019-01-01', '5000.01', '0', '1148.00'],
    ['2019-01-01', '1000.00', '19000.01', '112.00'],
    ['2019-01-02', '1000.00', '25000.01', 'import-tax.over-annual'],
  ])('on %s one item of %s with %s spent comes to %s', (day, value, spentThisYear, expected) => {
    expect(gistOf(one(value, { spentThisYear, tariffRate: '0.06' }), day)).toBe(expected)
  })

  test('until 2018 several items over the single limit stayed in the channel too', () => {
    const several = said({ good: 'bag', total: '3000', pieces: 2 }, { tariffRate: '0.06' })
    expect(calculated(importTax(several, on('2018-12-31'))).verdict.key).toBe('verdict.import-tax.full-tax-2016')
    expect(gistOf(several, '2019-01-01')).toBe('336.00')
  })
})

describe('a price with the tax in it', () => {
  const included = (total: string, item = {}, more = {}) =>
    said({ good: 'bag', total, pieces: 1, ...item }, { taxIncluded: true, ...more })

  test('is taken back to the value that is declared', () => {
    const result = calculated(importTax(included('1091'), on()))
    expect(amounts(result, 'step.declared-value')).toEqual(['1000.00'])
    expect(result.verdict).toEqual({
      key: 'verdict.import-tax.included',
      values: { tax: '91.00', value: '1,000.00', price: '1,091.00', rate: '9.10%', limit: '5,000' },
    })
    expect(result.steps.find(({ label }) => label === 'step.declared-value')?.expression).toBe('1091 ÷ (1 + 9.1%)')
  })

  test.each([
    ['serum', { content: '20 g' }, '523.00', '425.00'],
    ['whisky', { content: '700 ml' }, '387.26', '300.00'],
    ['wine', {}, '1178.89', '1000.00'],
  ])('holds for %s', (good, item, price, value) => {
    const result = calculated(importTax(included(price, { good, ...item }), on()))
    expect(amounts(result, 'step.declared-value')).toEqual([value])
  })

  test('holds for one item over the limit, with the full tax', () => {
    const result = calculated(importTax(included('9582.40', {}, { tariffRate: '0.06' }), on()))
    expect(amounts(result, 'step.declared-value')).toEqual(['8000.00'])
  })

  test('that lies where a rate changes has no value', () => {
    expect(gistOf(included('545.49', { good: 'serum', content: '50 ml' }))).toBe('45.50')
    expect(gistOf(included('580', { good: 'serum', content: '50 ml' }))).toBe('no-such-price')
    expect(gistOf(included('615.29', { good: 'serum', content: '50 ml' }))).toBe('115.29')
    expect(gistOf(included('5600', {}, { tariffRate: '0.06' }))).toBe('no-such-price')
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

  test('with a limit on the quantity say so', () => {
    const { notes } = calculated(importTax(said({ good: 'rice', total: '100' }), on()))
    expect(notes).toContainEqual({ key: 'note.quantity-cap', values: { figure: 'grain-cap' } })
  })
})
