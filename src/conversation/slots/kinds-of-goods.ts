import type { GoodId } from '../../core/good.ts'
import { foldAmounts } from './fold-amounts.ts'
import { GOOD, type Skeleton } from './mentions.ts'
import { goodsNamed, skeletonIn } from './read-slots.ts'
import type { ReadOptions } from './reading.ts'

/** What joins things that are listed. A comma may as well part clauses. */
const JOINS = /(、|和|跟|与|以及|还有|加(?![拿币元急工收])上?|\+|&|\band\b|\bplus\b|,)/u
const ENDS_OF_SENTENCES = /[。;；?？!！]/u
/** Stands for a good. */
const A_GOOD = '\ue000'
/** Numbers, and what is money. */
const VALUES =
  /\d[\d.]*\s?(?:元|块|欧元?|镑|刀|euros?|eur|pounds?|dollars?|usd|yuan)?|[一二两三四五六七八九十]?[件个条双块顶只副]|\ue000/gu
const WORD = /[\p{L}]/u
/** What no thing that is listed begins with: a question, a value, a place. */
const ASIDE =
  /^\s*(?:how|what|which|total|worth|value|sent|ship|to\b|in\b|for\b|we\b|i\b|all\b|customs|dut|tax|vat|the|together|about|around|多少|关税|总|一共|共|合计|价|货值|值|发|寄|卖|运|到|给|欧|那|这|要|关|交|收|问|请|都|全)/u

/**
 * The kinds of goods a message names. Undefined where they cannot be counted: it lists or counts something that is no good we know, or names in two words what is one
 * good to us and may be two to others.
 */
export function kindsOfGoods(text: string, options: ReadOptions): Set<GoodId> | undefined {
  const folded = foldAmounts(text)
  const named = goodsNamed(folded, options.findGoods(folded))
  const kinds = new Set(named.map(({ good }) => good))
  // 帽子、手套: two things, though one good to us.
  const words = new Set(named.map(({ start, end }) => folded.slice(start, end).replace(/e?s$/, '')))
  if (kinds.size === 0 || words.size > kinds.size || countedIn(skeletonIn(text, options)) > named.length)
    return undefined
  let marked = folded
  for (const { start, end } of named.toReversed()) marked = marked.slice(0, start) + A_GOOD + marked.slice(end)
  return marked.split(ENDS_OF_SENTENCES).some(listsStrangers) ? undefined : kinds
}

/** Whether a sentence lists something beside goods: hats, scarves and something else. */
function listsStrangers(sentence: string): boolean {
  const parts = sentence.split(JOINS)
  const goods = parts.flatMap((part, index) => (part.includes(A_GOOD) ? [index] : []))
  const [first, last] = [goods[0], goods.at(-1)]
  if (first === undefined || last === undefined) return false
  const isStranger = (part = '') => WORD.test(part.replace(VALUES, ''))
  const between = parts.slice(first, last + 1)
  if (between.some((part, index) => index % 2 === 0 && !part.includes(A_GOOD) && isStranger(part))) return true
  const [joined, after = ''] = parts.slice(last + 1)
  const commas = between.some((part, index) => index % 2 === 1 && part === ',')
  if (joined !== undefined && (joined !== ',' || commas) && isStranger(after) && !ASIDE.test(after)) return true
  const joinedBefore = first > 0 ? parts[first - 1] : undefined
  return joinedBefore !== undefined && joinedBefore !== ',' && isStranger(parts[first - 2])
}

/** How many things a text counts, known ones and others. */
function countedIn({ text, at }: Skeleton): number {
  let counted = 0
  for (let place = 0; place < text.length; place++) {
    const mention = at(text[place])
    if (mention?.kind === 'count' && !isOfBoxes(mention.unit, text.slice(place + 1))) counted++
  }
  return counted
}

/** What things are packed into: 一个包, one box, but not two boxes of tea. */
const BOX = /^\s?(?:包|箱|盒子|袋|快递|订单|box|parcel|package|packet|carton|order|shipment)/
const OF_SOMETHING = new RegExp(`^(?:\\s?(?:的|of ))?\\s?${GOOD}`, 'u')
const isOfBoxes = (unit: string | undefined, after: string): boolean =>
  BOX.test(after) || (unit !== undefined && BOX.test(unit) && !OF_SOMETHING.test(after))
