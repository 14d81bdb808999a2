import type { TopicId } from '../core/topic.ts'
import { fold } from '../search/fold.ts'

/** Codes of supervision modes that have a topic of their own. */
const CODE = /(?<!\d)(?:9610|1210|1239|9710|9810|1039)(?!\d)/gu
/** Topics under which a rule stands that is asked about for one mode: then the mode is the subject. */
const OF_A_MODE = new Set<TopicId>([
  'export.simplified',
  'export.warehouse',
  'merchant.registration',
  'merchant.data',
  'mode.choose',
  'list.health-food',
  'list.cosmetics',
])
/** The tax, and that it comes back. */
const TAX_BACK =
  /退(?:关|掉的)?税|税[^。？?，,]{0,10}退|退[^。？?，,]{0,6}税|税[^。？?，,]{0,6}(?:返|还)|\btax(?:es)?\b[^.?]{0,24}\b(?:back|refund(?:ed)?|returned|cancell?ed)\b|\brefund(?:ed)?\b[^.?]{0,16}\btax\b/u
/** Topics of what goes back, and of what is booked for it. */
const OF_RETURNS = new Set<TopicId>(['return.goods'])

/**
 * The topic a question is counted under: that of the entry told, unless the question names a narrower subject itself, a mode by its code or the tax on what goes back.
 * One entry answers questions from several sides, and the office counts the sides.
 */
export function topicAsked(text: string, told: TopicId): TopicId {
  const folded = fold(text)
  const codes = [...new Set(folded.match(CODE))]
  if (codes.length === 1 && OF_A_MODE.has(told) && !(told === 'export.warehouse' && /海外仓|warehouse/u.test(folded)))
    return `mode.${codes[0]}` as TopicId
  if (OF_RETURNS.has(told) && TAX_BACK.test(folded)) return 'tax.refund'
  return told
}
