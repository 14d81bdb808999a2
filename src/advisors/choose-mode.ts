import type { Day } from '../core/day.ts'
import type { DecisionTree } from '../core/decision-tree.ts'
import { type Answers, type Decision, next } from './decision.ts'

/**
 * Which supervision mode fits (9610, 1210, 1239, 9710, 9810, 1039, 0110 or a personal channel): the next question, or the checklist. Questions,
 * outcomes and every word stand in `knowledge/modes.yaml`.
 * @param modes `knowledge.modes`
 * @param on the day whose rules are asked about
 */
export const chooseMode = (modes: DecisionTree, answers: Answers, on: Day): Decision => next(modes, answers, on)
