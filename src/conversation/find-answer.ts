import type { Answer } from '../core/answer.ts'
import type { Audience } from '../core/audience.ts'
import type { Boundary } from '../core/boundary.ts'
import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import type { TopicId } from '../core/topic.ts'
import { fold } from '../search/fold.ts'
import type { Ranked, Weights } from '../search/rank.ts'
import { type Advice, advise, advisePriced, isSum, type Working } from './advise.ts'
import { goOnToDeadline } from './advise-deadlines.ts'
import { adviseCode } from './advise-list.ts'
import { adviseSum } from './advise-sums.ts'
import { CALCULATE_ONLY, saysNumber } from './advisor-for.ts'
import { sideAsked } from './aspects.ts'
import { complete, isElliptical, wordsIn } from './complete.ts'
import { describedDocuments } from './described-documents.ts'
import { asksPriceOfGoods, doubtOf } from './doubt.ts'
import { essence } from './essence.ts'
import { type Guidance, goOn, guide, type Pending } from './guide.ts'
import { historyAsked } from './history-asked.ts'
import type { Before } from './in-context.ts'
import {
  boundaryIn,
  boundaryInDoubt,
  boundaryMeant,
  boundaryUnbound,
  isHonest,
  isOurs,
  isPlain,
  keepOut,
  ORDERS,
} from './keep-out.ts'
import { byOtherWay, leaningOf, meantOf } from './other-way.ts'
import type { PhraseMatch } from './phrase-match.ts'
import { isPleasantry } from './pleasantry.ts'
import { rankOn } from './rank-question.ts'
import { withRates } from './rates-of-goods.ts'
import { searchAnswer } from './search-answer.ts'
import { sideTold } from './side-told.ts'
import { withoutDenied } from './slots/denied.ts'
import { readSlots } from './slots/read-slots.ts'
import { tell, tellDocuments } from './tell.ts'
import type { Understanding } from './understanding.ts'
import { wholeTaxAsked } from './whole-tax.ts'

/** What a turn is about, once read. */
export type Question = {
  text: string
  on: Day
  /** The day on which it is asked; the same as `on` unless another day's rules are asked about. */
  today?: Day | undefined
  /** Who asks, where that is known. */
  audience?: Audience | undefined
  /** The question before it and its entry, when this may be a follow-up. */
  before?: Before | undefined
  /** The calculation of the turn before, when this may go on with it. */
  working?: Working | undefined
  /** Whether something else was told since that calculation. */
  aside?: boolean | undefined
  /** A question back of the turn before, when this may answer it. */
  pending?: Pending | undefined
  /** Asked in the light of the turn before, about this topic where that is known: the likeliest reading is told where a lone question would be asked back. */
  leaning?: { topic: TopicId | undefined; related?: EntryId[] | undefined } | undefined
}

/** How an answer was found, for `--explain`. */
export type Trace = { rule: string; terms: string[]; hits: Ranked[] }

/** An answer, how it was found, and what a later turn may go on with. */
export type Found = {
  answer: Answer
  trace: Trace
  working?: Working | undefined
  pending?: Pending | undefined
  /** The day whose rules were told, when it is not the one the question names. */
  on?: Day | undefined
  /** What may be meant as well: told in one sentence. */
  also?: EntryId | undefined
  /** The question as it was understood, when the message leant on the one before. */
  asked?: string | undefined
}

