import type { Answer } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import { fold } from '../search/fold.ts'
import { isAtOdds } from './at-odds.ts'
import { tell } from './tell.ts'
import type { Understanding } from './understanding.ts'

/** Likeness of titles from which on two entries say the same about two things. */
const PARALLEL = 0.5

/**
 * Of several close readings of a follow-up, the one about the goods it names; else the one whose title runs parallel to that of the entry told before (`一次最多能买多少` after
 * `一年最多能买多少`); else the one of its topic. The question back as it was when none stands out.
 */
export function likeliest(
  answer: Answer,
  text: string,
  before: EntryId | undefined,
  on: Day,
  understanding: Understanding,
): Answer {
  if (answer.outcome !== 'clarified') return answer
  const { entries } = understanding.knowledge
  const goods = understanding.findGoods(fold(text)).map(({ good }) => good)
  const about = (id: EntryId) =>
    Object.values(entries.get(id)?.texts ?? {}).some(({ title }) =>
      understanding.findGoods(fold(title)).some(({ good }) => goods.includes(good)),
    )
  if (goods.length > 0) {
    const named = answer.choices.find(about)
    return named === undefined ? answer : tell(named, on, understanding)
  }
  const told = entries.get(before ?? '')
  if (!told) return answer
  const fits = (id: EntryId) => {
    const entry = entries.get(id)
    return entry !== undefined && id !== before && !isAtOdds(text, entry)
  }
  const likeness = (id: EntryId) => alike(told.texts['zh-Hans'].title, entries.get(id)?.texts['zh-Hans'].title ?? '')
  const best =
    answer.choices.find((id) => fits(id) && likeness(id) >= PARALLEL) ??
    answer.choices.find((id) => fits(id) && entries.get(id)?.topic === told.topic)
  return best === undefined ? answer : tell(best, on, understanding)
}

/** Likeness of two texts: the share of neighbouring characters they have in common (Dice). */
function alike(one: string, other: string): number {
  const pairs = (text: string) => [...text].slice(1).map((character, index) => `${[...text][index]}${character}`)
  const [left, right] = [new Set(pairs(one)), new Set(pairs(other))]
  const common = [...left].filter((pair) => right.has(pair)).length
  return (2 * common) / Math.max(1, left.size + right.size)
}
