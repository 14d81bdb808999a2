import type { Answer, Aspect } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import { valueOn } from '../core/figure.ts'
import type { GlossaryTerm } from '../core/glossary-term.ts'
import type { TopicId } from '../core/topic.ts'
import { fold } from '../search/fold.ts'
import { type Decision, decide, type Ranked, type Ranking, type Weights } from '../search/rank.ts'
import { adviseGood } from './advise-list.ts'
import { alsoNear } from './also-likely.ts'
import { askGoods, askPrice } from './ask-goods.ts'
import { aspectAsked } from './aspects.ts'
import { withoutOdds } from './at-odds.ts'
import { changesAsked } from './changes-asked.ts'
import { goneOn, namesOther, namesSubject, wordsIn } from './complete.ts'
import { entryOn } from './entry-on.ts'
import { essence } from './essence.ts'
import type { Found, Question } from './find-answer.ts'
import { forAudience } from './for-audience.ts'
import { type Guidance, putAgain } from './guide.ts'
import { type Before, inContext, towards } from './in-context.ts'
import { rankOn } from './rank-question.ts'
import { asksRate, ratesAsked, withRates } from './rates-of-goods.ts'
import { restingOn } from './resting-on.ts'
import { BOUNDARY } from './searchables.ts'
import { asksBareSide, otherThanTold, sideTold } from './side-told.ts'
import { isStranger } from './stranger.ts'
import { follow, tell, tellDocuments } from './tell.ts'
import { tellCompared } from './tell-compared.ts'
import { figuresIn, isHistory } from './told.ts'
import type { Understanding } from './understanding.ts'

/** The topic of entries that tell what changed. */
const CHANGES: TopicId = 'policy.change'
/** Share of the confidence an answer needs that is enough for a message that leans on the turn before. */
const LEANING = 0.5

/** Finds an answer by search, with the glossary, what changed, prices asked back and the list of goods beside it. */
export function searchAnswer(
  question: Question & { today: Day },
  understanding: Understanding,
  weights: Weights,
): Found {
  const { text, on, today, before, audience } = question
  const terms = understanding.terms(text)
  const bare = essence(text)
  const found = rankOn(bare, on, understanding, weights)
  const named = understanding.namedDocuments(text)
  const plain = restingOn(named?.ids ?? [], withoutOdds(bare, found, understanding), understanding)
  const weighed = forAudience(plain, audience, understanding)
  const topic = question.leaning?.topic
  const related = question.leaning?.related ?? []
  const alone = topic === undefined ? weighed : towards(weighed, topic, understanding, { related })
  const leant = before && inContext(alone, { text, on, before }, understanding, weights)
  const ranking = leant ?? alone
  const leaning = leant !== undefined || question.leaning !== undefined
  const decision = decide(ranking, leaning ? { ...weights, answer: weights.answer * LEANING } : weights)
  const { ranked } = ranking
  const traced = (rule: string, answer: Answer): Found => ({
    answer,
    trace: { rule, terms, hits: ranked },
    ...(leant && before && { asked: goneOn(text, before, understanding) }),
  })
  const guided = ({ rule, answer, pending, on: told }: Guidance): Found => ({
    ...traced(rule, answer),
    pending,
    on: told,
  })

  const bareSide =
    before && asksBareSide(text) && !namesSubject(text, understanding)
      ? sideTold(text, before, ranked, on, understanding)
      : undefined
  if (bareSide) return { ...traced('side', bareSide), asked: before?.question }
  const term = understanding.glossary.asked(text, decision.kind !== 'one')
  if (
    term &&
    canBeToldOn(term, on, understanding) &&
    !(decision.kind === 'one' && ranking.ranked[0]?.signals.twin === 1)
  )
    return traced(`glossary: ${term.id}`, { outcome: 'answered', term: term.id })
  const compared = tellCompared(text, ranking, decision, on, understanding)
  if (compared) return traced(compared.rule, compared.answer)
  const changed = changesAsked({ text, on, today }, decision, understanding, weights)
  if (changed) return traced('change', changed)
  if (!leaning && isStranger(bare, ranking, decision, understanding, before?.entry))
    return traced('no word of the subject', { outcome: 'declined', why: 'no-match' })
  // Tax on goods without a price is worked out once the price is known, unless an entry clearly says it all.
  const sure =
    decision.kind === 'one' &&
    (decision.hit.confidence >= SURE || (tellsRates(decision, understanding) && asksRate(text)))
  const priceless = sure ? undefined : askPrice(text, { on, today }, understanding)
  if (priceless)
    return {
      ...traced(`advisor: ${priceless.working.advisor}`, priceless.answer),
      ...withRates(priceless, text, { on, today }, understanding),
    }
  const asksFor = ratesAsked(text, { on, today }, understanding)
  const explained = tellsRates(decision, understanding) && (ranking.ranked[0]?.confidence ?? 0) >= SURE
  const rated = explained && !isVaguer(text, decision, asksFor, understanding) ? undefined : asksFor
  if (rated) return traced('rates', { outcome: 'answered', ...rated })
  if (decision.kind === 'one') {
    const told = tellsOfThen(decision.hit.id, on, understanding) ? today : on
    const isAgain = leant && before?.entry === decision.hit.id && !before.offered
    const again = isAgain
      ? (otherThanTold(text, before, ranked, on, understanding) ?? sideTold(text, before, ranked, on, understanding))
      : undefined
    const answer = again ?? follow(decision.hit.id, told, understanding)
    const also = alsoNear(answer, ranking, told, understanding)
    return { ...traced('search', answer), also, ...(told !== on && { on: told }) }
  }
  const side = before && sideOf(text, before, ranking, understanding)
  if (side) {
    const answer = tell(side.entry, on, understanding)
    if (answer.outcome === 'answered' && 'entry' in answer)
      return { ...traced(`side: ${side.about}`, { ...answer, about: side.about }), asked: before.question }
  }
  const unnamed = decision.kind === 'none' ? askGoods(text, { on, today }, understanding) : undefined
  if (unnamed) return { ...traced(`advisor: ${unnamed.working.advisor}`, unnamed.answer), working: unnamed.working }
  if (decision.kind === 'none' && named && named.ids.length > 0)
    return traced('document', tellDocuments(named, on, understanding))
  const further =
    (question.pending && putAgain(question.pending, text, understanding)) ?? adviseGood(text, today, understanding)
  if (further) return guided(further)
  return traced(`search: ${decision.kind}`, amongHits(decision, on, understanding))
}

