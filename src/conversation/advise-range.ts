import { Big } from 'big.js'
import { amount, money } from '../advisors/expression.ts'
import type { Calculation } from '../core/calculation.ts'
import type { Advice } from './advise.ts'
import { hasGood } from './advisor-for.ts'
import { endsOf } from './slots/ranges.ts'

/**
 * The tax on goods whose price was said as a range: what it comes to at either end. Undefined where a message holds no range, or one of something else than the price.
 * @param adviseOn advice on a message with one price in the place of the range
 */
export function adviseRange(text: string, adviseOn: (written: string) => Advice | undefined): Advice | undefined {
  const ends = endsOf(text)
  if (!ends) return undefined
  const low = adviseOn(ends.low)
  const least = low && hasGood(low.working.reading) && isPriced(low, ends.from) ? resultOf(low) : undefined
  const high = least && adviseOn(ends.high)
  const most = high && isPriced(high, ends.to) ? resultOf(high) : undefined
  if (!low || !least?.total || !most?.total) return undefined
  const values = { from: amount(new Big(ends.from)), to: amount(new Big(ends.to)) }
  const taxes = { low: money(least.total), high: money(most.total) }
  const key = most.total.eq('0') ? 'verdict.range.free' : 'verdict.range'
  const columns = [at(least, values.from), at(most, values.to)]
  const topic = 'topic' in low.answer ? low.answer.topic : 'tax.formula'
  return {
    answer: {
      outcome: 'compared',
      advisor: low.working.advisor,
      topic,
      verdict: { key, values: { ...values, ...taxes } },
      columns,
    },
    working: low.working,
  }
}

/** Whether the end of the range was read as the price, of one or of all. */
const isPriced = ({ working: { reading } }: Advice, price: string): boolean =>
  reading.items.some(({ total, each }) => (total ?? each)?.eq(price))

/** The one result of an advice; of ways side by side that nobody named, that of retail import. */
function resultOf({ answer, working: { reading } }: Advice): Calculation | undefined {
  if (answer.outcome === 'calculated' && 'calculation' in answer) return answer.calculation
  if (answer.outcome !== 'compared' || reading.regimes !== undefined) return undefined
  const retail = answer.columns.find(({ inputs }) => inputs.regime === 'cbec')
  return retail && { ...retail, notes: [{ key: 'note.assumed.cbec', values: {} }, ...retail.notes] }
}

/** A result under the price it is of. */
const at = (calculation: Calculation, price: string): Calculation => ({
  ...calculation,
  verdict: { key: 'verdict.range.at', values: { price, tax: money(calculation.total ?? new Big('0')) } },
})
