import { type DeadlineQuestion, EXPORT_MODES } from '../advisors/deadline-counting.ts'
import { deadlines } from '../advisors/deadlines.ts'
import type { Day } from '../core/day.ts'
import type { DeadlineMatter } from '../core/deadline-matter.ts'
import type { TopicId } from '../core/topic.ts'
import { fold } from '../search/fold.ts'
import type { Guidance } from './guide.ts'
import { dateIn } from './slots/dates.ts'
import { foldAmounts } from './slots/fold-amounts.ts'
import type { Event } from './slots/reading.ts'
import type { Understanding } from './understanding.ts'

/** A deadline whose date was asked for. */
export type DeadlineSoFar = Pick<DeadlineQuestion, 'matter' | 'mode'> & { kind: 'deadline'; tries: number }

const LAST_DAY_ASKED =
  /最晚|最迟|最后一天|截止|到期|过期|超期|(?:到|在)?(?:哪一?天|几号|几月几[号日]|什么时候|啥时候|何时)(?:之?前|为止|到期|截止)|到(?:哪一?天|几号|什么时候|啥时候|何时)|(?:还)?来得及|赶得上|期限|deadline|last day|latest (?:day|date)|until when|by when|till when|by what date|how long do i have|when (?:is|are) .{0,30}\bdue|still in time|too late|when do i have to/u
/** Somebody's own goods: the answer is a date, not a rule. */
const OWN =
  /帮我算|替我算|给我算|算一下|算一算|算算|我(?:这|那)(?:一)?(?:单|票|批|件|笔)|work (?:it |this )?out|calculate/u

/** What a message is about; of several the one named first. */
const MATTERS: [DeadlineMatter, RegExp][] = [
  ['warehouse-settlement', /核算|预退税|pre-?refund|settle(?:ment|d)?\b/u],
  ['export-summary', /汇总|归并|consolidat|summary declaration/u],
  ['export-return', /退运|运回|退货|退回|bring (?:\w+ ){0,3}back|come back|brought back|\breturn/u],
  ['export-refund', /退税|收汇|收到货款|收款|refund|receive (?:the )?(?:money|payment)/u],
  ['import-tax', /[交缴]税|[交缴]纳?税款|税款|pay (?:the |my )?(?:import )?tax|tax (?:is |be )?due/u],
]
const EXPORTED = /出口|退运|\bexport|海外仓|9710|9810/u
const IMPORT_ONLY = new Set<DeadlineMatter>(['import-tax'])
/** What a message may tell the day of instead of the day that counts. */
const OTHER_DAY = new Set<Event | undefined>(['order', 'receipt'])

const TOPICS: Record<DeadlineMatter, TopicId> = {
  'import-return': 'return.goods',
  'import-tax': 'tax.payment',
  'export-return': 'export.returns',
  'export-refund': 'export.rebate',
  'warehouse-settlement': 'export.warehouse',
  'export-summary': 'mode.9610',
  'quota-reset': 'quota.annual',
}

/** Which deadline a folded message asks about; undefined when it names none that runs from a date. */
export function matterIn(folded: string): DeadlineMatter | undefined {
  const exported = EXPORTED.test(folded)
  const [first] = MATTERS.map(([matter, words]) => ({ matter, at: folded.search(words) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
  if (!first) return undefined
  if (first.matter === 'export-return') return exported ? 'export-return' : 'import-return'
  // A shopper's refund has no period of its own, and an exporter pays no import tax.
  if (first.matter === 'export-refund' && !exported) return undefined
  return IMPORT_ONLY.has(first.matter) && exported ? undefined : first.matter
}

/**
 * Dates from a date: a message that names the day something was released or exported and asks for a last day. Asks for the day where somebody
 * wants a date worked out but names none, or names the day of something else.
 */
export function adviseDeadlines(text: string, today: Day, understanding: Understanding): Guidance | undefined {
  const folded = fold(text)
  if (!LAST_DAY_ASKED.test(folded)) return undefined
  const matter = matterIn(folded)
  if (matter === undefined) return undefined
  const mode = EXPORT_MODES.find((one) => new RegExp(`(?<!\\d)${one}(?!\\d)`).test(folded))
  const said = dateIn(foldAmounts(text), today)
  const soFar: DeadlineSoFar = { kind: 'deadline', matter, ...(mode && { mode }), tries: 0 }
  if (said && !OTHER_DAY.has(said.event)) return dated(soFar, said.day, understanding)
  return said || OWN.test(folded) ? askDay(soFar) : undefined
}

/** The day that was asked for, given. */
export function goOnDeadline(
  soFar: DeadlineSoFar,
  text: string,
  today: Day,
  understanding: Understanding,
): Guidance | undefined {
  // A bare `今天` is a day only beside something that happened on it.
  const said = dateIn(foldAmounts(text), today) ?? dateIn(foldAmounts(`${text}出口`), today)
  return said && dated(soFar, said.day, understanding)
}

/** The question for the day that counts. */
export const askDay = (soFar: DeadlineSoFar): Guidance => ({
  rule: `deadline: ${soFar.matter}`,
  answer: { outcome: 'asked', topic: TOPICS[soFar.matter], matter: soFar.matter },
  pending: soFar,
})

function dated({ matter, mode }: DeadlineSoFar, date: Day, { knowledge }: Understanding): Guidance {
  const found = deadlines({ matter, date, mode }, { figures: knowledge.figures, knowledge: knowledge.revision })
  const about = { outcome: 'calculated', advisor: 'deadlines', topic: TOPICS[matter] } as const
  return {
    rule: `deadline: ${matter}`,
    answer: found.kind === 'refused' ? { ...about, verdict: found.verdict } : { ...about, dates: found },
    on: date,
  }
}
