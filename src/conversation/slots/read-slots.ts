import { Big } from 'big.js'
import type { Day } from '../../core/day.ts'
import { rememberingLast } from '../../core/remembered.ts'
import { YUAN } from './currencies.ts'
import { dateFinder, dateIn } from './dates.ts'
import { foldAmounts } from './fold-amounts.ts'
import { countsBefore } from './goods-counts.ts'
import { highEndIn } from './high-end.ts'
import { findHsCodes, hsCodesIn } from './hs-codes.ts'
import { hasFreeFreight, hasFreeInsurance, taxIncludedIn } from './inclusions.ts'
import { type Goods, goodsIn } from './items.ts'
import { findMentions, type Mention, type Skeleton, skeletonOf, withUnnamed } from './mentions.ts'
import { findAmounts, HONG_KONG } from './money.ts'
import { addedRates, NOT_VALUES } from './not-values.ts'
import { type Price, pricesIn } from './prices.ts'
import { QUANTITY_FINDERS } from './quantities.ts'
import {
  compositeIn,
  exchangeRateIn,
  findCuts,
  findPercentages,
  goodOfVat,
  isCutByVoucher,
  ratesIn,
  shareLeft,
} from './rates.ts'
import type { FoundGood, Reading, ReadOptions } from './reading.ts'
import { cutOfOne, openDiscountOf, reduction } from './reductions.ts'
import { regimesIn } from './regime.ts'
import { amountAt, type Role, rolesIn } from './roles.ts'
import { isSeveral } from './several-pieces.ts'
import { isResidenceOpen, originIn, residentIn } from './traveller.ts'
import { unnamedGoods } from './unnamed-goods.ts'
import { type Said, UNSURE, yearSpending } from './year-spending.ts'

const ZERO = new Big('0')

/** 包 is a bag, but not in 包邮, 包税, 包裹, 红包, 面包, and not what other things are put into: 装1个包, 放在同一个包里. */
const BAG = /(?:^|[^红面邮打承不连])包(?![邮税裹运括含装])/
const PACKED = /(?:装|打|放|塞|合|拼)(?:进|在|成|到|为|作)?(?:同?[一1]个)?包$/

/**
 * The values a message carries: goods with prices, pieces and contents, freight and discounts, rates, what the year has used, channel, dates, codes.
 * What was not said is absent; limits, taxes and document numbers that people quote are no values. Pure, and bounded in time by the length of the
 * text, of which the first four thousand characters are read.
 */
export function readSlots(text: string, { today, findGoods, currency }: ReadOptions): Reading {
  return recallFor(findGoods).reading(foldAmounts(text), today, currency)
}

/** Messages that are remembered: one is read by several advisors, as it was typed and as it was mended, and with the turn before. */
const MOST_REMEMBERED = 6
const recalls = new WeakMap<ReadOptions['findGoods'], ReturnType<typeof newRecall>>()

/** What was read of the last few messages. */
function recallFor(findGoods: ReadOptions['findGoods']): ReturnType<typeof newRecall> {
  const recall = recalls.get(findGoods) ?? newRecall(findGoods)
  recalls.set(findGoods, recall)
  return recall
}

const newRecall = (findGoods: ReadOptions['findGoods']) => {
  const skeleton = rememberingLast(
    MOST_REMEMBERED,
    (folded: string, today: Day) => `${today} ${folded}`,
    (folded, today) => skeletonOf(folded, mentionsIn(folded, today, findGoods(folded))),
  )
  const reading = rememberingLast(
    MOST_REMEMBERED,
    (folded: string, today: Day, currency: ReadOptions['currency']) => `${today} ${currency ?? ''} ${folded}`,
    (folded, today, currency) => readAfresh(folded, skeleton(folded, today), today, currency),
  )
  return { skeleton, reading }
}

