import { Big } from 'big.js'
import type { Item } from '../../core/slots.ts'
import { isOfPack, piecesOf, weighed } from './item-quantities.ts'
import { AMOUNT, type Skeleton } from './mentions.ts'
import { isForeign, type Price, type PriceRole } from './prices.ts'
import type { Reading } from './reading.ts'
import { areJoined, type Share, sharesIn } from './shares.ts'
import { isNoPurchase } from './unnamed-goods.ts'

/** What a message says about goods. */
export type Goods = Pick<Reading, 'items' | 'orderTotal' | 'foreign' | 'foreignEach' | 'perhapsEach' | 'leftOut'>

/** No order has more kinds of goods than this; a longer list is no order. */
const MOST_ITEMS = 30

/** Puts what was said about goods together. `voucher` is added to what remained to pay after it. */
export function goodsIn(skeleton: Skeleton, prices: Price[], voucher: Big | undefined): Goods {
  const shares = sharesIn(skeleton, prices).slice(0, MOST_ITEMS)
  const part = partOf(skeleton, shares)
  if (part) return { items: part }
  const whole = ofTheOrder(skeleton, shares, prices)
  const items: Item[] = []
  let foreign: Goods['foreign']
  let foreignEach: boolean | undefined
  for (const share of shares) {
    const {
      item,
      foreign: abroad,
      each,
    } = itemOf(skeleton, { ...share, prices: share.prices.filter((price) => price !== whole) }, voucher)
    if (saysSomething(skeleton, item, share)) items.push(item)
    if (abroad && (foreign === undefined || foreign.currency === abroad.currency)) {
      foreign = { ...abroad, amount: abroad.amount.plus(foreign?.amount ?? '0') }
      foreignEach = each ? true : undefined
    }
  }
  return {
    items,
    ...(shares.length === 1 && shares.some(isPerhapsEach) && !TOGETHER.test(skeleton.text) && { perhapsEach: true }),
    ...(whole && !isForeign(whole) && items.some(({ total, each }) => !total && !each) && { orderTotal: whole.amount }),
    ...(whole && isForeign(whole) && { foreign: { amount: whole.amount, currency: whole.currency ?? '' } }),
    ...(foreign && { foreign, foreignEach }),
    ...leftOut(skeleton, items, prices, whole),
  }
}

/** The prices that nothing marks and that belong to no goods that were made out. */
function leftOut(skeleton: Skeleton, items: Item[], prices: Price[], whole: Price | undefined): Pick<Goods, 'leftOut'> {
  const sums = items.flatMap(({ total, each, pieces }) => [total, each, each?.times(String(pieces ?? 1))])
  const used = [...sums, whole?.amount, sumOf(items)]
  const others = prices.filter(
    (price) =>
      price.role === 'plain' &&
      !isForeign(price) &&
      !used.some((one) => one?.eq(price.amount)) &&
      !isNoPurchase(skeleton, price),
  )
  return others.length > 0 && items.some(({ total, each }) => total ?? each)
    ? { leftOut: others.map(({ amount }) => amount) }
    : {}
}

const sumOf = (items: Item[]): Big =>
  items.reduce(
    (sum, { total, each, pieces }) => sum.plus(total ?? each?.times(String(pieces ?? 1)) ?? '0'),
    new Big('0'),
  )

/** 香水900 两瓶: whether of one or of all is not said. */
function isPerhapsEach({ prices, counts }: Share): boolean {
  const [price, ...others] = prices
  const [count, ...more] = counts
  const lone = others.length === 0 && more.length === 0
  return lone && price?.role === 'plain' && count !== undefined && count.mention.pieces > 1 && price.at < count.at
}

const TOGETHER = /一起|共|总|合计|加起来|\b(?:total|altogether|in all|both|together)\b/u

