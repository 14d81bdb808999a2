import type { Big } from 'big.js'
import type { Source } from './citation.ts'
import type { Confidence } from './confidence.ts'
import type { Day } from './day.ts'
import { type EffectivePeriod, inForce } from './effective-period.ts'
import type { Wording } from './locale.ts'

export type FigureId = string

/** One value of a figure and the days it holds. `value` is undefined where nothing was in force, by declaration. */
export type FigureValue = {
  effective: EffectivePeriod
  /** A number (rate as a fraction, money in the unit's currency) or, for `date` and `month-day`, a text. */
  value: Big | string | undefined
  sources: Source[]
  confidence: Confidence
}

/** A limit, rate, threshold, period, count or date with its history; the only place a policy number may live. */
export type Figure = {
  id: FigureId
  name: Wording
  unit: string
  /** Decimal places shown at most (of the percentage, for rates). */
  digits?: number | undefined
  /** In order of time, without overlap. */
  values: FigureValue[]
}

/** The value in force on a day, or undefined when there is none. */
export const valueOn = (figure: Figure, on: Day): FigureValue | undefined =>
  figure.values.find(({ effective, value }) => value !== undefined && inForce(effective, on))
