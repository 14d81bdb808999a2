import { type Found, type Hit, SIGNALS, type Signals } from './searchable.ts'

/**
 * A conditional logit model: each hit is worth the sum of its weighted signals, `nothing fits` is worth `none`, and the confidence in a hit is its share of all of them
 * (McFadden, "Conditional logit analysis of qualitative choice behavior", 1974). Learned from the entries' own questions by `npm run learn`; never set by hand for one question.
 */
export type Weights = {
  signals: Signals
  none: { bias: number; unknown: number; length: number }
  /** Thresholds, set from `npm run eval` on real questions. Least confidence to answer without asking. */
  answer: number
  /** Least confidence to be offered as a choice. */
  offer: number
  /** Confidence that nothing fits, from which on the question is declined. */
  decline: number
}

/** A hit with the confidence, 0…1, that it is what was meant. */
export type Ranked = Hit & { confidence: number }

/** Hits in order, and the confidence that none of them is meant. */
export type Ranking = { ranked: Ranked[]; nothing: number }

/** What the ranking comes to: one clear winner, several that are close, or nothing. */
export type Decision = { kind: 'one'; hit: Ranked } | { kind: 'several'; hits: Ranked[] } | { kind: 'none' }

/** Choices offered at most; a fourth is not read on a phone. */
const MOST_CHOICES = 3

/** What a hit is worth, on the model's open scale. `counted`: the signals that weigh anything. */
export function worth(signals: Signals, weights: Weights, counted: readonly (keyof Signals)[] = SIGNALS): number {
  let sum = 0
  for (const signal of counted) sum += weights.signals[signal] * signals[signal]
  return sum
}

/** Orders hits by confidence. */
export function rank({ hits, unknown, length }: Found, weights: Weights): Ranking {
  const counted = SIGNALS.filter((signal) => weights.signals[signal] !== 0)
  const worths = hits.map(({ signals }) => worth(signals, weights, counted))
  const none = weights.none.bias + weights.none.unknown * unknown + weights.none.length * length
  const most = Math.max(none, ...worths)
  const total = worths.reduce((sum, one) => sum + Math.exp(one - most), Math.exp(none - most))
  const ranked = hits.map(
    ({ id, signals, nearest }, index): Ranked => ({
      id,
      signals,
      nearest,
      confidence: Math.exp((worths[index] ?? 0) - most) / total,
    }),
  )
  ranked.sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))
  return { ranked, nothing: Math.exp(none - most) / total }
}

/** Share of the mark for answering that a question needs which is one of an entry's phrasings in other order or with other filler. */
const TWINS_SHARE = 0.7

/** Whether the first hit, and no other, is asked for in just the words of the question. */
function isTwin([best, ...others]: Ranked[], { answer }: Weights): boolean {
  const twin = ({ signals }: Ranked) => signals.twin > 0.99
  return best !== undefined && twin(best) && best.confidence >= TWINS_SHARE * answer && !others.some(twin)
}

/** Decides what to do with ranked hits. */
export function decide({ ranked, nothing }: Ranking, weights: Weights): Decision {
  const [best] = ranked
  if (!best || nothing >= weights.decline) return { kind: 'none' }
  if (best.confidence >= weights.answer || isTwin(ranked, weights)) return { kind: 'one', hit: best }
  const close = ranked.filter(({ confidence }) => confidence >= weights.offer).slice(0, MOST_CHOICES)
  if (close.length === 0) return { kind: 'none' }
  if (close.length > 1) return { kind: 'several', hits: close }
  // Alone but doubtful: with nothing to choose between, it is told only when it is at least half of what an answer needs.
  return best.confidence >= weights.answer / 2 ? { kind: 'one', hit: best } : { kind: 'none' }
}
