import { describe, expect, test } from 'vitest'
import { luggageTax } from '../../src/advisors/luggage-tax.ts'
import { on, said, TODAY } from './context.ts'
import { amounts, calculated, gist, left, refused } from './outcomes.ts'

type More = Parameters<typeof said>[1]
type SaidItems = Parameters<typeof said>[0]
const RESIDENT: More = { resident: true, from: 'elsewhere' }
const FROM_HONG_KONG: More = { resident: true, from: 'hk-macao' }
const VISITOR: More = { resident: false, from: 'elsewhere' }
const gistOf = (items: SaidItems, more?: More, day = TODAY) => gist(luggageTax(said(items, more), on(day)))
const bags = (total: string, pieces = 2) => ({ good: 'bag', total, pieces })

describe('the allowance', () => {
  // Only the excess is taxed, at and below the allowance nothing.
  test.each([
    [RESIDENT, '4999.99', '0.00'],
    [RESIDENT, '5000.00', '0.00'],
    [RESIDENT, '5000.03', '0.01'],
    [RESIDENT, '6000.00', '200.00'],
    [VISITOR, '2000.00', '0.00'],
    [VISITOR, '2100.00', '20.00'],
    [FROM_HONG_KONG, '12000.00', '0.00'],
    [FROM_HONG_KONG, '12100.00', '20.00'],
    [{ resident: false, from: 'hk-macao' } as const, '2100.00', '20.00'],
  ])('for %o: four pieces of %s in all pay %s', (who, total, tax) => {
    expect(gistOf(bags(total, 20), who)).toBe(tax)
  })

  test('does not reach a piece that alone is above it: that is taxed in full', () => {
    expect(gistOf(bags('5000.00', 1), RESIDENT)).toBe('0.00')
    expect(gistOf(bags('5000.01', 1), RESIDENT)).toBe('1000.00')
    expect(gistOf(bags('10000.02', 2), RESIDENT)).toBe('2000.00')
    expect(gistOf(bags('10000.00', 2), RESIDENT)).toBe('1000.00')
    expect(gistOf(bags('12000.01', 1), FROM_HONG_KONG)).toBe('2400.00')
  })

  test('is there for the rest beside such a piece', () => {
    const items = [bags('8000', 1), { good: 'bag', total: '5600', pieces: 3 }]
    const result = calculated(luggageTax(said(items, RESIDENT), on()))
    expect(amounts(result, 'step.tax.personal')).toEqual(['1600.00', '120.00'])
    expect(result.verdict).toMatchObject({ key: 'verdict.luggage.whole-and-excess', values: { excess: '600.00' } })
  })

  test('is told to be near only to what falls within it', () => {
    const near = (items: SaidItems) =>
      calculated(luggageTax(said(items, RESIDENT), on())).distances.filter(
        ({ beyond }) => beyond === 'beyond.luggage-allowance',
      )
    expect(near(bags('68000', 1))).toEqual([])
    expect(near([bags('8000', 1), bags('4000', 2)])).toHaveLength(1)
  })

  test('leaves open which goods are the excess when their rates differ', () => {
    const items = [
      { good: 'milk-powder', total: '3000', pieces: 10 },
      { good: 'bag', total: '3000', pieces: 2 },
    ]
    const outcome = luggageTax(said(items, RESIDENT), on())
    expect(gist(outcome)).toBe('130.00 or 200.00')
    expect(outcome).toMatchObject({
      verdict: { key: 'verdict.luggage.excess-open', values: { low: '130.00', high: '200.00' } },
    })
  })

  test('takes an excess larger than the goods of the first rate from the next', () => {
    const items = [
      { good: 'milk-powder', total: '500', pieces: 5 },
      { good: 'bag', total: '6000', pieces: 3 },
    ]
    expect(gistOf(items, RESIDENT)).toBe('265.00 or 300.00')
  })

  test('asks who travels only where it matters', () => {
    expect(gistOf(bags('2000'))).toBe('0.00')
    expect(gistOf(bags('3000'))).toBe('asks resident')
    expect(gistOf(bags('3000'), { resident: true })).toBe('0.00')
    expect(gistOf(bags('6000'), { resident: true })).toBe('asks from')
    expect(gistOf(bags('6000', 6), { resident: false })).toBe('800.00')
    expect(gistOf(bags('6000'), { from: 'hk-macao' })).toBe('asks resident')
  })

  test('asks for pieces and goods only above it', () => {
    expect(gistOf({ total: '4000' }, RESIDENT)).toBe('0.00')
    expect(gistOf({ total: '6000' }, RESIDENT)).toBe('asks pieces')
    expect(gistOf({ total: '6000', pieces: 3 }, RESIDENT)).toBe('asks good')
    expect(gistOf({ good: 'bag', each: '6000' }, RESIDENT)).toBe('1200.00')
  })

  test('has no exemption of small taxes, and says so', () => {
    const result = calculated(luggageTax(said(bags('5100', 5), RESIDENT), on()))
    expect(result.total?.toFixed(2)).toBe('20.00')
    expect(result.notes).toContainEqual({ key: 'note.luggage-no-exemption', values: { exempt: '50' } })
  })

  test('says how much of it is left', () => {
    expect(left(calculated(luggageTax(said(bags('3000'), RESIDENT), on())), 'luggage-allowance-resident')).toBe('2000')
  })
})

