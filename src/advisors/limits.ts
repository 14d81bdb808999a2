import type { Big } from 'big.js'
import type { Distance } from '../core/calculation.ts'
import type { Refused } from './advisor.ts'
import { isRefused } from './figures-on.ts'
import { ZERO } from './rounding.ts'
import type { Run } from './run.ts'

/** The limits of retail import on a day. `oneItem`: ceiling of the one-item exception, undefined while there was none (until 2018). */
export type Limits = { single: Big; annual: Big; oneItem: Big | undefined }

/** The limits in force on the day of a working. */
export function limitsOn({ figures }: Run): Limits | Refused {
  const limits = figures.numbers({ single: 'single-limit', annual: 'annual-limit' })
  if (isRefused(limits)) return limits
  const oneItem = figures.declared('one-item-limit')
  return isRefused(oneItem) ? oneItem : { ...limits, oneItem: oneItem.value }
}

/**
 * Where an order stands against the limits.
 * - `within`: both limits hold, equality included.
 * - `one-item`: one piece over the single limit, below the ceiling: possible, with the full tax.
 * - `full-tax-2016`: over a limit under the rule until 2018: possible, with the full tax.
 * - `over-annual`, `several-over-single`: not possible; the whole order belongs to general trade.
 * - `at-one-item-limit`: exactly at the ceiling, which the text leaves open ("below").
 * - `pieces-unsaid`: depends on whether it is one piece.
 */
export type Standing =
  | 'within'
  | 'one-item'
  | 'full-tax-2016'
  | 'over-annual'
  | 'several-over-single'
  | 'at-one-item-limit'
  | 'pieces-unsaid'

/** 财关税〔2018〕49号 arts. 1 and 2; before 2019 财关税〔2016〕18号 art. 3. */
export function standing(value: Big, onePiece: boolean | undefined, spent: Big | undefined, limits: Limits): Standing {
  const overAnnual = value.plus(spent ?? ZERO).gt(limits.annual)
  const overSingle = value.gt(limits.single)
  if (!overAnnual && !overSingle) return 'within'
  if (limits.oneItem === undefined) return 'full-tax-2016'
  if (overAnnual) return 'over-annual'
  if (onePiece === undefined) return 'pieces-unsaid'
  if (!onePiece) return 'several-over-single'
  return value.lt(limits.oneItem) ? 'one-item' : 'at-one-item-limit'
}

/** The limit that decided where an order stands, and that a sentence about it names. */
export function limitThatDecided(stands: Standing, { single, annual, oneItem }: Limits): Big {
  if (stands === 'over-annual') return annual
  return stands === 'at-one-item-limit' && oneItem ? oneItem : single
}

/** How far an order is from each limit that it is measured by; the annual one only where it is known what was spent. */
export function limitDistances(value: Big, spent: Big | undefined, limits: Limits, stands?: Standing): Distance[] {
  const era = limits.oneItem === undefined ? '-2016' : ''
  const { single, annual, oneItem } = limits
  const yearly = value.plus(spent ?? ZERO)
  const distances: Distance[] = [
    { figure: 'single-limit', limit: single, left: single.minus(value), beyond: `beyond.single-limit${era}` },
  ]
  if (oneItem !== undefined && (stands === 'one-item' || stands === 'at-one-item-limit'))
    distances.push({
      figure: 'one-item-limit',
      limit: oneItem,
      left: oneItem.minus(value),
      beyond: 'beyond.one-item-limit',
    })
  if (spent !== undefined || yearly.gt(annual))
    distances.push({
      figure: 'annual-limit',
      limit: annual,
      left: annual.minus(yearly),
      beyond: `beyond.annual-limit${era}`,
    })
  return distances
}
