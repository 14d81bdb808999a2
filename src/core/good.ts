import type { Source } from './citation.ts'
import type { EffectivePeriod } from './effective-period.ts'
import type { EntryId } from './entry.ts'
import type { FigureId } from './figure.ts'
import type { Wording } from './locale.ts'

export type GoodId = string

/** Kinds of consumption tax that goods of everyday life may bear at import; which figures they mean is for the advisors. */
export const CONSUMPTION_TAXES = [
  'none',
  'high-end-cosmetics',
  'wine',
  'spirits',
  'beer',
  'yellow-wine',
  'jewellery',
  'golf',
  'watch',
] as const
export type ConsumptionTax = (typeof CONSUMPTION_TAXES)[number]

/** A kind of goods people ask about, and how the rules class it. */
export type Good = {
  id: GoodId
  name: Wording
  /** Everyday names, brands' kinds and slang that mean it. */
  names: { zh: string[]; en: string[] }
  /** The figure of its VAT rate by day; `exempt` where it bears none, `unsettled` where sources disagree. */
  vat: { effective: EffectivePeriod; rate: FigureId | 'exempt' | 'unsettled' }[]
  consumptionTax: ConsumptionTax
  /** What its thresholds and specific taxes are counted in. */
  unit: 'piece' | 'ml' | 'g' | 'sheet' | 'litre'
  /** Class of the tax on parcels and luggage; `by-threshold` follows the consumption-tax threshold (3 above, 2 below). */
  parcelClass: 1 | 2 | 3 | 'by-threshold'
  /** Whether it may come in as cross-border retail import, as far as known. */
  list: 'listed' | 'conditional' | 'not-listed' | 'unknown'
  /** Remark of the list, or what else must be met. */
  remark?: Wording | undefined
  /** Most a person may buy in a year. */
  quantityCap?: FigureId | undefined
  /** Channels through which it may not come at all. */
  barred: ('cbec-direct' | 'cbec' | 'parcel' | 'luggage')[]
  /** Heading or subheading where known, digits with dots. */
  hs?: string | undefined
  /** Its tariff outside the limits, where a figure gives an example. */
  tariff?: FigureId | undefined
  /** The entry that explains it. */
  entry?: EntryId | undefined
  sources: Source[]
}
