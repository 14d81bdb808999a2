import { describe, expect, test } from 'vitest'
import { ADVISORS } from '../../src/advisors/advisors.ts'
import { fromReceipt } from '../../src/advisors/from-receipt.ts'
import { importTax } from '../../src/advisors/import-tax.ts'
import type { Calculation, Receipt } from '../../src/core/calculation.ts'
import { big, on, said } from './context.ts'
import { calculated, columns } from './outcomes.ts'
import { SCENES } from './scenes.ts'

/** The receipt as it comes back after years: through text. */
const kept = (receipt: Receipt): Receipt => JSON.parse(JSON.stringify(receipt))

describe('a receipt', () => {
  test.each(SCENES)('reproduces $advisor $name, byte for byte', ({ advisor, slots, day }) => {
    const outcome = ADVISORS.find(({ id }) => id === advisor)?.run(slots, on(day))
    const results: Calculation[] =
      outcome === undefined
        ? []
        : 'columns' in outcome
          ? columns(outcome)
          : 'calculation' in outcome && outcome.calculation
            ? [outcome.calculation]
            : []
    expect(results).not.toHaveLength(0)
    for (const result of results) expect(JSON.stringify(fromReceipt(kept(result.receipt)))).toBe(JSON.stringify(result))
  })

  const result = calculated(importTax(said({ good: 'serum', total: '425', content: '20 g' }), on()))

  test('holds the inputs, the day, the figures with their documents and the revision of the knowledge', () => {
    expect(result.receipt).toMatchObject({
      advisor: 'import-tax',
      asOf: '2026-11-23',
      knowledge: 'abc123',
      inputs: { 'items.1.good': 'serum', 'items.1.total': '425', 'items.1.content': '20 g' },
      figures: {
        'ct-high-end-cosmetics': { value: '0.15', document: 'cs-2016-103' },
        'single-limit': { value: '5000', document: 'cgs-2018-49', clause: '第一条' },
      },
    })
  })

  test('holds the figures it used and no others', () => {
    expect(Object.keys(result.receipt.figures)).toEqual([
      'annual-limit',
      'cbec-tariff-within-limits',
      'cbec-tax-share',
      'cosmetics-threshold-per-ml',
      'ct-high-end-cosmetics',
      'one-item-limit',
      'single-limit',
      'tax-rounding-unit',
      'vat-standard-rate',
    ])
  })

  test('gives its own result though figures and goods have changed since', () => {
    const changed = kept(result.receipt)
    expect(fromReceipt(changed)?.total?.toFixed(2)).toBe('98.00')
    // Nothing but the receipt is read: another value in it gives another result.
    Object.assign(changed.figures['vat-standard-rate'] ?? {}, { value: '0.17' })
    expect(fromReceipt(changed)?.total?.toFixed(2)).toBe('112.00')
  })

  test('gives the sources of the result', () => {
    expect(result.sources).toContainEqual({ document: 'cs-2016-103' })
    expect(result.sources).toContainEqual({ document: 'cgs-2018-49', clause: '第一条' })
  })

  test('that is not ours, or lacks a figure, gives nothing', () => {
    expect(fromReceipt({ ...result.receipt, advisor: 'horoscope' })).toBeUndefined()
    expect(fromReceipt({ ...result.receipt, advisor: 'constructor' })).toBeUndefined()
    expect(fromReceipt({ ...result.receipt, figures: {} })).toBeUndefined()
  })

  test('holds nothing that was not needed', () => {
    const slots = { ...said({ good: 'bag', total: '100' }), hsCodes: ['4202210000'], voucher: big('0') }
    expect(Object.keys(calculated(importTax(slots, on())).inputs)).toEqual([
      'items',
      'items.1.good',
      'items.1.total',
      'items.1.vat',
      'items.1.consumptionTax',
      'items.1.parcelClass',
      'items.1.list',
      'voucher',
    ])
  })
})
