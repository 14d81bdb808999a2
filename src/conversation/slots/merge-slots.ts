import type { Big } from 'big.js'
import type { Item } from '../../core/slots.ts'
import type { Reading } from './reading.ts'

/** How a later message is laid over an earlier one. */
export type MergeOptions = {
  /** The message adds goods to the order instead of asking about others. */
  adds?: boolean | undefined
  /** The message answers a question: a number of pieces says how many the price was for, and is no other order. */
  answers?: boolean | undefined
  /** The message names the price of all pieces (一共). */
  whole?: boolean | undefined
  /** The item a value without a good belongs to; the first is 0. */
  item?: number | undefined
}

/**
 * A message's values laid over those of the turns before: new values replace, the rest stays. Another good keeps price and pieces but not content and
 * rates, which belonged to the first; more pieces cost that many times the price.
 */
export function mergeSlots(before: Reading, next: Reading, options: MergeOptions = {}): Reading {
  const ofAll = options.whole && before.items.length > 1 ? sumOfAll(next) : undefined
  if (ofAll) return mergeSlots({ ...before, items: unpriced(before.items) }, { ...next, items: [], orderTotal: ofAll })
  const items = mergeItems(before.items, next.items, options)
  const merged: Reading = {
    ...before,
    ...next,
    items,
    hsCodes: next.hsCodes.length > 0 ? next.hsCodes : before.hsCodes,
  }
  const drop = (...fields: (keyof Reading)[]) => {
    for (const field of fields) if (next[field] === undefined) delete merged[field]
  }
  if (next.regime) drop('regimes')
  if (next.regimes) drop('regime')
  if (next.spentThisYear) drop('leftThisYear')
  if (next.spentThisYear || next.leftThisYear) drop('spentAmounts')
  if (next.leftThisYear) drop('spentThisYear')
  if (next.items.some(({ pieces }) => pieces !== undefined)) drop('several')
  const [old, now] = [before.items[0]?.good, next.items[0]?.good]
  if (!options.adds && old !== undefined && now !== undefined && old !== now)
    drop('tariffRate', 'vatRate', 'consumptionTaxRate')
  const isPriced = next.items.some(({ total, each }) => total ?? each)
  if (isPriced && !options.adds) drop('foreign', 'foreignEach', 'leftOut')
  if (isPriced && items.length < 2) drop('orderTotal')
  if (next.foreign) return { ...merged, items: unpriced(items) }
  return withOrderTotal(withForeignPieces(merged, before, options))
}

const unpriced = (items: Item[]): Item[] => items.map(({ total: _, each: __, ...item }) => item)

/** The price of all goods, where a message names no other good. */
function sumOfAll({ items: [only, ...more] }: Reading): Big | undefined {
  return only?.good === undefined && more.length === 0 ? only?.total : undefined
}

function mergeItems(before: Item[], next: Item[], options: MergeOptions): Item[] {
  const [only, ...more] = next
  if (!only) return before
  if (options.adds) return [...before, ...next]
  if (before.length === 0 || more.length > 0) return next
  const index = indexOf(before, only, options)
  return index === undefined ? next : before.map((item, at) => (at === index ? overlaid(item, only, options) : item))
}

/** Which item a single one is laid over; undefined when it takes the place of all. */
function indexOf(before: Item[], next: Item, { item }: MergeOptions): number | undefined {
  if (item !== undefined && item < before.length) return item
  if (before.length === 1) return 0
  const same = before.findIndex(({ good }) => good !== undefined && good === next.good)
  if (same >= 0) return same
  return next.good === undefined ? before.length - 1 : undefined
}

function overlaid(old: Item, next: Item, { answers, whole }: MergeOptions): Item {
  const isOther = next.good !== undefined && old.good !== undefined && next.good !== old.good
  const { content, ...kept } = old
  const base: Item = isOther || content === undefined ? kept : { ...kept, content }
  const { total, each, ...rest } = next
  const others = { ...base, ...rest }
  const { total: _, each: __, ...bare } = others
  if (each) return total ? { ...bare, each, total } : { ...bare, each }
  if (total) {
    // What was a price of one stays one: 单价2600 … 如果3000呢.
    const one = base.each !== undefined && base.total === undefined && next.pieces === undefined && !whole
    return one ? { ...bare, each: total } : { ...bare, total }
  }
  if (next.pieces === undefined || answers || base.total === undefined) return others
  const pieces = base.pieces ?? 1
  if (next.pieces === pieces) return others
  if (base.each) return { ...bare, each: base.each }
  if (pieces === 1) return { ...bare, each: base.total }
  return { ...bare, total: base.total.times(String(next.pieces)).div(String(pieces)).round(2) }
}

/** A foreign price grows with the pieces as well. */
function withForeignPieces(merged: Reading, before: Reading, { answers }: MergeOptions): Reading {
  const { foreign } = before
  const [was, is] = [before.items[0]?.pieces ?? 1, merged.items[0]?.pieces ?? 1]
  if (!foreign || !merged.foreign || is === was || (answers && !before.foreignEach)) return merged
  return { ...merged, foreign: { ...foreign, amount: foreign.amount.times(String(is)).div(String(was)) } }
}

/** Once all items but one have a price, the price of all tells the last. */
function withOrderTotal(merged: Reading): Reading {
  const { orderTotal, items } = merged
  const open = items.filter(({ total, each }) => total === undefined && each === undefined)
  const [last, ...more] = open
  if (orderTotal === undefined || !last || more.length > 0 || items.length < 2) return merged
  const rest = items.reduce((left, { total, each, pieces }) => {
    const price = total ?? each?.times(String(pieces ?? 1))
    return price ? left.minus(price) : left
  }, orderTotal)
  if (rest.lte('0')) return merged
  const { orderTotal: _, ...told } = merged
  return { ...told, items: items.map((item) => (item === last ? { ...item, total: rest } : item)) }
}
