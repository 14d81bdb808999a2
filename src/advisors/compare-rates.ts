import { Big } from 'big.js'
import type { Calculation, Phrase } from '../core/calculation.ts'
import type { Regime, Slots } from '../core/slots.ts'
import type { Context, Outcome } from './advisor.ts'
import { compareChannels } from './compare-channels.ts'
import { percent, percentShown } from './expression.ts'

/** A value within all limits and above every exemption, by which the rates are read off. */
const SAMPLE = new Big('1000')
/** Ways whose tax is a rate on the value. */
const BY_RATE = new Set<Regime>(['cbec', 'parcel'])

/**
 * The rates of goods through the channels named, where no price was: read off a sample value. What a price decides (watches, drinks taxed by volume) is
 * asked for.
 */
export function compareRates(slots: Slots & { regimes?: Regime[] | undefined }, context: Context): Outcome {
  const among = (slots.regimes ?? []).filter((regime) => BY_RATE.has(regime))
  const [item] = slots.items
  const good = context.goods.get(item?.good ?? '')
  if (among.length < 2 || good?.consumptionTax === 'watch') return { kind: 'asked', missing: 'price', item: 1 }
  const sample: Slots = { items: [{ good: item?.good, pieces: 1, total: SAMPLE }], hsCodes: [] }
  const outcome = compareChannels(sample, context, among)
  if (outcome.kind === 'asked') return outcome
  const rates = outcome.channels.map(({ regime, calculation }) => ({ regime, rate: rateOf(calculation), calculation }))
  if (rates.some(({ rate }) => rate === undefined)) return { kind: 'asked', missing: 'price', item: 1 }
  const [first, second] = rates
  const verdict: Phrase = {
    key: 'compared.rates',
    values: {
      channel: first?.regime ?? '',
      rate: first?.rate ?? '',
      other: second?.regime ?? '',
      otherRate: second?.rate ?? '',
    },
  }
  const columns = rates.map(({ regime, rate = '', calculation }): Calculation => {
    const { total: _, ...rest } = calculation
    return { ...rest, verdict: { key: `verdict.rate.${regime}`, values: { rate } }, steps: [] }
  })
  return { kind: 'compared', verdict, columns }
}

/** The rate a tax on the sample comes to; two where it lies between. */
function rateOf({ total, verdict: { values } }: Calculation): string | undefined {
  const shown = (tax: Big) => {
    const rate = tax.div(SAMPLE)
    return rate.times('1000').round(0).eq(rate.times('1000')) ? percent(rate) : percentShown(rate)
  }
  if (total !== undefined) return shown(total)
  if (values.low === undefined || values.high === undefined) return undefined
  const [low, high] = [values.low, values.high].map((text) => new Big(text.replaceAll(',', '')))
  return low && high ? `${shown(low)}–${shown(high)}` : undefined
}