function readAfresh(folded: string, named: Skeleton, today: Day, currency: ReadOptions['currency']): Reading {
  const { rates, taken } = ratesIn(named)
  const exchange = exchangeRateIn(named, foreignIn(named) ?? currency)
  for (const character of exchange?.taken ?? []) taken.add(character)
  const { skeleton, roles, prices } = pricesOf(named, taken)
  const sum = (role: Role) => amountOf(skeleton, roles, role)
  const told = yearOf(folded, skeleton, roles, taken, today)
  const year = told === UNSURE ? undefined : told
  const regimes = regimesIn(folded)
  const read = year ? goodsToBuy(skeleton, prices, year.next) : goodsIn(skeleton, prices, sum('voucher'))
  const goods = regimes.includes('luggage') && IN_SMALL_PIECES.test(folded) ? inPieces(read) : read
  const { vatRate } = rates
  const bearing = vatRate && goods.items.length > 1 ? goodOfVat(skeleton) : undefined
  const date = dateIn(folded, today)
  const cutOne = goods.items.length > 1 ? cutOfOne(skeleton, prices, goods.items) : undefined
  const open = openDiscountOf(skeleton, goods.items, sum('openDiscount'))
  const byVoucher = isCutByVoucher(skeleton)
  const left = byVoucher ? undefined : shareLeft(skeleton)
  const list = prices.find(({ role }) => role === 'list')?.amount
  return defined({
    ...goods,
    ...(cutOne && { items: cutOne }),
    ...(bearing && { items: goods.items.map((item) => (item.good === bearing ? { ...item, vatRate } : item)) }),
    listPrice: list && prices.some(({ role, amount }) => role === 'net' && amount.lt(list)) ? list : undefined,
    shareLeft: prices.length === 0 ? left : undefined,
    compositeRate: compositeIn(skeleton, taken),
    freight: sum('freight') ?? (hasFreeFreight(folded) ? ZERO : undefined),
    insurance: sum('insurance') ?? (hasFreeInsurance(folded) ? ZERO : undefined),
    openDiscount: byVoucher || cutOne ? open : reduction(skeleton, goods.items, prices, open),
    voucher: sum('voucher') ?? (byVoucher ? reduction(skeleton, goods.items, prices, undefined) : undefined),
    taxIncluded: taxIncludedIn(folded),
    ...rates,
    ...(bearing && { vatRate: undefined }),
    spentThisYear: year
      ? year.spent.reduce((one, other) => one.plus(other), ZERO)
      : told === UNSURE
        ? undefined
        : sum('spent'),
    spentAmounts: year?.spent,
    leftThisYear: sum('left'),
    dutyFreeShop: sum('dutyFreeShop'),
    regime: regimes.length === 1 ? regimes[0] : undefined,
    regimes: regimes.length > 1 ? regimes : undefined,
    from: originIn(folded),
    resident: residentIn(folded),
    residenceOpen: regimes.includes('luggage') && isResidenceOpen(folded) ? true : undefined,
    several: goods !== read || isSeveral(folded, goods, regimes) ? true : undefined,
    exchangeRate: exchange?.rate,
    highEnd: highEndIn(folded),
    spokenYuan:
      SPOKEN_YUAN.test(folded) && !/人民币|rmb|cny/.test(folded) && !HONG_KONG.test(folded) ? true : undefined,
    date: date?.day,
    dateOf: date?.event,
    hsCodes: hsCodesIn(folded),
  })
}

/** The prices of a message, each with what it is of: also of things that have no name in the table of goods. */
function pricesOf(named: Skeleton, taken: ReadonlySet<string>) {
  const read = (skeleton: Skeleton) => {
    const roles = rolesIn(skeleton, taken)
    return { skeleton, roles, prices: pricesIn(skeleton, roles, taken) }
  }
  const first = read(named)
  const unnamed = unnamedGoods(named, first.prices)
  return unnamed.length > 0 ? read(withUnnamed(named, unnamed)) : first
}

/** The text with every mention shrunk to a character, see mentions.ts. */
export const skeletonIn = (text: string, { today, findGoods }: ReadOptions): Skeleton =>
  recallFor(findGoods).skeleton(foldAmounts(text), today)

/** Every amount of yuan a message names, whatever it is of; no day, rate, document or count. */
export function amountsIn(text: string, options: ReadOptions): Big[] {
  const { text: skeleton, at } = skeletonIn(text, options)
  return [...skeleton].flatMap((character) => {
    const mention = at(character)
    return mention?.kind === 'amount' && (mention.currency ?? YUAN) === YUAN ? [mention.amount] : []
  })
}

