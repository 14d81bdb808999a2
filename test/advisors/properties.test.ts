import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/advisors/advisor.ts'
import { ADVISORS } from '../../src/advisors/advisors.ts'
import { importTax } from '../../src/advisors/import-tax.ts'
import { luggageTax } from '../../src/advisors/luggage-tax.ts'
import { parcelTax } from '../../src/advisors/parcel-tax.ts'
import { apportion, sum } from '../../src/advisors/rounding.ts'
import { isTax } from '../../src/advisors/tax-chain.ts'
import type { Calculation } from '../../src/core/calculation.ts'
import { big, on, said } from './context.ts'
import { SCENES } from './scenes.ts'

const FEN = big('0.01')
/** An amount in fen as yuan. */
const yuan = (fen: number): string => big(fen).times(FEN).toFixed(2)

const day = fc.constantFrom(
  '2016-05-01',
  '2017-01-01',
  '2018-06-01',
  '2019-03-31',
  '2019-04-01',
  '2024-12-01',
  '2026-11-23',
)
/** Goods whose tax goes one way whatever they cost. */
const good = fc.constantFrom('bag', 'wine', 'golf-club', 'pearl', 'condoms')
const volume = fc.integer({ min: 50, max: 5000 }).map((millilitres) => `${millilitres} ml`)

const resultOf = (outcome: Outcome): Calculation | undefined =>
  outcome.kind === 'calculated' ? outcome.calculation : undefined
const total = (outcome: Outcome) => resultOf(outcome)?.total

describe('the tax never falls when the price rises', () => {
  const rises = (taxOf: (total: string, good: string, day: string, content: string) => Outcome, most: number) =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: most }),
        fc.integer({ min: 0, max: most }),
        fc.oneof(good, fc.constantFrom('serum', 'whisky', 'watch')),
        day,
        volume,
        (a, b, kind, when, content) => {
          const [lower, higher] = [Math.min(a, b), Math.max(a, b)]
          const [first, second] = [taxOf(yuan(lower), kind, when, content), taxOf(yuan(higher), kind, when, content)]
          const [less, more] = [total(first), total(second)]
          if (
            less === undefined ||
            more === undefined ||
            resultOf(first)?.verdict.key !== resultOf(second)?.verdict.key
          )
            return
          expect(more.gte(less)).toBe(true)
        },
      ),
    )

  test('within the limits of retail import', () => {
    rises(
      (amount, kind, when, content) => importTax(said({ good: kind, total: amount, pieces: 1, content }), on(when)),
      500_000,
    )
  })

  test('for one item over the single limit', () => {
    rises(
      (amount, kind, when, content) =>
        importTax(said({ good: kind, total: amount, pieces: 1, content }, { tariffRate: '0.065' }), on(when)),
      2_600_000,
    )
  })

  test('in a parcel, and in luggage', () => {
    rises(
      (amount, kind, when, content) => parcelTax(said({ good: kind, total: amount, pieces: 1, content }), on(when)),
      500_000,
    )
    rises(
      (amount, kind, when) =>
        luggageTax(said({ good: kind, total: amount, pieces: 9 }, { resident: true, from: 'elsewhere' }), on(when)),
      2_000_000,
    )
  })
})

describe('a price with the tax in it', () => {
  test('gives back the value it was made from', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500_000 }),
        fc.oneof(good, fc.constantFrom('serum', 'whisky', 'yellow-wine')),
        day,
        volume,
        (fen, kind, when, content) => {
          const item = { good: kind, pieces: 1, content }
          const forward = total(importTax(said({ ...item, total: yuan(fen) }), on(when)))
          if (forward === undefined) return
          const price = big(yuan(fen)).plus(forward).toFixed(2)
          const back = resultOf(importTax(said({ ...item, total: price }, { taxIncluded: true }), on(when)))
          expect(back?.steps.find(({ label }) => label === 'step.declared-value')?.amount.toFixed(2)).toBe(yuan(fen))
          expect(back?.total?.toFixed(2)).toBe(forward.toFixed(2))
        },
      ),
    )
  })

  test('of one item over the limit gives it back too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 500_001, max: 2_599_999 }), fc.integer({ min: 0, max: 65 }), (fen, percent) => {
        const more = { tariffRate: big(percent).div('100').toFixed() }
        const item = { good: 'wine', pieces: 1 }
        const forward = total(importTax(said({ ...item, total: yuan(fen) }, more), on()))
        const price = big(yuan(fen))
          .plus(forward ?? '0')
          .toFixed(2)
        const back = resultOf(importTax(said({ ...item, total: price }, { ...more, taxIncluded: true }), on()))
        expect(back?.total?.toFixed(2)).toBe(forward?.toFixed(2))
      }),
    )
  })
})

