import { addYears } from '../advisors/calendar.ts'
import { type DeadlineQuestion, EXPORT_MODES } from '../advisors/deadline-counting.ts'
import { type Deadline, type Deadlines, deadlines } from '../advisors/deadlines.ts'
import type { Day } from '../core/day.ts'
import type { DeadlineMatter } from '../core/deadline-matter.ts'
import { parseNumeral } from '../core/numerals.ts'
import type { TopicId } from '../core/topic.ts'
import { fold } from '../search/fold.ts'
import { matterIn, oneAsked } from './deadline-meant.ts'
import { daysSaid, quarterSaid, type Start } from './deadline-start.ts'
import type { Guidance } from './guide.ts'
import { foldAmounts } from './slots/fold-amounts.ts'
import type { Understanding } from './understanding.ts'

/** A deadline whose date was asked for. */
export type DeadlineSoFar = Pick<DeadlineQuestion, 'matter' | 'mode'> & {
  kind: 'deadline'
  tries: number
  /** The one of the matter's deadlines that was asked for. */
  one?: string | undefined
}

const LAST_DAY_ASKED =
  /最晚|最迟|最后一天|截止|到期|过期|超期|(?:到|在)?(?:哪一?天|几号|几月几[号日]|什么时候|啥时候|何时|几时)(?:之?前|以前|为止|到期|截止)|(?:到|在)(?:哪一?天|几号|什么时候|啥时候|何时)|(?:还)?来得及|赶得上|期限|deadline|last (?:day|date)|latest (?:day|date)|until (?:when|which)|by when|till when|by (?:what|which) (?:date|day)|how long do i have|when (?:is|are) .{0,30}\bdue|still in time|too late|when do i have to/u
/** Asks for a day at all: enough beside the day from which a deadline runs. */
const DAY_ASKED =
  /什么时候|啥时候|何时|几时|哪一?天|哪几天|几号|几月|边日|第[\d一二三四五六七八九十]+[天日]|\bwhen\b|\b(?:which|what) (?:day|date|month)|\buntil\b|\bday \d+\b/u
/** Asks whether a day is in time. */
const IN_TIME_ASKED =
  /还能|还可以|仲可以|还(?:在|算|免|行|有效)|来得及|赶得上|晚了|晚不晚|太迟|过期|超期|超了|逾期|能不能|可不可以|可以.{0,6}[吗么]|能.{0,8}[吗么]|算不算|\bin time\b|\b(?:tax|duty)[- ]free\b|\btoo late\b|\bstill\b|\b(?:can|may|could) (?:i|we)\b|\blate\b/u
/** Asks it of today, where no other day is named. */
const STILL = /来得及|赶得上|晚了|逾期了|超了|过期了|\bstill\b|\btoo late\b/u
/** Somebody's own goods: the answer is a date, not a rule. */
const OWN =
  /帮我算|替我算|给我算|算一下|算一算|算算|我(?:这|那)(?:一)?(?:单|票|批|件|笔)|work (?:it |this )?out|calculate/u
/** When something comes back, which nothing tells. */
const NO_LAST_DAY =
  /到账|到帐|到手|恢复|退款|额度|几天能|多久能|送到|\b(?:restored?|refunded|credited|money back|my refund|delivered|quota|limit)\b/u
const QUARTER_ASKED = /(?:哪|什么|几)个?季|(?:which|what) quarter/u
/** The last day of payment that a contract sets. */
const CONTRACT = /合同|约定|尾款|账期|\bcontract|final payment|payment terms/u

const TOPICS: Record<DeadlineMatter, TopicId> = {
  'import-return': 'return.goods',
  'import-tax': 'tax.payment',
  'export-return': 'export.returns',
  'export-refund': 'export.rebate',
  'warehouse-settlement': 'mode.9810',
  'export-summary': 'mode.9610',
  'quota-reset': 'quota.annual',
  'platform-report': 'merchant.reporting',
  'platform-basics': 'merchant.reporting',
}

/**
 * Dates from a date: a message that names the day, or the month, in which something was released or exported and asks for a last day, or
 * whether another day is in time. Asks for the day where somebody wants a date worked out but names none, or names the day of something else.
 */
