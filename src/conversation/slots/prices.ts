import type { Big } from 'big.js'
import { YUAN } from './currencies.ts'
import { CONTENT, COUNT, GOOD, MENTION, type MentionOf, type Skeleton } from './mentions.ts'
import { amountAt, type Role } from './roles.ts'

/** An amount that is the price of goods, and where it stands in the skeleton. */
export type Price = { at: number; amount: Big; currency: string | undefined; role: PriceRole }
export type PriceRole = 'plain' | Extract<Role, 'each' | 'total' | 'net' | 'list' | 'paid'>

const PRICE_ROLES = new Set<Role>(['each', 'total', 'net', 'list', 'paid'])

/** A smaller bare number is a count of something as often as a price. */
const LEAST_BARE = '10'
/** A message of so few other characters says little besides its number. */
const TERSE = 16

const BEFORE =
  /(?:价格?|价值|卖|售|值|花了?|标价|大概|大约|约|差不多|[是为要到成才仅只买:=≈]|的话|\bfor|\bat|\bcosts?|\bpriced?|\bworth|\bpaid|\babout|\baround|\bonly|\bjust|\bit['’]?s|\bis|\bsay|\banother|\bbuy|\bor)\s?$/
const AFTER =
  /^\s?(?:左右|上下|包邮|包税|免运|免邮|的?话|呢|吧|[的,.?？。，!！]|要交|交|税|算|跨境|free|shipping|incl|tax|via|through|on|by|delivered|$)/

/** Whether a number without a currency is meant as a price. */
function isPlausible(skeleton: Skeleton, at: number, { amount }: MentionOf<'amount'>): boolean {
  const { text } = skeleton
  if (amount.lt(LEAST_BARE)) return false
  if (new RegExp(`${GOOD}|${COUNT}|${CONTENT}`, 'u').test(text)) return true
  if (text.replace(new RegExp(`${MENTION}|\\s`, 'gu'), '').length <= TERSE) return true
  return BEFORE.test(text.slice(Math.max(0, at - 12), at)) || AFTER.test(text.slice(at + 1, at + 13))
}

/** The prices of a message, in order. Bare numbers count only where no amount with a currency does, or beside other goods. */
export function pricesIn(skeleton: Skeleton, roles: Map<string, Role>, taken: ReadonlySet<string>): Price[] {
  const prices = [...skeleton.text].flatMap((character, at): Price[] => {
    const amount = taken.has(character) ? undefined : amountAt(skeleton, character)
    const role = roles.get(character)
    if (amount === undefined || amount.amount.lte('0')) return []
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
