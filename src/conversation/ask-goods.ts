import type { Day } from '../core/day.ts'
import { fold } from '../search/fold.ts'
import { type Advice, consult } from './advise.ts'
import { hasGood, hasPrice, isOwnAlready } from './advisor-for.ts'
import { amountsIn, readSlots } from './slots/read-slots.ts'
import { goesAbroad } from './slots/traveller.ts'
import { isOtherTax, namesRate, TAX_ASKED } from './tax-asked.ts'
import type { Understanding } from './understanding.ts'

/** The day asked about, and the day on which it is asked. */
type Days = { on: Day; today: Day }

/**
 * What to ask back when goods and tax are named but no price (`口红要交多少税`): the price. Only for messages that no entry answers clearly; a question for the rate is for the
 * entries.
 */
export function askPrice(text: string, { on, today }: Days, understanding: Understanding): Advice | undefined {
  if (!asksForSum(text)) return undefined
  const reading = readSlots(text, { today, findGoods: understanding.findGoods })
  return hasGood(reading) && !hasPrice(reading) ? consult('import-tax', reading, on, understanding) : undefined
}

/**
 * What to ask back when a sum of tax is wanted of goods that were not made out, and nothing that is known fits (`算下税 买了点东西`): the goods or their price, with what
 * can be said of a price already.
 */
export function askGoods(text: string, { on, today }: Days, understanding: Understanding): Advice | undefined {
  if (!asksForSum(text)) return undefined
  if (understanding.intents.of(text).shares.ours < SURELY_OURS) return undefined
  const options = { today, findGoods: understanding.findGoods }
  const reading = readSlots(text, options)
  const [price, ...others] = amountsIn(text, options)
  const bare = price && others.length === 0 && !hasPrice(reading)
  return consult(
    'import-tax',
    bare ? { ...reading, items: [{ ...reading.items[0], total: price }] } : reading,
    on,
    understanding,
  )
}
/** How sure the model of intents has to be that a message is a question to us. */
const SURELY_OURS = 0.9

/** Tax that was evaded, and what it leads to, is no tax to be worked out. */
const CRIME = /走私|偷逃|逃税|漏税|犯罪|判刑|坐牢|罚|\bsmuggl|\bevad|\bcrim|\bpenal|\bfine[ds]?\b|\bjail|\bprison/u

/** Whether the tax on something is asked for, neither a rate nor a tax of another office or another country. */
function asksForSum(text: string): boolean {
  const folded = fold(text)
  if (!TAX_ASKED.test(folded) || namesRate(folded)) return false
  return !(CRIME.test(folded) || isOwnAlready(folded) || isOtherTax(folded) || goesAbroad(folded))
}