/** Finds what is known about a question: boundaries by their words, false beliefs, calculations, then search. */
export function findAnswer(question: Question, understanding: Understanding, weights: Weights): Found {
  const { text, on } = question
  const today = question.today ?? on
  const traced = (rule: string, answer: Answer): Found => ({
    answer,
    trace: { rule, terms: understanding.terms(text), hits: [] },
  })
  const guided = ({ rule, answer, pending, on: told }: Guidance): Found => ({
    ...traced(rule, answer),
    pending,
    on: told,
  })
  const advised = ({ answer, working }: Advice): Found => ({
    ...traced(`advisor: ${working.advisor}`, answer),
    working,
  })

  const whole = wholeOf(question, understanding)
  const exact = whole === undefined ? understanding.exact(text) : undefined
  if (exact && !question.working?.missing) return traced('exact', tell(exact, on, understanding))
  const word = boundaryIn(text, understanding)
  const pleasant = isPleasantry(text)
  const worded = word && !isPassedOver(word, text, understanding) ? word : undefined
  // Nor has a correction of a sum (不是口红 是T恤, 换成600的呢) anything to hide.
  const corrects =
    question.working !== undefined && (withoutDenied(text) !== text || saysNumberAlone(text, today, understanding))
  const meant = whole === undefined && !pleasant && !corrects ? boundaryMeant(text, understanding) : undefined
  // Of the two the graver one speaks: a word of another office's business is no excuse.
  const graver = worded?.id === ORDERS ? boundaryUnbound(text, understanding) : meant
  const bounded = graver?.outcome === 'refused' && worded?.outcome !== 'refused' ? graver : (worded ?? meant)
  const rule = `boundary ${bounded === worded ? 'phrase' : 'intent'}: ${bounded?.id}`
  const gone = question.pending && goOn(question.pending, text, today, understanding)
  // A button of a question back says what it was given to say: what the model makes of its words by themselves counts for nothing.
  if (bounded?.outcome === 'refused' && !(gone && bounded === meant))
    return traced(rule, keepOut(bounded, bounded !== worded && !isPlain(text, understanding)))
  if (gone) return guided(gone)
  if (pleasant && word?.why !== 'thank') return traced('pleasantry', { outcome: 'courtesy', of: 'thank' })
  const asked = { on, today, before: question.working, aside: question.aside, alone: question.before === undefined }
  const reply = question.working?.missing === undefined ? undefined : advise(text, asked, understanding)
  if (reply) return advised(reply)
  // Two words after a question (`去哪办`, `晚了呢`) are about that question, whatever they might be about alone.
  const goesOn = bounded === meant && question.before !== undefined && asksOn(text)
  // Since when something holds is told by its lines, where they say so; else by the days of its documents.
  const since =
    bounded?.why === 'source' && question.before && sideAsked(text) === 'since'
      ? sideTold(text, question.before, [], on, understanding)
      : undefined
  if (since) return { ...traced('side', since), asked: question.before?.question }
  const onlySum = CALCULATE_ONLY.test(fold(text).trim())
  if (bounded && !goesOn && !onlySum) return traced(rule, keepOut(bounded))

  const summed = adviseSum(text, on, today, understanding)
  if (summed) return traced('sum', summed)

  // What is false today may have been true on the day asked about.
  const folded = fold(text)
  const sum = isSum(text, today, understanding)
  const isHeld = (matches: PhraseMatch) => matches(folded)
  const history = historyAsked(text, { today, sum }, understanding, weights)
  if (history) return { ...traced('history', history), on: today }
  const belief =
    on < today || sum ? undefined : understanding.misconceptions.find(({ phrases }) => phrases.some(isHeld))
  if (belief) {
    const { id, entry } = belief.misconception
    return traced(
      `misconception: ${id}`,
      tell(clearly(text, on, understanding, weights) ?? entry, on, understanding, id),
    )
  }

  const named = understanding.namedDocuments(text)
  if (named?.only) return traced('document', tellDocuments(named, on, understanding))

  const described = named === undefined ? describedDocuments(text, today, understanding) : undefined
  if (described)
    return {
      ...traced('document described', { outcome: 'answered', topic: 'policy.source', documents: described }),
      on: today,
    }

  const guidance = guide(text, { on, today }, understanding)
  if (guidance) return guided(guidance)
  const dated = question.before && goOnToDeadline(text, question.before.question, today, understanding)
  if (dated) return { ...guided(dated), asked: question.before?.question }
  const priced = question.before && !question.working && advisePriced(question.before, text, asked, understanding)
  if (priced) return { ...advised(priced), asked: priced.asked }
  const advice = advise(text, asked, understanding)
  // A sum for which the day has no rule: an entry may tell what held then, or since when there is a rule.
  const silent = advice && hasNoRule(advice.answer) ? advice : undefined
  if (advice && !silent) {
    // A price asked back is worth nothing to whoever asks about another's business.
    const elsewhere =
      !onlySum && asksPriceOfGoods(advice.answer, question, understanding)
        ? boundaryInDoubt(text, 'guesses', understanding)
        : undefined
    const ruled = wholeTaxAsked(advice.answer, { ...question, today }, understanding, weights)
    if (ruled) return ruled
    if (elsewhere) return traced(`boundary intent, in doubt: ${elsewhere.id}`, keepOut(elsewhere))
    return withRates(advised(advice), text, { on, today }, understanding)
  }
  const listed = adviseCode(text, today, understanding)
  if (listed) return guided(listed)
  const found = whole && goOnWith(whole, question, understanding, weights)
  if (found) return found
  const otherWay = whole === undefined ? byOtherWay(question, understanding, weights) : undefined
  if (otherWay !== undefined)
    return { ...traced('other way', tell(otherWay, on, understanding)), asked: question.before?.question }
  const alone = searchAnswer({ ...question, today }, understanding, weights)
  const { outcome } = alone.answer
  if (silent && !(outcome === 'answered' || 'last' in alone.answer || 'next' in alone.answer)) return advised(silent)
  if (bounded && outcome === 'declined') return traced(rule, keepOut(bounded))
  if (whole !== undefined) return { ...alone, asked: whole }
  const doubt = goesOn ? undefined : doubtOf(alone, question, understanding)
  const doubted = doubt && boundaryInDoubt(text, doubt, understanding)
  return doubted ? traced(`boundary intent, in doubt: ${doubted.id}`, keepOut(doubted, true)) : alone
}

