import { Big } from 'big.js'
import type { Item } from '../../core/slots.ts'
import { type Content, ONE, type Skeleton } from './mentions.ts'
import { DENIED, type Price } from './prices.ts'
import type { Placed, Share } from './shares.ts'

const PACK = /^[箱盒提套组打袋]/

/** 330ml*24 一箱159: the price of the pack is that of all in it. But 一盒98 买3盒 is the price of each. */
export function isOfPack({ counts }: Share, each: Price | undefined): boolean {
  const one = counts.find(({ at, mention: { pieces } }) => pieces === 1 && each && Math.abs(at - each.at) <= 3)
  const unit = one?.mention.unit ?? ''
  return (
    PACK.test(unit) &&
    counts.some(({ mention: other }) => other.pieces > 1 && other.unit !== undefined && other.unit !== unit)
  )
}

const IS_ONE = new RegExp(ONE, 'u')

/** How many pieces: 两箱 每箱24罐 is 48; the one of 300一瓶 counts only where no other number does. */
export function piecesOf({ text }: Skeleton, { counts }: Share, each: Price | undefined): number | undefined {
  const numbers = counts.map(({ mention }) => mention.pieces)
  const [first, second] = numbers
  if (first === undefined || second === undefined) return first
  const [one, two] = counts as [Placed<'count'>, Placed<'count'>]
  if (/每|\bper\b|\beach\b/.test(text.slice(one.at, two.at)) && each === undefined) return first * second
  return first === 1 || (each !== undefined && IS_ONE.test(text[one.at] ?? '')) ? second : first
}

const BY_WEIGHT = /(?:每|\/)\s?(?<jin>斤)|(?:每|\/)\s?(?:公斤|千克|kg)|\bper (?:kg|kilo)/u

/** Pieces and content of an item. 茶叶2斤 每斤300 is two pieces of a 斤 each. */
export function weighed(
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
