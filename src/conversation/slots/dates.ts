import type { Day } from '../../core/day.ts'
import { matchesOf } from '../../core/matches.ts'
import { rememberingLast } from '../../core/remembered.ts'
import { DATE_FORMS } from './date-forms.ts'
import { foldAmounts } from './fold-amounts.ts'
import type { Finder } from './mentions.ts'
import type { Event } from './reading.ts'

/** What people say has happened or will happen on a day. */
const EVENT_WORDS: [Event, RegExp][] = [
  ['release', /放行|清关|通关|过关放|\bclear(?:ed|ance)|\breleas\w+/g],
  ['return', /退货|退运|退回|寄回|\breturn(?:ed|ing)?\b|sent back/g],
  ['receipt', /签收|收到|收货|到货|送到|拿到|\breceiv\w+|\barriv\w+|\bdeliver\w+|signed for|\bgot it/g],
  ['export', /出口|离境|出境|出关|发货|离岸|\bexport\w*|\bshipped|left china|\bdepart\w*/g],
  ['declaration', /申报|报关|\bdeclar\w+/g],
  ['order', /下单|下的单|付款|支付|购买|买|拍下|\border(?:ed)?\b|\bbought|\bpurchas\w+|\bpaid\b/g],
]

/** What makes a day the day of a rule, not of what happened. */
const RULE_BEFORE = /(?:\bas of|\bbefore|\buntil|\bsince|\bafter|\bprior to|\beffective|截至|截止到?|自从?)\s?$/
/** 1月1日清零: the day a limit starts again. */
const RESET = /清零|重置|重新算|恢复额度|归零|\breset|\brenew/
const RULE_AFTER =
  /^\s?(?:(?:之|以)[前后]|前|后|起|开始(?:执行|实施|施行)?|实施|施行|生效|的?(?:公告|规定|新规|政策|清单|文件))/
/** Days that are about now unless something happened on them. */
const NOW = /^(?:今天|今日|明天|明日|today|tomorrow)$/

/** 今天放行, released today: something happened, in so many words. */
const HAPPENED_AFTER =
  /^\s?(?:刚|才|已|就|was |were )?(?:放行|清关|通关|签收|收到|到货|下单|付款|下的单|买的|出口|发货|报关|released|cleared|received|exported|shipped|ordered)/
const HAPPENED_BEFORE = /(?:released|cleared|received|arrived|exported|shipped|ordered|bought)\s$/

/** How far an event may stand from its day, in characters. */
const NEAR = 24

/** A day in a text. */
export type Found = { start: number; end: number; day: Day | undefined; event: Event | undefined }

/** Texts whose dates are remembered: they are asked for as values, and to be taken out of the way of amounts. */
const MOST_REMEMBERED = 4

const datesIn: (folded: string, today: Day) => readonly Found[] = rememberingLast(
  MOST_REMEMBERED,
  (folded, today) => `${today} ${folded}`,
  findDates,
)

function findDates(folded: string, today: Day): Found[] {
  const found: Found[] = []
  const taken = new Uint8Array(folded.length)
  for (const { pattern, read } of DATE_FORMS)
    for (const match of matchesOf(folded, pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (taken.subarray(start, end).includes(1)) continue
      taken.fill(1, start, end)
      const [before, after] = [folded.slice(Math.max(0, start - NEAR), start), folded.slice(end, end + NEAR)]
      const event = eventNear(before, after)
      const ofRule =
        RULE_BEFORE.test(before) ||
        RULE_AFTER.test(after) ||
        RESET.test(before + after) ||
        (NOW.test(match[0]) && !HAPPENED_AFTER.test(after) && !HAPPENED_BEFORE.test(before))
      const day = ofRule ? undefined : read(match.groups ?? {}, today, `${before} ${after}`)
      found.push({ start, end, day, event })
    }
  return found.toSorted((a, b) => a.start - b.start)
}

/** The event nearest to a date: after it in Chinese (3月15日出口), before it in English (exported on 15 March). */
export function eventNear(before: string, after: string): Event | undefined {
  const following = after.split(/[。；;？?！!]/)[0] ?? ''
  const preceding = before.split(/[。；;？?！!]/).at(-1) ?? ''
  const near = EVENT_WORDS.flatMap(([event, words]) => {
    const next = following.search(words)
    const last = [...preceding.matchAll(words)].at(-1)
    return [
      ...(next < 0 ? [] : [{ event, distance: next }]),
      ...(last === undefined ? [] : [{ event, distance: preceding.length - last.index - last[0].length }]),
    ]
  })
  return near.toSorted((a, b) => a.distance - b.distance)[0]?.event
}

/**
 * The day a question turns on and what happened on it: 11月3日放行, exported on 12 May, 上周五签收. A day named with an event comes before one without.
 * Undefined for none, for one that belongs to a rule (2019年1月1日起), and for `12/05/2026`, which means two days.
 * @param today the day relative ones count from
 */
export function dateIn(folded: string, today: Day): { day: Day; event: Event | undefined } | undefined {
  const dated = datesIn(folded, today).flatMap(({ day, event }) => (day === undefined ? [] : [{ day, event }]))
  return dated.find(({ event }) => event !== undefined) ?? dated[0]
}

/** The days a folded text names, in order, each with what happened on it and where it stands; those of a rule have no day. */
export const datesSaid = (folded: string, today: Day): readonly Found[] => datesIn(folded, today)

/** Takes days out of the way of amounts, the unreadable ones too. */
export const dateFinder =
  (today: Day): Finder =>
  (open) =>
    datesIn(open, today).map(({ start, end }) => ({ start, end, kind: 'other' }))

/** {@link dateIn} of a text as written: the day alone. */
export const readDate = (text: string, today: Day): Day | undefined => dateIn(foldAmounts(text), today)?.day
