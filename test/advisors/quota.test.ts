import { describe, expect, test } from 'vitest'
import { quota } from '../../src/advisors/quota.ts'
import { quotaOrders } from '../../src/advisors/quota-orders.ts'
import { on, said, TODAY } from './context.ts'
import { amounts, calculated, gist, left, refused } from './outcomes.ts'

const spent = (spentThisYear: string, items: Parameters<typeof said>[0] = []) => said(items, { spentThisYear })

describe('what is left this year', () => {
  test.each([
    ['0', '26000.00', 'verdict.quota.left'],
    ['20000', '6000.00', 'verdict.quota.left'],
    ['25999.99', '0.01', 'verdict.quota.left'],
    ['26000', '0.00', 'verdict.quota.none'],
    ['26000.01', '0.00', 'verdict.quota.overspent'],
  ])('after %s is %s', (amount, remaining, verdict) => {
    const result = calculated(quota(spent(amount), on()))
    expect(result.total?.toFixed(2)).toBe(remaining)
    expect(result.verdict.key).toBe(verdict)
  })

  test('is asked for what was spent', () => {
    expect(gist(quota(said([]), on()))).toBe('asks spentThisYear')
  })

  test('shows the sum and when it starts again', () => {
    const result = calculated(quota(spent('20000'), on()))
    expect(result.steps).toMatchObject([{ label: 'step.quota-left', expression: '26000 − 20000' }])
    expect(result.notes).toContainEqual({ key: 'note.quota-reset', values: { day: '2027-01-01', limit: '26,000' } })
  })

  test.each([
    ['2018-12-31', '20,000', '2019-01-01'],
    ['2019-01-01', '26,000', '2020-01-01'],
    ['2026-12-31', '26,000', '2027-01-01'],
    ['2027-01-01', '26,000', '2028-01-01'],
  ])('on %s counts from %s and starts again on %s', (day, limit, reset) => {
    const { verdict, notes } = calculated(quota(spent('0'), on(day)))
    expect(verdict.values.limit).toBe(limit)
    expect(notes.find(({ key }) => key === 'note.quota-reset')?.values.day).toBe(reset)
  })

  test('is not known before the limits were', () => {
    expect(refused(quota(spent('0'), on('2016-04-07')))).toMatchObject({ why: 'no-figure', figure: 'single-limit' })
  })
})

