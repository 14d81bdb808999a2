import { describe, expect, test } from 'vitest'
import { changesSince } from '../../src/eval/baseline.ts'
import type { Verdict } from '../../src/eval/judge.ts'
import { confusions, fullReport, nameOf, sideBySide, substances, totals } from '../../src/eval/report.ts'
import type { Judged } from '../../src/eval/run.ts'
import { scopeOf } from '../../src/eval/scope.ts'
import { substanceOf } from '../../src/eval/substance.ts'

const judged = (
  id: string,
  verdict: Verdict,
  some: Partial<Judged['question']> = {},
  logged = 'quota.annual',
): Judged => ({
  file: 'development/questions.jsonl',
  question: {
    id,
    q: id,
    lang: 'en',
    kind: 'lookup',
    topic: 'quota.annual',
    must: ['26[,]?000'],
    must_not: [],
    ...some,
  },
  reply: { outcome: 'answered', topic: logged, locale: 'en' },
  scope: some.expect ? 0.1 : 0.9,
  verdict,
})
const RUN = [
  judged('a', 'right'),
  judged('b', 'clarified'),
  judged('c', 'wrong', { must: ['9\\.1%'] }, 'tax.rates'),
  judged('d', 'declined', { must: ['不能'] }, 'other'),
  judged('e', 'right', { expect: 'decline', must: [] }),
  judged('f', 'wrong', { expect: 'refuse', must: [] }),
]

describe('a report', () => {
  test('sums up what is in scope and what is not, apart', () => {
    expect(totals(RUN)).toEqual({
      inScope: 4,
      right: 0.25,
      clarified: 0.25,
      declined: 0.25,
      wrong: 0.25,
      topic: 0.5,
      outOfScope: 2,
      keptOut: 0.5,
      auroc: 1,
    })
    expect(sideBySide({ development: totals(RUN) })).toContain('| right, at most one choice | 50.0 % |')
  })

  test('counts amounts, rates, dates and prohibitions apart, of those answered', () => {
    expect(substances(RUN)).toContain('| rate | 1 | 0 | 0.0 % |')
    expect(substances(RUN)).toContain('| amount | 2 | 2 | 100.0 % |')
    expect(substances(RUN)).toContain('| prohibition | 0 | 0 | – |')
  })

  test('names the topics that are taken for one another', () => {
    expect(confusions(RUN)).toContain('| quota.annual → tax.rates | 1 |')
    expect(confusions(RUN)).not.toContain('quota.annual → quota.annual')
  })

  test('has a table for each property', () => {
    for (const heading of ['file', 'language', 'kind', 'topic'])
      expect(fullReport(RUN)).toContain(`| ${heading} | asked | right |`)
  })

  test('says what became better and worse since the baseline', () => {
    const before = { verdicts: { a: 'wrong', b: 'clarified', c: 'right' } as const, totals: {} }
    expect(changesSince(before, RUN)).toEqual({ better: ['a wrong → right'], worse: ['c right → wrong'] })
  })

  test('calls a file by its folder and name, wherever it lies', () => {
    expect(nameOf('/some/where/questions/oos.jsonl')).toBe('questions/oos.jsonl')
  })
})

test.each([
  ['26[,]?000', 'amount'],
  ['23\\.0[56]\\d*\\s*[%％]', 'rate'],
  ['2024.{0,3}年?12', 'date'],
  ['不能|不得', 'prohibition'],
  ['12|订购人', 'other'],
] as const)('a pattern %s is about a %s', (pattern, substance) => {
  expect(substanceOf({ must: [pattern] })).toBe(substance)
})

describe('how sure a question is in scope', () => {
  const hits = [
    { id: 'annual-limit', confidence: 0.6 },
    { id: 'boundary:taxes', confidence: 0.2 },
    { id: 'single-limit', confidence: 0.1 },
  ].map((hit) => ({ ...hit, nearest: '', signals: {} as never }))
  test.each([
    ['search: several', 0.7],
    ['boundary phrase: taxes', 0],
    ['advisor: import-tax', 1],
    ['no word of the subject', 0.07],
  ])('by the rule "%s" is %d', (rule, scope) => {
    expect(scopeOf({ rule, terms: [], hits })).toBeCloseTo(scope, 10)
  })
})
