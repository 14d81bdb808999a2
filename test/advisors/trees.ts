import { readFile } from 'node:fs/promises'
import { type Answers, type Decision, next } from '../../src/advisors/decision.ts'
import type { Day } from '../../src/core/day.ts'
import type { DecisionTree } from '../../src/core/decision-tree.ts'
import { decisionTree } from '../../src/knowledge/parse-modes.ts'
import { parseYaml } from '../../src/knowledge/yaml.ts'
import { TODAY } from './context.ts'

/** A shipped decision tree. */
export async function shippedTree(name: string): Promise<DecisionTree> {
  const parsed = parseYaml(await readFile(`knowledge/${name}`, 'utf8'), name, decisionTree)
  if (!parsed.value) throw new Error(parsed.problems.map(({ line, what }) => `${name}:${line} ${what}`).join('\n'))
  return parsed.value
}

/** A talk: the answers to the questions in the order in which they are put, and the outcome they end in. */
export function talk(tree: DecisionTree, choices: string[], on: Day = TODAY): { outcome: string; asked: string[] } {
  const answers: Record<string, string> = {}
  const asked: string[] = []
  for (const choice of choices) {
    const step = next(tree, answers, on)
    if (step.kind !== 'ask') throw new Error(`${step.outcome.id} before "${choice}"`)
    asked.push(step.question.id)
    answers[step.question.id] = choice
  }
  return { outcome: decided(next(tree, answers, on)), asked }
}

/** The outcome a decision came to. */
export function decided(decision: Decision): string {
  if (decision.kind === 'ask') throw new Error(`still asks ${decision.question.id}`)
  return decision.kind === 'refused' ? `not in force: ${decision.outcome.id}` : decision.outcome.id
}

/** The question a decision puts. */
export function asks(tree: DecisionTree, answers: Answers): string {
  const step = next(tree, answers, TODAY)
  if (step.kind !== 'ask') throw new Error(`does not ask but says ${step.outcome.id}`)
  return step.question.id
}
