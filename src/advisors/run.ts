import type { Big } from 'big.js'
import type { Calculation, Distance, Phrase, Receipt, Step } from '../core/calculation.ts'
import type { Day } from '../core/day.ts'
import type { Slots } from '../core/slots.ts'
import type { AdvisorId, Context } from './advisor.ts'
import { type FigureSource, type Figures, figuresOfReceipt, figuresOn, readFigures } from './figures-on.ts'
import { type Order, orderOf } from './order.ts'
import { inputsOf, orderFrom } from './receipt.ts'

/** One working: an order on a day, with the figures it reads on the way. */
export type Run = {
  advisor: AdvisorId
  order: Order
  on: Day
  knowledge: string
  figures: Figures
  /** The order as it goes into the receipt. */
  inputs: Record<string, string>
  /** The same working afresh, with another order; what it reads, this one has read too. */
  again(order: Order): Run
}

type Given = {
  advisor: AdvisorId
  order: Order
  on: Day
  knowledge: string
  source: FigureSource
  /** Inputs that are not part of the order. */
  besides?: Record<string, string>
}

function begin(given: Given): Run {
  const { advisor, order, on, knowledge, source, besides } = given
  const figures = readFigures(source, on)
  return {
    advisor,
    order,
    on,
    knowledge,
    figures,
    inputs: { ...inputsOf(order), ...besides },
    again: (other) => begin({ ...given, order: other, source: figures.source }),
  }
}

/** Begins a working from what was said. */
export const runOf = (advisor: AdvisorId, slots: Slots, context: Context, besides?: Record<string, string>): Run =>
  begin({
    advisor,
    order: orderOf(slots, context),
    on: context.on,
    knowledge: context.knowledge,
    source: figuresOn(context.figures, context.on),
    ...(besides && { besides }),
  })

/** Begins a working from a receipt: its figures, its goods, its day. */
export const runFrom = (receipt: Receipt, besides?: Record<string, string>): Run =>
  begin({
    advisor: receipt.advisor as AdvisorId,
    order: orderFrom(receipt.inputs),
    on: receipt.asOf,
    knowledge: receipt.knowledge,
    source: figuresOfReceipt(receipt),
    ...(besides && { besides }),
  })

/** What a working came to. */
export type Result = {
  verdict: Phrase
  steps: Step[]
  total?: Big
  distances?: Distance[]
  notes?: Phrase[]
}

/** Ends a working: the result with its sources and its receipt. */
export function conclude(run: Run, { verdict, steps, total, distances = [], notes = [] }: Result): Calculation {
  const { advisor, inputs, on, knowledge, figures } = run
  return {
    advisor,
    verdict,
    inputs,
    steps,
    ...(total !== undefined && { total }),
    sources: figures.sources(),
    distances,
    // Several items may say the same.
    notes: [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()],
    receipt: { advisor, inputs, asOf: on, figures: figures.used(), knowledge },
  }
}