describe('the day', () => {
  // From Hong Kong and Macao: as from elsewhere until June 2024, at six ports in July 2024, everywhere since August.
  test.each([
    ['2010-08-18', 'no-figure'],
    ['2016-04-07', 'no-figure'],
    ['2016-04-08', '2100.00'],
    ['2024-06-29', '1400.00'],
    ['2024-06-30', '1400.00'],
    ['2024-07-01', '0.00'],
    ['2024-07-02', '0.00'],
    ['2024-08-01', '0.00'],
  ])('on %s twelve thousand from Hong Kong come to %s', (day, expected) => {
    expect(gistOf(bags('12000', 10), FROM_HONG_KONG, day)).toBe(expected)
  })

  test('in July 2024 says that it held at some ports only', () => {
    const notes = (day: string) =>
      calculated(luggageTax(said(bags('9000'), FROM_HONG_KONG), on(day))).notes.map(({ key }) => key)
    expect(notes('2024-07-31')).toContain('note.hk-macao-some-ports')
    expect(notes('2024-08-01')).not.toContain('note.hk-macao-some-ports')
    expect(notes('2024-08-01')).toContain('note.hk-macao-conditions')
  })

  test('before the rates were known is refused with what comes next', () => {
    expect(refused(luggageTax(said(bags('12000', 10), RESIDENT), on('2016-04-07')))).toMatchObject({
      figure: 'parcel-rate-class-2',
      next: { from: '2016-04-08' },
    })
  })
})

describe('the arrival duty-free shop', () => {
  // 8,000 in all, 15,000 from Hong Kong and Macao; what the shop adds cannot be used for goods brought along.
  test.each([
    [RESIDENT, '5000', '3000.00', '0.00'],
    [RESIDENT, '5000', '3000.01', 'luggage.over-shop'],
    [RESIDENT, '4000', '4000.00', '0.00'],
    [RESIDENT, '6000', '3000.00', '200.00'],
    [FROM_HONG_KONG, '12000', '3000.00', '0.00'],
    [FROM_HONG_KONG, '12000', '3000.01', 'luggage.over-shop'],
    [VISITOR, '1000', '100', 'luggage.shop-non-resident'],
  ])('for %o beside %s brought, %s from the shop: %s', (who, total, dutyFreeShop, expected) => {
    expect(gistOf(bags(total, 20), { ...who, dutyFreeShop })).toBe(expected)
  })

  test('asks who travels', () => {
    expect(gistOf(bags('1000'), { dutyFreeShop: '100' })).toBe('asks resident')
    expect(gistOf(bags('1000'), { dutyFreeShop: '100', resident: true })).toBe('asks from')
  })

  test.each([
    ['2016-04-08', '3000.00', '0.00'],
    ['2024-06-30', '3000.00', '0.00'],
    ['2024-06-30', '3000.01', 'luggage.over-shop'],
  ])('on %s from Hong Kong adds as much as elsewhere: %s', (day, dutyFreeShop, expected) => {
    expect(gistOf(bags('5000', 20), { ...FROM_HONG_KONG, dutyFreeShop }, day)).toBe(expected)
  })

  test('has no rule before February 2016', () => {
    expect(gistOf(bags('1000'), { ...RESIDENT, dutyFreeShop: '100' }, '2016-02-17')).toBe('no-figure')
  })
})

