import type { Ranked, Weights } from './rank.ts'
import { SIGNALS, type Signals } from './searchable.ts'
import type { Pulled } from './target-vectors.ts'

type Signal = keyof Signals

/** What one signal of a hit counts: its weight times its strength. */
export type Contribution = { signal: Signal; strength: number; counts: number }

/** What speaks for a hit, the most first; signals that count nothing are left out. */
export const contributions = ({ signals }: Pick<Ranked, 'signals'>, weights: Weights): Contribution[] =>
  SIGNALS.map((signal) => ({
    signal,
    strength: signals[signal],
    counts: weights.signals[signal] * signals[signal],
  }))
    .filter(({ counts }) => counts > 0)
    .sort((a, b) => b.counts - a.counts)

/** The signals by which one hit falls behind another, the most first: how much less each counts for it. */
export const behind = (
  hit: Pick<Ranked, 'signals'>,
  winner: Pick<Ranked, 'signals'>,
  weights: Weights,
): { signal: Signal; by: number }[] =>
  SIGNALS.map((signal) => ({ signal, by: weights.signals[signal] * (winner.signals[signal] - hit.signals[signal]) }))
    .filter(({ by }) => by > 0)
    .sort((a, b) => b.by - a.by)

/** An explanation of a ranking in lines: what speaks for the first hit, and by what each other fell behind it. `pulls` tells which pieces pulled towards a hit. */
export function explainRanking(hits: Ranked[], weights: Weights, pulls: (id: string) => Pulled[] = () => []): string[] {
  const [winner, ...others] = hits
  if (!winner) return ['  nothing found']
  const round = (value: number) => value.toFixed(2)
  return [
    `  ${winner.confidence.toFixed(3)}  ${winner.id}  ~ ${winner.nearest}`,
    `         for it: ${contributions(winner, weights)
      .map(({ signal, strength, counts }) => `${signal} ${round(strength)} counts ${round(counts)}`)
      .join(', ')}`,
    ...learnedLine(pulls(winner.id)),
    ...others.flatMap((other) => [
      `  ${other.confidence.toFixed(3)}  ${other.id}  ~ ${other.nearest}`,
      `         behind by: ${
        behind(other, winner, weights)
          .slice(0, 3)
          .map(({ signal, by }) => `${signal} ${round(by)}`)
          .join(', ') || 'nothing; the first is told because it is likelier on the day asked about'
      }`,
    ]),
  ]
}

const learnedLine = (pulls: Pulled[]): string[] =>
  pulls.length === 0
    ? []
    : [`         learned of: ${pulls.map(({ piece, counts }) => `${piece} ${counts.toFixed(2)}`).join(', ')}`]
