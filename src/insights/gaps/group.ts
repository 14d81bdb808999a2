import { type Count, estimate } from '../disclosure/count.ts'
import type { ReleasedWords } from '../disclosure/released-words.ts'

/** Questions alike: the word that most of them share names the group, with the words that go with it. */
export type Group = { words: string[]; count: Count }

/** Words stand together when this share of the questions that hold either holds both (Jaccard). */
const TOGETHER = 0.35
/** Words that name a group at most. */
const NAMES = 4

/**
 * Groups questions by likeness, from what is published about their words alone: words that mostly stand together, and whatever mostly stands with one of those, are
 * one group (single linkage), as large as its commonest word. So no group can tell more than its words do.
 */
export function groupWords({ terms, pairs }: Pick<ReleasedWords, 'terms' | 'pairs'>): Group[] {
  const size = (key: string) => {
    const term = terms.get(key)
    return term ? estimate(term.count).mean : 0
  }
  const leaders = new Map([...terms.keys()].map((key) => [key, key]))
  const leaderOf = (key: string): string => {
    const leader = leaders.get(key) ?? key
    return leader === key ? key : leaderOf(leader)
  }
  for (const [pair, count] of pairs) {
    const [one = '', other = ''] = pair.split('\n')
    if (!terms.has(one) || !terms.has(other)) continue
    const both = estimate(count).mean
    if (both < TOGETHER * (size(one) + size(other) - both)) continue
    const [lead, follow] = [leaderOf(one), leaderOf(other)].sort((a, b) => bySize(size)(a, b))
    if (lead !== undefined && follow !== undefined) leaders.set(follow, lead)
  }
  return [...Map.groupBy(terms.keys(), leaderOf).values()]
    .map((members) => members.sort(bySize(size)))
    .sort(([one = ''], [other = '']) => bySize(size)(one, other))
    .flatMap((members): Group[] => {
      const shown = members.map((key) => terms.get(key)?.shown ?? key)
      const count = terms.get(members[0] ?? '')?.count
      return count ? [{ words: longest(shown).slice(0, NAMES), count }] : []
    })
}

/** Larger first; of two alike, by the alphabet. */
const bySize =
  (size: (key: string) => number) =>
  (one: string, other: string): number =>
    size(other) - size(one) || (one < other ? -1 : 1)

/** Words without those that stand in another: 跨境电商 says 电商 as well. */
const longest = (words: readonly string[]): string[] =>
  words.filter((word) => !words.some((other) => other !== word && other.includes(word) && /\p{Script=Han}/u.test(word)))
