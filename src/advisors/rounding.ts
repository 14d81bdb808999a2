import { Big } from 'big.js'

Big.strict = true

export const ZERO: Big = new Big('0')
export const ONE: Big = new Big('1')

/** Rounds half up to a whole number of units (the fen, where the unit is 0.01 yuan). */
export const roundTo = (amount: Big, unit: Big): Big => amount.div(unit).round(0, Big.roundHalfUp).times(unit)

export const sum = (amounts: readonly Big[]): Big => amounts.reduce((total, amount) => total.plus(amount), ZERO)

export const least = (a: Big, b: Big): Big => (a.lt(b) ? a : b)

/**
 * Divides an amount in proportion to weights, each share a whole number of units: all but the last are rounded down and the last takes the
 * remainder, so that the shares add up to the amount exactly and none is negative.
 */
export function apportion(amount: Big, weights: readonly Big[], unit: Big): Big[] {
  const whole = sum(weights)
  const shares = weights
    .slice(0, -1)
    .map((weight) =>
      whole.eq(ZERO) ? ZERO : amount.times(weight).div(whole).div(unit).round(0, Big.roundDown).times(unit),
    )
  return [...shares, amount.minus(sum(shares))]
}
