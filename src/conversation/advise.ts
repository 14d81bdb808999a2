import { Big } from 'big.js'
import type { Asked, Context, Missing, Outcome } from '../advisors/advisor.ts'
import { ADVISORS } from '../advisors/advisors.ts'
import type { Answer } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import { valueOn } from '../core/figure.ts'
import type { Slots } from '../core/slots.ts'
import type { TopicId } from '../core/topic.ts'
import { fold } from '../search/fold.ts'
import { mergeSlots } from './slots/merge-slots.ts'
import { readAnswerTo } from './slots/read-answer.ts'
import { readFollowUp } from './slots/read-follow-up.ts'
import { readSlots } from './slots/read-slots.ts'
import type { Reading } from './slots/reading.ts'
import type { Understanding } from './understanding.ts'

/** A calculation that goes on over several turns: what is known so far, and what was asked for. */
export type Working = { advisor: string; reading: Reading; missing?: Missing | undefined; item?: number | undefined }

/** What an advisor says to a message, and what a later turn may build on. */
export type Advice = { answer: Answer; working: Working }

const TAX_ASKED =
  /(?:多少|几多|几个点)[^。？?]{0,4}税|税[^。？?]{0,8}(?:多少|几多|几钱|怎么算|咋算)|(?:交|收|缴|付|补|纳)[^。？?]{0,6}(?:多少|几多|几钱)|(?:多少|几多)钱?(?:才)?(?:交|收|缴)|税[?？]|税$|算[^。？?]{0,6}税|要不要[交缴]|要[交缴]税|(?:how much|what|total|any)\b[^.?]{0,30}\b(?:tax|duty|vat)\b|how much (?:do|will|would) i (?:pay|owe)|\b(?:tax|duty) (?:on|for)\b|(?:calculate|work out)[^.?]{0,20}(?:tax|duty)|(?:tax|duty)\s*\?/u
const QUOTA_ASKED =
  /剩(?:下)?(?:多少|几多|几)|还(?:能|可以)[^。？?]{0,6}(?:买|用)|仲(?:可以|能)[^。？?]{0,6}买|够不够|够唔够|超没超|how much (?:is |do i have )?left|left\b|still (?:buy|order|have)|remaining|can i (?:still )?(?:buy|order)/u
const COMPARE_ASKED =
  /哪个(?:更)?(?:便宜|划算|合算|省|好)|哪种(?:更)?(?:便宜|划算|省)|边个抵|比较|对比|cheaper|better deal|compare|versus|\bvs\b|which (?:way|channel)/u
const CLASS_ASKED = /high-end|算不算高档|是不是高档|算高档|高档[吗么]|高档还是/u
const CALCULATE_ONLY =
  /^(?:请|麻烦)?(?:你)?(?:帮我|给我|替我)?(?:算|计)(?:一下|一算|算|下|个|计)?[^0-9]{0,8}税[^0-9]{0,4}$|^(?:please )?(?:can you )?(?:calculate|work out|compute)[^0-9]{0,24}(?:tax|duty)[^0-9]{0,12}$/u
const GOES_ON = /^(?:那|那么|换成|要是|如果|改成|and\b|what if|what about|how about|or\b|then\b)|呢[？?]?$|的话/iu

const hasPrice = ({ items, orderTotal, foreign }: Reading): boolean =>
  orderTotal !== undefined ||
  foreign !== undefined ||
  items.some(({ total, each }) => total !== undefined || each !== undefined)
const hasGood = ({ items }: Reading): boolean => items.some(({ good }) => good !== undefined)
const saysSomething = (reading: Reading): boolean =>
  hasPrice(reading) ||
  hasGood(reading) ||
  reading.regime !== undefined ||
  reading.tariffRate !== undefined ||
  reading.spentThisYear !== undefined ||
  reading.items.some(({ pieces, content }) => pieces !== undefined || content !== undefined)

/**
 * Asks an advisor, when a message is one for arithmetic: it names a price and asks for tax, says what is used of the quota and asks what is left, or
 * goes on with a calculation.
 */
export function advise(
  text: string,
  { on, today, before }: { on: Day; today: Day; before?: Working | undefined },
  understanding: Understanding,
): Advice | undefined {
  const folded = fold(text)
  const options = { today, findGoods: understanding.findGoods }
  if (before?.missing !== undefined) {
    const answered = readAnswerTo(before.missing, text, options)
    if (answered) {
      const item = before.item === undefined ? undefined : before.item - 1
      return run(before.advisor, mergeSlots(before.reading, answered, { answers: true, item }), on, understanding)
    }
  }
  const goesOn = GOES_ON.test(text.trim())
  for (const written of [folded, understanding.fixSounds(folded)]) {
    const reading = readSlots(written === folded ? text : written, options)
    const advisor = advisorFor(written, reading)
    if (advisor) {
      const whole = before && goesOn && !hasGood(reading) ? readFollowUp(written, before.reading, options) : reading
      return run(advisor, whole, on, understanding)
    }
    if (before && saysSomething(reading) && (goesOn || understanding.terms(written).length <= 4)) {
      const merged = readFollowUp(written, before.reading, options)
      return run(before.advisor === 'quota' ? 'quota' : advisorOf(written, merged), merged, on, understanding)
    }
    if (CALCULATE_ONLY.test(written.trim())) return run('import-tax', reading, on, understanding)
  }
  return undefined
}

/**
 * What to ask back when goods and tax are named but no price (`口红要交多少税`): the price. Only for messages that no entry answers clearly; a question for the rate is for the
 * entries.
 */
