import type { Big } from 'big.js'
import type { Source } from './citation.ts'
import type { Day } from './day.ts'
import type { FigureId } from './figure.ts'

/** One line of the working, as an officer would write it down. Money in yuan. */
export type Step = {
  /** Locale key of the line's name. */
  label: string
  /** The sum as one would write it. */
  expression: string
  amount: Big
}

/** How far a result is from a threshold and what lies beyond it. */
export type Distance = {
  figure: FigureId
  limit: Big
  left: Big /** Locale key of what happens past it. */
  beyond: string
}

/** The inputs, the day and the figures that produced a result: the same receipt gives the same result years later. */
export type Receipt = {
  advisor: string
  inputs: Record<string, string>
  asOf: Day
  figures: Record<FigureId, { value: string; document: string }>
  knowledge: string
}

/** A result with its working. */
export type Calculation = {
  advisor: string
  /** Locale key of the verdict in one sentence, with the values it needs. */
  verdict: { key: string; values: Record<string, string> }
  inputs: Record<string, string>
  steps: Step[]
  total: Big
  sources: Source[]
  distances: Distance[]
  receipt: Receipt
}
