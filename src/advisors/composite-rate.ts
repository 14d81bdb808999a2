import type { Big } from 'big.js'
import type { FigureId } from '../core/figure.ts'
import type { Outcome, Refused } from './advisor.ts'
import { percent } from './expression.ts'
import { type Figures, isRefused } from './figures-on.ts'
import { ONE, ZERO } from './rounding.ts'
import { conclude, type Run } from './run.ts'

/** The taxes by value that make a composite rate: a VAT, and the consumption tax of some goods. */
const PAIRS: [vat: FigureId, consumption: FigureId | undefined, goods: string][] = [
  ['vat-standard-rate', undefined, 'ordinary'],
  ['vat-reduced-rate', undefined, 'reduced'],
  ['vat-standard-rate', 'ct-wine', 'wine'],
  ['vat-standard-rate', 'ct-high-end-cosmetics', 'cosmetics'],
  ['vat-standard-rate', 'ct-spirits', 'spirits'],
]
/** People cut 17.89 % to 17.8 % and round it to 17.9 %. */
const NEAR = '0.001'

/** The taxes by value that a composite rate is made of. */
type Taxes = { vat: Big; consumption: Big; rate: Big; goods: string }

/** The taxes whose composite rate within the limits is the one that somebody names; undefined where none comes to it on the day. */
export function taxesOfComposite(named: Big, figures: Figures): Taxes | undefined {
  const share = figures.number('cbec-tax-share')
  if (isRefused(share)) return undefined
  for (const [vatId, consumptionId, goods] of PAIRS) {
    const vat = figures.number(vatId)
    const consumption = consumptionId === undefined ? ZERO : figures.number(consumptionId)
    if (isRefused(vat) || isRefused(consumption)) continue
    const rate = vat.plus(consumption).times(share).div(ONE.minus(consumption))
    if (rate.minus(named).abs().lt(NEAR)) return { vat, consumption, rate, goods }
  }
  return undefined
}

/**
 * How a composite rate within the limits of retail import comes about: (VAT + consumption tax) ÷ (1 − consumption tax) × the share that is levied
 * (财关税〔2016〕18号 art. 3).
 * @param named the rate somebody asks about, as a fraction; refused where none comes to it
 */
export function compositeRate(named: Big, run: Run): Outcome {
  const share = run.figures.number('cbec-tax-share')
  if (isRefused(share)) return share
  const taxes = taxesOfComposite(named, run.figures)
  if (!taxes) return NO_SUCH_RATE
  const values = {
    rate: `${taxes.rate.times('100').round(2).toFixed()}%`,
    vat: percent(taxes.vat),
    consumption: percent(taxes.consumption),
    share: percent(share),
    whole: percent(ONE),
  }
  const verdict = { key: `verdict.sum.composite.${taxes.goods}`, values }
  return { kind: 'calculated', calculation: conclude(run, { verdict, steps: [] }) }
}

const NO_SUCH_RATE: Refused = { kind: 'refused', why: 'impossible', verdict: { key: 'verdict.impossible', values: {} } }
