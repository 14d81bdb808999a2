import type { Calculation, Phrase } from '../core/calculation.ts'
import type { FigureId } from '../core/figure.ts'
import type { Outcome } from './advisor.ts'
import { money } from './expression.ts'
import type { Assumption } from './order.ts'
import { ZERO } from './rounding.ts'
import type { Run } from './run.ts'

/** The rates a good may bear where sources disagree on which: the higher first. */
const VAT_RATES: FigureId[] = ['vat-standard-rate', 'vat-reduced-rate']
const BRACKETS: Assumption[] = ['beer-high', 'beer-low']

/**
 * Works something out, and where it stays open which of two rules holds, works it out both ways: goods whose VAT rate is not settled, and beer
 * whose bracket depends on an exchange rate nobody gave (which is asked for then).
 */
export function eachWay(run: Run, work: (run: Run) => Outcome): Outcome {
  const { order } = run
  if (!order.vatRate && order.articles.some(({ vat }) => vat === 'unsettled')) {
    const ways = VAT_RATES.map((rate) =>
      eachWay(
        run.again({
          ...order,
          articles: order.articles.map((article) =>
            article.vat === 'unsettled' ? { ...article, vat: rate } : article,
          ),
        }),
        work,
      ),
    )
    return bothWays(ways, 'verdict.vat-unsettled')
  }
  const outcome = work(run)
  // A foreign price has its own rate, which is asked for first; the rate given for another currency says nothing about dollars.
  const otherRate = order.foreign !== undefined && order.exchangeRate !== undefined
  const bracketOpen =
    outcome.kind === 'asked' &&
    outcome.missing === 'exchangeRate' &&
    order.assumed === undefined &&
    (order.foreign === undefined || otherRate)
  if (!bracketOpen) return outcome
  const either = bothWays(
    BRACKETS.map((assumed) => work(run.again({ ...order, assumed }))),
    'verdict.beer-bracket-open',
  )
  if (either.kind !== 'compared' || otherRate) return either
  return { ...outcome, verdict: either.verdict, columns: either.columns }
}

/** Two results side by side, or the first thing that stands in the way of one. */
export function bothWays(ways: Outcome[], key: string): Outcome {
  const results: Calculation[] = []
  for (const way of ways) {
    if (way.kind !== 'calculated') return way
    results.push(way.calculation)
  }
  return { kind: 'compared', verdict: between(results, key), columns: results }
}

/** The lowest and the highest total of some results, as a sentence. */
export function between(results: Calculation[], key: string): Phrase {
  const totals = results.map(({ total }) => total ?? ZERO).sort((a, b) => a.cmp(b))
  const [low = ZERO] = totals
  return { key, values: { low: money(low), high: money(totals.at(-1) ?? low) } }
}
