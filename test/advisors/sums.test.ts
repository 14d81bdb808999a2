import type { Big } from 'big.js'
import { describe, expect, test } from 'vitest'
import { fromReceipt } from '../../src/advisors/from-receipt.ts'
import { type Sum, sums } from '../../src/advisors/sums.ts'
import { shipped } from '../content/shipped.ts'
import { big, on } from './context.ts'

function worked(said: Sum, day?: string) {
  const outcome = sums(said, on(day ?? '2026-11-23'))
  if (outcome.kind !== 'calculated') throw new Error(outcome.kind)
  return outcome.calculation
}

describe('a sum of one figure and what was said', () => {
  test('tells how a composite rate comes about, cut or rounded as people write it', () => {
    const of = (rate: string) => worked({ sum: 'composite', base: big(rate) }).verdict
    expect(of('0.091')).toMatchObject({ key: 'verdict.sum.composite.ordinary', values: { vat: '13%', share: '70%' } })
    expect(of('0.063')).toMatchObject({ key: 'verdict.sum.composite.reduced', values: { vat: '9%' } })
    expect(of('0.179').values).toMatchObject({ rate: '17.89%', consumption: '10%' })
    expect(of('0.2305').values).toMatchObject({ rate: '23.06%', consumption: '15%' })
    expect(sums({ sum: 'composite', base: big('0.5') }, on()).kind).toBe('refused')
  })

  test('tells how the rate of another day came about', () => {
    expect(worked({ sum: 'composite', base: big('0.119') }, '2016-06-01').verdict.values).toMatchObject({ vat: '17%' })
  })

  test('is what is left of a yearly cap', () => {
    expect(worked({ sum: 'cap-left', base: big('6.5'), cap: 'grain-cap' }).verdict.values).toMatchObject({
      left: '13.5',
    })
  })

  test('is what an order counts for: freight does, tax and vouchers do not', () => {
    const order = { freight: big('35'), tax: big('58.79'), voucher: big('100') }
    expect(worked({ sum: 'counts-for', base: big('611'), ...order }).total?.toFixed()).toBe('646')
    expect(worked({ sum: 'counts-for', base: big('6000'), ...order }).verdict.key).toMatch(/over-single$/)
    expect(worked({ sum: 'counts-for', base: big('26000'), ...order }).verdict.key).toMatch(/over-annual$/)
    expect(worked({ sum: 'counts-for', base: big('25965'), ...order }).verdict.key).toMatch(/at-one-item-limit$/)
  })

  test('is what was paid: goods, freight and tax less vouchers', () => {
    const order = { base: big('611'), freight: big('35'), tax: big('58.79'), voucher: big('100') }
    const calculation = worked({ sum: 'actual-paid', ...order })
    expect(calculation.total?.toFixed(2)).toBe('604.79')
    expect(fromReceipt(calculation.receipt)).toEqual(calculation)
  })

  test('is refused on a day without the rule', () => {
    expect(sums(figureSum('eu-item-duty', { base: big('2'), unit: 'tariff-items' }), on('2026-01-01')).kind).toBe(
      'refused',
    )
  })

  test.each([
    [
      'late-fee',
      { base: big('20000'), unit: 'CNY', days: 30 },
      { result: '300 CNY', total: '20300 CNY', days: '30 days' },
    ],
    ['tax-loss-fine', { base: big('80000'), unit: 'CNY' }, { low: '24000 CNY', high: '160000 CNY' }],
    ['smuggling-fine', { base: big('30000'), unit: 'CNY' }, { result: '90000 CNY' }],
    ['br-upper', { base: big('120'), unit: 'USD' }, { result: '52 USD' }],
    ['eu-item-duty', { base: big('2'), unit: 'tariff-items' }, { result: '6 EUR' }],
    ['jp-exempt', { base: big('12500.4'), unit: 'JPY' }, { base: '12500.4 JPY' }],
  ] as const)('is one of those in sums.yaml, and comes out of its receipt again: %s', (id, said, values) => {
    const calculation = worked(figureSum(id, said))
    expect(calculation.verdict).toMatchObject({ key: `sum:${id}:0`, values })
    expect(fromReceipt(calculation.receipt)).toEqual(calculation)
  })

  test('has steps and a total in yuan only', () => {
    expect(worked(figureSum('late-fee', { base: big('20000'), unit: 'CNY', days: 30 })).total?.toFixed()).toBe('300')
    const inPounds = worked(figureSum('uk-vat', { base: big('90'), unit: 'GBP' }))
    expect([inPounds.total, inPounds.steps]).toEqual([undefined, []])
  })
})

function figureSum(id: string, said: { base: Big; unit: string; days?: number }): Sum {
  const sum = shipped().sums.sums.find((one) => one.id === id)
  const held = sum?.cases[0]
  if (!sum || !held) throw new Error(id)
  return { sum: 'figure', asked: { sum, case: held, said, shows: [] } }
}