/** The one of 给一个公式 is no piece of goods, but that of 换成一件呢 is. */
const ABOUT_PIECES = /^\s?(?:换|改|那|如果|要是|只|就|and\b|what|just|only|if\b)|呢[?？]?$|^[\s\ue000-\uf8ff]+$/
function saysSomething({ text }: Skeleton, { pieces, ...others }: Item, { counts }: Share): boolean {
  if (Object.keys(others).length > 0) return true
  // A factor of nothing: 7*7.
  if (pieces === undefined || counts.some(({ mention }) => mention.times)) return false
  return pieces > 1 || ABOUT_PIECES.test(text)
}

/** The price of several goods together: 面霜和口红一共900. */
function ofTheOrder(skeleton: Skeleton, shares: Share[], prices: Price[]): Price | undefined {
  if (shares.length < 2) return undefined
  const total = prices.find(({ role }) => role === 'total')
  const owner = shares.find((share) => total && share.prices.includes(total))
  if (total && (prices.length < shares.length || (owner?.prices.length ?? 0) > 1)) return total
  const [only, ...more] = prices
  return more.length === 0 && only?.role === 'plain' && areJoined(skeleton) ? only : undefined
}

/** 总共7000 其中手表5500: one good and the rest. */
const OF_WHICH = /其中|里面有|\bof which\b|\bincluding (?:an?|one|the)\b/

function partOf(skeleton: Skeleton, [share, ...others]: Share[]): Item[] | undefined {
  const total = share?.prices.find(({ role }) => role === 'total')
  const part = share?.prices.find((price) => price !== total && price.amount.lt(total?.amount ?? '0'))
  if (!share || !total || !part || others.length > 0 || !OF_WHICH.test(skeleton.text)) return undefined
  if (isForeign(total) || isForeign(part)) return undefined
  const { item } = itemOf(skeleton, { ...share, prices: [{ ...part, role: 'plain' }] }, undefined)
  return [item, { total: total.amount.minus(part.amount) }]
}

/** 一片16块 买10片: the price of a sheet. */
const BY_SHEET = new RegExp(`[每一/]\\s?[片张贴][^\\ue000-\\uf8ff]{0,4}${AMOUNT}|${AMOUNT}\\s?[每一/]\\s?[片张贴]`, 'u')

/** Which of the prices said of one thing is its price. */
const BEST: PriceRole[] = ['net', 'plain', 'list', 'paid']

type Said = { item: Item; foreign?: { amount: Big; currency: string }; each?: boolean }

function itemOf(skeleton: Skeleton, share: Share, voucher: Big | undefined): Said {
  const abroad = share.prices.length > 0 && share.prices.every(isForeign)
  const prices = share.prices.filter((price) => isForeign(price) === abroad)
  const of = (role: PriceRole) =>
    prices.find((price) => price.role === role && price.currency !== undefined) ??
    prices.find((price) => price.role === role && price.at > share.at) ??
    prices.find((price) => price.role === role)
  const main = BEST.map(of).find((price) => price !== undefined)
  const ofPack = isOfPack(share, of('each'))
  const each = ofPack ? undefined : of('each')
  const total = of('total') ?? (ofPack ? of('each') : undefined)
  const { pieces, content } = weighed(skeleton, piecesOf(skeleton, share, each), share, each)
  const item: Item = {
    ...(share.good !== undefined && { good: share.good }),
    ...(pieces !== undefined && { pieces }),
    ...(content && { content }),
  }
  const whole = total ?? (each && main?.role !== 'net' ? undefined : main)
  const bySheet = each && !whole && content?.unit === 'sheet' && BY_SHEET.test(skeleton.text)
  const sum = bySheet
    ? each.amount.times(content.amount)
    : whole?.role === 'paid'
      ? whole.amount.plus(voucher ?? '0')
      : whole?.amount
  if (abroad) {
    const amount = sum ?? each?.amount.times(String(pieces ?? 1))
    const currency = prices[0]?.currency ?? ''
    return amount === undefined ? { item } : { item, foreign: { amount, currency }, each: sum === undefined }
  }
  const one = bySheet
    ? undefined
    : (each ?? (total && main && pieces && main.amount.times(String(pieces)).eq(total.amount) ? main : undefined))
  return {
    item: { ...item, ...(sum && { total: sum }), ...(one && { each: one.amount }) },
  }
}
