import type { Big } from 'big.js'
import type { Source } from './citation.ts'
import type { Day } from './day.ts'
import type { FigureId } from './figure.ts'

/**
 * A sentence in no language: a locale key and what its placeholders need. Amounts are decimal text with groups of three (`1,582.40`), rates are
 * percentages (`23.06%`); under the names `day`, `from`, `to` stands an ISO day and under `figure` the id of a figure, for the phrasing to word.
 */
export type Phrase = { key: string; values: Record<string, string> }

/** One line of the working, as an officer would write it down. Money in yuan. */
export type Step = {
  /** Locale key of the line's name. The lines under `step.tax.` add up to the total of a tax. */
  label: string
  /** The sum as one would write it. */
  expression: string
  amount: Big
  /** Which item of the order the line is about (the first is 1), where there are several. */
  item?: number
}

/** How far a result is from a threshold and what lies beyond it, in the unit of the figure. */
export type Distance = {
  figure: FigureId
  limit: Big
  /** What is left before the threshold is passed; negative where it has been passed already. */
  left: Big
  /** Locale key of what happens past it. */
  beyond: string
}

/** The inputs, the day and the figures that produced a result: the same receipt gives the same result years later. */
export type Receipt = {
  advisor: string
  inputs: Record<string, string>
  asOf: Day
  /** Values as decimal text; `none` where there was none by declaration. `document`, `clause` and `also` are what the value came from. */
  figures: Record<FigureId, { value: string; document: string; clause?: string; also?: Source[] }>
  knowledge: string
}

/** A result with its working. */
export type Calculation = {
  advisor: string
  /** The verdict in one sentence. */
  verdict: Phrase
  inputs: Record<string, string>
  steps: Step[]
  /** Undefined where there is no amount to name: not possible this way, or not settled between two. */
  total?: Big | undefined
  sources: Source[]
  distances: Distance[]
  /** What else to know: assumptions made, conditions, what is not settled. */
  notes: Phrase[]
  receipt: Receipt
}
