import { Big } from 'big.js'
import type { Distance, Phrase, Step } from '../core/calculation.ts'
import type { FigureId } from '../core/figure.ts'
import type { ConsumptionTax } from '../core/good.ts'
import type { Asked, Refused } from './advisor.ts'
import { stopped } from './advisor.ts'
import { plain } from './expression.ts'
import { isRefused } from './figures-on.ts'
import type { Valued } from './order.ts'
import { ZERO } from './rounding.ts'
import type { Run } from './run.ts'
import { againstThreshold } from './threshold.ts'

/** The consumption tax of an article: a rate by value, and an amount by volume that is the same whatever it costs. */
export type Excise = { rate: Big; specific: Big; steps: Step[]; distances: Distance[]; notes: Phrase[] }

const MILLILITRES = new Big('1000')
const NONE: Excise = { rate: ZERO, specific: ZERO, steps: [], distances: [], notes: [] }

/** Taxes by value alone: the figure of the rate. */
const BY_VALUE: Partial<Record<ConsumptionTax, FigureId>> = {
  'high-end-cosmetics': 'ct-high-end-cosmetics',
  watch: 'ct-watch',
  wine: 'ct-wine',
  jewellery: 'ct-jewellery',
  golf: 'ct-golf',
}

/** The consumption tax an article bears on the day; its price thresholds look at the dutiable value. */
export function excise(valued: Valued, run: Run): Excise | Asked | Refused {
  const { article } = valued
  if (run.order.consumptionTaxRate) return { ...NONE, rate: run.order.consumptionTaxRate }
  switch (article.consumptionTax) {
    case undefined:
    case 'none':
      return NONE
    case 'high-end-cosmetics':
    case 'watch': {
      const compared = againstThreshold(valued, run)
      if (stopped(compared)) return compared
      const { taxed, step, distances } = compared
      const rate = taxed ? rateOf(article.consumptionTax, run) : ZERO
      if (isRefused(rate)) return rate
      return { ...NONE, rate, steps: step ? [step] : [], distances, notes: onePieceAssumed(valued) }
    }
    case 'wine':
    case 'jewellery':
    case 'golf': {
      const rate = rateOf(article.consumptionTax, run)
      return isRefused(rate) ? rate : { ...NONE, rate }
    }
    case 'spirits': {
      const rate = run.figures.number('ct-spirits')
      if (isRefused(rate)) return rate
      const byVolume = perLitre(valued, 'ct-spirits-per-litre', run)
      return stopped(byVolume) ? byVolume : { ...byVolume, rate }
    }
    case 'yellow-wine':
      return perLitre(valued, 'ct-yellow-wine-per-litre', run)
    case 'beer':
      return beer(valued, run)
  }
}

const rateOf = (kind: ConsumptionTax, run: Run): Big | Refused => run.figures.number(BY_VALUE[kind] ?? kind)

const onePieceAssumed = ({ article, item }: Valued): Phrase[] =>
  article.pieces === undefined && article.content !== undefined
    ? [{ key: 'note.one-piece-assumed', values: { item: String(item) } }]
    : []

/** Litres of all pieces, from the content printed on one. */
export function litresOf({ article, item }: Valued): Big | Asked {
  const { content, pieces } = article
  if (content?.unit !== 'ml') return { kind: 'asked', missing: 'content', item }
  return content.amount.times(String(pieces ?? 1)).div(MILLILITRES)
}

function perLitre(valued: Valued, figure: FigureId, run: Run): Excise | Asked | Refused {
  const each = run.figures.number(figure)
  if (isRefused(each)) return each
  const litres = litresOf(valued)
  if (stopped(litres)) return litres
  const specific = each.times(litres)
  const step = {
    label: 'step.specific-tax',
    expression: `${plain(each)} × ${plain(litres)}`,
    amount: specific,
    item: valued.item,
  }
  return { ...NONE, specific, steps: [step], notes: onePieceAssumed(valued) }
}

/**
 * Beer is taxed by volume, at one of two rates: the higher from a dutiable value per tonne that is set in US dollars and converted at the customs
 * rate of the month. Without that rate the bracket is open: the caller says both.
 */
function beer(valued: Valued, run: Run): Excise | Asked | Refused {
  const { value } = valued
  const { assumed, exchangeRate, foreign } = run.order
  const tax = (bracket: 'high' | 'low') => perLitre(valued, `ct-beer-${bracket}-per-litre`, run)
  const dollar = foreign === undefined || foreign.currency === 'USD' ? exchangeRate : undefined
  if (dollar === undefined) {
    if (assumed === 'beer-high' || assumed === 'beer-low') return tax(assumed === 'beer-high' ? 'high' : 'low')
    const litres = litresOf(valued)
    return stopped(litres) ? litres : { kind: 'asked', missing: 'exchangeRate' }
  }
  const figures = run.figures.numbers({ threshold: 'beer-threshold-usd-per-tonne', tonne: 'beer-litres-per-tonne' })
  if (isRefused(figures)) return figures
  const litres = litresOf(valued)
  if (stopped(litres)) return litres
  const perTonne = value.times(figures.tonne).div(litres.times(dollar))
  const high = value.times(figures.tonne).gte(figures.threshold.times(litres).times(dollar))
  const result = tax(high ? 'high' : 'low')
  if (stopped(result)) return result
  const step = {
    label: 'step.beer-per-tonne',
    expression: `${plain(value)} ÷ ${plain(dollar)} ÷ ${plain(litres)} × ${plain(figures.tonne)}`,
    amount: perTonne.round(2, Big.roundHalfUp),
    item: valued.item,
  }
  return {
    ...result,
    steps: [step, ...result.steps],
    distances: high
      ? []
      : [
          {
            figure: 'beer-threshold-usd-per-tonne',
            limit: figures.threshold,
            left: figures.threshold.minus(perTonne).round(2, Big.roundHalfUp),
            beyond: 'beyond.beer-threshold-usd-per-tonne',
          },
        ],
  }
}
