import { addDays, type Day } from '../core/day.ts'
import { fold } from '../search/fold.ts'
import { type NamedPeriod, namedPeriods } from './named-periods.ts'

/** Words that make a year the number of a document, not the day of the rule asked about. */
const DOCUMENT =
  /公告|(?<!月\d{0,2})\d号|号文|文件|通知|还有效|有效吗|废止|作数|announcement|notice|\bno\.? ?\d|number \d|\b\d+ of 20\d\d|document|decree|\bvalid\b|\blaw\b|in force/
/** Words that make it the name of a list, a version or a change. */
const NAMED_BY_YEAR = /版|清单|名单|标准|哪一?年|\blists?\b|version|edition|standard|\bstill\b/
/** Words that make a year a time whatever else the text speaks of. */
const TIME_AFTER = /^的?(?:时候|那会|那时|当时|期间|那年)/
const TIME_BEFORE = /(?:back in|as of|at the time of(?: the)?)\s*$/

/** Goods dated by their export, shipment or purchase are the subject, not the day of the rule. */
const GOODS_AFTER =
  /^的?(?:我们?)?(?:出口|进口|发货?|寄|买|购买?|下单|报关|申报)[的了]|^的(?:出口|货|订单)|^ (?:shipments|exports|orders|goods)\b/
const GOODS_AFTER_MONTH = /^(?:出口|报关|发货)/
const GOODS_BEFORE = /(?:exports?|exported|shipped|shipments?)(?: (?:in|on|of|from|during))? $/

/** A year that is supposed to be when something began is what is asked, not the day. */
const SUPPOSED_AFTER = /^(?:年)?(?:\d{1,2}月)?(?:以?后)?才/

/** What joins the first and the last year of a stretch. */
const RANGE = /^\s*(?:到|至|-|–|—|~|to|until|and)?\s*$/
/** Whoever names today as well compares; today's rule is told, with its history. */
const TODAY_TOO = /今年|现在|目前|如今|\bthis year\b|\bnow\b|\btoday\b/
const PAST_TENSE = /原来|那时|当时|过去|\bwas\b|\bwere\b|\bdid\b|used to/

/**
 * The day whose rules a question asks about, read from its words; undefined when it names none, or when today's rules are meant. A stretch that is over
 * means its last day, a coming one its first, one that holds today means today; `before` means the day before it. A year that belongs to the
 * name of a document or to goods is no day.
 */
export function dayAsked(text: string, today: Day): Day | undefined {
  const folded = fold(text)
  const periods = namedPeriods(folded, today)
  for (const [index, period] of periods.entries()) {
    const next = periods[index + 1]
    // Of a stretch from one year to another, the last is meant.
    if (next && RANGE.test(folded.slice(period.end, next.start))) continue
    if (!isTime(period, folded)) continue
    const on = dayOf(period, folded, today)
    if (on !== undefined) return on < '2010-01-01' || on > '2040-12-31' ? undefined : on
  }
  return undefined
}

function isTime(period: NamedPeriod, folded: string): boolean {
  const { start, end, grain, relative } = period
  const [before, after] = [folded.slice(0, start), folded.slice(end)]
  if (grain !== 'day' && (GOODS_AFTER.test(after) || GOODS_BEFORE.test(before))) return false
  if (SUPPOSED_AFTER.test(after)) return false
  if (grain === 'month' && GOODS_AFTER_MONTH.test(after)) return false
  if (relative || TIME_AFTER.test(after) || TIME_BEFORE.test(before) || turn(before, after) === 'before') return true
  // `double 11 of 2018` has the form of a number of a document.
  return (
    !DOCUMENT.test(grain === 'day' ? `${before} ${after}` : folded) && (grain === 'day' || !NAMED_BY_YEAR.test(folded))
  )
}

/** Whether the words around a period point to the days before it or after it. */
function turn(before: string, after: string): 'before' | 'after' | 'until' | undefined {
  if (/(?:before|prior to)(?: the)? $/.test(before) || /^的?(?:以前|之前|前(?!年))/.test(after)) return 'before'
  if (/(?:until|till|up to)(?: the)? $/.test(before) || /^为止/.test(after)) return 'until'
  if (/(?:after|since|from|starting(?: on)?) $/.test(before) || /[自从]$/.test(before)) return 'after'
  return /^的?(?:以后|之后|后|起|以来|开始)/.test(after) ? 'after' : undefined
}

function dayOf({ from, to, start, end, grain, yearless }: NamedPeriod, folded: string, today: Day): Day | undefined {
  const [before, after] = [folded.slice(0, start), folded.slice(end)]
  const where = turn(before, after)
  if (where === 'before' || (where === 'until' && grain !== 'day')) {
    const last = addDays(from, -1)
    return last < today && (!yearless || PAST_TENSE.test(folded)) ? last : undefined
  }
  if (where === 'after') {
    // `after 2026` begins when the year is over; a day counts from itself on, as rules do.
    const first = grain !== 'day' && /after $/.test(before) ? addDays(to, 1) : from
    return first > today ? first : undefined
  }
  if (yearless || TODAY_TOO.test(folded.slice(0, start) + folded.slice(end))) return undefined
  if (to < today) return to
  return from > today ? from : undefined
}
