import type { Answer } from '../core/answer.ts'
import type { Controls } from '../core/controls.ts'
import type { EntryId } from '../core/entry.ts'
import { type Locale, writtenFor } from '../core/locale.ts'
import type { Translate } from '../core/translate.ts'
import type { Utterance } from '../core/utterance.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Decided } from './decide-turn.ts'
import type { Worded } from './phrase.ts'
import type { Session } from './sessions.ts'

/**
 * What is said instead of an answer that the office has switched off: everything while the service is off, else what belongs to a topic that is off, or tells an
 * entry of it. Small talk goes on.
 */
export function switchedOff(
  { outcome, why, topic, entry }: Worded,
  { service, topics }: Controls,
  knowledge: Pick<Knowledge, 'entries'>,
): Extract<Answer, { why: 'switched-off' }> | undefined {
  if (service) return { outcome: 'declined', why: 'switched-off', reason: service.reason }
  if (topics.size === 0 || outcome === 'courtesy' || (outcome === 'declined' && why !== 'not-in-force'))
    return undefined
  const of = [topic, entry === undefined ? undefined : knowledge.entries.get(entry)?.topic]
  for (const one of of) {
    const off = one === undefined ? undefined : topics.get(one)
    if (one !== undefined && off) return { outcome: 'declined', why: 'switched-off', topic: one, reason: off.reason }
  }
  return undefined
}

/**
 * What was decided without what it would tell of topics that are off: what may be meant as well, and choices of a question back, each of which is told in a sentence. Where every choice is of
 * such a topic they stay, for {@link switchedOff} to say so.
 */
export function withoutOff(decided: Decided, { topics }: Controls, { entries }: Pick<Knowledge, 'entries'>): Decided {
  if (topics.size === 0) return decided
  const isOff = (id: EntryId | undefined) => topics.has(entries.get(id ?? '')?.topic ?? '')
  const { answer } = decided
  const also = isOff(decided.also) ? undefined : decided.also
  if (answer.outcome !== 'clarified') return { ...decided, also }
  const kept = answer.choices.flatMap((id, at) => (isOff(id) ? [] : [{ id, nearest: answer.nearest?.[at] ?? '' }]))
  if (kept.length === 0) return { ...decided, also }
  const choices = { choices: kept.map(({ id }) => id), nearest: kept.map(({ nearest }) => nearest) }
  return { ...decided, also, answer: { ...answer, ...choices } }
}

/**
 * A reply with the announcement before it: once in a conversation, and again when it changes. A question that stands alone is a conversation. Not on the
 * chat page without script, which shows the announcement itself with every reply.
 */
export function announced(
  worded: Worded,
  { banner }: Controls,
  {
    utterance,
    session,
    locale,
    translate,
  }: { utterance: Omit<Utterance, 'speaker'>; session: Session | undefined; locale: Locale; translate: Translate },
): Worded {
  if (banner === undefined || utterance.channel === 'web' || session?.banner === banner.id) return worded
  const notice = translate(locale, 'reply.banner', { text: banner.text[writtenFor(locale)] })
  return { ...worded, text: `${notice}\n\n${worded.text}` }
}