describe('whether one may still buy', () => {
  const bag = (total: string, pieces = 1) => ({ good: 'bag', total, pieces })

  // A fen below, at and above each limit.
  test.each([
    ['21000', '4999.99', 1, 'within', '0.01'],
    ['21000', '5000', 1, 'exactly', '0.00'],
    ['21000', '5000.01', 1, 'over-annual', undefined],
    ['0', '5000.01', 1, 'one-item', '20999.99'],
    ['0', '5000.01', 2, 'several-over-single', undefined],
    ['0', '25999.99', 1, 'one-item', '0.01'],
    ['0', '26000', 1, 'at-one-item-limit', undefined],
    ['0', '26000', 2, 'several-over-single', undefined],
    ['0', '26000.01', 1, 'over-annual', undefined],
    ['20000', '6000', 1, 'one-item', '0.00'],
    ['20000', '6000.01', 1, 'over-annual', undefined],
    ['25500', '500', 1, 'exactly', '0.00'],
    ['25500', '500.01', 1, 'over-annual', undefined],
  ])('with %s spent, %s in %i pieces: %s', (before, total, pieces, verdict, remaining) => {
    const outcome = quota(spent(before, bag(total, pieces)), on())
    if (remaining === undefined) expect(gist(outcome)).toBe(`quota.${verdict}`)
    else {
      expect(gist(outcome)).toBe(remaining)
      expect(calculated(outcome).verdict.key).toBe(`verdict.quota.${verdict}`)
    }
  })

  test('counts freight and takes off open discounts, not vouchers', () => {
    const slots = said(bag('480'), { spentThisYear: '25500', freight: '20.01' })
    expect(gist(quota(slots, on()))).toBe('quota.over-annual')
    const discounted = said(bag('480'), { spentThisYear: '25500', freight: '20.01', openDiscount: '0.01' })
    expect(gist(quota(discounted, on()))).toBe('0.00')
    const voucher = said(bag('500.01'), { spentThisYear: '25500', voucher: '100' })
    expect(gist(quota(voucher, on()))).toBe('quota.over-annual')
  })

  test('needs no kind of goods, but the pieces of an order over the single limit', () => {
    expect(gist(quota(spent('0', { total: '800' }), on()))).toBe('25200.00')
    expect(gist(quota(spent('0', { total: '6000' }), on()))).toBe('asks pieces')
  })

  test('says how far each limit is', () => {
    const result = calculated(quota(spent('20000', bag('800')), on()))
    expect(left(result, 'single-limit')).toBe('4200')
    expect(left(result, 'annual-limit')).toBe('5200')
  })

  test('says why not, with the working and no total', () => {
    const { why, calculation } = refused(quota(spent('25500', bag('800')), on()))
    expect(why).toBe('not-possible')
    expect(calculation?.total).toBeUndefined()
    expect(calculation && amounts(calculation, 'step.quota-left')).toEqual(['-300.00'])
    expect(calculation?.verdict.values).toMatchObject({ before: '500.00', value: '800.00' })
  })

  test('counts nothing of the old year for an order in the new one', () => {
    const slots = (date: string) => said(bag('800'), { spentThisYear: '26000', date })
    expect(gist(quota(slots('2026-12-31'), on(TODAY)))).toBe('quota.over-annual')
    const next = calculated(quota(slots('2027-01-01'), on(TODAY)))
    expect(next.total?.toFixed(2)).toBe('25200.00')
    expect(next.notes.map(({ key }) => key)).toContain('note.quota-restarted')
  })

  test('until 2018 went on over a limit, with the full tax', () => {
    expect(calculated(quota(spent('19500', bag('800')), on('2018-12-31'))).verdict.key).toBe(
      'verdict.quota.full-tax-2016',
    )
    expect(calculated(quota(spent('0', bag('2000')), on('2018-12-31'))).verdict.key).toBe('verdict.quota.within')
    expect(calculated(quota(spent('0', bag('2000.01')), on('2018-12-31'))).verdict.key).toBe(
      'verdict.quota.full-tax-2016',
    )
  })
})

describe('several orders', () => {
  const orders = (spentThisYear: string, ...totals: string[]) =>
    said(
      totals.map((total) => ({ good: 'bag', total, pieces: 1 })),
      { spentThisYear },
    )

  test('each have the single limit and draw on one annual limit', () => {
    const result = calculated(quotaOrders(orders('0', '5000', '5000', '5000'), on()))
    expect(result.verdict).toMatchObject({
      key: 'verdict.quota-orders.all',
      values: { orders: '3', left: '11,000.00' },
    })
    expect(amounts(result, 'step.order.within')).toEqual(['21000.00', '16000.00', '11000.00'])
  })

  test('that do not fit book nothing, and a smaller one after them still may', () => {
    const result = calculated(quotaOrders(orders('20000', '5000', '1500', '1000'), on()))
    expect(result.steps.map(({ label }) => label)).toEqual([
      'step.order.within',
      'step.order.not-possible',
      'step.order.within',
    ])
    expect(result.verdict).toMatchObject({ key: 'verdict.quota-orders.some', values: { fitting: '2' } })
    expect(result.total?.toFixed(2)).toBe('0.00')
  })

  test('may all be too large', () => {
    expect(calculated(quotaOrders(orders('25999.99', '1', '2'), on())).verdict.key).toBe('verdict.quota-orders.none')
  })

  test('ask for what was spent and for prices', () => {
    expect(gist(quotaOrders(said({ total: '5' }), on()))).toBe('asks spentThisYear')
    expect(gist(quotaOrders(said([{ total: '5' }, {}], { spentThisYear: '0' }), on()))).toBe('asks price')
    expect(gist(quotaOrders(said({ total: '6000' }, { spentThisYear: '0' }), on()))).toBe('asks pieces')
  })
})
