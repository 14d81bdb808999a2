import type { Source } from './citation.ts'
import type { Day } from './day.ts'
import { type EffectivePeriod, inForce } from './effective-period.ts'
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

/**
 * What is known of the positive list. `listed`: a version of the list is known to hold it; `conditional`: it comes in only if what the remark
 * says is met as well; `not-listed`: known to be off the list; `unknown`: the official list decides.
 */
export const LISTINGS = ['listed', 'conditional', 'not-listed', 'unknown'] as const
export type Listing = (typeof LISTINGS)[number]

/** Channels through which some goods may not come at all: all of retail import, direct purchase (9610) alone, parcels, luggage. */
export const BARRED = ['cbec', 'cbec-direct', 'parcel', 'luggage'] as const
export type Barred = (typeof BARRED)[number]

/** A kind of goods people ask about, and how the rules class it. */
export type Good = {
  id: GoodId
  name: Wording
  /** Everyday names, brands' kinds and slang that mean it. */
  names: { zh: string[]; en: string[] }
  /**
   * The figure of its VAT rate by day; `exempt` where it bears none, `unsettled` where sources disagree or none was read. A day that no period
   * takes in is not known.
   */
  vat: { effective: EffectivePeriod; rate: FigureId | 'exempt' | 'unsettled' }[]
  consumptionTax: ConsumptionTax
  /** What its thresholds and specific taxes are counted in. */
  unit: 'piece' | 'ml' | 'g' | 'sheet' | 'litre'
  /**
   * Class of the tax on parcels and luggage; `by-threshold` follows the consumption-tax threshold (3 above, 2 below), `unsettled` where the class
   * list was not read closely enough to say.
   */
  parcelClass: 1 | 2 | 3 | 'by-threshold' | 'unsettled'
  /** Whether it may come in as cross-border retail import under the latest version of the list, as far as known. */
  list: Listing
  /** The same by day, in order of time, the latest included. A day that no period takes in is not known; absent, `list` holds on every day. */
  listHistory?: { effective: EffectivePeriod; list: Listing }[] | undefined
  /** Remark of the list, or what else must be met; may hold placeholders. */
  remark?: Wording | undefined
  /** Millilitres of the pack it is usually sold in, assumed (and said) where nobody tells. */
  usualContent?: number | undefined
  /** Whether it washes or cares for hair and body, and is no cosmetic of the consumption tax, though people take it for one. */
  notCosmetics?: boolean | undefined
  /** Most a person may buy in a year. */
  quantityCap?: FigureId | undefined
  /** Channels through which it may not come at all. */
  barred: Barred[]
  /** Heading or subheading where known, digits with dots. */
  hs?: string | undefined
  /** Its tariff outside the limits, where a figure gives an example. */
  tariff?: FigureId | undefined
  /** The entry that explains it. */
  entry?: EntryId | undefined
  sources: Source[]
}

/** What is known of the positive list about a good on a day. */
export const listingOn = ({ list, listHistory }: Good, on: Day): Listing =>
  listHistory === undefined ? list : (listHistory.find(({ effective }) => inForce(effective, on))?.list ?? 'unknown')
