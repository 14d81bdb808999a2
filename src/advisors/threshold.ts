import type { Big } from 'big.js'
import type { Distance, Step } from '../core/calculation.ts'
import type { Asked, Refused } from './advisor.ts'
import { stopped } from './advisor.ts'
import { plain } from './expression.ts'
import { isRefused } from './figures-on.ts'
import type { Valued } from './order.ts'
import { ONE, roundTo } from './rounding.ts'
import type { Run } from './run.ts'

/** Whether goods with a price threshold bear consumption tax; `step` shows the price the threshold looks at. */
export type AgainstThreshold = { taxed: boolean; step?: Step; distances: Distance[] }

/** The finest unit price shown in the working. */
const SHOWN = ONE.div('10000')

/**
 * Compares the value of goods with the price from which consumption tax is due: cosmetics by the unit printed on the pack (millilitre, gram or
 * sheet), watches by the piece. The price exactly at the threshold counts as above it (财税〔2016〕103号, 财税〔2006〕33号). Where the figure
 * declares that there was no threshold yet, all goods of the kind were taxed.
 */
export function againstThreshold({ article, value, item }: Valued, run: Run): AgainstThreshold | Asked | Refused {
  const pieces = String(article.pieces ?? 1)
  if (article.consumptionTax === 'watch') {
    const threshold = run.figures.number('watch-threshold')
    if (isRefused(threshold)) return threshold
    return compare(value, ONE.times(pieces), 'watch-threshold', threshold, item)
  }
  const unit = article.content?.unit
  const figure = unit === 'sheet' ? 'cosmetics-threshold-per-sheet' : 'cosmetics-threshold-per-ml'
  const held = run.figures.declared(figure)
  if (stopped(held)) return held
  if (held.value === undefined) return { taxed: true, distances: [] }
  if (article.content === undefined) {
    const { assumed } = run.order
    if (assumed === 'high-end' || assumed === 'not-high-end') return { taxed: assumed === 'high-end', distances: [] }
    return { kind: 'asked', missing: 'content', item }
  }
  return compare(value, article.content.amount.times(pieces), figure, held.value, item)
}

function compare(value: Big, quantity: Big, figure: string, threshold: Big, item: number): AgainstThreshold {
  const taxed = value.gte(threshold.times(quantity))
  const each = value.div(quantity)
  return {
    taxed,
    step: {
      label: 'step.unit-price',
      expression: `${plain(value)} ÷ ${plain(quantity)}`,
      amount: roundTo(each, SHOWN),
      item,
    },
    distances: taxed
      ? []
      : [{ figure, limit: threshold, left: roundTo(threshold.minus(each), SHOWN), beyond: `beyond.${figure}` }],
  }
}
