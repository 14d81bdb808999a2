import { Big } from 'big.js'
import type { Item } from '../../core/slots.ts'
import { CUT_TO, PERCENT, type Skeleton } from './mentions.ts'
import type { Price } from './prices.ts'
import { isCutByVoucher, shareLeft } from './rates.ts'

const ZERO = new Big('0')
const ONE = new Big('1')

/** What is taken off a price: a sum, what 八折 or 20% off takes, or both, the one after the other as said. */
export function reduction(
  skeleton: Skeleton,
  items: Item[],
  prices: Price[],
  discount: Big | undefined,
): Big | undefined {
  const totals = items.map(({ total, each, pieces }) => total ?? each?.times(String(pieces ?? 1)))
  const known = totals.length > 0 && totals.every((total) => total !== undefined)
  const total = known ? totals.reduce<Big>((sum, one) => sum.plus(one ?? ZERO), ZERO) : undefined
  const share = shareLeft(skeleton)
  const reduced = prices.some(({ role }) => role === 'net' || role === 'paid')
  if (share === undefined || total === undefined || reduced) return discount
  const off = ONE.minus(share)
  if (discount === undefined) return total.times(off).round(2)
  const cutFirst = CUT_THEN.test(skeleton.text)
  return discount.plus((cutFirst ? total : total.minus(discount)).times(off)).round(2)
}
/** 八折再减50. */
const CUT_THEN = new RegExp(`(?:${CUT_TO}|${PERCENT})[^。]{0,12}(?:减|抵|优惠|立减|\\boff\\b|less|minus)`, 'u')

/** 衣服500打8折，鞋700: a cut said of one of several prices. Undefined where it is of all: 全场8折, or apart from every price. */
export function cutOfOne({ text, at }: Skeleton, prices: Price[], items: Item[]): Item[] | undefined {
  const cut = new RegExp(`^(?:元|块|的|,)?\\s?(?:已经?|现在)?(?:打完?)?\\s?(?:${CUT_TO}|${PERCENT}\\s?off)`, 'u')
  if (OF_ALL.test(text) || isCutByVoucher({ text, at })) return undefined
  const [price, ...more] = prices.filter((one) => cut.test(text.slice(one.at + 1, one.at + 8)))
  const share = shareLeft({ text, at })
  if (!price || more.length > 0 || share === undefined) return undefined
  const said = items.filter(({ total, each }) => (total ?? each)?.eq(price.amount))
  if (said.length !== 1) return undefined
  const left = (value: Big | undefined) => value?.times(share).round(2)
  return items.map((item) => {
    if (item !== said[0]) return item
    const { total, each, ...rest } = item
    return { ...rest, ...(total && { total: left(total) }), ...(each && { each: left(each) }) }
  })
}
const OF_ALL =
  /全[场部都单]|都(?:打|是|有)|一律|统统|均|整单|每[件个样]|\b(?:sitewide|site-wide|everything|all|both|each|whole)\b/u

/** A discount that the price does not hold already: of 5600减800 实际4800 nothing is left to take off. */
export function openDiscountOf({ text, at }: Skeleton, [only]: Item[], discount: Big | undefined): Big | undefined {
  const price = only?.total ?? only?.each
  if (discount === undefined || price === undefined) return discount
  const before = price.plus(discount)
  const held = [...text].some((character) => {
    const mention = at(character)
    return mention?.kind === 'amount' && mention.amount.eq(before)
  })
  return held ? undefined : discount
}