/** The entry that the search finds for a message beyond doubt: with the correction of a false belief it says more than the entry that goes with all who hold it. */
function clearly(text: string, on: Day, understanding: Understanding, weights: Weights): EntryId | undefined {
  const [best] = rankOn(essence(text), on, understanding, weights).ranked
  const { knowledge } = understanding
  return best && best.confidence >= BEYOND_DOUBT && knowledge.entries.has(best.id) ? best.id : undefined
}
/** Confidence from which on there is no doubt about an entry. */
const BEYOND_DOUBT = 0.9

/** Whether a sum came to nothing because a figure it needs has no value on the day. */
const hasNoRule = (answer: Answer): boolean =>
  answer.outcome === 'calculated' && 'verdict' in answer && answer.verdict.key === 'verdict.no-figure'

/** Outcomes of a boundary that no harm is in passing over. */
const SOFT = new Set<Answer['outcome']>(['signposted', 'declined'])

/** Whether the words of a boundary count for nothing in a message: it is surely about our subject, and where they speak of something unlawful, beyond doubt an honest question. */
const isPassedOver = ({ id, outcome }: Boundary, text: string, understanding: Understanding): boolean =>
  (SOFT.has(outcome) && id !== ORDERS && isOurs(text, understanding)) ||
  (outcome === 'refused' && isHonest(text, understanding))

/** Outcomes that settle a follow-up; with any other but a question back, it is read by itself as well. */
const SETTLES = new Set<Answer['outcome']>(['answered', 'calculated', 'compared', 'changed', 'asked'])

const wholeOf = ({ before, text }: Question, understanding: Understanding): string | undefined =>
  before && isElliptical(text) ? complete(before, text, understanding) : undefined

/** Whether a message is a few words around a price, a quantity or a rate. */
const saysNumberAlone = (text: string, today: Day, { findGoods }: Understanding): boolean =>
  wordsIn(text) <= LONGEST_ON && saysNumber(readSlots(text, { today, findGoods }))

/** Whether a message is so short, and asks in such a way, that it goes on about what was asked before. */
const asksOn = (text: string): boolean =>
  wordsIn(text) <= SHORTEST_ON || (wordsIn(text) <= LONGEST_ON && sideAsked(text) !== undefined)
/** Words of a message at most that goes on about something, and that does so where it asks for a side of it. */
const [SHORTEST_ON, LONGEST_ON] = [2, 4]

/** A follow-up made whole and asked as if it had been typed. */
function goOnWith(
  whole: string,
  { text, before, on, today, audience }: Question,
  understanding: Understanding,
  weights: Weights,
): Found | undefined {
  const leaning = leaningOf(text, before?.entry, understanding)
  const found = findAnswer({ text: whole, on, today, audience, leaning }, understanding, weights)
  const answer = meantOf(found.answer, whole, { text, before, on }, understanding, weights)
  if (!SETTLES.has(answer.outcome) && answer.outcome !== 'clarified') return undefined
  return { ...found, answer, asked: whole, trace: { ...found.trace, rule: `${found.trace.rule} (as “${whole}”)` } }
}