/** The side of the last answer that a message asks about which names nothing else and finds nothing likely. */
function sideOf(
  text: string,
  { question, entry, other }: Before,
  { ranked: [best] }: Ranking,
  { knowledge, ...understanding }: Understanding,
): { entry: EntryId; about: Aspect } | undefined {
  const unlikely = understanding.isOfSubject(fold(text)) ? UNLIKELY : UNLIKELY_ALONE
  if (wordsIn(text) > LONGEST_SIDE || (best?.confidence ?? 0) >= unlikely) return undefined
  for (const id of [entry, other]) {
    const told = knowledge.entries.get(id ?? '')
    const about = told && aspectAsked(text, Object.values(told.texts))
    if (told && about && (about === 'scope' || !namesOther(text, question, understanding)))
      return { entry: told.id, about }
  }
  return undefined
}
/** Words at most of a message that asks about a side of the last answer. */
const LONGEST_SIDE = 5
/** Confidence below which nothing found is likelier than the last answer; more of it is needed by what names nothing of the subject. */
const [UNLIKELY, UNLIKELY_ALONE] = [0.25, 0.5]

/**
 * Whether an entry tells of a day although it is not in force on it. The day that a question about a change names is the day of the change, which its entry tells
 * from any day after; and a history tells of all the days before it.
 */
function tellsOfThen(id: string, on: Day, { knowledge }: Understanding): boolean {
  const entry = knowledge.entries.get(id)
  if (!entry) return false
  return entry.topic === CHANGES || (isHistory(entry) && entryOn(id, on, knowledge)?.entry === undefined)
}

/** Whether an entry was found that explains a tax: it says more than the rate. */
const tellsRates = (decision: Decision, { knowledge }: Understanding): boolean =>
  decision.kind === 'one' && /^(?:tax|channel)\./.test(knowledge.entries.get(decision.hit.id)?.topic ?? '')

/** Whether an entry tells rates that depend on what the goods are, where it is known what they are and that they have one rate. */
function isVaguer(
  text: string,
  decision: Decision,
  rated: ReturnType<typeof ratesAsked>,
  { knowledge }: Understanding,
): boolean {
  if (SEVERAL_KINDS.test(fold(text)) || !rated?.rates.ways.includes('cbec')) return false
  const good = knowledge.goods.get(rated.rates.good)
  const entry = decision.kind === 'one' ? knowledge.entries.get(decision.hit.id) : undefined
  if (!good || !entry || good.parcelClass === 'by-threshold' || good.parcelClass === 'unsettled') return false
  return figuresIn(entry.texts['zh-Hans'].answer, knowledge).filter(({ id }) => id.startsWith('composite-')).length > 1
}

const SEVERAL_KINDS = /和|跟|与|同埋|[^定]还是|定系|区别|[有冇]差|一样|\bvs\b|\bor\b|\band\b|\bsame\b|\bdiffer/u

/** What several close hits come to: a question back, or the only one of them that can be told. */
function amongHits(decision: Decision, on: Day, understanding: Understanding): Answer {
  if (decision.kind !== 'several') return { outcome: 'declined', why: 'no-match' }
  const [best] = decision.hits
  if (best && keepsOut(decision.hits)) return follow(best.id, on, understanding)
  const choices = decision.hits.filter(({ id }) => !id.startsWith(BOUNDARY))
  if (choices.length > 1) return clarify(choices)
  // With a boundary beside it there is nothing to choose between: the likelier of the two speaks.
  return best ? follow(best.id, on, understanding) : { outcome: 'declined', why: 'no-match' }
}

/** Confidence from which on an entry is told without asking for a price. */
const SURE = 0.9
/** How much likelier a boundary has to be than all entries beside it, to speak when several things may be meant. */
const CLEARLY = 1.2

/** Whether a boundary leads, and clearly: somebody whose number was misused asks in the words of those who misuse it. */
function keepsOut(hits: Ranked[]): boolean {
  const entries = hits.filter(({ id }) => !id.startsWith(BOUNDARY))
  const [best] = hits
  return (
    best?.id.startsWith(BOUNDARY) === true &&
    best.confidence > CLEARLY * entries.reduce((sum, { confidence }) => sum + confidence, 0)
  )
}

/** A question back, with the ways of asking that came nearest. */
export const clarify = (hits: Ranked[]): Answer => ({
  outcome: 'clarified',
  choices: hits.map(({ id }) => id),
  nearest: hits.map(({ nearest, signals }) => (signals.phrasing >= NEAR ? nearest : '')),
})
/** Likeness from which on a way of asking is taken for the reader's own words. */
const NEAR = 0.5

/** Whether every figure in an explanation has a value on a day. */
const canBeToldOn = ({ explanation }: GlossaryTerm, on: Day, { knowledge }: Understanding): boolean =>
  figuresIn(explanation['zh-Hans'], knowledge).every((figure) => valueOn(figure, on) !== undefined)