describe('alcohol and tobacco', () => {
  const wine = (pieces: number, content = '750 ml') => ({ good: 'wine', each: '400', pieces, content })

  test.each([
    [RESIDENT, 2, '750 ml', '0.00'],
    [RESIDENT, 3, '750 ml', '200.00'],
    [RESIDENT, 1, '1500 ml', '0.00'],
    [RESIDENT, 1, '1501 ml', '200.00'],
    [FROM_HONG_KONG, 1, '750 ml', '0.00'],
    [FROM_HONG_KONG, 2, '750 ml', '200.00'],
    [FROM_HONG_KONG, 1, '1000 ml', '200.00'],
    [RESIDENT, 2, '1000 ml', '200.00'],
  ])('for %o: %i bottles of %s come to %s', (who, pieces, content, tax) => {
    expect(gistOf(wine(pieces, content), who)).toBe(tax)
    const { verdict } = calculated(luggageTax(said(wine(pieces, content), who), on()))
    expect(verdict.key).toBe(`verdict.luggage.alcohol-${tax === '0.00' ? 'free' : 'taxed'}`)
  })

  test('lie outside the value allowance', () => {
    const items = [bags('5000', 5), wine(2)]
    expect(calculated(luggageTax(said(items, RESIDENT), on())).verdict.key).toBe('verdict.luggage.all-free')
    expect(gistOf([bags('5000', 5), wine(3)], RESIDENT)).toBe('200.00')
  })

  test('ask where one comes from only where it matters', () => {
    expect(gistOf(wine(1))).toBe('0.00')
    expect(gistOf(wine(2))).toBe('asks from')
    expect(gistOf({ good: 'wine', total: '400' })).toBe('asks content')
    expect(gistOf({ good: 'wine', total: '400', content: '750 ml' })).toBe('asks pieces')
  })

  test('of several kinds beyond the free volume are left to the counter', () => {
    const items = [wine(2), { good: 'whisky', each: '500', pieces: 1, content: '700 ml' }]
    expect(refused(luggageTax(said(items, RESIDENT), on()))).toMatchObject({ why: 'unsettled' })
  })

  test('below the strength counts by value', () => {
    expect(gistOf({ good: 'beer', total: '300', pieces: 24, content: '330 ml' }, RESIDENT)).toBe('0.00')
  })

  test('are stated by quantity: tobacco is not worked out', () => {
    const { verdict } = refused(luggageTax(said({ good: 'cigarettes', total: '500' }, RESIDENT), on()))
    expect(verdict).toMatchObject({
      key: 'verdict.luggage.tobacco',
      values: { cigarettes: '400', cigars: '20', loose: '500' },
    })
    expect(gistOf({ good: 'cigarettes', total: '500' })).toBe('asks from')
    expect(gistOf({ good: 'cigarettes', total: '500' }, FROM_HONG_KONG, '2024-11-30')).toBe('no-figure')
  })
})

test('goods that may not be brought are refused', () => {
  expect(refused(luggageTax(said({ good: 'meat', total: '100' }, RESIDENT), on())).why).toBe('barred')
})
