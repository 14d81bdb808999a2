import type { Calculation, Receipt } from '../core/calculation.ts'
import type { AdvisorId, Outcome } from './advisor.ts'
import { columnOf } from './compare-channels.ts'
import { generalTradeOf } from './general-trade.ts'
import { importTaxOf } from './import-tax.ts'
import { luggageTaxOf } from './luggage-tax.ts'
import { oneOrderOf } from './one-order.ts'
import { parcelTaxOf } from './parcel-tax.ts'
import { quotaOf } from './quota.ts'
import { quotaOrdersOf } from './quota-orders.ts'
import { type Run, runFrom } from './run.ts'
import { sumOf } from './sums.ts'

const WORK: Record<Exclude<AdvisorId, 'compare-channels'>, (run: Run) => Outcome> = {
  'import-tax': importTaxOf,
  'general-trade': generalTradeOf,
  quota: quotaOf,
  'quota-orders': quotaOrdersOf,
  'parcel-tax': parcelTaxOf,
  'luggage-tax': luggageTaxOf,
  'one-order': oneOrderOf,
  sums: sumOf,
}

/**
 * Works a receipt out again, from its own inputs, day and figures: the same result, byte for byte, whatever the knowledge says by now.
 * @returns undefined when the receipt is of no advisor here, or does not hold what its result needs
 */
export function fromReceipt(receipt: Receipt): Calculation | undefined {
  const besides = Object.fromEntries(
    Object.entries(receipt.inputs).filter(
      ([name]) => name === 'regime' || name.startsWith('assumed.') || name.startsWith('sum.'),
    ),
  )
  const run = runFrom(receipt, besides)
  if (receipt.advisor === 'compare-channels') return columnOf(run)
  const work = Object.entries(WORK).find(([advisor]) => advisor === receipt.advisor)?.[1]
  const outcome = work?.(run)
  return outcome && 'calculation' in outcome ? outcome.calculation : undefined
}
