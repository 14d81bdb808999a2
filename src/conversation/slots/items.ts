import { Big } from 'big.js'
import type { Item } from '../../core/slots.ts'
import { AMOUNT, type Content, ONE, type Skeleton } from './mentions.ts'
import { DENIED, isForeign, type Price, type PriceRole } from './prices.ts'
import type { Reading } from './reading.ts'
import { areJoined, type Placed, type Share, sharesIn } from './shares.ts'

/** What a message says about goods. */
export type Goods = Pick<Reading, 'items' | 'orderTotal' | 'foreign' | 'foreignEach'>

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
    if (saysSomething(skeleton, item)) items.push(item)
    if (abroad && (foreign === undefined || foreign.currency === abroad.currency)) {
      foreign = { ...abroad, amount: abroad.amount.plus(foreign?.amount ?? '0') }
      foreignEach = each ? true : undefined
    }
  }
  return {
    items,
    ...(whole && !isForeign(whole) && items.some(({ total, each }) => !total && !each) && { orderTotal: whole.amount }),
    ...(whole && isForeign(whole) && { foreign: { amount: whole.amount, currency: whole.currency ?? '' } }),
    ...(foreign && { foreign, foreignEach }),
  }
}

/** The one of 给一个公式 is no piece of goods, but that of 换成一件呢 is. */
const ABOUT_PIECES = /^\s?(?:换|改|那|如果|要是|只|就|and\b|what|just|only|if\b)|呢[?？]?$|^[\s\ue000-\uf8ff]+$/
const saysSomething = ({ text }: Skeleton, item: Item): boolean => {
  const { pieces, ...others } = item
  return Object.keys(others).length > 0 || (pieces !== undefined && (pieces > 1 || ABOUT_PIECES.test(text)))
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

/** 一片16块 买10片: the price of a sheet. */
const BY_SHEET = new RegExp(`[每一/]\\s?[片张贴][^\\ue000-\\uf8ff]{0,4}${AMOUNT}|${AMOUNT}\\s?[每一/]\\s?[片张贴]`, 'u')
const PACK = /^[箱盒提套组打袋]/

/** 330ml*24 一箱159: the price of the pack is that of all in it. But 一盒98 买3盒 is the price of each. */
function isOfPack({ counts }: Share, each: Price | undefined): boolean {
  const one = counts.find(({ at, mention: { pieces } }) => pieces === 1 && each && Math.abs(at - each.at) <= 3)
  const unit = one?.mention.unit ?? ''
  return (
    PACK.test(unit) &&
    counts.some(({ mention: other }) => other.pieces > 1 && other.unit !== undefined && other.unit !== unit)
  )
}

/** How many pieces: 两箱 每箱24罐 is 48; the one of 300一瓶 counts only where no other number does. */
function piecesOf({ text }: Skeleton, { counts }: Share, each: Price | undefined): number | undefined {
  const numbers = counts.map(({ mention }) => mention.pieces)
  const [first, second] = numbers
  if (first === undefined || second === undefined) return first
  const [one, two] = counts as [Placed<'count'>, Placed<'count'>]
  if (/每|\bper\b|\beach\b/.test(text.slice(one.at, two.at)) && each === undefined) return first * second
  return first === 1 || (each !== undefined && new RegExp(ONE, 'u').test(text[one.at] ?? '')) ? second : first
}

/** 茶叶2斤 每斤300: two pieces of a 斤 each. */
const BY_WEIGHT = /(?:每|\/)\s?(?<jin>斤)|(?:每|\/)\s?(?:公斤|千克|kg)|\bper (?:kg|kilo)/u

function weighed(
  skeleton: Skeleton,
  pieces: number | undefined,
  share: Share,
  each: Price | undefined,
): Pick<Item, 'pieces' | 'content'> {
  const content = contentOf(skeleton, share, pieces)
  const weight = BY_WEIGHT.exec(skeleton.text)
  if (!weight || !each || content?.unit !== 'g' || pieces !== undefined) return { pieces, content }
  const unit = weight.groups?.jin === undefined ? '1000' : '500'
  const units = Number(content.amount.div(unit).toFixed())
  return Number.isSafeInteger(units) ? { pieces: units, content: { ...content, amount: new Big(unit) } } : { content }
}

/** Content of one piece; 共1500ml after two bottles is that of both. */
function contentOf({ text }: Skeleton, { contents }: Share, pieces: number | undefined): Item['content'] {
  const [first, ...others] = contents.filter(({ at }) => !DENIED.test(text.slice(Math.max(0, at - 14), at)))
  // Several sizes belong to parts of a set, or to a sample: whose is whose is not said.
  if (!first || others.some(({ mention: { content: other } }) => !isSame(other, first.mention.content)))
    return undefined
  const { content } = first.mention
  const ofAll =
    pieces !== undefined &&
    pieces > 1 &&
    /(?:共|合计|总共|\btotal(?: of)?|altogether)\s?$/.test(text.slice(Math.max(0, first.at - 12), first.at))
  return ofAll ? { ...content, amount: content.amount.div(String(pieces)) } : content
}

const isSame = (one: Content, other: Content): boolean => one.unit === other.unit && one.amount.eq(other.amount)
