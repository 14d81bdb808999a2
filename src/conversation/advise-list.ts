import type { Day } from '../core/day.ts'
import { fold } from '../search/fold.ts'
import type { Guidance } from './guide.ts'
import { readSlots } from './slots/read-slots.ts'
import type { Understanding } from './understanding.ts'

const LIST_ASKED =
  /清单|能|可以|可唔可以|跨境|进口|进来|海淘|保税|\blist(?:ed)?\b|\bcan\b|\bmay\b|allowed|eligible|import|cbec|cross-border/u
const GOOD_ASKED =
  /(?:能不能|可不可以|可唔可以|能|可以)[^。？?]{0,6}(?:买|进口|跨境|海淘|进来|卖)|(?:跨境|海淘|保税)[^。？?]{0,16}(?:能|可以|可不可以)(?!不?能?[^。？?，,]{0,3}(?:退|换|转|卖|投诉|补|报销|开票|改))|在不在[^。？?]{0,6}清单|清单里有|(?:can|may) (?:i|we|you)\b[^.?]{0,20}(?:buy|import|sell|order)|(?:on|in) the (?:positive )?list|\b(?:may|can)\b[^.?]{0,40}(?:come in|be imported)/u
/** A question for the rate of a code, or a wish to declare under another. */
const NOT_THE_LIST =
  /税率|税点|多少点|几个点|多少税|交多少|换(?:个|成|一个)|改(?:成|报|个)|\brates?\b|\bhow much (?:tax|duty)\b|\binstead\b/u
/** A code and nothing else. */
const BARE = /^\D{0,8}[\d. ]{4,14}\D{0,2}$/u

/** Whether goods of an HS code may come in: a message that names a code and asks for the list. */
export function adviseCode(text: string, today: Day, { findGoods }: Understanding): Guidance | undefined {
  const { hsCodes } = readSlots(text, { today, findGoods })
  const folded = fold(text)
  if (NOT_THE_LIST.test(folded)) return undefined
  if (hsCodes.length !== 1 || (!LIST_ASKED.test(folded) && !BARE.test(folded.trim()))) return undefined
  return {
    rule: 'list: code',
    answer: { outcome: 'answered', topic: 'list.eligibility', sought: { code: hsCodes[0] ?? '' } },
  }
}

/** Whether a kind of goods may come in, for goods that no entry explains. */
export function adviseGood(text: string, today: Day, { findGoods }: Understanding): Guidance | undefined {
  if (!GOOD_ASKED.test(fold(text))) return undefined
  const { items, regime } = readSlots(text, { today, findGoods })
  const [item, ...others] = items
  if (item?.good === undefined || others.length > 0 || (regime !== undefined && regime !== 'cbec')) return undefined
  return {
    rule: 'list: good',
    answer: { outcome: 'answered', topic: 'list.eligibility', sought: { good: item.good } },
  }
}
