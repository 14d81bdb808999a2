import { expect, test } from 'vitest'
import { compareRates } from '../../src/advisors/compare-rates.ts'
import { on, said, TODAY } from './context.ts'

const rates = (good: string) => {
  const outcome = compareRates({ ...said({ good }), regimes: ['cbec', 'parcel'] }, on(TODAY))
  return outcome.kind === 'compared' ? outcome.columns.map(({ verdict }) => verdict.values.rate) : outcome.kind
}

test.each([
  ['bag', ['9.1%', '20%']],
  ['milk-powder', ['9.1%', '13%']],
  ['wine', ['17.89%', '50%']],
  ['raw-nuts', ['6.3%', '13%']],
  ['serum', ['9.1%–23.06%', '20%–50%']],
])('%s has these rates without a price', (good, expected) => {
  expect(rates(good)).toEqual(expected)
})

test.each(['watch', 'whisky'])('%s needs its price or content first', (good) => {
  expect(rates(good)).toBe('asked')
})
