import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import type { Regime } from '../core/slots.ts'
import type { TopicId } from '../core/topic.ts'
import { fold } from '../search/fold.ts'
import type { Ranked, Ranking, Weights } from '../search/rank.ts'
import { sideAsked } from './aspects.ts'
import { withoutOdds } from './at-odds.ts'
import {
  ASKS_ITSELF,
  COMPARES,
  isElliptical,
  namesSomething,
  namesSubject,
  namesOther as otherThan,
  wordsIn,
} from './complete.ts'
import { KINDS, type Kind, namedIn } from './kinds.ts'
import { rankOn } from './rank-question.ts'
import type { Understanding } from './understanding.ts'

/** The question before, the entry it led to, the question before that, and the way goods come in that they are about. */
export type Before = {
  question: string
  entry?: string | undefined
  /** What was told beside the entry, or offered next. */
  other?: EntryId | undefined
  earlier?: string | undefined
  way?: Regime | undefined
  /** Whether the entry is only the likeliest of several that were offered. */
  offered?: boolean | undefined
}

const HAN = /\p{Script=Han}/u

/** How much a hit gains when it is about the topic of the turn before, or about one of its family. */
const NEAR = { topic: 4, family: 2 }
/** The same, for a message that is a whole question and may be about something else. */
const LESS_NEAR = { topic: 2, family: 1.4 }
/** What is left of the doubt that anything fits, for a message that goes on about something. */
const DOUBT = 0.5
/** How much a hit gains that the last answer names as related. */
const RELATED = 2
/** Words of goods that leave the country, and of goods that enter it. */
const LEAVES =
  /出口|外销|国外(?:客|买家|公司|消费者)|卖(?:给|到)(?:国外|海外|老外)|发(?:往|到)?(?:国外|海外)|海外仓|\bexport|\bship(?:ped|ping|s)? (?:abroad|overseas|out)\b|\bfba\b|\boverseas warehouse/u
const ENTERS = /进口|海淘|\bimport/u
const OF_EXPORT = /^(?:export|destination)\.|^mode\.(?:9710|9810|1039)$/u
/** How much a hit gains that is about goods that leave, where the talk is of them. */
const OUTWARD = 2
/** How much a hit gains whose title has a word that the message adds. */
const TITLED = 2
/** How much a hit of the same topic, or named as related, gains that is titled by the side of the rule the message asks for: when, where, how much. */
const SIDED = 4
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

/** The words of a message that the question before it did not have. */
function freshWords(text: string, question: string, { reading }: Understanding): Set<string> {
  const known = new Set(reading(question).words)
  return new Set(reading(text).words.filter((word) => !known.has(word) && !word.startsWith('@')))
}

/** Whether an entry is titled by one of some words. */
function isTitled(id: string, words: ReadonlySet<string>, { knowledge, terms }: Understanding): boolean {
  const texts = knowledge.entries.get(id)?.texts
  return (
    words.size > 0 &&
    texts !== undefined &&
    Object.values(texts).some(({ title }) => terms(title).some((word) => words.has(word)))
  )
}

/** Whether an entry is about goods that leave the country. */
function isOfExport(id: string, { knowledge }: Understanding): boolean {
  const entry = knowledge.entries.get(id)
  return entry !== undefined && (OF_EXPORT.test(entry.topic) || LEAVES.test(fold(entry.texts['zh-Hans'].title)))
}

/** Whether a message that does not look like a continuation may be one: it names nothing of its own, and is about our subject or so short that it need not say so. */
const mayLean = (text: string, understanding: Understanding): boolean =>
  !namesSomething(text, understanding) &&
  (understanding.isOfSubject(fold(text)) ||
    (HAN.test(text) && wordsIn(text) <= (sideAsked(text) === undefined ? FEW : FEW_OF_A_SIDE)))

