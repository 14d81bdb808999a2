import type { Big } from 'big.js'
import type { Distance, Phrase, Step } from '../core/calculation.ts'
import type { Asked, Outcome, Refused } from './advisor.ts'
import { stopped } from './advisor.ts'
import { bothWays, eitherKind } from './alternatives.ts'
import { percent, plain } from './expression.ts'
import { isRefused } from './figures-on.ts'
import type { Valued } from './order.ts'
import { roundTo } from './rounding.ts'
import type { Run } from './run.ts'
import { againstThreshold } from './threshold.ts'

/** The rate of the tax on personal articles for an article on the day, with what decided its class. */
export type PersonalRate = { rate: Big; steps: Step[]; distances: Distance[]; notes: Phrase[] }

/**
 * The rate of the tax on articles that people are sent or carry. Class three follows the consumption tax, so its price threshold decides where the
 * goods have one: from it class three, below it class two (税委会公告2024年第11号, note to the table).
 */
export function personalRate(one: Valued, { figures, ...run }: Run): PersonalRate | Asked | Refused {
  const { article, item } = one
  const nothing = { steps: [], distances: [], notes: [] }
  // A class that is not settled is settled one way and another by the caller.
  if (article.parcelClass === undefined || article.parcelClass === 'unsettled')
    return { kind: 'asked', missing: 'good', item }
  if (article.parcelClass !== 'by-threshold') {
    const rate = figures.number(`parcel-rate-class-${article.parcelClass}`)
    return isRefused(rate) ? rate : { rate, ...nothing }
  }
  const compared = againstThreshold(one, { figures, ...run })
  if (stopped(compared)) return compared
  const { taxed, step, distances } = compared
  const rate = figures.number(taxed ? 'parcel-rate-class-3' : 'parcel-rate-class-2')
  if (isRefused(rate)) return rate
  const assumed = article.pieces === undefined && article.content !== undefined
  const notes = assumed ? [{ key: 'note.one-piece-assumed', values: { item: String(item) } }] : []
  return { rate, steps: step ? [step] : [], distances, notes }
}

/** The tax on a part of an article's value, as a line of the working. */
export const personalTax = (base: Big, rate: Big, unit: Big, item: number, written = plain(base)): Step => ({
  label: 'step.tax.personal',
  expression: `${written} × ${percent(rate)}`,
  amount: roundTo(base.times(rate), unit),
  item,
})

/** Works something out, and where the class of some goods is not settled, for each class they may be in. Class three holds goods that bear consumption tax. */
export function eachClass(run: Run, work: (run: Run) => Outcome): Outcome {
  const { order } = run
  const open = order.articles.filter(({ parcelClass }) => parcelClass === 'unsettled')
  if (open.length === 0) return eitherKind(run, work)
  const classes = open.every(({ consumptionTax }) => consumptionTax === 'none')
    ? ([1, 2] as const)
    : ([1, 2, 3] as const)
  const ways = classes.map((parcelClass) =>
    work(
      run.again({
        ...order,
        articles: order.articles.map((article) =>
          article.parcelClass === 'unsettled' ? { ...article, parcelClass } : article,
        ),
      }),
    ),
  )
  return bothWays(ways, 'verdict.class-unsettled')
}

/** Lines without the number of their item, where there is only one. */
export const numbered = (steps: Step[], items: number): Step[] =>
  items > 1 ? steps : steps.map(({ item: _, ...step }) => step)