describe('a result', () => {
  const order = fc.record({
    items: fc.array(
      fc.record({
        good,
        total: fc.integer({ min: 0, max: 100_000 }).map(yuan),
        pieces: fc.integer({ min: 1, max: 5 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    freight: fc.integer({ min: 0, max: 20_000 }).map(yuan),
    insurance: fc.integer({ min: 0, max: 1000 }).map(yuan),
  })

  test('adds up: the taxes to the total, the shares to the value', () => {
    fc.assert(
      fc.property(order, day, ({ items, ...more }, when) => {
        for (const outcome of [
          importTax(said(items, { ...more, tariffRate: '0.1' }), on(when)),
          parcelTax(said(items, more), on(when)),
        ]) {
          const result = resultOf(outcome)
          if (!result?.total) continue
          expect(sum(result.steps.filter(isTax).map(({ amount }) => amount)).eq(result.total)).toBe(true)
          expect(result.steps.find(({ label }) => label === 'step.total')?.amount.eq(result.total)).toBe(true)
          const shares = result.steps.filter(({ label }) => label === 'step.item-value')
          if (shares.length > 0)
            expect(sum(shares.map(({ amount }) => amount)).toFixed()).toBe(result.steps[0]?.amount.toFixed())
        }
      }),
    )
  })

  test('has amounts of tax in whole fen', () => {
    fc.assert(
      fc.property(order, ({ items, ...more }) => {
        for (const step of resultOf(importTax(said(items, more), on()))?.steps.filter(isTax) ?? [])
          expect(step.amount.mod(FEN).eq('0')).toBe(true)
      }),
    )
  })

  test('is the same bytes for the same input, and changes nothing it is given', () => {
    for (const { advisor, slots, day: when } of SCENES) {
      const run = ADVISORS.find(({ id }) => id === advisor)?.run
      const before = JSON.stringify(slots)
      expect(JSON.stringify(run?.(slots, on(when)))).toBe(JSON.stringify(run?.(slots, on(when))))
      expect(JSON.stringify(slots)).toBe(before)
    }
  })

  test('is never a surprise: whatever is said, an outcome comes back', () => {
    const amount = fc.option(fc.integer({ min: -100, max: 3_000_000 }).map(yuan), { nil: undefined })
    const rate = fc.option(fc.constantFrom('0', '0.06', '0.13', '1', '2'), { nil: undefined })
    const anything = fc.record({
      items: fc.array(
        fc.record({
          good: fc.constantFrom(
            undefined,
            'bag',
            'serum',
            'tea',
            'beer',
            'whisky',
            'wine',
            'gadget',
            'cigarettes',
            'meat',
            'watch',
            '?',
          ),
          total: amount,
          each: amount,
          pieces: fc.constantFrom(undefined, 0, 1, 2, 1.5),
          content: fc.constantFrom(undefined, '50 ml', '0 ml', '10 sheet', '3 g'),
        }),
        { maxLength: 3 },
      ),
      freight: amount,
      openDiscount: amount,
      voucher: amount,
      spentThisYear: amount,
      dutyFreeShop: amount,
      tariffRate: rate,
      vatRate: rate,
      consumptionTaxRate: rate,
      exchangeRate: fc.constantFrom(undefined, '0', '7.1'),
      taxIncluded: fc.constantFrom(undefined, true),
      resident: fc.constantFrom(undefined, true, false),
      from: fc.constantFrom(undefined, 'hk-macao' as const, 'elsewhere' as const),
      foreign: fc.constantFrom(
        undefined,
        { amount: big('80'), currency: 'USD' },
        { amount: big('80'), currency: 'EUR' },
      ),
    })
    fc.assert(
      fc.property(
        anything,
        fc.oneof(day, fc.constantFrom('2005-01-01', '2012-01-01', '2030-01-01')),
        ({ items, ...more }, when) => {
          for (const { run } of ADVISORS) {
            const outcome = run(said(items as Parameters<typeof said>[0], more as Parameters<typeof said>[1]), on(when))
            expect(['calculated', 'compared', 'asked', 'refused']).toContain(outcome.kind)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('apportioning', () => {
  const weights = fc.array(
    fc.integer({ min: 0, max: 1_000_000 }).map((fen) => big(yuan(fen))),
    { minLength: 1, maxLength: 12 },
  )

  test('gives shares that add up exactly, in whole fen, none negative', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), weights, (fen, parts) => {
        const shares = apportion(big(yuan(fen)), parts, FEN)
        expect(sum(shares).toFixed(2)).toBe(yuan(fen))
        for (const share of shares) expect(share.gte('0') && share.mod(FEN).eq('0')).toBe(true)
      }),
    )
  })

  test.each([
    ['10.00', ['1', '1', '1'], ['3.33', '3.33', '3.34']],
    ['0.05', Array(10).fill('1'), [...Array(9).fill('0.00'), '0.05']],
    ['5.00', ['0', '0'], ['0.00', '5.00']],
    ['20.00', ['2', '1', '1'], ['10.00', '5.00', '5.00']],
  ])('divides %s by %j into %j', (amount, parts, shares) => {
    expect(apportion(big(amount), parts.map(big), FEN).map((share) => share.toFixed(2))).toEqual(shares)
  })
})
