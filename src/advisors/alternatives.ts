import type { Calculation, Phrase } from '../core/calculation.ts'
import type { FigureId } from '../core/figure.ts'
import type { Outcome } from './advisor.ts'
import { amount, money } from './expression.ts'
import type { Article, Assumption } from './order.ts'
import { ONE, roundTo, ZERO } from './rounding.ts'
import type { Run } from './run.ts'

/** The rates a good may bear where sources disagree on which: the higher first. */
const VAT_RATES: FigureId[] = ['vat-standard-rate', 'vat-reduced-rate']
const BRACKETS: Assumption[] = ['beer-high', 'beer-low']

/** Whether the VAT rate of an article is neither settled nor said. */
const isOpen = ({ vat, vatRate }: Article): boolean => vat === 'unsettled' && vatRate === undefined

/**
 * Works something out, and where it stays open which of two rules holds, works it out both ways: goods whose VAT rate is not settled, and beer
 * whose bracket depends on an exchange rate nobody gave (which is asked for then).
 */
export function eachWay(run: Run, work: (run: Run) => Outcome): Outcome {
  const { order } = run
  if (!order.vatRate && order.articles.some(isOpen)) {
    const ways = VAT_RATES.map((rate) =>
      eachWay(
        run.again({
          ...order,
          articles: order.articles.map((article) => (isOpen(article) ? { ...article, vat: rate } : article)),
        }),
        work,
      ),
    )
    return bothWays(ways, 'verdict.vat-unsettled')
  }
  const outcome = eitherKind(run, work)
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

const KINDS: Assumption[] = ['not-high-end', 'high-end']

/** Works something out, and for cosmetics whose content nobody said both ways, with the price from which they are high-end; the content is asked for then. */
export function eitherKind(run: Run, work: (run: Run) => Outcome): Outcome {
  const { order } = run
  const outcome = work(run)
  if (outcome.kind !== 'asked' || outcome.missing !== 'content' || order.assumed !== undefined) return outcome
  if (order.articles[(outcome.item ?? 1) - 1]?.consumptionTax !== 'high-end-cosmetics') return outcome
  const either = bothWays(
    KINDS.map((assumed) => work(run.again({ ...order, assumed }))),
    'verdict.cosmetics-open',
  )
  if (either.kind !== 'compared') return outcome
  const perUnit = run.figures.optional('cosmetics-threshold-per-ml')
  const perSheet = run.figures.optional('cosmetics-threshold-per-sheet')
  const value = either.columns[0]?.steps[0]?.amount
  if (perUnit === undefined || perSheet === undefined || value === undefined) return outcome
  const [only, ...others] = order.articles
  const single = others.length === 0 ? value.div(perUnit).div(String(only?.pieces ?? 1)) : undefined
  const verdict = {
    key: single ? 'verdict.cosmetics-open.one' : 'verdict.cosmetics-open',
    values: {
      ...either.verdict.values,
      unit: amount(perUnit),
      sheet: amount(perSheet),
      ...(single && { most: amount(roundTo(single, TENTH)) }),
    },
  }
  return { ...outcome, verdict, columns: either.columns }
}
const TENTH = ONE.div('10')

/** Two results side by side, or the first thing that stands in the way of one. */
export function bothWays(ways: Outcome[], key: string): Outcome {
  const results: Calculation[] = []
  for (const way of ways) {
    if (way.kind !== 'calculated') return way
    results.push(way.calculation)
  }
  const [first, ...others] = results
  // Both come to the same: nothing is open.
  if (first?.total && others.every(({ total }) => total && first.total?.eq(total)))
    return { kind: 'calculated', calculation: first }
  return { kind: 'compared', verdict: between(results, key), columns: results }
}

/** The lowest and the highest total of some results, as a sentence. */
export function between(results: Calculation[], key: string): Phrase {
  const totals = results.map(({ total }) => total ?? ZERO).sort((a, b) => a.cmp(b))
  const [low = ZERO] = totals
  return { key, values: { low: money(low), high: money(totals.at(-1) ?? low) } }
}
