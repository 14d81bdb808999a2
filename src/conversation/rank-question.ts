import type { Day } from '../core/day.ts'
import { type Ranked, type Ranking, rank, type Weights } from '../search/rank.ts'
import { entryOn } from './entry-on.ts'
import { BOUNDARY, type Understanding } from './understanding.ts'

/** The question before, and the entry it led to. */
export type Before = { question: string; entry?: string | undefined }

/** A year named as the day whose rules are asked about. */
const YEAR_ASKED =
  /(?:在|于)?(20\d\d)年?(?:的?时候|以前|之前|前|时|那会儿?)?|(?:back )?(?:\bin|\bbefore|\bduring|\bas of|\buntil) (20\d\d)\b/gu

/** A text without the year that was understood as the day asked about: the day chooses among the entries found, so it must not choose what is found. */
const withoutYear = (text: string, on: Day): string => {
  const year = Number(on.slice(0, 4))
  const rest = text.replace(YEAR_ASKED, (words, chinese?: string, english?: string) =>
    [year, year + 1].includes(Number(chinese ?? english)) ? ' ' : words,
  )
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text
}

/**
 * What a text may mean on a day: of entries that took over from each other, the one in force then stands for all, with the likeliest's confidence. The rest of
 * their shares goes to all alike: a rule that changed twice is not likelier meant than one that never did.
 */
export function rankOn(text: string, on: Day, understanding: Understanding, weights: Weights): Ranking {
  const { ranked, nothing } = rank(understanding.search(withoutYear(text, on)), weights)
  const standing = new Map<string, Ranked>()
  for (const hit of ranked) {
    const id = hit.id.startsWith(BOUNDARY)
      ? hit.id
      : (entryOn(hit.id, on, understanding.knowledge)?.entry?.id ?? hit.id)
    if (!standing.has(id)) standing.set(id, { ...hit, id })
  }
  let total = nothing
  for (const { confidence } of standing.values()) total += confidence
  return {
    ranked: [...standing.values()].map((hit) => ({ ...hit, confidence: hit.confidence / total })),
    nothing: nothing / total,
  }
}

/** How much a hit gains when it is about the topic of the turn before, or about one of its family. */
const [SAME_TOPIC, SAME_FAMILY] = [4, 2]
/** How much the last answer loses: whoever goes on wants something else. */
const TOLD = 0.25

const ELLIPSIS =
  /^(?:那|那么|换成|要是|如果|好吧|所以|and\b|so\b|then\b|but\b|what about|how about|or\b|with\b)|呢[？?]?$|^.{1,8}[？?]?$/iu

/**
 * Weighs hits by the turn before: a short message such as `那红酒呢` goes on about the same things, so the question before it is searched along, hits of the
 * same topic or family of topics gain, and the entry just told loses.
 */
export function withContext(
  alone: Ranking,
  { text, on, before }: { text: string; on: Day; before?: Before | undefined },
  understanding: Understanding,
  weights: Weights,
): Ranking {
  if (!before) return alone
  const short = understanding.terms(text).length <= 3
  const clear = (alone.ranked[0]?.confidence ?? 0) >= weights.answer
  if (!(ELLIPSIS.test(text.trim()) && short) && !(short && !clear)) return alone
  const { entries } = understanding.knowledge
  const topic = entries.get(before.entry ?? '')?.topic
  const together = rankOn(`${before.question} ${text}`, on, understanding, weights)
  const sums = new Map<string, Ranked>()
  for (const [ranking, share] of [
    [alone, 1],
    [together, 0.5],
  ] as const)
    for (const hit of ranking.ranked) {
      const other = entries.get(hit.id)?.topic
      const akin =
        other === undefined || topic === undefined
          ? 1
          : other === topic
            ? SAME_TOPIC
            : other.split('.')[0] === topic.split('.')[0]
              ? SAME_FAMILY
              : 1
      const confidence = hit.confidence * share * akin * (hit.id === before.entry ? TOLD : 1)
      sums.set(hit.id, { ...hit, confidence: (sums.get(hit.id)?.confidence ?? 0) + confidence })
    }
  const nothing = alone.nothing * together.nothing
  const total = nothing + [...sums.values()].reduce((sum, { confidence }) => sum + confidence, 0)
  return {
    ranked: [...sums.values()]
      .map((hit) => ({ ...hit, confidence: hit.confidence / total }))
      .sort((a, b) => b.confidence - a.confidence),
    nothing: nothing / total,
  }
}