export function askPrice(
  text: string,
  { on, today }: { on: Day; today: Day },
  understanding: Understanding,
): Advice | undefined {
  const folded = fold(text)
  if (!TAX_ASKED.test(folded) || /税率|税点|\brates?\b/u.test(folded)) return undefined
  const reading = readSlots(text, { today, findGoods: understanding.findGoods })
  return hasGood(reading) && !hasPrice(reading) ? run('import-tax', reading, on, understanding) : undefined
}

/** Which advisor a message is for; undefined when it is none's. */
function advisorFor(folded: string, reading: Reading): string | undefined {
  const used = reading.spentThisYear !== undefined || (reading.leftThisYear !== undefined && hasPrice(reading))
  if (used && QUOTA_ASKED.test(folded)) return 'quota'
  if (!hasPrice(reading)) return undefined
  const fragment =
    hasGood(reading) &&
    (reading.regime !== undefined || reading.freight !== undefined) &&
    !/[?？吗呢]|能|可以|can |is |do /u.test(folded)
  if (CLASS_ASKED.test(folded) && reading.items.some(({ content }) => content !== undefined)) return 'import-tax'
  if (!TAX_ASKED.test(folded) && !COMPARE_ASKED.test(folded) && !fragment) return undefined
  return advisorOf(folded, reading)
}

/** The advisor for a price by the way the goods come; where that was not said, the ways are compared rather than guessed. */
function advisorOf(folded: string, { regime, regimes }: Reading): string {
  if (COMPARE_ASKED.test(folded) || (regimes !== undefined && regimes.length > 1)) return 'compare-channels'
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

function run(advisor: string, reading: Reading, on: Day, understanding: Understanding): Advice {
  const { knowledge } = understanding
  const context: Context = { figures: knowledge.figures, goods: knowledge.goods, on, knowledge: knowledge.revision }
  const found = ADVISORS.find(({ id }) => id === advisor)
  if (!found) throw new Error(`there is no advisor "${advisor}"`)
  const outcome = runAssuming(found.run, certain(reading, context), context)
  return {
    answer: answerOf(amongNamed(outcome, reading), advisor, topicOf(advisor, reading, understanding)),
    working: workingOf(outcome, advisor, reading),
  }
}

/** Goods that are of the taxed class for certain ("high-end cosmetics") need no threshold, and so no content. */
function certain(reading: Reading, { goods, figures, on }: Context): Reading {
  const [item, ...others] = reading.items
  const good = goods.get(item?.good ?? '')
  if (others.length > 0 || item?.content || good?.consumptionTax !== 'high-end-cosmetics' || good.parcelClass !== 3)
    return reading
  const figure = figures.get('ct-high-end-cosmetics')
  const rate = figure && valueOn(figure, on)?.value
  return rate instanceof Big ? { ...reading, consumptionTaxRate: rate } : reading
}

/** Where only the traveller is unknown, the answer for a resident who does not come from Hong Kong or Macao, saying so. */
function runAssuming(
  runAdvisor: (slots: Slots, context: Context) => Outcome,
  reading: Reading,
  context: Context,
): Outcome {
  const outcome = runAdvisor(reading, context)
  if (outcome.kind !== 'asked' || (outcome.missing !== 'resident' && outcome.missing !== 'from')) return outcome
  const assumed = runAdvisor(
    { ...reading, resident: reading.resident ?? true, from: reading.from ?? 'elsewhere' },
    context,
  )
  if (assumed.kind !== 'calculated') return assumed
  const { calculation } = assumed
  return {
    ...assumed,
    calculation: { ...calculation, notes: [...calculation.notes, { key: 'note.traveller-assumed', values: {} }] },
  }
}

/** Of a comparison, the channels that were named, where two or more were. */
function amongNamed(outcome: Outcome, { regimes }: Reading): Outcome {
  if (outcome.kind !== 'compared' || regimes === undefined) return outcome
  const columns = outcome.columns.filter(({ inputs }) => regimes.some((regime) => regime === inputs.regime))
  if (columns.length < 2) return outcome
  const [least] = columns.filter(({ total }) => total !== undefined).sort((a, b) => a.total?.cmp(b.total ?? '0') ?? 0)
  if (!least?.total) return { ...outcome, columns }
  const verdict = { key: `compared.least.${least.inputs.regime}`, values: { tax: least.total.toFixed(2) } }
  return { ...outcome, columns, verdict }
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

const TOPICS: Record<string, TopicId> = {
  'import-tax': 'tax.formula',
  'general-trade': 'tax.over-limit',
  quota: 'quota.annual',
  'quota-orders': 'quota.count',
  'parcel-tax': 'channel.parcel',
  'luggage-tax': 'channel.luggage',
  'compare-channels': 'channel.compare',
}

/** The topic a calculation is counted under: tax on cosmetics and on alcohol have their own. */
function topicOf(advisor: string, { items }: Reading, { knowledge }: Understanding): TopicId {
  const topic = TOPICS[advisor] ?? 'tax.formula'
  if (topic !== 'tax.formula') return topic
  const kinds = items.map(({ good }) => knowledge.goods.get(good ?? '')?.consumptionTax)
  if (kinds.includes('high-end-cosmetics')) return 'tax.cosmetics'
  return kinds.some((kind) => kind === 'wine' || kind === 'beer' || kind === 'spirits' || kind === 'yellow-wine')
    ? 'tax.alcohol'
    : topic
}
