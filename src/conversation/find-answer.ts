import type { Answer } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import { valueOn } from '../core/figure.ts'
import type { GlossaryTerm } from '../core/glossary-term.ts'
import { fold } from '../search/fold.ts'
import { decide, type Ranked, type Weights } from '../search/rank.ts'
import { type Advice, advise, askPrice, type Working } from './advise.ts'
import { adviseCode, adviseGood } from './advise-list.ts'
import { changesAsked } from './changes-asked.ts'
import { type Guidance, goOn, guide, type Pending, putAgain } from './guide.ts'
import { boundaryIn, keepOut } from './keep-out.ts'
import { type Before, rankOn, withContext } from './rank-question.ts'
import { isStranger } from './stranger.ts'
import { follow, tell } from './tell.ts'
import { figuresIn } from './told.ts'
import { BOUNDARY, type Understanding } from './understanding.ts'

/** What a turn is about, once read. */
export type Question = {
  text: string
  on: Day
  /** The day on which it is asked; the same as `on` unless another day's rules are asked about. */
  today?: Day | undefined
  /** The question before it and its entry, when this may be a follow-up. */
  before?: Before | undefined
  /** The calculation of the turn before, when this may go on with it. */
  working?: Working | undefined
  /** A question back of the turn before, when this may answer it. */
  pending?: Pending | undefined
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
}

/** Finds what is known about a question: boundaries by their words, false beliefs, then search. */
export function findAnswer(question: Question, understanding: Understanding, weights: Weights): Found {
  const { text, on } = question
  const folded = fold(text)
  const terms = understanding.terms(text)
  const traced = (rule: string, answer: Answer, hits: Ranked[] = []) => ({ answer, trace: { rule, terms, hits } })

  const exact = understanding.exact(text)
  if (exact && !question.working?.missing) return traced('exact', tell(exact, on, understanding))

  const guided = ({ rule, answer, pending, on: told }: Guidance, hits: Ranked[] = []): Found => ({
    ...traced(rule, answer, hits),
    pending,
    on: told,
  })
  const today = question.today ?? on
  const gone = question.pending && goOn(question.pending, text, today, understanding)
  if (gone) return guided(gone)

  const advised = (advice: Advice): Found => ({
    ...traced(`advisor: ${advice.working.advisor}`, advice.answer),
    working: advice.working,
  })
  const asked = { on, today, before: question.working }
  const reply = question.working?.missing === undefined ? undefined : advise(text, asked, understanding)
  if (reply) return advised(reply)

  const bounded = boundaryIn(text, understanding)
  if (bounded) return traced(`boundary phrase: ${bounded.id}`, keepOut(bounded))

  // What is false today may have been true on the day asked about.
  const belief =
    on < (question.today ?? on)
      ? undefined
      : understanding.misconceptions.find(({ phrases }) => phrases.some((matches) => matches(folded)))
  if (belief) {
    const { id, entry } = belief.misconception
    return traced(`misconception: ${id}`, tell(entry, on, understanding, id))
  }

  const guidance = guide(text, { on, today }, understanding)
  if (guidance) return guided(guidance)
  const advice = advise(text, asked, understanding)
  if (advice) return advised(advice)
  const listed = adviseCode(text, today, understanding)
  if (listed) return guided(listed)

  const ranking = withContext(rankOn(text, on, understanding, weights), question, understanding, weights)
  const decision = decide(ranking, weights)
  const { ranked } = ranking
  const term = understanding.glossary.asked(text, decision.kind !== 'one')
  if (
    term &&
    canBeToldOn(term, on, understanding) &&
    !(decision.kind === 'one' && ranking.ranked[0]?.signals.twin === 1)
  )
    return traced(`glossary: ${term.id}`, { outcome: 'answered', term: term.id }, ranked)
  const changed = changesAsked({ text, on, today }, decision, understanding, weights)
  if (changed) return traced('change', changed, ranked)
  if (!question.before && isStranger(text, ranking, decision, understanding))
    return traced('no word of the subject', { outcome: 'declined', why: 'no-match' }, ranking.ranked)
  // Tax on goods without a price is worked out once the price is known, unless an entry clearly says it all.
  const sure = decision.kind === 'one' && decision.hit.confidence >= SURE
  const priceless = sure ? undefined : askPrice(text, { on, today }, understanding)
  if (priceless) return advised(priceless)
  if (decision.kind === 'one') return traced('search', follow(decision.hit.id, on, understanding), ranked)
  const further =
    (question.pending && putAgain(question.pending, text, understanding)) ?? adviseGood(text, today, understanding)
  if (further) return guided(further, ranked)
  if (decision.kind === 'several') {
    const [best] = decision.hits
    if (best && keepsOut(decision.hits)) return traced('search', follow(best.id, on, understanding), ranked)
    const choices = decision.hits.map(({ id }) => id).filter((id) => !id.startsWith(BOUNDARY))
    if (choices.length > 1) return traced('search: several', { outcome: 'clarified', choices }, ranked)
    if (choices[0]) return traced('search', follow(choices[0], on, understanding), ranked)
  }
  return traced('search: none', { outcome: 'declined', why: 'no-match' }, ranked)
}

/** Confidence from which on an entry is told without asking for a price. */
const SURE = 0.75
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

/** Whether every figure in an explanation has a value on a day. */
const canBeToldOn = ({ explanation }: GlossaryTerm, on: Day, { knowledge }: Understanding): boolean =>
  figuresIn(explanation['zh-Hans'], knowledge).every((figure) => valueOn(figure, on) !== undefined)
