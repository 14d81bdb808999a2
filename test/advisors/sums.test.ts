import { describe, expect, test } from 'vitest'
import { fromReceipt } from '../../src/advisors/from-receipt.ts'
import { type Sum, sums } from '../../src/advisors/sums.ts'
import { big, on } from './context.ts'

function worked(said: Sum, day?: string) {
  const outcome = sums(said, on(day ?? '2026-11-23'))
  if (outcome.kind !== 'calculated') throw new Error(outcome.kind)
  return outcome.calculation
}

describe('a sum of one figure and what was said', () => {
  test('is a late fee: tax, days and the daily rate', () => {
    const { verdict, total } = worked({ sum: 'late-fee', base: big('20000'), days: 30 })
    expect(total?.toFixed()).toBe('300')
    expect(verdict.values).toMatchObject({ fee: '300.00', all: '20,300.00' })
  })

  test.each([
    ['tax-loss-fine', '24,000.00', '160,000.00'],
    ['withholding-fine', '40,000.00', '240,000.00'],
  ] as const)('is a fine between two shares of the tax: %s', (sum, least, most) => {
    expect(worked({ sum, base: big('80000') }).verdict.values).toMatchObject({ least, most })
  })

  test('is at most three times the tax evaded, and says from where it may be a crime', () => {
    const { verdict, notes } = worked({ sum: 'smuggling-fine', base: big('30000') })
    expect(verdict.values).toMatchObject({ most: '90,000.00' })
    expect(notes.map(({ key }) => key)).toContain('note.smuggling-crime')
  })

  test('is an income and no tax', () => {
    expect(worked({ sum: 'assessed-income', base: big('3000000') }).total?.toFixed()).toBe('120000')
  })

  test('is a duty on each tariff item of a parcel to the EU', () => {
    expect(worked({ sum: 'eu-duty', kinds: 2 }).verdict.values).toMatchObject({ duty: '6', kinds: '2' })
  })

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

  test('is what is left of a yearly limit, or how far it is overdrawn', () => {
    expect(worked({ sum: 'hainan-left', base: big('58000') }).total?.toFixed()).toBe('42000')
    expect(worked({ sum: 'hainan-left', base: big('104000') }).verdict.key).toBe('verdict.sum.hainan-left.over')
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
    expect(sums({ sum: 'eu-duty', kinds: 2 }, on('2026-01-01')).kind).toBe('refused')
  })

  test('comes out of its receipt again', () => {
    const calculation = worked({ sum: 'late-fee', base: big('20000'), days: 30 })
    expect(fromReceipt(calculation.receipt)).toEqual(calculation)
  })
})
