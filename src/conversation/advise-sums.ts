import { Big } from 'big.js'
import type { Context } from '../advisors/advisor.ts'
import { importTax } from '../advisors/import-tax.ts'
import { sums } from '../advisors/sums.ts'
import type { Answer } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import { valueOn } from '../core/figure.ts'
import type { Slots } from '../core/slots.ts'
import { fold } from '../search/fold.ts'
import { type AskedSum, orderSum } from './advise-order-sums.ts'
import { foldAmounts } from './slots/fold-amounts.ts'
import { readSlots } from './slots/read-slots.ts'
import type { ReadOptions } from './slots/reading.ts'
import { tell } from './tell.ts'
import type { Understanding } from './understanding.ts'

const RETURNED = /退(?:了|货|掉|回|那|的|其中)|只退|退\d|\breturn(?:ed|ing)?\b|\bsen[dt](?:ing)? (?:\w+ ){0,2}back\b/u
const TAX_BACK =
  /税[^。?？]{0,8}(?:退|返|回)|退(?:多少|几多|回)?[^。?？]{0,4}税|能退多少|退我多少|\b(?:tax|duty)\b.{0,24}\b(?:back|refund|return)|\bhow much.{0,24}\b(?:back|refund)|\brefund.{0,16}\b(?:tax|duty)\b/u
/** The price of what went back. */
const OF_THE_RETURNED =
  /(?:只退|退(?:了|掉|货|回)?(?:其中|那)?(?:的)?(?:个|件|瓶|双|条|盒)?|\breturn(?:ed|ing)?(?: only| just)?(?: the)?|\bsen[dt](?:ing)? back(?: only| just)?(?: the)?)[^\d。?？]{0,10}(?<price>\d+(?:\.\d+)?)/u
const EXPORTED = /出口|外贸|\bexport|海外仓|9710|9810/u

/** A sum of a figure and what a message says: of those in `knowledge/sums.yaml`, of an order, or the tax back on part of an order. */
export function adviseSum(text: string, on: Day, today: Day, understanding: Understanding): Answer | undefined {
  const { knowledge } = understanding
  const options = { today, findGoods: understanding.findGoods }
  const context: Context = { figures: knowledge.figures, goods: knowledge.goods, on, knowledge: knowledge.revision }
  const folded = fold(text)
  const read = understanding.reading(text).text
  const ways = read === folded ? [folded] : [folded, read]
  for (const written of ways) {
    const figureSum = understanding.sumAsked(written, on, knowledge.figures, options)
    // Outside the range of a sum the entry tells what holds there.
    if (figureSum && !figureSum.case) return tell(figureSum.sum.entry, on, understanding)
    const asked = figureSum?.case
      ? { sum: { sum: 'figure', asked: { ...figureSum, case: figureSum.case } } as const, topic: figureSum.sum.topic }
      : orderSum(written, options, understanding)
    if (asked) return worked(asked, context, understanding)
  }
  return RETURNED.test(folded) && TAX_BACK.test(folded) && !EXPORTED.test(folded)
    ? taxBack(folded, options, context)
    : undefined
}

function worked({ sum, topic, entry }: AskedSum, context: Context, { knowledge }: Understanding): Answer | undefined {
  const outcome = sums(sum, context)
  if (outcome.kind !== 'calculated') return undefined
  const behind = knowledge.entries.get(entry ?? '')?.sources
  const calculation = behind ? { ...outcome.calculation, sources: behind } : outcome.calculation
  return { outcome: 'calculated', advisor: 'sums', topic, verdict: calculation.verdict, calculation }
}

/** The tax on what goes back of an order: the item whose price is said to be returned, or all of a single one. */
function taxBack(folded: string, options: ReadOptions, context: Context): Answer | undefined {
  const reading = readSlots(folded, options)
  if (reading.regime !== undefined && reading.regime !== 'cbec') return undefined
  const said = OF_THE_RETURNED.exec(foldAmounts(folded))?.groups?.price
  const prices = reading.items.filter(({ total, each }) => total ?? each)
  const [only, ...others] = prices
  const item = said === undefined ? undefined : prices.find(({ total, each }) => (total ?? each)?.eq(said))
  const returned = item ?? (others.length === 0 ? only : undefined)
  if (!returned) return undefined
  const slots: Slots = {
    ...reading,
    regime: 'cbec',
    items: [{ ...returned, pieces: returned.pieces ?? 1 }],
    freight: undefined,
  }
  const outcome = importTax(slots, context)
  if (outcome.kind !== 'calculated') return undefined
  const { calculation } = outcome
  const days = ['return-apply-days', 'return-arrive-days'].map((id) => {
    const figure = context.figures.get(id)
    const value = figure && valueOn(figure, context.on)?.value
    return value instanceof Big ? value.toFixed() : ''
  })
  const verdict = {
    key: 'verdict.tax-back',
    values: { tax: String(calculation.verdict.values.tax ?? ''), apply: days[0] ?? '', arrive: days[1] ?? '' },
  }
  return {
    outcome: 'calculated',
    advisor: 'import-tax',
    topic: 'tax.refund',
    verdict,
    calculation: { ...calculation, verdict },
  }
}
