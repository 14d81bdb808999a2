import { expect, test } from 'vitest'
import { auroc } from '../../src/eval/auroc.ts'

const scored = (inside: number[], outside: number[]) => [
  ...inside.map((score) => ({ score, positive: true })),
  ...outside.map((score) => ({ score, positive: false })),
]

test.each([
  ['all of the kind above all others', [0.9, 0.8], [0.2, 0.1], 1],
  ['all of the kind below all others', [0.1, 0.2], [0.8, 0.9], 0],
  ['no difference', [0.5, 0.5], [0.5, 0.5], 0.5],
  ['three of four pairs in order', [0.9, 0.4], [0.6, 0.1], 0.75],
  ['a tie counts half', [0.9, 0.5], [0.5, 0.1], 0.875],
])('%s', (_, inside, outside, area) => {
  expect(auroc(scored(inside, outside))).toBeCloseTo(area, 10)
  expect(auroc(scored(inside, outside).toReversed())).toBeCloseTo(area, 10)
})

test('one kind alone cannot be told from another', () => {
  expect(auroc(scored([0.5], []))).toBeNaN()
})
