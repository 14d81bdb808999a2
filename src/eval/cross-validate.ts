import type { Weights } from '../search/rank.ts'
import { type Fares, fares, weightsByFold } from './learn.ts'
import type { Trial } from './trials.ts'

/**
 * How held-out ways of asking fare, by kind: neither the knowledge nor the weights have seen them. The honest measure for entries nobody wrote test questions
 * for, and a hard one: the phrasings of an entry are chosen to differ, and of two entries that answer as well only one counts.
 */
export function crossValidate(all: Trial[], marks: Weights): Record<Trial['kind'], Fares> {
  const byFold = weightsByFold(all, marks)
  const of = (kind: Trial['kind']) =>
    fares(
      all.filter((trial) => trial.kind === kind),
      ({ fold }) => byFold[fold] ?? marks,
    )
  return { 'held-out': of('held-out'), mistyped: of('mistyped'), known: of('known'), stranger: of('stranger') }
}

/** The fares as a table. */
export function crossTable(results: Record<Trial['kind'], Fares>): string {
  const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)
  const row = (name: string, one: Fares) =>
    `| ${name} | ${one.asked} | ${[
      one.first,
      one.amongThree,
      one.right,
      one.clarified,
      one.unhelpful,
      one.declined,
      one.wrong,
    ]
      .map((part) => percent(part, one.asked))
      .join(' | ')} |`
  const { stranger } = results
  return [
    '| way of asking | asked | first | among three | answered right | right choice | wrong choices | declined | confidently another |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---:|',
    row('held out', results['held-out']),
    row('held out and mistyped', results.mistyped),
    row('known, put a little otherwise', results.known),
    '',
    `Of ${stranger.strangers} strangers asked of knowledge without boundaries, ${percent(stranger.keptOut, stranger.strangers)} are declined.`,
  ].join('\n')
}
