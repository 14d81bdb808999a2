import type { Big } from 'big.js'
import type { Day } from './day.ts'
import type { GoodId } from './good.ts'

/** How goods reach the buyer. */
export const REGIMES = ['cbec', 'parcel', 'luggage', 'duty-free', 'hainan', 'general-trade'] as const
export type Regime = (typeof REGIMES)[number]

/** One kind of goods in an order. Money in yuan. */
export type Item = {
  good?: GoodId | undefined
  /** Price of all pieces together. */
  total?: Big | undefined
  /** Price of one piece. */
  each?: Big | undefined
  /** Pieces; absent means nobody said. */
  pieces?: number | undefined
  /** Content of one piece, in the unit printed on the pack. */
  content?: { amount: Big; unit: 'ml' | 'g' | 'sheet' } | undefined
  /** The class of the tax on personal articles, where its rate was named and not the goods. */
  parcelClass?: 1 | 2 | 3 | undefined
  /** Its own VAT rate, where one was named for this kind of several. */
  vatRate?: Big | undefined
}

/** Values read from what people write. Everything is optional: an advisor asks for what it needs. Money in yuan, rates as fractions. */
export type Slots = {
  items: Item[]
  /** More than one piece, though nobody said how many: 一堆, several. */
  several?: boolean | undefined
  /** Freight and insurance as said; zero when the text says that they are included or free. */
  freight?: Big | undefined
  insurance?: Big | undefined
  /** A reduction that every shopper gets: it lowers the price. */
  openDiscount?: Big | undefined
  /** Vouchers, points, red packets: a way of paying, which lowers nothing. */
  voucher?: Big | undefined
  /** A price that includes the tax (包税). */
  taxIncluded?: boolean | undefined
  tariffRate?: Big | undefined
  vatRate?: Big | undefined
  consumptionTaxRate?: Big | undefined
  /** Already booked against the annual limit. */
  spentThisYear?: Big | undefined
  /** The amounts that make it up, where several were told; below zero what went back. */
  spentAmounts?: Big[] | undefined
  regime?: Regime | undefined
  /** Where a traveller comes from, as far as allowances differ. */
  from?: 'hk-macao' | 'elsewhere' | undefined
  resident?: boolean | undefined
  /** Bought in the arrival duty-free shop besides what was brought along. */
  dutyFreeShop?: Big | undefined
  /** Money in another currency that could not be converted: no rate is invented. */
  foreign?: { amount: Big; currency: string } | undefined
  /** Yuan for one unit of a foreign currency, where the asker gave it. */
  exchangeRate?: Big | undefined
  /** A date the question turns on (release, export, order). */
  date?: Day | undefined
  /** HS codes, digits only. */
  hsCodes: string[]
}
