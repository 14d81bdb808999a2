import type { Answer, Aspect } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import type { Entry } from '../core/entry.ts'
import type { Ranking } from '../search/rank.ts'
import { aspectAsked, sideAsked } from './aspects.ts'
import { wordsIn } from './complete.ts'
import type { Before } from './in-context.ts'
import { tell } from './tell.ts'
import type { Understanding } from './understanding.ts'

/** Sides that a message may ask for by a word that means nothing without the turn before (`until when?`, 超了呢). */
const BARE = new Set<Aspect | undefined>(['since', 'until', 'over', 'under'])
/** Words at most of a message that asks for a side of what was told. */
const MOST_WORDS = 4
/** Confidence from which on an entry that is about the side alone is told rather than the lines of the one told before. */
const LIKELY = 0.04

/** Whether a message names nothing but a side of what was told before. */
export const asksBareSide = (text: string): boolean => wordsIn(text) <= MOST_WORDS && BARE.has(sideAsked(text))

/**
 * The last answer by the side of it that is asked about: an entry beside it that is about this side alone (`When the UK exemption ends`), or its lines that speak of it. Nobody wants all of it once
 * more. Undefined where it says nothing of the side.
 */
export function sideTold(
  text: string,
  { entry }: Before,
  ranked: Ranking['ranked'],
  on: Day,
  understanding: Understanding,
): Answer | undefined {
  const { entries } = understanding.knowledge
  const told = entries.get(entry ?? '')
  const side = sideAsked(text)
  if (!told || side === undefined) return undefined
  const isOfSide = (id: string) => isNear(entries.get(id), told) && titledBy(entries.get(id), side)
  const near =
    ranked.find(({ id, confidence }) => confidence >= LIKELY && isOfSide(id))?.id ?? told.related.find(isOfSide)
  if (near !== undefined) return tell(near, on, understanding)
  const about = aspectAsked(text, Object.values(told.texts))
  if (about === undefined) return undefined
  const again = tell(told.id, on, understanding)
  return again.outcome === 'answered' && 'entry' in again ? { ...again, about } : undefined
}

/** Confidence from which on an entry that is titled by what is asked is told rather than one that says nothing of it. */
const TITLED = 0.05

/**
 * What is told instead of the last answer once more, where that says nothing of what the message adds: the likeliest entry that is titled by it (`那要罚款吗`). Undefined where the last answer speaks of
 * it, or nothing is titled by it.
 */
export function otherThanTold(
  text: string,
  { question, entry }: Before,
  ranked: Ranking['ranked'],
  on: Day,
  understanding: Understanding,
): Answer | undefined {
  const { knowledge, reading, terms } = understanding
  const told = knowledge.entries.get(entry ?? '')
  const known = new Set(reading(question).words)
  const fresh = reading(text).words.filter(
    (word) => !known.has(word) && !word.startsWith('@') && word.length > 1 && !/\d/u.test(word),
  )
  if (!told || fresh.length === 0) return undefined
  const says = new Set(
    Object.values(told.texts).flatMap(({ title, answer, detail, next }) =>
      terms([title, answer, detail, next].join(' ')),
    ),
  )
  if (fresh.some((word) => says.has(word))) return undefined
  const isTitled = ({ texts }: Entry) =>
    Object.values(texts).some(({ title }) => terms(title).some((word) => fresh.includes(word)))
  const other = ranked.find(({ id, confidence }) => {
    const found = knowledge.entries.get(id)
    return found !== undefined && id !== told.id && confidence >= TITLED && isTitled(found)
  })
  return other && tell(other.id, on, understanding)
}

const isNear = (entry: Entry | undefined, told: Entry): boolean =>
  entry !== undefined && entry.id !== told.id && (entry.topic === told.topic || told.related.includes(entry.id))

const titledBy = (entry: Entry | undefined, side: Aspect): boolean =>
  entry !== undefined && Object.values(entry.texts).some(({ title }) => sideAsked(title) === side)
