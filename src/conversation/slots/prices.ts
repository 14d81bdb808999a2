import type { Big } from 'big.js'
import { YUAN } from './currencies.ts'
import { AMOUNT, CONTENT, COUNT, GOOD, MENTION, type MentionOf, type Skeleton } from './mentions.ts'
import { amountAt, type Role } from './roles.ts'

/** An amount that is the price of goods, and where it stands in the skeleton. */
export type Price = { at: number; amount: Big; currency: string | undefined; role: PriceRole }
export type PriceRole = 'plain' | Extract<Role, 'each' | 'total' | 'net' | 'list' | 'paid'>

/** The second at half price: which sum is meant is not said. */
const HALF_PRICE = /第[二2]件半价|(?:second|2nd)(?: one)? (?:is |at |for )?half(?:[- ]price)?/
/** 是600不是500: what it is not. */
export const DENIED = /(?:(?<!是)不是|\bnot|\binstead of|\brather than)\s?$/

const PRICE_ROLES = new Set<Role>(['each', 'total', 'net', 'list', 'paid'])

/** A smaller bare number is a count of something as often as a price. */
const LEAST_BARE = '10'
const SMALL = '100'
/** A message of so few other characters says little besides its number. */
const TERSE = 16

const BEFORE =
  /(?:商品|货值|货款|价格?|价值|卖|售|值|花了?|买了|带了|标价|大概|大约|约|差不多|[是为要到成才仅只买:=≈]|的话|\bfor|\bat|\bcosts?|\bpriced?|\bworth|\bwith|\bpaid|\babout|\baround|\bonly|\bjust|\bit['’]?s|\bis|\bsay|\banother|\bbuy|\bor)\s?$/
const AFTER =
  /^\s?(?:左右|上下|包邮|包税|免运|免邮|的?话|呢|吧|[的,.?？。，!！]|要交|交|税|算|跨境|of (?:stuff|things|goods)|worth|free|shipping|incl|tax|bao ?you|kua ?jing|via|through|on|by|delivered|$)/

const GOODS = new RegExp(`${GOOD}|${COUNT}|${CONTENT}`, 'u')
const NEXT_TO = new RegExp(
  `(?:${GOOD}|${COUNT}|${CONTENT}|价格?|卖|售|值|花了?|标价|\\bfor|\\bat|\\bcosts?|\\bpriced?|\\bworth|\\bpaid)[\\s:=]{0,2}$`,
  'u',
)
const NEXT_AFTER = new RegExp(
  `^[的\\s]{0,2}(?:${GOOD}|${COUNT}|${CONTENT}|包邮|包税|免运|免邮|左右|free|shipping|incl|bao ?you)`,
  'u',
)
/** 120的奶瓶、60的捕梦网: after another price, said of a thing in the same way. */
const OF_A_LIST = new RegExp(
  `${AMOUNT}(?:元|块)?的[^,，。?？]{1,12}[、,，和跟与加]+${AMOUNT}(?:元|块)?的\\p{Script=Han}`,
  'u',
)
const SILENT = new RegExp(`${MENTION}|\\s`, 'gu')

/** Whether a number without a currency is meant as a price. */
function isPlausible(skeleton: Skeleton, at: number, { amount }: MentionOf<'amount'>): boolean {
  const { text } = skeleton
  if (amount.lt(LEAST_BARE)) return false
  // An age, a size: so small a number needs more to be a price.
  if (amount.lt(SMALL) && text.replace(SILENT, '').length > TERSE)
    return (
      NEXT_TO.test(text.slice(Math.max(0, at - 8), at)) ||
      NEXT_AFTER.test(text.slice(at + 1, at + 13)) ||
      OF_A_LIST.test(text.slice(Math.max(0, at - 24), at + 8))
    )
  if (GOODS.test(text)) return true
  if (text.replace(SILENT, '').length <= TERSE) return true
  return BEFORE.test(text.slice(Math.max(0, at - 12), at)) || AFTER.test(text.slice(at + 1, at + 13))
}

/** The prices of a message, in order. Bare numbers count only where no amount with a currency does, or beside other goods. */
export function pricesIn(skeleton: Skeleton, roles: Map<string, Role>, taken: ReadonlySet<string>): Price[] {
  if (HALF_PRICE.test(skeleton.text)) return []
  const prices = [...skeleton.text].flatMap((character, at): Price[] => {
    const amount = taken.has(character) ? undefined : amountAt(skeleton, character)
    const role = roles.get(character)
    if (amount === undefined || amount.amount.lte('0')) return []
    if (DENIED.test(skeleton.text.slice(Math.max(0, at - 14), at))) return []
    if (role !== undefined) return PRICE_ROLES.has(role) ? [priceOf(at, amount, role as PriceRole)] : []
    return amount.currency !== undefined || isPlausible(skeleton, at, amount) ? [priceOf(at, amount, 'plain')] : []
  })
  const inYuan = prices.some(({ currency }) => currency === YUAN || currency === undefined)
  // 200美元约1450元: the sum in yuan is the price, the other explains it.
  return inYuan && prices.some(isForeign) && prices.length === 2 ? prices.filter((price) => !isForeign(price)) : prices
}

const priceOf = (at: number, { amount, currency }: MentionOf<'amount'>, role: PriceRole): Price => ({
  at,
  amount,
  currency,
  role,
})

/** Whether a price needs a rate before anything can be worked out. */
export const isForeign = ({ currency }: Price): boolean => currency !== undefined && currency !== YUAN
