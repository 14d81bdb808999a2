import type { Day } from '../core/day.ts'
import type { DecisionTree } from '../core/decision-tree.ts'
import { type Answers, type Decision, next } from './decision.ts'

/**
 * How an export is taxed (refund, exemption without invoices, assessed income tax, or like a domestic sale) and what decided it: the next
 * question, or the checklist. Questions, outcomes, what is unsettled and whom to ask stand in `knowledge/export-tax-positions.yaml`.
 * @param positions `knowledge.exportTaxPositions`
 * @param on the day whose rules are asked about
 */
export const exportTaxPosition = (positions: DecisionTree, answers: Answers, on: Day): Decision =>
  next(positions, answers, on)
