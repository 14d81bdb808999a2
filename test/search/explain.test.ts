import { describe, expect, test } from 'vitest'
import { behind, contributions, explainRanking } from '../../src/search/explain.ts'
import type { Ranked, Weights } from '../../src/search/rank.ts'
import { SIGNALS, type Signals } from '../../src/search/searchable.ts'

const signals = (some: Partial<Signals>): Signals =>
  Object.fromEntries(SIGNALS.map((name) => [name, some[name] ?? 0])) as Signals
const weights: Weights = {
  signals: signals({ words: 2, meaning: 3, form: 1 }),
  none: { bias: 1, unknown: 1, length: 0 },
  answer: 0.5,
  offer: 0.1,
  decline: 0.5,
}
const hit = (id: string, confidence: number, some: Partial<Signals>): Ranked => ({
  id,
  confidence,
  nearest: `how about ${id}`,
  signals: signals(some),
})
const winner = hit('annual-limit', 0.8, { words: 1, meaning: 0.5, lunr: 0.9 })
const other = hit('single-limit', 0.2, { words: 0.75, meaning: 0.75, form: 0.5 })

describe('an explanation', () => {
  test('names what speaks for a hit, the most first, and only what counts', () => {
    expect(contributions(winner, weights)).toEqual([
      { signal: 'words', strength: 1, counts: 2 },
      { signal: 'meaning', strength: 0.5, counts: 1.5 },
    ])
  })

  test('names by what another fell behind, not by what it led', () => {
    expect(behind(other, winner, weights)).toEqual([{ signal: 'words', by: 0.5 }])
  })

  test('is lines that a person can read', () => {
    const lines = explainRanking([winner, other], weights)
    expect(lines.join('\n')).toContain('0.800  annual-limit  ~ how about annual-limit')
    expect(lines.join('\n')).toContain('words 1.00 counts 2.00')
    expect(lines.join('\n')).toContain('behind by: words 0.50')
    expect(explainRanking([], weights)).toEqual(['  nothing found'])
  })
})
