import type { Big } from 'big.js'
import { Big as Decimal } from 'big.js'

const HUNDRED = new Decimal('100')
/** Decimal places of a rate in the working, enough to tell composite rates apart. */
const RATE_PLACES = 4
/** Decimal places of a rate in a verdict. */
const VERDICT_PLACES = 2

const grouped = (text: string): string => {
  const [whole = '', fraction] = text.split('.')
  const withGroups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return fraction === undefined ? withGroups : `${withGroups}.${fraction}`
}

/** A number inside a sum: whole yuan bare, otherwise at least two decimal places, as many as it has. */
export function plain(value: Big): string {
  const text = value.toFixed()
  const places = text.split('.')[1]?.length ?? 0
  return places === 1 ? value.toFixed(2) : text
}

/** An amount for a sentence: groups of three, two decimal places. */
export const money = (amount: Big): string => grouped(amount.toFixed(2))

/** A limit or a quantity for a sentence: groups of three, decimals only where it has any. */
export const amount = (value: Big): string => grouped(value.toFixed())

/** A rate inside a sum: `13%`, `23.0588%`. */
export const percent = (rate: Big): string =>
  `${rate.times(HUNDRED).round(RATE_PLACES, Decimal.roundHalfUp).toFixed()}%`

/** A rate for a sentence: two decimal places, `23.06%`, `9.10%`. */
export const percentShown = (rate: Big): string => `${rate.times(HUNDRED).toFixed(VERDICT_PLACES)}%`

/** Terms joined by a sign, in brackets where they are more than one and something is done to them. */
export const bracketed = (terms: readonly string[], sign = ' + '): string =>
  terms.length > 1 ? `(${terms.join(sign)})` : (terms[0] ?? '')
