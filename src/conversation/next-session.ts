import type { Answer, Outcome } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import type { Reply } from '../core/reply.ts'
import type { Regime } from '../core/slots.ts'
import type { TopicId } from '../core/topic.ts'
import type { Working } from './advise.ts'
import type { Decided } from './decide-turn.ts'
import type { Pending } from './guide.ts'
import type { Heard } from './hear.ts'
import type { Session } from './sessions.ts'
import { readRegime } from './slots/regime.ts'

/** Outcomes after which the talk goes on about what it was about before. */
const ASIDE = new Set<Outcome>(['courtesy', 'declined', 'signposted'])

/** What a conversation remembers after a turn. */
export function nextSession(
  session: Session | undefined,
  { heard, reply, decided, today }: { heard: Heard; reply: Omit<Reply, 'id'>; decided: Decided; today: Day },
): Session {
  const { answer } = decided
  const always = { locale: reply.locale, audience: heard.audience, failures: failuresAfter(session, answer) }
  if (reply.why === 'restart') return { locale: reply.locale }
  if (ASIDE.has(reply.outcome) && answer.outcome !== 'clarified') {
    const { asOf, question, earlier, entry, other, way, told, working, aside, pending } = session ?? {}
    const kept = {
      asOf,
      question,
      earlier,
      entry,
      other,
      way,
      told,
      working,
      aside,
      pending: decided.pending ?? pending,
    }
    return { ...always, ...kept, menu: menuOf(reply, answer), stuck: session?.stuck }
  }
  const entry =
    // The likeliest of the choices says what it goes on about, should nobody choose.
    answer.outcome === 'clarified' ? answer.choices[0] : answer.outcome === 'answered' ? reply.entry : undefined
  const asOf = reply.asOf === today ? undefined : reply.asOf
  const asked = heard.again ? session?.question : (decided.asked ?? heard.spelled ?? heard.text)
  // Whoever asks what a word means, or why, may still go on with the sum.
  const way = wayOf(asked, decided.working, reply.topic)
  const same = way === undefined || way === session?.working?.reading.regime
  const aside =
    (answer.outcome === 'answered' || answer.outcome === 'clarified') &&
    session?.working !== undefined &&
    same &&
    !heard.fresh &&
    session.aside !== true
  return {
    ...always,
    question: asked,
    earlier: heard.fresh ? undefined : asked === session?.question ? session?.earlier : session?.question,
    entry,
    other: answer.outcome === 'clarified' ? answer.choices[1] : decided.also,
    way: way ?? (heard.fresh ? undefined : session?.way),
    asOf,
    told: TELLS.has(reply.outcome)
      ? { entry: reply.entry, asOf, brief: reply.text.split('\n\n')[0] ?? '', citations: reply.citations }
      : session?.told,
    working: decided.working ?? (aside && session.working ? keptBy(answer, session.working) : undefined),
    aside,
    pending: decided.pending && withButtons(decided.pending, reply),
    menu: menuOf(reply, answer),
    offered: answer.outcome === 'clarified' ? answer.choices : undefined,
    stuck: answer.outcome === 'asked',
  }
}

/** A sum that waits while something else is spoken of; where a choice is offered, what is said next chooses, and answers no question of the sum. */
const keptBy = ({ outcome }: Answer, { advisor, reading, ...asked }: Working): Working =>
  outcome === 'clarified' ? { advisor, reading } : { advisor, reading, ...asked }

/** Outcomes that tell something with documents behind it. */
const TELLS = new Set<Outcome>(['answered', 'calculated', 'compared', 'changed', 'refused'])

/** The way goods come in that a question or its answer is about. */
const wayOf = (asked: string | undefined, working: Working | undefined, topic: TopicId): Regime | undefined =>
  working?.reading.regime ?? (asked === undefined ? undefined : readRegime(asked)) ?? WAY_OF_TOPIC[topic]

/** Topics that are about one way of buying alone. */
const WAY_OF_TOPIC: Record<TopicId, Regime> = {
  'channel.parcel': 'parcel',
  'channel.luggage': 'luggage',
  'quota.single': 'cbec',
  'quota.annual': 'cbec',
  'tax.rates': 'cbec',
  'tax.cosmetics': 'cbec',
  'tax.alcohol': 'cbec',
}

const menuOf = (
  { choices, outcome }: Pick<Reply, 'choices' | 'outcome'>,
  { outcome: kind }: Answer,
): Session['menu'] =>
  choices.length === 0 || outcome !== kind ? undefined : { choices, none: outcome === 'clarified' }

const failuresAfter = (session: Session | undefined, answer: Answer): number | undefined =>
  answer.outcome === 'declined' && (answer.why === 'no-match' || answer.why === 'unclear')
    ? (session?.failures ?? 0) + 1
    : undefined

/** A question of a tree with what its buttons say, for whoever presses one. */
const withButtons = (pending: Pending, { choices }: Pick<Reply, 'choices'>): Pending =>
  pending.kind === 'tree' ? { ...pending, shown: choices.map(({ utterance }) => utterance) } : pending
