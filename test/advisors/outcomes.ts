import { expect } from 'vitest'
import type { Asked, Outcome, Refused } from '../../src/advisors/advisor.ts'
import type { Calculation } from '../../src/core/calculation.ts'

/** The result of an outcome that has one. */
export function calculated(outcome: Outcome): Calculation {
  expect(outcome).toMatchObject({ kind: 'calculated' })
  return (outcome as Extract<Outcome, { kind: 'calculated' }>).calculation
}

export function refused(outcome: Outcome): Refused {
  expect(outcome).toMatchObject({ kind: 'refused' })
  return outcome as Refused
}

export function asked(outcome: Outcome): Asked {
  expect(outcome).toMatchObject({ kind: 'asked' })
  return outcome as Asked
}

/** The results side by side. */
export function columns(outcome: Outcome): Calculation[] {
  expect(outcome).toMatchObject({ columns: expect.anything() })
  return (outcome as { columns: Calculation[] }).columns
}

/** The total to the fen. */
export const totalOf = (outcome: Outcome): string => calculated(outcome).total?.toFixed(2) ?? 'none'

/** An outcome in a word: the total to the fen, or what stopped it. */
export function gist(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'calculated':
      return outcome.calculation.total?.toFixed(2) ?? 'none'
    case 'compared':
      return outcome.columns.map(({ total }) => total?.toFixed(2) ?? 'none').join(' or ')
    case 'asked':
      return `asks ${outcome.missing}`
    case 'refused':
      return outcome.verdict.key.replace('verdict.', '')
  }
}

/** Amounts of the lines with a label, to the fen. */
export const amounts = (calculation: Calculation, label: string): string[] =>
  calculation.steps.filter((step) => step.label === label).map(({ amount }) => amount.toFixed(2))

/** What is left until a threshold, as text. */
export const left = (calculation: Calculation, figure: string): string | undefined =>
  calculation.distances.find((distance) => distance.figure === figure)?.left.toFixed()
