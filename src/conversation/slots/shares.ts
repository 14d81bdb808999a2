import type { GoodId } from '../../core/good.ts'
import { AMOUNT, CONTENT, COUNT, GOOD, type MentionOf, ONE, OTHER, type Skeleton } from './mentions.ts'
import type { Price } from './prices.ts'
import { AND as JOINS } from './words.ts'

/** One kind of goods named in a message, with what was said about it. */
export type Share = {
  good: GoodId | undefined
  /** Where the good stands in the skeleton. */
  at: number
  prices: Price[]
  counts: Placed<'count'>[]
  contents: Placed<'content'>[]
}
export type Placed<Kind extends 'count' | 'content' | 'good'> = { at: number; mention: MentionOf<Kind> }

const placed = <Kind extends 'count' | 'content' | 'good'>({ text, at }: Skeleton, kind: Kind): Placed<Kind>[] =>
  [...text].flatMap((character, index) => {
    const mention = at(character)
    return mention?.kind === kind ? [{ at: index, mention: mention as MentionOf<Kind> }] : []
  })

/** A value that the particle after it ties to the goods that follow: 420的维生素, 300 yuan worth of tea. */
const TIED = new RegExp(
  `^\\s?(?:的|嘅|worth of|of|for the|for an?)\\s?(?:${COUNT}|${CONTENT}){0,2}\\s?(?:[a-z]+ ){0,2}${GOOD}`,
  'u',
)
/** 两支口红 after anything but other goods: the number is of what follows. */
const COUNTS_NEXT = new RegExp(`^(?!${GOOD})[^]?${COUNT}[的嘅]?${GOOD}`, 'u')
/** A 50ml serum, 一瓶50ml的精华: between a number and its goods, a content is of them. */
const CONTENT_NEXT = new RegExp(`(?:${COUNT}|\\b(?:an?|one|the)) ?${CONTENT}[的嘅]?\\s?${GOOD}`, 'u')
/** A 450 yuan serum: between an article and its goods, a price is of them. */
const BEFORE_PRICE = new RegExp(`(?:\\b(?:an?|another|my)|${COUNT}) $`, 'u')
const AFTER_PRICE = new RegExp(`^(?: yuan| rmb)? (?:${CONTENT} )?(?:[a-z]+ ){0,2}${GOOD}`, 'u')
const JOINED = new RegExp(`^(?:${JOINS}|[,，\\s]|${AMOUNT}|${COUNT}|${CONTENT}|的|嘅|an? |the |some ){1,6}$`, 'u')
const BOTH = new RegExp(`${GOOD}(?:${JOINS}|[,，]\\s?)(?:${COUNT}|${CONTENT}|an? |the ){0,3}${GOOD}`, 'u')

/** Whether two goods are said in one breath: 面霜和口红. */
export const areJoined = ({ text }: Skeleton): boolean => BOTH.test(text)

/** What was said, dealt out to the goods it was said about. One share without a good where none was named. */
export function sharesIn(skeleton: Skeleton, prices: Price[]): Share[] {
  const goods = placed(skeleton, 'good')
  const counts = placed(skeleton, 'count')
  const contents = placed(skeleton, 'content')
  const kinds = new Set(goods.map(({ mention }) => mention.good))
  const priced = prices.filter(({ role }) => role === 'plain' || role === 'each')
  if (kinds.size <= 1 && !(goods.length > 1 && priced.length > 1))
    return separate(skeleton, { good: goods[0]?.mention.good, at: goods[0]?.at ?? -1, prices, counts, contents })
  const shares = goods.map(
    ({ mention, at }): Share => ({ good: mention.good, at, prices: [], counts: [], contents: [] }),
  )
  deal(
    skeleton,
    goods,
    prices,
    (index, price) => shares[index]?.prices.push(price),
    ({ at }) =>
      AFTER_PRICE.test(skeleton.text.slice(at + 1, at + 40)) &&
      BEFORE_PRICE.test(skeleton.text.slice(Math.max(0, at - 8), at)),
  )
  deal(
    skeleton,
    goods,
    counts,
    (index, count) => shares[index]?.counts.push(count),
    ({ mention, at }) => mention.ofNext === true || COUNTS_NEXT.test(skeleton.text.slice(Math.max(0, at - 1), at + 4)),
  )
  deal(
    skeleton,
    goods,
    contents,
    (index, content) => shares[index]?.contents.push(content),
    ({ at }) => CONTENT_NEXT.test(skeleton.text.slice(Math.max(0, at - 5), at + 4)),
  )
  return worthKeeping(skeleton, goods, shares)
}

