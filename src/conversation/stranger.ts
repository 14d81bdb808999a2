import type { EntryId } from '../core/entry.ts'
import { fold } from '../search/fold.ts'
import type { Decision, Ranking } from '../search/rank.ts'
import { BOUNDARY } from './searchables.ts'
import type { Understanding } from './understanding.ts'

/** Confidence from which on an entry is told though the question holds no word of the subject. */
const SURE = 0.7
/** The same, within a conversation about the subject. */
const LIKELY = 0.4
/** How sure the model of intents has to be that a message is a question to us, where one entry fits and where several may. */
const OURS = { one: 0.75, several: 0.95 } as const
/** Words of a whole sentence: a shorter message is a word looked up, not talk about something else. */
const SENTENCE = 3

/**
 * Whether a message talks about something else: it holds no word of the subject, and what the search found is no more than likeness. Names of documents, codes and
 * places make no such word, so an entry that fits clearly is told all the same.
 * @param before the entry told before: another of its topic is no stranger
 */
export function isStranger(
  text: string,
  { ranked: [best] }: Ranking,
  decision: Decision,
  understanding: Understanding,
  before?: EntryId,
): boolean {
  if (decision.kind === 'none' || !best || best.id.startsWith(BOUNDARY)) return false
  if (decision.kind === 'one' && best.confidence >= SURE) return false
  // What the model of intents takes for a question to us is none either, the less there is to go by the surer it has to be.
  if (understanding.intents.of(text).shares.ours >= OURS[decision.kind]) return false
  const { entries } = understanding.knowledge
  if (before !== undefined && best.confidence >= LIKELY) return false
  if (before !== undefined && entries.get(before)?.topic === entries.get(best.id)?.topic) return false
  const folded = fold(text)
  const readings = [folded, understanding.fixSounds(folded), understanding.reading(text).text]
  if (readings.some((reading) => understanding.isOfSubject(reading))) return false
  return understanding.terms(text).length >= SENTENCE
}
