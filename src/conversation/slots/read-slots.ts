import { Big } from 'big.js'
import type { Item } from '../../core/slots.ts'
import { SEVERAL } from './counts.ts'
import { YUAN } from './currencies.ts'
import { dateFinder, dateIn } from './dates.ts'
import { foldAmounts } from './fold-amounts.ts'
import { countsBefore } from './goods-counts.ts'
import { findHsCodes, hsCodesIn } from './hs-codes.ts'
import { hasFreeFreight, hasFreeInsurance, taxIncludedIn } from './inclusions.ts'
import { type Goods, goodsIn } from './items.ts'
import { findMentions, type Mention, type Skeleton, skeletonOf } from './mentions.ts'
import { findAmounts } from './money.ts'
import { NOT_VALUES } from './not-values.ts'
import { type Price, pricesIn } from './prices.ts'
import { QUANTITY_FINDERS } from './quantities.ts'
import { exchangeRateIn, findCuts, findPercentages, ratesIn, shareLeft } from './rates.ts'
import type { FoundGood, Reading, ReadOptions } from './reading.ts'
import { regimesIn } from './regime.ts'
import { amountAt, type Role, rolesIn } from './roles.ts'
import { originIn, residentIn } from './traveller.ts'

const ZERO = new Big('0')
const ONE = new Big('1')

/** 包 is a bag, but not in 包邮, 包税, 包裹, 红包, 面包. */
const NO_BAG = /(?:^|[^红面邮打承不连])包(?![邮税裹运括含装])/

/**
 * The values a message carries: goods with prices, pieces and contents, freight and discounts, rates, what the year has used, channel, dates, codes.
 * What was not said is absent; limits, taxes and document numbers that people quote are no values. Pure, and bounded in time by the length of the
 * text, of which the first four thousand characters are read.
 */
export function readSlots(text: string, { today, findGoods, currency }: ReadOptions): Reading {
  const folded = foldAmounts(text)
  const skeleton = skeletonOf(folded, mentionsIn(folded, today, findGoods(folded)))
  const { rates, taken } = ratesIn(skeleton)
  const exchange = exchangeRateIn(skeleton, foreignIn(skeleton) ?? currency)
  for (const character of exchange?.taken ?? []) taken.add(character)
  const roles = rolesIn(skeleton, taken)
  const prices = pricesIn(skeleton, roles, taken)
  const sum = (role: Role) => amountOf(skeleton, roles, role)
  const goods = goodsIn(skeleton, prices, sum('voucher'))
  const regimes = regimesIn(folded)
  const date = dateIn(folded, today)
  return defined({
    ...goods,
    freight: sum('freight') ?? (hasFreeFreight(folded) ? ZERO : undefined),
    insurance: sum('insurance') ?? (hasFreeInsurance(folded) ? ZERO : undefined),
    openDiscount: sum('openDiscount') ?? cutOf(skeleton, goods.items, prices),
    voucher: sum('voucher'),
    taxIncluded: taxIncludedIn(folded),
    ...rates,
    spentThisYear: sum('spent'),
    leftThisYear: sum('left'),
    dutyFreeShop: sum('dutyFreeShop'),
    regime: regimes.length === 1 ? regimes[0] : undefined,
    regimes: regimes.length > 1 ? regimes : undefined,
    from: originIn(folded),
    resident: residentIn(folded),
    several: isSeveral(folded, goods) ? true : undefined,
    exchangeRate: exchange?.rate,
    date: date?.day,
    dateOf: date?.event,
    hsCodes: hsCodesIn(folded),
  })
}

function mentionsIn(folded: string, today: string, found: FoundGood[]): Mention[] {
  const goods = found.filter(
    ({ start, end }) => folded.slice(start, end) !== '包' || NO_BAG.test(folded.slice(Math.max(0, start - 1), end + 1)),
  )
  return findMentions(folded, [
    findHsCodes,
    dateFinder(today),
    findPercentages,
    ...NOT_VALUES,
    findCuts,
    ...QUANTITY_FINDERS,
    () => goods.map(({ good, start, end }): Mention => ({ kind: 'good', good, start, end })),
    countsBefore(folded, goods),
    findAmounts,
  ])
}

/** The first amount of a role, in yuan: a charge in another currency is left to be asked for. */
function amountOf(skeleton: Skeleton, roles: Map<string, Role>, role: Role): Big | undefined {
  for (const [character, has] of roles) {
    const amount = has === role ? amountAt(skeleton, character) : undefined
    if (amount && (amount.currency === undefined || amount.currency === YUAN)) return amount.amount
  }
  return undefined
}

/** The first foreign currency a text names. */
function foreignIn({ text, at }: Skeleton): string | undefined {
  for (const character of text) {
    const mention = at(character)
    if (mention?.kind === 'amount' && mention.currency !== undefined && mention.currency !== YUAN)
      return mention.currency
  }
  return undefined
}

/** What 八折 or 20% off takes from a price that is not said to be reduced already. */
function cutOf(skeleton: Skeleton, [only, ...others]: Item[], prices: Price[]): Big | undefined {
  const total = only?.total ?? only?.each?.times(String(only.pieces ?? 1))
  const share = shareLeft(skeleton)
  const reduced = prices.some(({ role }) => role === 'net' || role === 'paid')
  return share === undefined || total === undefined || reduced || others.length > 0
    ? undefined
    : total.times(ONE.minus(share)).round(2)
}

/** Whether the goods with a price are several pieces, nobody knows how many. */
const isSeveral = (folded: string, { items }: Goods): boolean =>
  items.some(({ total, each }) => total ?? each) &&
  items.every(({ pieces }) => pieces === undefined) &&
  SEVERAL.test(folded)

/** Without the fields that hold nothing. */
const defined = (reading: Reading): Reading =>
  Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== undefined)) as Reading
