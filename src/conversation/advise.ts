import type { Asked, Context, Missing, Outcome } from '../advisors/advisor.ts'
import type { Answer } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import type { TopicId } from '../core/topic.ts'
import { fold } from '../search/fold.ts'
import { adviseRange } from './advise-range.ts'
import {
  advisorFor,
  advisorOf,
  asksAmount,
  asksOneOrder,
  CALCULATE_ONLY,
  classAsked,
  compares,
  GOES_ON,
  hasGood,
  hasPrice,
  LUGGAGE_TAXED,
  saysNumber,
  saysSomething,
  THIS_ONE,
} from './advisor-for.ts'
import { runAssuming } from './assume.ts'
import { wordsIn } from './complete.ts'
import type { Before } from './in-context.ts'
import { withoutDenied } from './slots/denied.ts'
import { mergeSlots } from './slots/merge-slots.ts'
import { readAnswerTo } from './slots/read-answer.ts'
import { otherWays, readFollowUp } from './slots/read-follow-up.ts'
import { readSlots } from './slots/read-slots.ts'
import type { Reading, ReadOptions } from './slots/reading.ts'
import { asksTax, isOtherTax, namesRate, TAX_ASKED } from './tax-asked.ts'
import { topicOf } from './topic-of-sum.ts'
import type { Understanding } from './understanding.ts'

/** A calculation that goes on over several turns: what is known so far, and what was asked for. */
export type Working = { advisor: string; reading: Reading; missing?: Missing | undefined; item?: number | undefined }

/** What an advisor says to a message, and what a later turn may build on. */
export type Advice = { answer: Answer; working: Working }

/** When something is asked, and in the light of what. */
type Asking = { on: Day; today: Day; before?: Working | undefined; aside?: boolean | undefined; alone?: boolean }

/**
 * Asks an advisor, when a message is one for arithmetic: it names a price and asks for tax, says what is used of the quota and asks what is left, or
 * goes on with a calculation.
 */
export const advise = (text: string, asking: Asking, understanding: Understanding): Advice | undefined =>
  adviseRange(text, (written) => adviseOn(written, asking, understanding)) ?? adviseOn(text, asking, understanding)

function adviseOn(
  said: string,
  { on, today, before, aside, alone }: Asking,
  understanding: Understanding,
): Advice | undefined {
  const text = before ? withoutDenied(said) : said
  const folded = fold(text)
  const options = { today, findGoods: understanding.findGoods }
  if (before?.missing !== undefined) {
    const answered = readAnswerTo(before.missing, text, options)
    if (answered) {
      const item = before.item === undefined ? undefined : before.item - 1
      return consult(before.advisor, mergeSlots(before.reading, answered, { answers: true, item }), on, understanding)
    }
  }
  const goesOn = GOES_ON.test(fold(said).trim())
  for (const written of waysToRead(folded, text, options, understanding)) {
    const reading = readSlots(written === folded ? text : written, options)
    const advisor = advisorFor(written, reading)
    if (advisor) {
      const whole = before && goesOn && !hasGood(reading) ? readFollowUp(written, before.reading, options) : reading
      return consult(advisor, whole, on, understanding, written)
    }
    // After something else was told, only a number goes on with the sum.
    const reaches = !aside || before?.missing !== undefined || saysNumber(reading)
    const says = before && (saysSomething(reading) || otherWays(written, before.reading, reading))
    if (before && reaches && says && (goesOn || understanding.terms(written).length <= 4)) {
      const merged = readFollowUp(written, before.reading, options)
      return consult(advisorAfter(before, merged, written), merged, on, understanding, written)
    }
    if (before && reaches && asksOnlyTax(written, reading) && hasPrice(before.reading))
      return consult(advisorOf(written, before.reading), before.reading, on, understanding, written)
    if (alone && reading.regime === 'luggage' && asksTax(written) && LUGGAGE_TAXED.test(written.trim()))
      return consult('luggage-tax', reading, on, understanding, written)
    if ((CALCULATE_ONLY.test(written.trim()) && !isOtherTax(written)) || (alone && THIS_ONE.test(written.trim())))
      return consult('import-tax', reading, on, understanding, written)
  }
  return undefined
}

/** The advisor for a sum that goes on: what was bought in a shop still is, where no other way is named. */
function advisorAfter({ advisor }: Working, merged: Reading, written: string): string {
  if (advisor === 'quota') return advisor
  const next = advisorOf(written, merged)
  const unsaid = next === 'compare-channels' && merged.regimes === undefined && !compares(written)
  return advisor === 'import-tax' && unsaid ? advisor : next
}

/** Words of a message at most that asks what the tax of what was spoken of comes to, or which way is cheaper, and names nothing (一共交多少税, `which is cheaper then`). */
const ASKS_OF_IT = 5
const asksOnlyTax = (folded: string, reading: Reading): boolean =>
  wordsIn(folded) <= ASKS_OF_IT &&
  !saysSomething(reading) &&
  !namesRate(folded) &&
  !isOtherTax(folded) &&
  (compares(folded) || (asksTax(folded) && !ASKS_OTHERWISE.test(folded)))

/** A message as typed, and mended; mended alone where only that names goods beside a price: 红洒, shenxianshui. */
function waysToRead(folded: string, text: string, options: ReadOptions, understanding: Understanding): string[] {
  const mended = understanding.fixSounds(folded)
  const reading = readSlots(text, options)
  if (!hasPrice(reading) || hasGood(reading)) return [folded, mended]
  const named = [mended, understanding.fixGoods(understanding.reading(text).text)].find((written) =>
    hasGood(readSlots(written, options)),
  )
  return named === undefined ? [folded, mended] : [named]
}

