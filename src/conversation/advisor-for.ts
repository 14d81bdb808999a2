import type { Reading } from './slots/reading.ts'

/** A question for the tax on something. */
export const TAX_ASKED =
  /(?:多少|几多|几个点)[^。？?]{0,4}税|税[^。？?]{0,8}(?:多少|几多|几钱|怎么算|咋算)|(?:交|收|缴|付|补|纳)[^。？?]{0,6}(?:多少|几多|几钱)|(?:多少|几多)钱?(?:才)?(?:交|收|缴)|税[?？]|税$|算[^。？?]{0,6}税|[反倒]推[^。？?]{0,8}(?:完税|税前)|要不要[交缴]|(?:要|会|会不会|要不要)[交缴被打上]税|(?:how much|what|total|any)\b[^.?]{0,30}\b(?:tax|duty|vat)\b|how much (?:do|will|would) i (?:pay|owe)|\b(?:tax|duty) (?:on|for)\b|(?:calculate|work out)[^.?]{0,20}(?:tax|duty)|(?:tax|duty)\s*\?|\b(?:tax|duty) at (?:customs|the (?:airport|border))/u
const QUOTA_ASKED =
  /剩(?:下)?(?:多少|几多|几)|还(?:能|可以)[^。？?]{0,6}(?:买|用)|仲(?:可以|能)[^。？?]{0,6}买|够不够|够唔够|超没超|how much (?:is |do i have )?left|left\b|still (?:buy|order|have)|remaining|can i (?:still )?(?:buy|order)/u
const COMPARE_ASKED =
  /哪个(?:更)?(?:便宜|划算|合算|省|好)|哪种(?:更)?(?:便宜|划算|省)|边个抵|比较|对比|cheaper|better deal|compare|versus|\bvs\b|which (?:way|channel)/u
const CLASS_ASKED = /high-end|算不算高档|是不是高档|算高档|高档[吗么]|高档还是/u
/** A wish for a calculation, and nothing else. */
export const CALCULATE_ONLY =
  /^(?:请|麻烦)?(?:你)?(?:帮我|给我|替我)?(?:算|计)(?:一下|一算|算|下|个|计)?[^0-9]{0,8}税[^0-9]{0,4}$|^(?:please )?(?:can you )?(?:calculate|work out|compute)[^0-9]{0,24}(?:tax|duty)[^0-9]{0,12}$/u
/** How a message begins or ends that goes on with a calculation. */
export const GOES_ON =
  /^(?:那|那么|换成|要是|如果|假如|改成|不对|不是|错了|搞错|更正|应该是|我是说|再加|加上|还有|and\b|but\b|no\b|sorry|actually|i meant?|make (?:it|that)|plus\b|add\b|with\b|what if|what about|how about|or\b|then\b)|呢[？?]?$|的话|\b(?:instead|as well|too)\b/iu

/** Whether a price was read. */
export const hasPrice = ({ items, orderTotal, foreign }: Reading): boolean =>
  orderTotal !== undefined ||
  foreign !== undefined ||
  items.some(({ total, each }) => total !== undefined || each !== undefined)
/** Whether a good was read. */
export const hasGood = ({ items }: Reading): boolean => items.some(({ good }) => good !== undefined)
/** Whether anything was read that a calculation can go on with. */
export const saysSomething = (reading: Reading): boolean =>
  hasPrice(reading) ||
  hasGood(reading) ||
  reading.regime !== undefined ||
  reading.tariffRate !== undefined ||
  reading.spentThisYear !== undefined ||
  reading.from !== undefined ||
  reading.resident !== undefined ||
  reading.freight !== undefined ||
  reading.items.some(({ pieces, content }) => pieces !== undefined || content !== undefined)

/** Whether a message sets ways of buying side by side. */
export const compares = (folded: string): boolean => COMPARE_ASKED.test(folded)

/** Which advisor a message is for; undefined when it is none's. */
export function advisorFor(folded: string, reading: Reading): string | undefined {
  const used = reading.spentThisYear !== undefined || (reading.leftThisYear !== undefined && hasPrice(reading))
  if (used && QUOTA_ASKED.test(folded)) return 'quota'
  if (!hasPrice(reading)) return undefined
  const fragment =
    hasGood(reading) &&
    (reading.regime !== undefined || reading.freight !== undefined) &&
    !/[?？吗呢]|能|可以|can |is |do /u.test(folded)
  if (CLASS_ASKED.test(folded) && reading.items.some(({ content }) => content !== undefined)) return 'import-tax'
  // Whoever tells the rates of goods with a price wants the tax, whatever the words: `total?`, `多少钱`.
  const rated = reading.tariffRate !== undefined && reading.vatRate !== undefined
  if (!TAX_ASKED.test(folded) && !compares(folded) && !fragment && !rated) return undefined
  return advisorOf(folded, reading)
}

/** The advisor for a price by the way the goods come; where that was not said, the ways are compared rather than guessed. */
export function advisorOf(folded: string, { regime, regimes }: Reading): string {
  if (compares(folded) || (regimes !== undefined && regimes.length > 1)) return 'compare-channels'
  switch (regime) {
    case 'cbec':
      return 'import-tax'
    case 'parcel':
      return 'parcel-tax'
    case 'luggage':
      return 'luggage-tax'
    case 'general-trade':
      return 'general-trade'
    default:
      return 'compare-channels'
  }
}
