import { describe, expect, test } from 'vitest'
import { compareChannels } from '../../src/advisors/compare-channels.ts'
import { fromReceipt } from '../../src/advisors/from-receipt.ts'
import { REGIMES } from '../../src/core/slots.ts'
import { on, said, TODAY } from './context.ts'
import { gist } from './outcomes.ts'

function compared(slots: ReturnType<typeof said>, day = TODAY) {
  const outcome = compareChannels(slots, on(day))
  if (outcome.kind !== 'compared') throw new Error(`asks ${outcome.missing}`)
  return outcome
}

/** Each channel with whether it is possible and its tax. */
const table = (slots: ReturnType<typeof said>, day = TODAY) =>
  Object.fromEntries(
    compared(slots, day).channels.map(({ regime, allowed, calculation }) => [
      regime,
      `${allowed} ${calculation.total?.toFixed(2) ?? calculation.verdict.key}`,
    ]),
  )

describe('one thing through every channel', () => {
  test('stands side by side in the order of the regimes', () => {
    expect(compared(said({ good: 'bag', total: '3000' })).channels.map(({ regime }) => regime)).toEqual([...REGIMES])
  })

  test('is taxed as each channel taxes it', () => {
    expect(table(said({ good: 'bag', total: '3000' }, { tariffRate: '0.06' }))).toEqual({
      cbec: 'yes 273.00',
      parcel: 'yes 600.00',
      luggage: 'yes 0.00',
      'duty-free': 'conditional 0.00',
      hainan: 'conditional 0.00',
      'general-trade': 'yes 593.40',
    })
  })

  test('shows what is not possible and what is open', () => {
    expect(table(said({ good: 'bag', total: '26000', pieces: 1 }))).toEqual({
      cbec: 'open verdict.import-tax.at-one-item-limit',
      parcel: 'yes 5200.00',
      luggage: 'yes 5200.00',
      'duty-free': 'no verdict.duty-free.over',
      hainan: 'conditional 0.00',
      'general-trade': 'open verdict.compare.needs.tariffRate',
    })
  })

  test('takes who travels as said', () => {
    const fromMacao = table(said({ good: 'bag', total: '15000', pieces: 2 }, { resident: true, from: 'hk-macao' }))
    expect(fromMacao).toMatchObject({ luggage: 'yes 600.00', 'duty-free': 'conditional 0.00' })
    expect(table(said({ good: 'bag', total: '3000' }, { resident: false }))).toMatchObject({
      'duty-free': 'open verdict.luggage.shop-non-resident',
    })
  })

  test('says between which amounts a tax lies that is not settled', () => {
    const outcome = compared(said({ good: 'tea', total: '1000' }))
    const cbec = outcome.channels[0]
    expect(cbec).toMatchObject({ allowed: 'open' })
    expect(cbec?.calculation.verdict).toEqual({
      key: 'verdict.compare.between',
      values: { low: '63.00', high: '91.00' },
    })
    expect(Object.keys(cbec?.calculation.receipt.figures ?? {})).toEqual(
      expect.arrayContaining(['vat-standard-rate', 'vat-reduced-rate']),
    )
  })

  test('is conditional in retail import where the list is not settled for the goods, and impossible off the list', () => {
    expect(table(said({ good: 'doubtful', total: '100' }))).toMatchObject({ cbec: 'conditional 9.10' })
    expect(table(said({ good: 'cigarettes', total: '100' }))).toMatchObject({
      cbec: 'no verdict.import-tax.not-listed',
      luggage: 'open verdict.luggage.tobacco',
    })
  })

  test('keeps barred goods out of their channels', () => {
    expect(table(said({ good: 'meat', total: '100' }))).toMatchObject({
      parcel: 'no verdict.parcel.barred',
      luggage: 'no verdict.luggage.barred',
      'duty-free': 'open verdict.duty-free.kind-unknown',
      hainan: 'open verdict.hainan.kind-unknown',
    })
  })

  test.each([
    ['2019-12-31', 'no verdict.no-figure'],
    ['2020-06-30', 'no verdict.no-figure'],
    ['2020-07-01', 'conditional 0.00'],
  ])('on %s Hainan is %s', (day, hainan) => {
    expect(table(said({ good: 'bag', total: '3000' }), day)).toMatchObject({ hainan })
  })
})

describe('each column', () => {
  const { channels, columns } = compared(said({ good: 'bag', total: '3000' }))

  test('says which quota it uses, what time limits hold and what can go wrong', () => {
    for (const { regime, calculation } of channels)
      expect(calculation.notes.map(({ key }) => key)).toEqual(
        expect.arrayContaining(['quota', 'time', 'risk'].map((about) => `note.channel.${regime}.${about}`)),
      )
  })

  test('says what was assumed', () => {
    const notes = (regime: string) =>
      channels.find((one) => one.regime === regime)?.calculation.notes.map(({ key }) => key) ?? []
    expect(notes('cbec')).toContain('note.one-piece-compared')
    expect(notes('luggage')).toContain('note.traveller-assumed')
    expect(notes('cbec')).not.toContain('note.traveller-assumed')
  })

  test('is reproduced by its receipt', () => {
    for (const column of columns)
      expect(JSON.stringify(fromReceipt(JSON.parse(JSON.stringify(column.receipt))))).toBe(JSON.stringify(column))
  })
})

describe('the verdict', () => {
  test('counts the channels without tax, or names the one with the least', () => {
    expect(compared(said({ good: 'bag', total: '3000' })).verdict).toEqual({
      key: 'verdict.compare.free',
      values: { count: '3' },
    })
    const dear = compared(said({ good: 'bag', total: '110000', pieces: 50 }))
    expect(dear.verdict).toEqual({ key: 'verdict.compare.lowest.luggage', values: { tax: '21,000.00' } })
  })

  test.each([
    [said({ total: '100' }), 'asks good'],
    [said({ good: 'bag' }), 'asks price'],
    [said({ good: 'serum', total: '100' }), 'asks content'],
    [said({ good: 'bag' }, { foreign: undefined }), 'asks price'],
  ])('waits for what every channel needs', (slots, expected) => {
    expect(gist(compareChannels(slots, on()))).toBe(expected)
  })

  test('is named for beer too, without the customs rate', () => {
    const cbec = compared(said({ good: 'beer', total: '60', pieces: 24, content: '330 ml' })).channels[0]
    expect(cbec?.calculation.verdict.key).toBe('verdict.compare.between')
  })
})