export function adviseDeadlines(text: string, today: Day, understanding: Understanding): Guidance | undefined {
  const folded = fold(text)
  const lastDay = LAST_DAY_ASKED.test(folded)
  const aDay = lastDay || DAY_ASKED.test(folded) || QUARTER_ASKED.test(folded)
  const inTime = IN_TIME_ASKED.test(folded)
  if (!aDay && !inTime) return undefined
  const matter = matterIn(folded)
  if (matter === undefined || (!lastDay && NO_LAST_DAY.test(folded))) return undefined
  const mode = EXPORT_MODES.find((one) => new RegExp(`(?<!\\d)${one}(?!\\d)`).test(folded))
  const one = oneAsked(matter, folded)
  const soFar: DeadlineSoFar = { kind: 'deadline', matter, ...(mode && { mode }), ...(one && { one }), tries: 0 }
  if (matter === 'platform-report') {
    const quarter = quarterSaid(folded, today)
    return quarter === undefined ? undefined : dated(soFar, { day: quarter, sure: true }, understanding)
  }
  const withAmounts = foldAmounts(text)
  const { start, others, elsewhere } = daysSaid(matter, withAmounts, today)
  // A day without a year that would lie before the start is the one of the next year.
  const later = start && others.map((day) => (day < start.day ? addYears(day, 1) : day)).find((day) => day > start.day)
  const asked =
    inTime && start && start.through === undefined
      ? (later ?? (lastDay && !STILL.test(folded) ? undefined : today))
      : undefined
  if (start && (lastDay || (start.sure && (aDay || asked !== undefined))))
    return dated(soFar, start, understanding, {
      asked,
      contractPayment: contractPayment(matter, withAmounts, start, today),
      nth: nthDay(folded),
    })
  return lastDay && (elsewhere || OWN.test(folded)) ? askDay(soFar) : undefined
}

/** The number of the day that is asked for (第45天, day 45), as decimal text. */
function nthDay(folded: string): string | undefined {
  const { nth } = /第(?<nth>[\d一二三四五六七八九十]+)[天日]|\bday (?<nth>\d+)\b/u.exec(folded)?.groups ?? {}
  const number = nth === undefined ? undefined : parseNumeral(nth)
  return number === undefined ? undefined : String(number)
}

/** The last day of payment in the contract, where a message names one beside the export. */
function contractPayment(matter: DeadlineMatter, folded: string, { day, through }: Start, today: Day): Day | undefined {
  if (matter !== 'export-refund' || !CONTRACT.test(folded)) return undefined
  const { others } = daysSaid(matter, folded, today)
  return others.find((other) => other > (through ?? day))
}

/** A day named after a question about what has a deadline: `11月5日放行的话 申请截止哪天` after `退货要在几天内申请`. */
export function goOnToDeadline(
  text: string,
  question: string,
  today: Day,
  understanding: Understanding,
): Guidance | undefined {
  const [folded, asked] = [fold(text), fold(question)]
  const matter = matterIn(folded) ?? matterIn(asked)
  const { start } = matter === undefined ? {} : daysSaid(matter, foldAmounts(text), today)
  if (matter === undefined || !start) return undefined
  const lastDay = LAST_DAY_ASKED.test(folded)
  if (!lastDay && !(start.sure && (LAST_DAY_ASKED.test(asked) || DAYS_ASKED.test(asked)))) return undefined
  const mode = EXPORT_MODES.find((code) => new RegExp(`(?<!\\d)${code}(?!\\d)`).test(`${asked} ${folded}`))
  const one = oneAsked(matter, `${asked} ${folded}`)
  const soFar: DeadlineSoFar = { kind: 'deadline', matter, ...(mode && { mode }), ...(one && { one }), tries: 0 }
  return dated(soFar, start, understanding)
}
/** How many days somebody has. */
const DAYS_ASKED = /几天|多少天|多久|多长时间|几[日号]|限期|时限|\bhow (?:long|many days)\b/u

/** The day that was asked for, given. */
export function goOnDeadline(
  soFar: DeadlineSoFar,
  text: string,
  today: Day,
  understanding: Understanding,
): Guidance | undefined {
  // A bare `今天` is a day only beside something that happened on it.
  const [said, exported] = [text, `${text}出口`].map((one) => daysSaid(soFar.matter, foldAmounts(one), today))
  const start = said?.start ?? exported?.start
  return start && dated(soFar, start, understanding)
}

/** The question for the day that counts. */
export const askDay = (soFar: DeadlineSoFar): Guidance => ({
  rule: `deadline: ${soFar.matter}`,
  answer: { outcome: 'asked', topic: TOPICS[soFar.matter], matter: soFar.matter },
  pending: soFar,
})

function dated(
  { matter, mode, one }: DeadlineSoFar,
  { day: date, through }: Start,
  { knowledge }: Understanding,
  {
    asked,
    contractPayment,
    nth,
  }: { asked?: Day | undefined; contractPayment?: Day | undefined; nth?: string | undefined } = {},
): Guidance {
  const found = deadlines(
    { matter, date, through, mode, contractPayment },
    { figures: knowledge.figures, knowledge: knowledge.revision },
  )
  const about = { outcome: 'calculated', advisor: 'deadlines', topic: TOPICS[matter] } as const
  return {
    rule: `deadline: ${matter}${one === undefined ? '' : `, ${one}`}`,
    answer:
      found.kind === 'refused'
        ? { ...about, verdict: found.verdict }
        : {
            ...about,
            dates: {
              ...found,
              items: firstOf(found, ({ id, counting }) =>
                one === undefined ? counting.phrase.values.n === nth : id === one,
              ),
              asked,
            },
          },
    on: date,
  }
}

/** The deadlines with the one that was asked for before the others. */
const firstOf = ({ items }: Deadlines, isAsked: (item: Deadline) => boolean): Deadline[] => [
  ...items.filter(isAsked),
  ...items.filter((item) => !isAsked(item)),
]
