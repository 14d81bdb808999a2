import type { Day } from '../core/day.ts'
import type { TopicId } from '../core/topic.ts'
import { fold } from '../search/fold.ts'
import type { Ranked, Ranking, Weights } from '../search/rank.ts'
import { ASKS_ITSELF, isElliptical, namesSomething, wordsIn } from './complete.ts'
import { KINDS, type Kind, namedIn } from './kinds.ts'
import { rankOn } from './rank-question.ts'
import type { Understanding } from './understanding.ts'

/** The question before, the entry it led to, and the question before that. */
export type Before = { question: string; entry?: string | undefined; earlier?: string | undefined }

/** How much a hit gains when it is about the topic of the turn before, or about one of its family. */
const [SAME_TOPIC, SAME_FAMILY] = [4, 2]
/** How much the last answer loses: whoever goes on mostly wants something else. */
const TOLD = 0.3
/** What is left of it when it says nothing about what is asked now. */
const SILENT = 0.1
/** What the lesser of two readings counts: of a fragment, the one by itself; of any other message, the one with the question before it. */
const LIGHT = 0.4
/** Words of a fragment at most, where it names a thing; one fewer where it names none. */
const FRAGMENT = 3
/** Words of a message that may lean on the one before it though it does not look so. */
const SHORT = 8

/** How much the last answer loses: most, where the message names another way, place or person of which it says nothing; nothing, where it speaks of that. */
function namesOther(text: string, { question, entry }: Before, { knowledge }: Understanding): number {
  const texts = knowledge.entries.get(entry ?? '')?.texts
  const told = fold(
    Object.values(texts ?? {})
      .flatMap(({ title, answer, detail }) => [title, answer, detail])
      .join(' '),
  )
  const [asked, said] = [fold(question), fold(text)]
  const fresh = (Object.keys(KINDS) as Kind[]).flatMap((kind) => {
    const known = namedIn(kind, asked).map(({ member }) => member)
    const spoken = new Set(namedIn(kind, told).map(({ member }) => member))
    return namedIn(kind, said)
      .filter(({ member }) => !known.includes(member))
      .map(({ member }) => spoken.has(member))
  })
  if (fresh.length === 0) return TOLD
  return fresh.every(Boolean) ? 1 : SILENT
}

/** Whether a message that does not look like a continuation may be one: it names nothing of its own, and is about our subject or so short that it need not say so. */
const mayLean = (text: string, understanding: Understanding): boolean =>
  !namesSomething(text, understanding) &&
  (understanding.isOfSubject(fold(text)) || (/\p{Script=Han}/u.test(text) && wordsIn(text) <= 4))

/** Confidences as shares of one again, best first. */
const normal = (ranked: Ranked[], nothing: number): Ranking => {
  const total = nothing + ranked.reduce((sum, { confidence }) => sum + confidence, 0)
  return {
    ranked: ranked
      .map((hit) => ({ ...hit, confidence: hit.confidence / total }))
      .sort((a, b) => b.confidence - a.confidence),
    nothing: nothing / total,
  }
}

/** A ranking with hits that are about a topic, or one of its family, raised. */
export function towards({ ranked, nothing }: Ranking, topic: TopicId, { knowledge }: Understanding): Ranking {
  const family = (id: TopicId) => id.split('.')[0]
  const akin = (other: TopicId | undefined) =>
    other === topic ? SAME_TOPIC : other !== undefined && family(other) === family(topic) ? SAME_FAMILY : 1
  return normal(
    ranked.map((hit) => ({ ...hit, confidence: hit.confidence * akin(knowledge.entries.get(hit.id)?.topic) })),
    nothing,
  )
}

/**
 * Weighs hits by the turn before: a message that leans on it goes on about the same things, so the question before it is searched along, hits of the same topic
 * or family of topics gain, and the entry just told loses. Undefined for a message that stands by itself.
 */
export function inContext(
  alone: Ranking,
  { text, on, before }: { text: string; on: Day; before: Before },
  understanding: Understanding,
  weights: Weights,
): Ranking | undefined {
  const clear = (alone.ranked[0]?.confidence ?? 0) >= weights.answer
  const words = wordsIn(text)
  if (!isElliptical(text) && (clear || words > SHORT || !mayLean(text, understanding))) return undefined
  const fragment =
    words < FRAGMENT || (words === FRAGMENT && namesSomething(text, understanding) && !ASKS_ITSELF.test(fold(text)))
  const together = rankOn(`${before.question} ${text}`, on, understanding, weights)
  const loss = fragment ? namesOther(text, before, understanding) : TOLD
  const sums = new Map<string, Ranked>()
  for (const [ranking, share] of [
    [alone, fragment ? LIGHT : 1],
    [together, fragment ? 1 : LIGHT],
  ] as const)
    for (const hit of ranking.ranked) {
      const told = hit.id === before.entry ? loss : 1
      const confidence = (sums.get(hit.id)?.confidence ?? 0) + hit.confidence * share * told
      sums.set(hit.id, { ...hit, confidence })
    }
  const ranking = normal([...sums.values()], alone.nothing * together.nothing)
  const topic = understanding.knowledge.entries.get(before.entry ?? '')?.topic
  return topic === undefined ? ranking : towards(ranking, topic, understanding)
}