/** Words at most of a message that need not say what it is about, and of one that asks for a side of it: when, where, what happens. */
const [FEW, FEW_OF_A_SIDE] = [4, 6]

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

/** A ranking with hits that are about a topic, or one of its family, raised, and those among `related`. */
export function towards(
  { ranked, nothing }: Ranking,
  topic: TopicId,
  { knowledge }: Understanding,
  { gain = NEAR, related = [] }: { gain?: typeof NEAR; related?: EntryId[] } = {},
): Ranking {
  const family = (id: TopicId) => id.split('.')[0]
  const akin = (id: string) => {
    const other = knowledge.entries.get(id)?.topic
    const near = other === topic ? gain.topic : other && family(other) === family(topic) ? gain.family : 1
    return related.includes(id) ? near * RELATED : near
  }
  return normal(
    ranked.map((hit) => ({ ...hit, confidence: hit.confidence * akin(hit.id) })),
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
  const leans = isElliptical(text)
  const stands = understanding.isOfSubject(fold(text)) || namesSubject(text, understanding)
  // What names only what was named before (多少钱一克算高档 after 高档的呢) goes on about it.
  const sameThings = !clear && words <= FEW && !otherThan(text, before.question, understanding)
  if (!leans && ((clear && stands) || words > SHORT || !(sameThings || mayLean(text, understanding)))) return undefined
  const fragment =
    HAN.test(text) === HAN.test(before.question) &&
    // What is compared was named before, whatever else is named now.
    (COMPARES.test(fold(text)) ||
      words < FRAGMENT ||
      (words === FRAGMENT && namesSomething(text, understanding) && !ASKS_ITSELF.test(fold(text))))
  const question = rankOn(before.question, on, understanding, weights)
  const knew = new Map(question.ranked.map(({ id, confidence }) => [id, confidence]))
  const together = withoutOdds(text, rankOn(`${before.question} ${text}`, on, understanding, weights), understanding)
  const fresh = freshWords(text, before.question, understanding)
  const loss = fragment ? namesOther(text, before, understanding) : TOLD
  const sums = new Map<string, Ranked>()
  for (const [ranking, share] of [
    [alone, fragment ? LIGHT : 1],
    [together, fragment ? 1 : LIGHT],
  ] as const)
    for (const hit of ranking.ranked) {
      const told = hit.id === before.entry ? loss : 1
      // What the question before alone would have found is not what the message adds.
      const lift =
        ranking === together && hit.id !== before.entry
          ? Math.min(1, hit.confidence / Math.max(hit.confidence, knew.get(hit.id) ?? 0))
          : 1
      const confidence = (sums.get(hit.id)?.confidence ?? 0) + hit.confidence * share * told * lift
      sums.set(hit.id, { ...hit, confidence })
    }
  const outward = LEAVES.test(fold(`${before.earlier ?? ''} ${before.question}`)) && !ENTERS.test(fold(text))
  const told = understanding.knowledge.entries.get(before.entry ?? '')
  const side = stands && !leans ? undefined : sideAsked(text)
  const isOfSide = (id: string) => {
    const other = understanding.knowledge.entries.get(id)
    const near = other !== undefined && (other.topic === told?.topic || told?.related.includes(id))
    return near && side !== undefined && Object.values(other.texts).some(({ title }) => sideAsked(title) === side)
  }
  const weighed = [...sums.values()].map((hit) => ({
    ...hit,
    confidence:
      hit.confidence *
      (isOfSide(hit.id) ? SIDED : 1) *
      (isTitled(hit.id, fresh, understanding) ? TITLED : 1) *
      (outward && isOfExport(hit.id, understanding) ? OUTWARD : 1),
  }))
  const ranking = normal(weighed, alone.nothing * together.nothing * DOUBT)
  if (told === undefined) return ranking
  return towards(ranking, told.topic, understanding, {
    gain: leans && !before.offered ? NEAR : LESS_NEAR,
    related: told.related,
  })
}
