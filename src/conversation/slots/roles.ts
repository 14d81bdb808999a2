import type { Big } from 'big.js'
import { CHARGES, YEAR } from './charge-rules.ts'
import { AMOUNT as A, CONTENT, COUNT, GOOD, type MentionOf, type Skeleton } from './mentions.ts'
import { DEMONSTRATIVE, QUOTED, REDUCED_PRICES, SHARES } from './price-rules.ts'

/**
 * What an amount is in a message.
 * - `each`, `total`: the price of one piece, of all; one that nothing marks gets no role here.
 * - `net`: a price after a discount; `list` the price it came down from; `paid` what remained to pay after vouchers.
 * - `spent`, `left`: of the annual limit; `dutyFreeShop`: bought in the arrival shop.
 * - `quoted`: a limit, a tax, a fee, a threshold that people mention.
 */
export type Role =
  | 'each'
  | 'total'
  | 'net'
  | 'list'
  | 'paid'
  | 'freight'
  | 'insurance'
  | 'openDiscount'
  | 'voucher'
  | 'spent'
  | 'left'
  | 'dutyFreeShop'
  | 'quoted'

type Rule = { pattern: RegExp; bareOnly?: boolean }

/** Rules on the skeleton, the surest first: the name of the group is the role, and an amount keeps the first that fits. */
const RULES: Rule[] = [
  ...[...REDUCED_PRICES, ...CHARGES, ...YEAR, ...QUOTED].map((rule) => ({ pattern: new RegExp(rule, 'gu') })),
  ...DEMONSTRATIVE.map((rule) => ({ pattern: new RegExp(rule, 'gu'), bareOnly: true })),
  ...SHARES.map((rule) => ({ pattern: new RegExp(rule, 'gu') })),
]

const ANY = new RegExp(A, 'u')
/** 5000/26000: two limits side by side. */
const SLASHED = new RegExp(`(?<one>${A})\\s?/\\s?(?<two>${A})`, 'gu')
/** What a limit is compared with is a limit: 2万还是2万6. */
const EITHER = new RegExp(
  `(?<one>${A})\\s?(?:还是|或者?|和|跟|同|、|or|and|vs\\.?)\\s?[是按]?(?<two>${A})(?!的|${GOOD})`,
  'gu',
)
/** 两个2600的包, two 2,600 yuan bags: the price between a number of pieces and the goods is of one. */
const BETWEEN = new RegExp(
  `(?<count>${COUNT})(?:[a-z \\s的嘅]|${CONTENT}){0,24}(?<price>${A})(?:\\s?[的嘅]\\s?(?:[\\p{Script=Han}a-z]|${GOOD}|${CONTENT})|(?<next>[a-z ]{0,20}${GOOD}))`,
  'gu',
)
/** 2600x2, 2*2600. */
const FACTORED = new RegExp(`(?<price>${A})\\s?(?<count>${COUNT})|(?<count>${COUNT})\\s?(?<price>${A})`, 'gu')

/** 1200的玩具: said of goods, a number is their price, whatever else it is in the message. */
const OF_GOODS = new RegExp(`(?<price>${A})\\s?[的嘅]\\s?(?:${COUNT})?${GOOD}`, 'gu')

/** Roles that a message has one of; a second amount does not get them. */
const ONLY_ONE = new Set<Role>(['freight', 'insurance', 'spent', 'left', 'dutyFreeShop'])

/**
 * The role of each amount of a skeleton, by its character there. Amounts that nothing marks have none.
 * @param taken characters that are something else already, such as a rate
 */
export function rolesIn(skeleton: Skeleton, taken: ReadonlySet<string>): Map<string, Role> {
  const { text } = skeleton
  const roles = new Map<string, Role>()
  if (!ANY.test(text)) return roles
  const given = new Set<Role>()
  const give = (character: string | undefined, role: Role, bareOnly = false) => {
    const amount = character === undefined || taken.has(character) ? undefined : amountAt(skeleton, character)
    if (character === undefined || amount === undefined || roles.has(character)) return
    if (bareOnly && amount.currency !== undefined) return
    // 额度剩800，800走优惠，剩400补税: what is left over is no price either.
    if (ONLY_ONE.has(role) && given.has(role) && role !== 'left') return
    roles.set(character, role === 'left' && given.has(role) ? 'quoted' : role)
    given.add(role)
  }
  for (const { pattern, bareOnly } of RULES)
    for (const { groups = {} } of text.matchAll(pattern))
      for (const [name, character] of Object.entries(groups)) {
        const isRate = name === 'rateSaid'
        if (!isRate || amountAt(skeleton, character)?.amount.lt('100'))
          give(character, isRate ? 'quoted' : (name as Role), bareOnly)
      }
  for (const { groups = {} } of text.matchAll(SLASHED)) {
    give(groups.one, 'quoted')
    give(groups.two, 'quoted')
  }
  for (const { groups = {} } of text.matchAll(EITHER)) {
    if (roles.get(groups.one ?? '') === 'quoted') give(groups.two, 'quoted')
    if (roles.get(groups.two ?? '') === 'quoted') give(groups.one, 'quoted')
  }
  // 单笔2000封顶…写着2000: a bare number said again is the same limit.
  const quoted: Big[] = []
  const ofGoods = new Set([...text.matchAll(OF_GOODS)].map(({ groups }) => groups?.price))
  for (const character of text) {
    const amount = amountAt(skeleton, character)
    if (amount === undefined) continue
    if (roles.get(character) === 'quoted' || roles.get(character) === 'left') quoted.push(amount.amount)
    else if (amount.currency !== undefined || ofGoods.has(character)) continue
    else if (quoted.some((limit) => limit.eq(amount.amount))) give(character, 'quoted')
  }
  for (const pattern of [BETWEEN, FACTORED])
    for (const { groups = {} } of text.matchAll(pattern)) {
      const count = skeleton.at(groups.count)
      if (count?.kind !== 'count') continue
      const fits =
        pattern === FACTORED ? count.times : count.pieces > 1 && (groups.next === undefined || count.ofNext === true)
      const price = amountAt(skeleton, groups.price ?? '')
      if (fits && (price?.currency !== undefined || price?.amount.gte('10'))) give(groups.price, 'each')
    }
  return roles
}

/** The amount a character of a skeleton stands for. */
export function amountAt({ at }: Skeleton, character: string): MentionOf<'amount'> | undefined {
  const mention = at(character)
  return mention?.kind === 'amount' ? mention : undefined
}
