import { expect, test } from 'vitest'
import { compareChannels } from '../../src/advisors/compare-channels.ts'
import { on, said, TODAY } from './context.ts'

const verdict = (slots: ReturnType<typeof said>) => compareChannels(slots, on(TODAY), ['cbec', 'parcel']).verdict

test('two channels: who takes less, and by how much', () => {
  expect(verdict(said({ good: 'wine', total: '300' }))).toMatchObject({
    key: 'compared.less',
    values: { channel: 'cbec', other: 'parcel', tax: '53.66', otherTax: '150.00', less: '96.34' },
  })
})

test('a parcel whose tax is not charged takes none', () => {
  expect(verdict(said({ good: 'bag', total: '200' }))).toMatchObject({
    key: 'compared.free',
    values: { channel: 'parcel', otherTax: '18.20' },
  })
})

test('cosmetics without their content: less either way', () => {
  expect(verdict(said({ good: 'serum', total: '1000' }))).toMatchObject({
    key: 'compared.less-either-way',
    values: { channel: 'cbec', tax: '91.00–230.59', otherTax: '200.00–500.00' },
  })
})

test('where one of them may not be, the other is the only one', () => {
  expect(verdict(said({ good: 'bag', total: '3000', pieces: 2 }))).toMatchObject({
    key: 'compared.only',
    values: { channel: 'cbec', other: 'parcel' },
  })
})

test('only what the named channels need is asked for', () => {
  expect(compareChannels(said({ good: 'wine', total: '300' }), on(TODAY), ['cbec', 'luggage']).kind).toBe('asked')
})
