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

  test('is refused on a day without the rule', () => {
    expect(sums({ sum: 'eu-duty', kinds: 2 }, on('2026-01-01')).kind).toBe('refused')
  })

  test('comes out of its receipt again', () => {
    const calculation = worked({ sum: 'late-fee', base: big('20000'), days: 30 })
    expect(fromReceipt(calculation.receipt)).toEqual(calculation)
  })
})