/** The goods of a folded text but for a 包 that is none. */
export const goodsNamed = (folded: string, found: FoundGood[]): FoundGood[] =>
  found.filter(
    ({ start, end }) =>
      folded.slice(start, end) !== '包' ||
      (BAG.test(folded.slice(Math.max(0, start - 1), end + 1)) &&
        !PACKED.test(folded.slice(Math.max(0, start - BEFORE_BAG), end))),
  )

function mentionsIn(folded: string, today: string, found: FoundGood[]): Mention[] {
  const goods = goodsNamed(folded, found)
  const named = goods.map(({ good, start, end }): Mention => ({ kind: 'good', good, start, end }))
  return findMentions(folded, [
    findHsCodes,
    // 香奈儿5号 is no day of the month.
    () => named.filter(({ start, end }) => /\d/.test(folded.slice(start, end))),
    dateFinder(today),
    addedRates,
    findPercentages,
    ...NOT_VALUES,
    findCuts,
    ...QUANTITY_FINDERS,
    () => named,
    countsBefore(folded, goods),
    findAmounts,
  ])
}

/** Characters before 包 that may say what it is. */
const BEFORE_BAG = 7

/** The first amount of a role, in yuan: a charge in another currency is left to be asked for. */
function amountOf(skeleton: Skeleton, roles: Map<string, Role>, role: Role): Big | undefined {
  for (const [character, has] of roles) {
    const amount = has === role ? amountAt(skeleton, character) : undefined
    if (amount && (amount.currency === undefined || amount.currency === YUAN)) return amount.amount
  }
  return undefined
}

/** What went on the year's limit, and the prices of what is still to be bought. */
function yearOf(folded: string, { text, at }: Skeleton, roles: Map<string, Role>, taken: Set<string>, today: Day) {
  const said = [...text].flatMap((character): Said[] => {
    const mention = taken.has(character) ? undefined : at(character)
    return mention?.kind === 'amount' && mention.amount.gte(LEAST) ? [{ mention, role: roles.get(character) }] : []
  })
  return yearSpending(folded, said, today)
}
/** So small a number is no order. */
const LEAST = new Big('10')

/** The goods that are still to be bought, of a message that tells what was. */
function goodsToBuy(skeleton: Skeleton, prices: Price[], next: ReadonlySet<number>): Goods {
  const isNext = ({ at }: Price) => {
    const mention = skeleton.at(skeleton.text[at])
    return mention !== undefined && next.has(mention.start)
  }
  const { items, ...others } = goodsIn(skeleton, prices.filter(isNext), undefined)
  return { ...others, items: items.filter(({ total, each }) => total ?? each) }
}

/** The yuan of Cantonese speech, which may have meant the dollar of Hong Kong. */
const SPOKEN_YUAN = /\d\s?蚊/

/** The first foreign currency a text names. */
function foreignIn({ text, at }: Skeleton): string | undefined {
  for (const character of text) {
    const mention = at(character)
    if (mention?.kind === 'amount' && mention.currency !== undefined && mention.currency !== YUAN)
      return mention.currency
  }
  return undefined
}

/** 一盒才一两百, 几盒茶叶, many boxes: what a traveller's things cost together is the price of no single one. */
const IN_SMALL_PIECES =
  /(?:每|一)(?:盒|件|个|瓶|包|罐|条|双|样|袋|支|份)(?:也|都|就|才|只|大概|差不多|不过|不到|没到|最多|价格|是){0,3}(?:几|[一两二三四五六七八九]{1,2}|\d{1,3}(?!\d))(?:十|百|千|块|元|蚊|多|来)|几(?:盒|件|瓶|包|罐|条|双|样|袋|箱|支|份)|[好很许]多(?!人|次|年|天)|不少|各种|\b(?:several|many|lots of|a lot of|a few|various)\b/u

/** Goods of which one price was told and one piece was counted, in several pieces after all. */
function inPieces(goods: Goods): Goods {
  const [only, ...others] = goods.items
  if (!only?.total || only.each || only.pieces !== 1 || others.length > 0) return goods
  const { pieces: _, ...item } = only
  return { ...goods, items: [item] }
}

/** Without the fields that hold nothing; frozen, since it is told again. */
const defined = (reading: Reading): Reading =>
  Object.freeze(Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== undefined)) as Reading)
