import type { Answer, Outcome } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import type { Reply } from '../core/reply.ts'
import type { Decided } from './decide-turn.ts'
import type { Pending } from './guide.ts'
import type { Heard } from './hear.ts'
import type { Session } from './sessions.ts'

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
    const { asOf, question, earlier, entry, brief, citations, working, pending } = session ?? {}
    const kept = { asOf, question, earlier, entry, brief, citations, working, pending: decided.pending ?? pending }
    return { ...always, ...kept, menu: menuOf(reply, answer), stuck: session?.stuck }
  }
  const told = answer.outcome === 'answered' && reply.entry !== undefined
  const asked = heard.again ? session?.question : (decided.asked ?? heard.spelled ?? heard.text)
  // Whoever asks what a word means may still give the value that was asked for.
  const aside = answer.outcome === 'answered' && session?.working?.missing !== undefined && session.aside !== true
  return {
    ...always,
    question: asked,
    earlier: asked === session?.question ? session?.earlier : session?.question,
    // The likeliest of the choices says what it goes on about, should nobody choose.
    entry: answer.outcome === 'clarified' ? answer.choices[0] : told ? reply.entry : undefined,
    asOf: reply.asOf === today ? undefined : reply.asOf,
    brief: reply.text.split('\n\n')[0],
    citations: reply.citations,
    working: decided.working ?? (aside ? session?.working : undefined),
    aside,
    pending: decided.pending && withButtons(decided.pending, reply),
    menu: menuOf(reply, answer),
    offered: answer.outcome === 'clarified' ? answer.choices : undefined,
    stuck: answer.outcome === 'asked',
  }
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