/** Whether a message asks for an amount of tax on goods with a price, or if an order with these prices may be made: then a false belief in it is answered by the sum. */
export function isSum(text: string, today: Day, { findGoods }: Understanding): boolean {
  const reading = readSlots(text, { today, findGoods })
  const folded = fold(text)
  return asksAmount(folded, reading) || asksOneOrder(folded, reading)
}

/** A calculation once more, for another day or in another language. */
export const repeat = ({ advisor, reading }: Working, on: Day, understanding: Understanding): Advice =>
  consult(advisor, reading, on, understanding)

/** Topics whose questions are about the tax on goods that come in one way. */
const TAXED = /^(?:tax\.(?!refund|payment)|channel\.(?:parcel|luggage)$)/u
/** Topics about the limit of a year, and what is used of it. */
const QUOTA = 'quota.'
/** A question for something else than the tax. */
const ASKS_OTHERWISE =
  /(?<!不)能|(?<!不)可以|可唔可以|[吗么咩嘛]|怎么|点样|哪|为什么|什么|超|退|罚|\b(?:can|may|allowed|how|where|when|why|which|who|return|over)\b/u
/** Words of a message at most that gives a price for what was spoken of. */
const PRICED_AT_MOST = 10

/**
 * A price said when tax is spoken of: `那两罐500呢` after `奶粉要交多少税`, `那300块的玩具呢` after the tax on parcels. Goods, and the way they come, are taken from the turns before where
 * the message names none.
 */
export function advisePriced(
  { question, way, entry }: Before,
  text: string,
  { on, today }: { on: Day; today: Day },
  understanding: Understanding,
): (Advice & { asked: string }) | undefined {
  if (wordsIn(text) > PRICED_AT_MOST) return undefined
  const options = { today, findGoods: understanding.findGoods }
  const said = readSlots(text, options)
  const asked = readSlots(question, options)
  // 烟能带几条 … 从澳门回来的话: a quantity that hangs on where somebody comes from.
  const placed = { ...asked, from: said.from }
  if (
    !hasPrice(said) &&
    said.from !== undefined &&
    !hasGood(said) &&
    advisorFor(fold(question), placed) === 'luggage-tax'
  )
    return { ...consult('luggage-tax', placed, on, understanding, text), asked: question }
  const topic = understanding.knowledge.entries.get(entry ?? '')?.topic ?? ''
  // I've spent 19000, after the quota was spoken of.
  if (said.spentThisYear !== undefined && topic.startsWith(QUOTA) && !hasPrice(said))
    return { ...consult('quota', said, on, understanding, text), asked: question }
  const [folded, before] = [fold(text), fold(question)]
  const tax = TAX_ASKED.test(folded)
  // 税多少, of goods whose price was told in a question about something else.
  const ofTold = tax && hasPrice(asked) && hasGood(asked) && !namesRate(folded) && !isOtherTax(folded)
  if (!hasPrice(said) && !(ofTold && wordsIn(text) <= ASKS_OF_IT)) return undefined
  if (!hasGood(said) && !hasGood(asked)) return undefined
  if (!tax && ASKS_OTHERWISE.test(folded)) return undefined
  if (!tax && !TAX_ASKED.test(before) && !namesRate(before) && !TAXED.test(topic)) return undefined
  const merged = mergeSlots(asked, said)
  const regime = said.regimes ? undefined : (said.regime ?? asked.regime ?? way)
  const whole = regime === undefined ? merged : { ...merged, regime }
  return {
    ...consult(advisorOf(folded, whole), whole, on, understanding, text),
    asked: hasGood(said) ? text : question,
  }
}

/** What an advisor makes of what was read. */
export function consult(
  advisor: string,
  reading: Reading,
  on: Day,
  understanding: Understanding,
  text?: string,
): Advice {
  const { knowledge } = understanding
  const context: Context = { figures: knowledge.figures, goods: knowledge.goods, on, knowledge: knowledge.revision }
  const outcome = runAssuming(advisor, reading, context, {
    sidesBySide: text !== undefined && compares(text),
    class: text !== undefined && classAsked(text),
  })
  return {
    answer: answerOf(outcome, advisor, topicOf(advisor, reading, on, understanding, text)),
    working: workingOf(outcome, advisor, reading),
  }
}

function answerOf(outcome: Outcome, advisor: string, topic: TopicId): Answer {
  switch (outcome.kind) {
    case 'calculated':
      return {
        outcome: 'calculated',
        advisor,
        topic,
        verdict: outcome.calculation.verdict,
        calculation: outcome.calculation,
      }
    case 'compared':
      return { outcome: 'compared', advisor, topic, verdict: outcome.verdict, columns: outcome.columns }
    case 'refused':
      return {
        outcome: 'calculated',
        advisor,
        topic,
        verdict: outcome.verdict,
        ...(outcome.calculation && { calculation: outcome.calculation }),
      }
    case 'asked':
      return asked(outcome, advisor, topic)
  }
}

const asked = ({ missing, item, verdict, columns }: Asked, advisor: string, topic: TopicId): Answer => ({
  outcome: 'asked',
  advisor,
  topic,
  missing,
  ...(item !== undefined && { item }),
  ...(verdict && { verdict }),
  ...(columns && { columns }),
})

const workingOf = (outcome: Outcome, advisor: string, reading: Reading): Working =>
  outcome.kind === 'asked' ? { advisor, reading, missing: outcome.missing, item: outcome.item } : { advisor, reading }
