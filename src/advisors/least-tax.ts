import { Big } from 'big.js'
import type { Phrase } from '../core/calculation.ts'
import type { Regime } from '../core/slots.ts'
import type { ChannelVerdict } from './compare-channels.ts'
import { money } from './expression.ts'

/** What a channel may cost in tax: the same twice where it is certain. */
type Taxed = { regime: Regime; low: Big; high: Big }

/**
 * The first sentence of a comparison of channels that somebody named: which takes less tax and by how much, or why that cannot be said. `channel` and
 * `other` are regimes, for the phrasing to name.
 */
export function least(channels: ChannelVerdict[]): Phrase {
  const taxed = channels
    .flatMap((channel) => taxOf(channel) ?? [])
    .sort((a, b) => a.low.cmp(b.low) || a.high.cmp(b.high))
  const [first, second] = taxed
  if (!first) return { key: 'verdict.compare.none', values: {} }
  if (!second) {
    const other = channels.find(({ regime }) => regime !== first.regime)?.regime ?? first.regime
    return { key: 'compared.only', values: { channel: first.regime, other, tax: between(first) } }
  }
  const values = { channel: first.regime, other: second.regime, tax: between(first), otherTax: between(second) }
  const certain = [first, second].every(({ low, high }) => low.eq(high))
  if (certain && first.low.eq(second.low)) return { key: 'compared.same', values }
  if (taxed.slice(1).some(({ high }) => first.high.gt(high))) return { key: 'compared.depends', values }
  if (!certain) return { key: 'compared.less-either-way', values }
  if (first.high.eq('0')) return { key: 'compared.free', values }
  return { key: 'compared.less', values: { ...values, less: money(second.low.minus(first.low)) } }
}

/** The tax of a channel through which the goods may come. */
function taxOf({ regime, allowed, calculation: { total, verdict } }: ChannelVerdict): Taxed | undefined {
  if (allowed === 'no') return undefined
  if (total !== undefined) return { regime, low: total, high: total }
  const { low, high } = verdict.values
  if (low === undefined || high === undefined) return undefined
  return { regime, low: amountOf(low), high: amountOf(high) }
}

const amountOf = (shown: string): Big => new Big(shown.replaceAll(',', ''))

const between = ({ low, high }: Taxed): string => (low.eq(high) ? money(low) : `${money(low)}–${money(high)}`)
