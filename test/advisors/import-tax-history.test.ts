import { describe, expect, test } from 'vitest'
import { importTax } from '../../src/advisors/import-tax.ts'
import { on, said, TODAY } from './context.ts'
import { calculated, gist, refused } from './outcomes.ts'

const one = (total: string, more = {}) => said({ good: 'bag', total, pieces: 1 }, more)
const gistOf = (slots: ReturnType<typeof said>, day = TODAY) => gist(importTax(slots, on(day)))

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
