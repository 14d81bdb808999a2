import type { Regime } from '../../core/slots.ts'
import { englishNumber } from './english-numbers.ts'
import { foldAmounts } from './fold-amounts.ts'
import { mergeSlots } from './merge-slots.ts'
import { numeral } from './numeral.ts'
import { readSlots } from './read-slots.ts'
import type { Reading, ReadOptions } from './reading.ts'
import { regimesDenied } from './regime.ts'

/** Goods are added to the order. */
const ADDS =
  /再(?:加|买|来|添|要)|还(?:要|买|有|想买)(?!多少)|另外(?:再|还)?(?:加|买|有)?|加上|加(?:一|两|多|个)|同埋|\bplus\b|\balso\b|\badd\b|\bas well\b|\banother\b|in addition|together with/
/** A price is that of all pieces. */
const WHOLE = /一共|合共|总共|共计|合计|总价|加起来|(?<!公)共|\btotal|altogether|in all|combined|together/
/** Freight is no longer free. */
const NOT_FREE =
  /不包邮|不免邮|不含运费|不免运|唔包邮|运费另[算付计收]|not free shipping|shipping (?:not included|extra|excluded)|excl\w* shipping/

/**
 * A follow-up read in the light of the turns before: "and if it is 6000? tariff 6%", 换成两件呢, 那红酒呢, 再加一支口红200, 不对，是600.
 * A bare number means the price, or what was spent where only that had been spoken of.
 */
export function readFollowUp(said: string, before: Reading, options: ReadOptions): Reading {
  const text = said.replace(GRADED, '$<grade>$<good>')
  const folded = foldAmounts(text)
  const read = withBarePieces(folded, readSlots(text, { ...options, currency: before.foreign?.currency }))
  const next = isAboutYear(before, read, folded) ? { ...read, items: [], spentThisYear: read.items[0]?.total } : read
  const adds = ADDS.test(folded) && before.items.length > 0 && next.items.some(({ good }) => good !== undefined)
  const merged = mergeSlots(before, next, { adds, whole: WHOLE.test(folded) })
  const ways = otherWays(folded, before, next)
  if (ways) return { ...merged, regime: undefined, regimes: ways }
  if (NOT_FREE.test(folded) && next.freight === undefined) delete merged.freight
  if (next.compositeRate && !next.items.some(({ good }) => good !== undefined)) merged.insteadRate = true
  if (next.items.some(({ good }) => good !== undefined)) drop(merged, next)
  return merged
}

/** The ways people bring things in themselves, and the one they order by. */
const USUAL: Regime[] = ['cbec', 'parcel', 'luggage']

/** The ways that are left where a message denies the one spoken of and names no other (不走跨境呢). */
export function otherWays(folded: string, before: Reading, next: Reading): Regime[] | undefined {
  if (next.regime !== undefined || next.regimes !== undefined || before.regime === undefined) return undefined
  const denied = regimesDenied(folded)
  return denied.includes(before.regime) ? USUAL.filter((way) => !denied.includes(way)) : undefined
}

/** Other goods have their own rate. */
function drop(merged: Reading, next: Reading): void {
  if (next.compositeRate) return
  delete merged.compositeRate
  delete merged.insteadRate
}

/** 化妆品 普通的: what kind of them, said after them. */
const GRADED = /(?<good>\p{Script=Han}{2,4})[，, ]+(?<grade>普通|一般|平价|高档|高端)的?(?=$|[，,。.？?！! ])/u

/** Make it 3, 改成两: too small a number for a price. */
const MAKE_IT =
  /(?:make (?:it|that)|change (?:it |that )?to|\bjust|\bonly|改成|换成|改为|变成|就要|只要)\s?(?<number>[1-9]|[一二两俩三四五六七八九]|one|two|three|four|five|six|seven|eight|nine)[\s.。!！吧呢?？]*$/

function withBarePieces(folded: string, read: Reading): Reading {
  const number = MAKE_IT.exec(folded)?.groups?.number
  if (number === undefined || read.items.length > 0) return read
  return { ...read, items: [{ pieces: englishNumber(number) ?? Number(numeral(number)) }] }
}

/** The next order, not what was spent. */
const BUYS_MORE = /再(?:买|下|来|订|添|要|囤)|想买|又买|\b(?:buy|order|purchase|another)\b/u
const HAS_USED = /(?:用|花|买)(?:了|掉|咗|过)|\b(?:used|spent)\b/u
/** Whether a bare number is another sum of the year: 额度用了18000还剩多少 … 那两万呢. */
function isAboutYear(before: Reading, { items, spentThisYear }: Reading, folded: string): boolean {
  const [only, ...more] = items
  const bare = only !== undefined && more.length === 0 && Object.keys(only).join() === 'total'
  const ofYear = before.items.length === 0 || HAS_USED.test(folded)
  return bare && !BUYS_MORE.test(folded) && spentThisYear === undefined && before.spentThisYear !== undefined && ofYear
}
