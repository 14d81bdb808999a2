import type { Outcome } from '../advisors/advisor.ts'
import type { Phrase } from '../core/calculation.ts'

/** An outcome with remarks before its own. */
export function noted(outcome: Outcome, notes: Phrase[]): Outcome {
  if (notes.length > 0 && outcome.kind === 'compared') {
    const columns = outcome.columns.map((column) => ({ ...column, notes: [...notes, ...column.notes] }))
    return { ...outcome, columns }
  }
  if (notes.length === 0 || outcome.kind !== 'calculated') return outcome
  const { calculation } = outcome
  return { ...outcome, calculation: { ...calculation, notes: [...notes, ...calculation.notes] } }
}
