import { describe, expect, test } from 'vitest'
import { importTax } from '../../src/advisors/import-tax.ts'
import { on, said, TODAY } from './context.ts'
import { amounts, calculated, gist } from './outcomes.ts'

const gistOf = (slots: ReturnType<typeof said>, day = TODAY) => gist(importTax(slots, on(day)))

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
