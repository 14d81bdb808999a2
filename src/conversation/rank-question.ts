import type { Day } from '../core/day.ts'
import { type Ranked, type Ranking, rank, type Weights } from '../search/rank.ts'
import { idOn } from './entry-on.ts'
import { BOUNDARY } from './searchables.ts'
import type { Understanding } from './understanding.ts'

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
    const id = hit.id.startsWith(BOUNDARY) ? hit.id : idOn(hit.id, on, understanding.knowledge)
    if (!standing.has(id)) standing.set(id, hit)
  }
  let total = nothing
  for (const { confidence } of standing.values()) total += confidence
  return {
    ranked: Array.from(standing, ([id, { signals, nearest, confidence }]) => ({
      id,
      signals,
      nearest,
      confidence: confidence / total,
    })),
    nothing: nothing / total,
  }
}