/** Several prices in a list with no or one good are of several things: 420和269, 一个6000一个3000. */
function separate({ text, at }: Skeleton, share: Share): Share[] {
  const single = share.prices.filter(({ role }) => role === 'plain' || role === 'each')
  const added = addedTo(text, share)
  if (added) return added
  const listed = single.filter((price, index) =>
    [single[index - 1], single[index + 1]].some((other) => {
      const [from = price, to = price] = (other?.at ?? 0) < price.at ? [other, price] : [price, other]
      return from !== to && LISTED.test(text.slice(from.at + 1, to.at))
    }),
  )
  if (share.prices.length > single.length || listed.length < 2) return [share]
  return listed.map((price) => {
    const before = text.slice(0, price.at).match(ONE_BEFORE)?.groups?.one
    const count = at(before)
    return {
      good: share.good,
      at: share.at,
      prices: [{ ...price, role: 'plain' }],
      counts: count?.kind === 'count' ? [{ at: price.at - 1, mention: count }] : [],
      contents: [],
    }
  })
}
/**
 * 吹风机2390，还加了两个滤网一个120: a price of one thing, then something of another name with its own price. What that is nobody knows: it has no good.
 */
function addedTo(text: string, share: Share): Share[] | undefined {
  const [first, second, ...others] = share.prices
  if (!first || !second || others.length > 0 || share.at > first.at) return undefined
  if (first.role !== 'plain' || second.role !== 'each' || !ADDED.test(text.slice(first.at + 1, second.at)))
    return undefined
  const isFirst = ({ at }: { at: number }) => at < first.at
  const [counts, contents] = [share.counts, share.contents]
  if (counts.every(isFirst)) return undefined
  return [
    { ...share, prices: [first], counts: counts.filter(isFirst), contents: contents.filter(isFirst) },
    {
      good: undefined,
      at: first.at + 1,
      prices: [second],
      counts: counts.filter((count) => !isFirst(count)),
      contents: contents.filter((content) => !isFirst(content)),
    },
  ]
}
const ADDED =
  /(?:还|再|另|又|外|顺便|同时)(?:外|再|又)?(?:加|买|拿|带|配|要|有|拍)|加上|加了|搭|\bplus\b|\band (?:also |another )?|\badded\b/u
const BETWEEN_PRICES = `${JOINS}|${ONE}|${OTHER}|[,\\s]|的|是|另|一件|an?\\b|the\\b|for\\b|at\\b`
const LISTED = new RegExp(`^(?=.{0,40}[^\\s])(?:${BETWEEN_PRICES}){1,6}$`, 'u')
const ONE_BEFORE = new RegExp(`(?<one>${ONE})\\s?(?:是|for|at)?\\s?$`, 'u')

/**
 * Gives each value to the good it belongs to. In one message people keep to one order: if the first value of a kind stands before the first good, values
 * stand before their goods (两瓶红酒), otherwise after them (红酒两瓶).
 */
function deal<T extends { at: number }>(
  { text }: Skeleton,
  goods: Placed<'good'>[],
  values: T[],
  give: (index: number, value: T) => void,
  isOfNext: (value: T) => boolean = () => false,
): void {
  const first = goods[0]?.at ?? 0
  const forward = (values.find((value) => !isOfNext(value))?.at ?? first) < first
  for (const value of values) {
    const next = goods.findIndex(({ at }) => at > value.at)
    const last = goods.findLastIndex(({ at }) => at < value.at)
    const ahead = forward || isOfNext(value) || TIED.test(text.slice(value.at + 1, value.at + 40))
    const index = ahead ? (next < 0 ? last : next) : last < 0 ? next : last
    give(index, value)
  }
}

/** Drops goods that were only mentioned, and puts together what was said of one good in two places. */
function worthKeeping({ text }: Skeleton, goods: Placed<'good'>[], shares: Share[]): Share[] {
  const priced = shares.some(({ prices }) => prices.length > 0)
  const isJoined = (index: number) =>
    [
      [index - 1, index],
      [index, index + 1],
    ].some(([one = 0, two = 0]) => {
      const [from, to] = [goods[one], goods[two]]
      return from !== undefined && to !== undefined && JOINED.test(text.slice(from.at + 1, to.at))
    })
  const kept: Share[] = []
  for (const [index, share] of shares.entries()) {
    const same = kept.find(
      ({ good, prices }) => good === share.good && (prices.length === 0 || share.prices.length === 0),
    )
    if (same) {
      same.prices.push(...share.prices)
      same.counts.push(...share.counts)
      same.contents.push(...share.contents)
    } else if (share.prices.length > 0 || isJoined(index) || (!priced && kept.length === 0)) kept.push(share)
  }
  return kept
}
