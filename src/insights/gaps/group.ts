import { type Count, estimate } from '../disclosure/count.ts'
import type { ReleasedWords } from '../disclosure/released-words.ts'

/** Questions alike: the word that most of them share names the group, with the words that go with it. */
export type Group = { words: string[]; count: Count }

/** Share of a word's questions that must hold the leading word as well for it to belong to that word's group. */
const TOGETHER = 0.5
/** Words that name a group at most. */
const NAMES = 4

/**
 * Groups questions by likeness, from what is published about their words alone: the commonest word leads, and takes along every word that stands with it at least
 * half of the time; then the commonest of the words left. So no group can tell more than its words do.
 */
export function groupWords({ terms, pairs }: Pick<ReleasedWords, 'terms' | 'pairs'>): Group[] {
  const size = (key: string) => {
    const term = terms.get(key)
    return term ? estimate(term.count).mean : 0
  }
  const together = (one: string, other: string) => {
    const pair = pairs.get(one < other ? `${one}\n${other}` : `${other}\n${one}`)
    return pair ? estimate(pair).mean : 0
  }
  const left = [...terms.keys()].sort((one, other) => size(other) - size(one) || (one < other ? -1 : 1))
  const groups: Group[] = []
  for (let lead = left.shift(); lead !== undefined; lead = left.shift()) {
    const leader = lead
    const members = left.filter((key) => together(leader, key) >= TOGETHER * size(key))
    for (const member of members) left.splice(left.indexOf(member), 1)
    const words = [leader, ...members].slice(0, NAMES).map((key) => terms.get(key)?.shown ?? key)
    const count = terms.get(leader)?.count
    if (count) groups.push({ words, count })
  }
  return groups
}
